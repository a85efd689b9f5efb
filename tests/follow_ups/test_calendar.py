from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from rapportkit.cards import recall_days
from rapportkit.follow_ups import Recipient, calendar_file, plan_follow_ups
from rapportkit.interviews import Interview, Outcome

LONDON = ZoneInfo("Europe/London")
CLINIC = Interview(id="clinic", at=datetime(2026, 12, 3, 14, tzinfo=LONDON), zone="Europe/London", role="Midwife")
PRIYA = Recipient(key="priya", name="Priya Nair")
TOMASZ = Recipient(key="tomasz", name="Tomasz Wilk")
LAST_WEEK = datetime(2026, 11, 26, 12, tzinfo=UTC)
NEXT_DAY = datetime(2026, 12, 4, 12, tzinfo=UTC)
REFUSED = CLINIC.with_(outcome=Outcome(kind="refusal", on=date(2026, 12, 8)))

AWKWARD_NAMES = [
    "Ana\nRuiz\r\nATTENDEE:mailto:x",
    "Zoë 🎻 O’Neil",
    "נועה לוי",
    "\u202eسلمى",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "a;b,c\\n\\,d",
    "null\x00bell\x07",
    "next\x85line\u2028separator",
    "  -- ",
    "X" * 300,
]


def entries(interview=CLINIC, recipients=(PRIYA,), now=LAST_WEEK):
    content = calendar_file(interview, plan_follow_ups(interview, recipients, now), now)
    return Calendar.from_ical(content).walk("VEVENT")


def called(events, title):
    return [event for event in events if str(event["summary"]).startswith(title)]


def test_half_an_hour_after_the_interview_come_three_questions_and_the_thank_yous():
    (debrief,) = called(entries(recipients=(PRIYA, TOMASZ)), "Three questions, then your thank-you")
    assert debrief.start == datetime(2026, 12, 3, 15, 30, tzinfo=UTC)
    text = str(debrief["description"])
    assert text.count("?") == 3
    assert "Dear [your way to address Priya Nair]" in text
    assert "Dear [your way to address Tomasz Wilk]" in text


def test_what_still_waits_is_told_of_after_the_questions_and_has_no_entry():
    events = entries()
    assert "Still waiting:\nGracious reply: Priya Nair." in str(called(events, "Three")[0]["description"])
    assert not called(events, "Gracious reply")


def test_a_thank_you_that_is_written_is_not_asked_for_again():
    (debrief,) = called(entries(recipients=(PRIYA.with_(done=("thank-you",)),)), "Three")
    assert "Dear" not in str(debrief["description"])


def test_each_follow_up_with_a_day_is_an_entry_with_its_draft_and_an_alarm():
    own = PRIYA.with_(drafts={"gracious-reply": "Dear Priya,\nthank you; for the tea, too."})
    (reply,) = called(entries(REFUSED, (own,), NEXT_DAY), "Gracious reply: Priya Nair")
    assert reply.start == datetime(2026, 12, 9, 9, tzinfo=UTC)
    assert "Dear Priya,\nthank you; for the tea, too." in str(reply["description"])
    (alarm,) = reply.walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm["trigger"].dt == timedelta(0)


def test_an_alarm_does_not_ring_for_what_is_past_or_done():
    events = entries(CLINIC, (PRIYA.with_(done=("thank-you",)),), LAST_WEEK)
    (done,) = called(events, "Done: Thank-you note: Priya Nair")
    assert not done.walk("VALARM")
    assert not any(event.walk("VALARM") for event in entries(CLINIC, (PRIYA,), NEXT_DAY))


def test_what_is_not_needed_has_no_entry():
    offered = CLINIC.with_(outcome=Outcome(kind="offer", on=date(2026, 12, 8)))
    assert not called(entries(offered, (PRIYA,), NEXT_DAY), "Gracious reply")


def test_lines_are_recalled_three_days_one_day_and_the_morning_before():
    recalls = called(entries(), "Say your lines aloud, from memory")
    assert [event.start.astimezone(LONDON) for event in recalls] == [
        datetime(2026, 11, 30, 8, tzinfo=LONDON),
        datetime(2026, 12, 2, 8, tzinfo=LONDON),
        datetime(2026, 12, 3, 8, tzinfo=LONDON),
    ]


