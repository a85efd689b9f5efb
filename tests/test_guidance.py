"""What a coach sets for their people is kept to, and said to come from them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import Invitation, Recipient, plan_follow_ups
from rapportkit.guidance import Guidance
from rapportkit.interviews import Interview, Outcome
from rapportkit.record import build

TUESDAY = Interview(id="i", at=datetime(2026, 12, 1, 14, tzinfo=UTC), zone="Europe/London")
NOW = TUESDAY.starts


def invited(invitation: Invitation, outcome: Outcome | None = None) -> tuple[str | None, str]:
    """The day of the invitation, and the reason."""
    plan = plan_follow_ups(TUESDAY.with_(outcome=outcome), [Recipient(key="p", name="Ana")], NOW, invitation)
    note = next(one for one in plan if one.kind == "invitation")
    return note.due.date().isoformat() if note.due else None, note.reason


def test_as_the_method_has_it_the_invitation_waits_for_the_outcome() -> None:
    refusal = Outcome(kind="refusal", on=date(2026, 12, 7))

    assert invited(Invitation())[0] is None
    assert invited(Invitation(), refusal)[0] == "2026-12-10"


def test_a_coach_may_have_people_invited_after_the_interview() -> None:
    due, why = invited(Invitation(after="interview", days=2))

    assert due == "2026-12-03"
    assert why.startswith("Two days after the interview.")
    assert "Your coach has set this" in why


@pytest.mark.parametrize(("days", "due"), [(1, "2026-12-02"), (4, "2026-12-07"), (60, "2027-02-01")])
def test_days_are_counted_from_the_interview_and_a_weekend_moves(days: int, due: str) -> None:
    assert invited(Invitation(after="interview", days=days))[0] == due


def test_two_notes_in_one_morning_are_too_many_whatever_is_set() -> None:
    due, why = invited(Invitation(after="outcome", days=1), Outcome(kind="refusal", on=date(2026, 12, 7)))

    assert (due, why[:19]) == ("2026-12-09", "The day after your ")


def test_what_is_as_the_method_has_it_needs_no_word() -> None:
    assert Guidance().sentences() == ()
    assert Guidance().aim == "a friend"


def test_what_is_set_is_said_to_come_from_the_coach() -> None:
    said = Guidance(word="ally", invitation=Invitation(after="interview"), lights={"Union": "red"}).sentences()

    assert len(said) == 3
    assert all("your coach" in sentence.lower() for sentence in said)
    assert Guidance(word="ally").aim == "an ally"


def test_a_topic_that_is_none_is_answered_by_those_that_are() -> None:
    with pytest.raises(InvalidValue, match=r"has no topic 'Cats'; the topics are Religion, Politics"):
        build(Guidance, {"lights": {"Cats": "red"}}, "x")
