"""The friend's ticks, typed in."""

from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.talk.tally import LINES, Tally, read_tally


def test_the_numbers_alone_are_read_in_the_order_of_the_sheet() -> None:
    assert list(read_tally("5 3 2 1 2 0 1").model_dump().values()) == [5, 3, 2, 1, 2, 0, 1]


def test_what_nobody_counted_is_unknown_and_not_nothing() -> None:
    assert read_tally("5, 3") == Tally(questions=5, follow_ups=3)


def test_each_line_of_the_sheet_is_known_by_its_own_words() -> None:
    typed = "\n".join(f"{line}: {number}" for number, line in enumerate(LINES.values()))

    assert list(read_tally(typed).model_dump().values()) == list(range(len(LINES)))


def test_ticks_count() -> None:
    assert read_tally("Questions ||||; missed //") == Tally(questions=4, openings_missed=2)


@pytest.mark.parametrize("typed", ["", "   ", "it went well", "questions: many"])
def test_what_holds_no_count_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidValue, match="such as 5 3 2 1 2 0 1"):
        read_tally(typed)


def test_more_numbers_than_lines_are_refused() -> None:
    with pytest.raises(InvalidValue, match="7 lines"):
        read_tally("1 2 3 4 5 6 7 8")


def test_huge_numbers_do_no_harm() -> None:
    assert read_tally("9" * 5_000).questions == 999
