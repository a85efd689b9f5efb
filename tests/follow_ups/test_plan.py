from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import KINDS, FollowUp, Recipient, local_moment, plan_follow_ups
from rapportkit.interviews import Interview, Outcome

PRIYA = Recipient(key="priya", name="Priya Nair")
TOMASZ = Recipient(key="tomasz", name="Tomasz Wilk")
BEFORE = datetime(2026, 1, 1, tzinfo=UTC)


def interview(starts: str = "2026-12-03T14:00", zone: str = "Europe/London", **more) -> Interview:
    at = datetime.fromisoformat(starts).replace(tzinfo=ZoneInfo(zone))
    if isinstance(more.get("outcome"), tuple):
        kind, on = more["outcome"]
        more["outcome"] = Outcome(kind=kind, on=date.fromisoformat(on))
    return Interview(id="clinic", at=at, zone=zone, **more)


def plan(met: Interview, to: Recipient = PRIYA, now: datetime = BEFORE) -> dict[str, FollowUp]:
    return {one.kind: one for one in plan_follow_ups(met, [to], now)}


def due(met: Interview, kind: str, to: Recipient = PRIYA) -> str | None:
    moment = plan(met, to)[kind].due
    return moment.isoformat() if moment else None


def test_each_interviewer_gets_each_of_the_four_in_their_order():
    planned = plan_follow_ups(interview(), [PRIYA, TOMASZ], BEFORE)
    assert [one.kind for one in planned] == [kind for kind in KINDS for _ in range(2)]
    assert [one.to for one in planned] == ["Priya Nair", "Tomasz Wilk"] * 4


def test_nobody_to_write_to_means_nothing_to_write():
    assert plan_follow_ups(interview(), [], BEFORE) == ()


def test_before_the_outcome_only_the_thank_you_has_a_day():
    states = {kind: one.state for kind, one in plan(interview()).items()}
    assert states == {
        "thank-you": "planned",
        "gracious-reply": "waiting",
        "invitation": "waiting",
        "thanks-for-connecting": "waiting",
    }
    assert all(one.due is None for kind, one in plan(interview()).items() if kind != "thank-you")


class TestTheThankYou:
    def test_comes_half_an_hour_after_the_debrief(self):
        assert due(interview("2026-12-03T14:00"), "thank-you") == "2026-12-03T16:00:00+00:00"

    def test_counts_the_length_of_the_interview(self):
        assert due(interview("2026-12-03T14:00", minutes=25), "thank-you") == "2026-12-03T15:25:00+00:00"

    def test_is_not_moved_by_a_weekend(self):
        assert due(interview("2026-12-05T10:00"), "thank-you") == "2026-12-05T12:00:00+00:00"

    @pytest.mark.parametrize(
        ("starts", "expected"),
        [
            ("2026-12-03T19:30", "2026-12-03T21:30:00+00:00"),
            ("2026-12-03T19:31", "2026-12-04T09:00:00+00:00"),
            ("2026-12-03T22:00", "2026-12-04T09:00:00+00:00"),
            ("2026-12-03T23:30", "2026-12-04T09:00:00+00:00"),
            ("2026-12-04T19:45", "2026-12-05T09:00:00+00:00"),
            ("2026-12-31T23:00", "2027-01-01T09:00:00+00:00"),
            ("2028-02-28T23:00", "2028-02-29T09:00:00+00:00"),
        ],
    )
    def test_after_a_late_interview_waits_for_the_morning_and_no_longer(self, starts, expected):
        assert due(interview(starts), "thank-you") == expected

    def test_says_on_a_panel_that_each_person_gets_a_different_note(self):
        alone, one_of_two = plan(interview()), plan_follow_ups(interview(), [PRIYA, TOMASZ], BEFORE)
        assert "different note" in one_of_two[0].reason
        assert "different note" in one_of_two[1].reason
        assert "different note" not in alone["thank-you"].reason

    def test_is_not_due_before_the_interview_is_over(self):
        met = interview("2026-12-03T14:00")
        assert plan(met, now=datetime(2026, 12, 3, 14, 59, tzinfo=UTC))["thank-you"].state == "planned"
        assert plan(met, now=datetime(2026, 12, 3, 15, 0, tzinfo=UTC))["thank-you"].state == "due"

    def test_stays_due_until_it_is_done(self):
        late = datetime(2027, 3, 1, tzinfo=UTC)
        assert plan(interview(), now=late)["thank-you"].state == "due"
        assert plan(interview(), PRIYA.with_(done=("thank-you",)), late)["thank-you"].state == "done"

    def test_is_right_when_the_clocks_change_during_the_interview(self):
        assert (
            due(interview("2026-10-25T00:30", "Europe/London", minutes=360), "thank-you") == "2026-10-25T06:30:00+00:00"
        )
        assert (
            due(interview("2026-03-29T00:30", "Europe/London", minutes=360), "thank-you") == "2026-03-29T08:30:00+01:00"
        )
        assert (
            due(interview("2026-10-25T00:30", "Europe/London", minutes=420), "thank-you") == "2026-10-25T07:30:00+00:00"
        )


