"""Earlier versions beside the present one: what is struck through, and which remarks are gone or new."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rapportkit.interviews import Answer
from rapportkit.views.versions import MOST, earlier_as_html, versions_in
from rapportkit.words.opening import About, review_opening
from rapportkit.words.review import Review
from rapportkit.workbook.store import Saved

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


TYPED, ASKED = True, False


def written(*states: tuple[str, bool, int], now: str = "") -> list[str]:
    """What was a version of these texts, each only typed or asked about, so many minutes after the one before."""
    at, history = datetime(2026, 12, 1, 9, tzinfo=UTC), []
    for text, typing, minutes in states:
        at += timedelta(minutes=minutes)
        history.append(Saved(Answer(exercise="x", text=text), at, typing))
    return versions_in(history, lambda answer: answer.text, now)


@pytest.mark.parametrize("scrap", ["My unc", "Hello Mr", "We were on the ferry when the engi", "B", ""])
def test_what_a_pause_in_typing_has_kept_on_the_way_is_no_version(scrap: str) -> None:
    assert written((scrap, TYPED, 0), ("Something else altogether, told in full.", ASKED, 7)) == [
        "Something else altogether, told in full."
    ]


@pytest.mark.parametrize("whole", ["My uncle sold eels.", "You ski, I ski.", "Dear Rosa, thank you."])
def test_what_was_asked_about_is_a_version(whole: str) -> None:
    assert written((whole, ASKED, 0), ("Another wording of it", TYPED, 1)) == [whole]


def test_what_was_asked_about_and_gone_on_with_is_one_too_unless_it_broke_off_in_a_word() -> None:
    gone_on = "You ski, I ski. Where did you learn?"
    assert written(("You ski, I ski.", ASKED, 0), now=gone_on) == ["You ski, I ski."]
    assert written(("You ski, I sk", ASKED, 0), now=gone_on) == []
    assert written(("Rosal", ASKED, 0), ("Rosalind, thank you for the tea.", ASKED, 2), now="Else.") == [
        "Rosalind, thank you for the tea."
    ]


def test_what_stood_for_long_is_one_unless_it_is_the_beginning_of_a_later_one() -> None:
    told = "The ferry stood still for a night, and we sang."
    assert written((told, TYPED, 0), ("Quite another story of a boat", TYPED, 90)) == [told]
    assert written((told, TYPED, 0), ("Quite another story of a boat", TYPED, 9)) == []
    assert written((told, TYPED, 0), (told + " Do you sing?", ASKED, 90), now=told + " Do you sing too?") == [
        told + " Do you sing?"
    ]
    assert written(("The fer", TYPED, 0), ("Quite another story of a boat", TYPED, 900)) == []


def test_a_scrap_is_none_though_the_text_after_it_was_mended_since() -> None:
    states = (("Dear Ro", TYPED, 0), ("Dear Rosa, that", TYPED, 6), ("Dear Rosa, thank you for the tea.", ASKED, 6))
    assert written(*states, now="Dear Rosa, thank you for the tea and the map.") == [
        "Dear Rosa, thank you for the tea."
    ]