def test_the_recall_before_an_early_interview_comes_an_hour_before_it():
    early = CLINIC.with_(at=datetime(2026, 12, 3, 7, 30, tzinfo=LONDON))
    assert called(entries(early), "Say")[-1].start == datetime(2026, 12, 3, 6, 30, tzinfo=UTC)


def test_nothing_is_recalled_for_an_interview_that_is_over():
    assert not called(entries(now=datetime(2026, 12, 3, 14, tzinfo=UTC)), "Say")


def test_importing_again_updates_and_doubles_nothing():
    first = {str(event["uid"]): event for event in entries(REFUSED, (PRIYA, TOMASZ), LAST_WEEK)}
    again = {str(event["uid"]): event for event in entries(REFUSED, (PRIYA, TOMASZ), LAST_WEEK + timedelta(minutes=9))}
    assert first.keys() == again.keys()
    assert all(again[uid]["sequence"] > first[uid]["sequence"] for uid in first)


def test_the_names_of_entries_stay_as_they_are_for_ever():
    (thanks,) = called(entries(), "Thank-you note")
    assert str(thanks["uid"]) == "786aa0c5-ac7e-5059-ada1-5b13d9166564"


def test_an_entry_keeps_its_name_when_its_day_and_its_draft_change():
    moved = CLINIC.with_(at=datetime(2026, 12, 4, 9, tzinfo=LONDON))
    written = PRIYA.with_(drafts={"thank-you": "Dear Priya"}, name="Dr Priya Nair")
    (before,), (after,) = called(entries(), "Thank-you"), called(entries(moved, (written,)), "Thank-you")
    assert before["uid"] == after["uid"]


def test_two_interviews_and_two_people_share_no_entry():
    names = [str(event["uid"]) for event in entries(recipients=(PRIYA, TOMASZ))]
    others = [str(event["uid"]) for event in entries(CLINIC.with_(id="school"), (PRIYA, TOMASZ))]
    assert len({*names, *others}) == len(names) + len(others)


def test_the_same_words_at_the_same_moment_give_the_same_bytes():
    planned = plan_follow_ups(REFUSED, [PRIYA], NEXT_DAY)
    assert calendar_file(REFUSED, planned, NEXT_DAY) == calendar_file(REFUSED, planned, NEXT_DAY)


def test_the_file_invites_nobody_and_names_no_address():
    content = calendar_file(REFUSED, plan_follow_ups(REFUSED, [PRIYA], NEXT_DAY), NEXT_DAY)
    for word in (b"METHOD", b"ATTENDEE", b"ORGANIZER", b"mailto", b"@"):
        assert word not in content


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_no_name_breaks_a_line_or_adds_a_field(name):
    person = Recipient(key=name, name=name)
    content = calendar_file(REFUSED, plan_follow_ups(REFUSED, [person], NEXT_DAY), NEXT_DAY)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(line.startswith(b"ATTENDEE") for line in lines)
    assert len(content.decode("utf-8").splitlines()) == len(lines) - 1
    assert {key for event in Calendar.from_ical(content).walk("VEVENT") for key in event} == {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP")
    }


ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=()), min_size=1, max_size=60).filter(str.strip)


@given(
    names=st.lists(ANY_TEXT, min_size=1, max_size=3, unique_by=str.strip),
    second=st.integers(100_000, 6_000_000_000),
    zone=st.sampled_from(["Europe/London", "Asia/Kathmandu", "Pacific/Apia", "-03:30"]),
    ahead=st.integers(-20, 20),
    draft=ANY_TEXT,
)
def test_whatever_is_typed_the_file_reads_back_with_every_entry(names, second, zone, ahead, draft):
    met = Interview(id="i", at=datetime.fromtimestamp(second, UTC), zone=zone)
    met = met.with_(outcome=Outcome(kind="refusal", on=met.starts.date()))
    now = met.at - timedelta(days=ahead)
    people = [Recipient(key=name, name=name, drafts={"invitation": draft}) for name in names]
    planned = plan_follow_ups(met, people, now)
    read = Calendar.from_ical(calendar_file(met, planned, now)).walk("VEVENT")
    recalls = recall_days(met.starts.date(), now.astimezone(met.starts.tzinfo).date()) if now < met.at else ()
    assert len(read) == 1 + len(recalls) + sum(one.due is not None for one in planned)
    assert len({str(event["uid"]) for event in read}) == len(read)