class TestTheGraciousReply:
    def test_comes_the_morning_after_a_refusal(self):
        assert due(interview(outcome=("refusal", "2026-12-08")), "gracious-reply") == "2026-12-09T09:00:00+00:00"

    @pytest.mark.parametrize("heard", ["2026-12-11", "2026-12-12"])
    def test_moves_from_a_weekend_to_monday(self, heard):
        reply = plan(interview(outcome=("refusal", heard)))["gracious-reply"]
        assert reply.due == datetime(2026, 12, 14, 9, tzinfo=UTC)
        assert "Monday" in reply.reason

    def test_after_a_refusal_on_sunday_needs_no_move(self):
        reply = plan(interview(outcome=("refusal", "2026-12-13")))["gracious-reply"]
        assert reply.due == datetime(2026, 12, 14, 9, tzinfo=UTC)
        assert "Monday" not in reply.reason

    @pytest.mark.parametrize("kind", ["offer", "withdrawal"])
    def test_is_not_needed_where_no_refusal_can_come(self, kind):
        reply = plan(interview(outcome=(kind, "2026-12-08")))["gracious-reply"]
        assert (reply.state, reply.due, reply.draft) == ("not-needed", None, None)
        assert reply.reason.startswith("Not needed")

    @pytest.mark.parametrize("kind", ["silence", "next-round"])
    def test_waits_where_a_refusal_may_still_come(self, kind):
        reply = plan(interview(outcome=(kind, "2026-12-08")))["gracious-reply"]
        assert (reply.state, reply.due) == ("waiting", None)


class TestTheInvitation:
    @pytest.mark.parametrize("kind", ["offer", "refusal", "silence", "withdrawal"])
    def test_comes_on_the_third_day_after_any_outcome(self, kind):
        assert due(interview(outcome=(kind, "2026-12-07")), "invitation") == "2026-12-10T09:00:00+00:00"

    def test_comes_the_day_after_the_reply_where_a_weekend_would_bring_both_together(self):
        planned = plan(interview(outcome=("refusal", "2026-12-11")))
        assert planned["gracious-reply"].due == datetime(2026, 12, 14, 9, tzinfo=UTC)
        assert planned["invitation"].due == datetime(2026, 12, 15, 9, tzinfo=UTC)

    def test_waits_while_there_is_a_next_round(self):
        assert plan(interview(outcome=("next-round", "2026-12-07")))["invitation"].state == "waiting"

    @pytest.mark.parametrize("heard", ["2026-12-09", "2026-12-10"])
    def test_moves_from_a_weekend_to_monday(self, heard):
        assert due(interview(outcome=("offer", heard)), "invitation") == "2026-12-14T09:00:00+00:00"

    def test_says_that_its_timing_is_contested(self):
        for outcome in (None, ("offer", "2026-12-07"), ("next-round", "2026-12-07")):
            assert "contested" in plan(interview(outcome=outcome))["invitation"].reason

    def test_is_done_once_it_was_accepted(self):
        accepted = PRIYA.with_(accepted=date(2026, 12, 9))
        invitation = plan(interview(), accepted)["invitation"]
        assert (invitation.state, invitation.due) == ("done", None)
        assert "2026-12-09" in invitation.reason

    def test_that_was_sent_early_is_done_and_waits_for_nothing(self):
        invitation = plan(interview(), PRIYA.with_(done=("invitation",)))["invitation"]
        assert invitation.state == "done"
        assert "Waits" not in invitation.reason


class TestTheThanksForConnecting:
    def test_comes_the_morning_after_they_accepted(self):
        accepted = PRIYA.with_(accepted=date(2026, 12, 9))
        assert due(interview(), "thanks-for-connecting", accepted) == "2026-12-10T09:00:00+00:00"

    def test_moves_from_a_weekend_to_monday(self):
        accepted = PRIYA.with_(accepted=date(2026, 12, 11))
        assert due(interview(), "thanks-for-connecting", accepted) == "2026-12-14T09:00:00+00:00"

    def test_goes_to_the_one_who_accepted_and_waits_for_the_other(self):
        planned = plan_follow_ups(interview(), [PRIYA.with_(accepted=date(2026, 12, 9)), TOMASZ], BEFORE)
        assert [one.state for one in planned if one.kind == "thanks-for-connecting"] == ["planned", "waiting"]


