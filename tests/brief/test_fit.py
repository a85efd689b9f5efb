from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.brief.fit import SHORTENED, cut, width, wrapped


def test_a_text_that_fits_is_left_to_the_letter() -> None:
    assert cut("Two porters off sick on a Monday", 20, 2) == ("Two porters off sick on a Monday", 1, False)


def test_a_text_that_does_not_fit_ends_at_a_word_and_is_marked() -> None:
    text, lines, short = cut("Two porters off sick on a Monday, and the lift was out of order again", 20, 1)

    assert "Two porters off sick on a Monday".startswith(text)
    assert (lines, short) == (1, True)
    assert width(text + SHORTENED) <= 20


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_a_text_without_a_visible_sign_takes_a_line(text: str) -> None:
    assert cut(text, 20, 3).lines == 1


def test_a_word_without_end_is_broken_but_not_inside_what_people_see_as_one_sign() -> None:
    lines = wrapped("👩🏽‍🚒" * 40 + "e\u0301" * 200, 10)

    assert len(lines) > 1
    assert not any(line.startswith(("\u0301", "\u200d", "🏽")) for line in lines)


def test_a_text_of_many_pages_is_cut_in_no_time() -> None:
    assert cut("a" * 200_000, 20, 5).short
    assert cut("\u200b" * 200_000, 20, 5).short


def test_what_stands_before_takes_room_from_the_first_line_only() -> None:
    assert len(wrapped("one two three four", 9)) < len(wrapped("one two three four", 9, taken=8))


@given(st.text(max_size=400), st.integers(1, 8), st.floats(12, 40))
def test_no_line_is_wider_than_its_column(text: str, most: int, measure: float) -> None:
    fitted = cut(text, measure, most)

    assert fitted.lines <= most
    for line in wrapped(fitted.text, measure):
        assert width(line) <= measure + 2  # what hangs on a sign goes with it


@given(st.lists(st.text("abcdefg", min_size=1, max_size=6), max_size=40))
def test_wrapping_loses_no_word(words: list[str]) -> None:
    assert " ".join(wrapped(" ".join(words), 12)).split() == words
