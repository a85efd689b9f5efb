"""Afterwards: strengths first, at most one thing to try, counts and no score."""

from __future__ import annotations

from rapportkit.talk.debrief import debrief
from tests.talk.played import play


def test_of_a_talk_without_a_turn_nothing_is_said() -> None:
    shown = debrief(play("chatty"))

    assert (shown.strengths, shown.try_next, shown.crossed) == ((), None, ())


def test_what_was_done_well_comes_first_and_one_thing_to_try() -> None:
    said = ("Fine, thanks, the bus was nearly empty.", "What are they laughing about at the handover?", "Why?")

    shown = debrief(play("chatty", *said))

    assert "let fall" in shown.strengths[0]
    assert len(shown.strengths) >= 2
    assert shown.tally.openings_taken == 1
    assert shown.tally.questions == 2


def test_who_asked_nothing_is_told_to_ask_one_thing() -> None:
    shown = debrief(play("formal", "Yes, I found it at once, thank you."))

    assert shown.try_next is not None
    assert "One question" in shown.try_next


def test_digging_is_what_to_mend_first() -> None:
    shown = debrief(play("formal", "I saw on your Facebook that your daughter got married."))

    assert shown.try_next is not None
    assert "nearer" in shown.try_next
