"""Text as it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rapportkit.people.plain_text import one_line, plain, plain_line, shown


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '=HYPERLINK("http://x.example","y")', "Zoë Ó Briain", "李明"]
)
def test_a_name_is_kept_to_the_letter(name: str) -> None:
    assert one_line(name) == name


def test_what_no_screen_can_show_is_taken_out() -> None:
    assert one_line("A\x00d\x1ba\u202e \ud800 L\n") == "Ada � L"


def test_markup_becomes_words() -> None:
    text = "<p>I <b>love</b> the sea.</p><ul><li>**Choir**</li><li>_Chess_ &amp; [Go](https://go.example)</li></ul>"

    assert plain(text) == "I love the sea.\nChoir\nChess & Go"


def test_a_headline_of_markdown_loses_its_marks_and_a_sharp_keeps_its_own() -> None:
    assert plain("# About me\n- C# and F#\n* 2 * 3") == "About me\nC# and F#\n2 * 3"


@pytest.mark.parametrize(
    "reachable",
    ["ada@mail.example", "https://ada.example/me", "www.ada.example", "+44 20 7946 0000", "mailto:ada@x.example"],
)
def test_no_way_to_reach_anybody_is_kept(reachable: str) -> None:
    assert plain_line(f"I sing; write to me: {reachable}") in ("I sing", "I sing; write to me:")


def test_long_text_is_plain_in_little_time() -> None:
    for text in ("a" * 300_000, "<" * 300_000, "[" * 300_000, "a@" * 100_000, "*a" * 100_000, "+1" * 100_000):
        assert isinstance(plain(text), str)


@given(some.text())
def test_what_is_shown_can_be_written_to_any_file(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert plain_line(text).encode("utf-8") is not None


@pytest.mark.parametrize(
    "number", ["+44 7700 900123", "07700 900456", "0164 960 0123", "(555) 010-9988", "555-010-9988", "(0164) 960 0123"]
)
def test_a_telephone_number_is_taken_out(number: str) -> None:
    assert plain(f"Ring {number} before nine") == "Ring before nine"


@pytest.mark.parametrize(
    "text", ["2010-2014", "from 2010 - 2014, 2016", "1 000 000 readers", "room 101", "24-30 May 2019"]
)
def test_years_and_counts_are_no_telephone_numbers(text: str) -> None:
    assert plain(text) == text
