"""Earlier versions beside the present one: what is struck through, and which remarks are gone or new."""

from __future__ import annotations

from rapportkit.views.versions import MOST, earlier_as_html
from rapportkit.words.opening import About, review_opening
from rapportkit.words.review import Review

ABOUT = About(kind="place", label="Leeds")
BARE = "You lived in Leeds, I lived in Leeds too."
TOLD = "I learnt to ride in Leeds, on the hill behind the brewery. Which hill was yours?"


def look(text: str) -> Review:
    return review_opening(text, ABOUT)


def test_nothing_is_shown_where_nothing_was_written_before() -> None:
    assert earlier_as_html(BARE, [BARE, "", "  "], look) == ""


def test_words_that_are_gone_are_struck_through_and_those_that_stay_are_not() -> None:
    page = earlier_as_html("I swim on Sundays", ["I swim on cold Sundays"], look)

    assert "I swim on <del>cold</del> Sundays" in page


def test_a_remark_that_no_longer_holds_is_named_as_mended() -> None:
    page = earlier_as_html(TOLD, [BARE], look)

    assert "Mended since:" in page
    assert "New since:" not in page


def test_a_remark_that_came_with_a_new_version_is_named_too() -> None:
    assert "New since:" in earlier_as_html(BARE, [TOLD], look)


def test_a_cleared_text_has_no_new_remarks() -> None:
    assert "New since:" not in earlier_as_html("", [BARE], look)


def test_the_newest_comes_first_and_only_the_last_few_are_shown() -> None:
    page = earlier_as_html("now", [f"version {n}" for n in range(MOST + 3)], look)

    assert page.count("<li>") == MOST
    assert page.index(f"{MOST + 2}") < page.index(f"{MOST + 1}")


def test_markup_is_inert_and_a_long_text_is_shown_whole() -> None:
    page = earlier_as_html("now", ["<script>alert(1)</script>", "word " * 2_000], look)

    assert "<script>" not in page
    assert page.count("word ") == 2_000
    assert "<del>word" not in page
