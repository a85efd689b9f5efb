"""What was practised, and the learner's own ways."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from rapportkit.practice import MOST_DRILLS, MyWays, Practice, practice_key


def test_a_tip_that_nothing_was_said_of_is_practised() -> None:
    assert MyWays().way_with("T5") == "practise"
    assert MyWays(tips={"T5": "replace"}).way_with("T5") == "replace"


def test_a_drill_has_one_entry_a_day() -> None:
    first = Practice(on=date(2026, 12, 1), drill="hear-it-back", minutes=2)

    assert practice_key(first) == practice_key(first.with_(note="better"))
    assert practice_key(first) != practice_key(first.with_(on=date(2026, 12, 2)))


def test_no_more_drills_are_in_hand_than_three() -> None:
    with pytest.raises(ValidationError):
        MyWays(drills=tuple("abcdefgh"[: MOST_DRILLS + 1]))