class TestDaysAndZones:
    def test_days_are_counted_where_the_interview_is(self):
        met = interview("2026-12-03T23:30", "Pacific/Auckland", outcome=("refusal", "2026-12-03"))
        assert due(met, "gracious-reply") == "2026-12-04T09:00:00+13:00"

    def test_an_interview_given_in_one_zone_is_counted_in_another(self):
        at = datetime(2026, 12, 3, 22, 0, tzinfo=UTC)
        met = Interview(id="i", at=at, zone="Asia/Kolkata")
        assert due(met, "thank-you") == "2026-12-04T09:00:00+05:30"

    def test_a_fixed_offset_with_minutes_is_kept(self):
        met = Interview(id="i", at=datetime.fromisoformat("2026-12-03T14:00+05:30"), zone="+05:30")
        assert due(met, "thank-you") == "2026-12-03T16:00:00+05:30"

    def test_the_offset_is_that_of_the_day_on_which_it_is_due(self):
        met = interview("2026-03-26T14:00", outcome=("refusal", "2026-03-27"))
        assert due(met, "thank-you") == "2026-03-26T16:00:00+00:00"
        assert due(met, "gracious-reply") == "2026-03-30T09:00:00+01:00"

    def test_year_ends_and_leap_days_are_days_like_others(self):
        assert due(interview(outcome=("refusal", "2026-12-31")), "gracious-reply") == "2027-01-01T09:00:00+00:00"
        met = interview("2028-02-21T10:00", outcome=("refusal", "2028-02-28"))
        assert due(met, "gracious-reply") == "2028-02-29T09:00:00+00:00"
        assert due(met, "invitation") == "2028-03-02T09:00:00+00:00"

    def test_a_day_that_the_calendar_skipped_moves_forward(self):
        met = interview("2011-12-28T10:00", "Pacific/Apia", outcome=("refusal", "2011-12-29"))
        assert due(met, "gracious-reply") == "2012-01-02T09:00:00+14:00"

    def test_a_time_that_does_not_exist_moves_forward_and_of_two_the_first_is_meant(self):
        zone = ZoneInfo("America/New_York")
        assert local_moment(date(2026, 3, 8), time(2, 15), zone).isoformat() == "2026-03-08T03:15:00-04:00"
        assert local_moment(date(2026, 11, 1), time(1, 15), zone).isoformat() == "2026-11-01T01:15:00-04:00"

    def test_its_day_has_come_by_the_interviews_calendar_not_by_ours(self):
        met = interview("2026-12-03T10:00", "Asia/Tokyo", outcome=("refusal", "2026-12-07"))
        assert plan(met, now=datetime(2026, 12, 7, 14, 59, tzinfo=UTC))["gracious-reply"].state == "planned"
        assert plan(met, now=datetime(2026, 12, 7, 15, 0, tzinfo=UTC))["gracious-reply"].state == "due"


class TestDatesThatContradict:
    def test_an_outcome_before_the_interview_is_asked_about(self):
        with pytest.raises(InvalidValue, match="2026-12-02, before the interview on 2026-12-03"):
            plan(interview(outcome=("offer", "2026-12-02")))

    def test_an_outcome_on_the_day_of_the_interview_is_fine(self):
        assert plan(interview(outcome=("offer", "2026-12-03")))["invitation"].due is not None

    def test_an_invitation_accepted_before_the_interview_is_asked_about(self):
        with pytest.raises(InvalidValue, match="Priya Nair accepted is dated 2026-12-01"):
            plan(interview(), PRIYA.with_(accepted=date(2026, 12, 1)))

    @pytest.mark.parametrize("year", ["0001", "0026", "9999"])
    def test_a_year_that_cannot_be_meant_is_asked_about(self, year):
        with pytest.raises(InvalidValue, match="cannot be meant"):
            plan(interview(f"{year}-12-31T23:59", "America/New_York"))

    def test_an_outcome_at_the_end_of_time_is_asked_about(self):
        with pytest.raises(InvalidValue, match="cannot be meant"):
            plan(interview(outcome=("refusal", "9999-12-31")))

    def test_somebody_named_twice_is_asked_about(self):
        with pytest.raises(InvalidValue, match="named twice"):
            plan_follow_ups(interview(), [PRIYA, PRIYA], BEFORE)

    def test_two_people_of_the_same_name_are_two_people(self):
        namesake = Recipient(key="priya-2", name="Priya Nair")
        assert len(plan_follow_ups(interview(), [PRIYA, namesake], BEFORE)) == 8


def test_a_plan_survives_being_stored():
    for one in plan(interview(outcome=("refusal", "2026-12-08"))).values():
        assert FollowUp.model_validate_json(one.model_dump_json()) == one


ZONES = st.sampled_from(
    [
        "Europe/London",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "Africa/Casablanca",
        "+05:30",
        "-09:30",
        "Etc/UTC",
    ]
)


@given(
    at=st.integers(100_000, 7_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    zone=ZONES,
    kind=st.sampled_from(["offer", "refusal", "silence", "next-round", "withdrawal"]),
    heard=st.integers(0, 400),
    minutes=st.integers(1, 600),
)
def test_whatever_the_dates_no_note_but_the_thank_you_falls_on_a_weekend(at, zone, kind, heard, minutes):
    met = Interview(id="i", at=at, zone=zone, minutes=minutes)
    day = met.starts.date() + timedelta(days=heard)
    met = met.with_(outcome=Outcome(kind=kind, on=day))
    planned = plan(met, PRIYA.with_(accepted=day))
    for one in planned.values():
        assert (one.draft is None) == (one.state == "not-needed")
        if one.due is not None:
            assert one.due > met.at
            assert one.kind == "thank-you" or (one.due.weekday() < 5 and one.due.hour == 9)
    over = met.at + timedelta(minutes=minutes)
    assert timedelta(hours=1) <= planned["thank-you"].due - over <= timedelta(hours=13)
