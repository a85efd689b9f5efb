"""Remarks on the page: what works comes first, then what to mend, with the words marked."""

from __future__ import annotations

from rapportkit.views.remarks import review_as_html
from rapportkit.words.opening import About, review_opening

HIKING = About(kind="sport", label="Hiking")


def page(line: str) -> str:
    return review_as_html(line, review_opening(line, HIKING), "opening")


def test_what_works_is_said_before_what_to_mend() -> None:
    shown = page("I love hiking too. What's your favourite trail?")
    assert shown.index("It invites them to talk.") < shown.index("To mend") < shown.index("no story of yours")


def test_at_most_two_strengths_are_named() -> None:
    shown = page("I lost a boot in a bog on my first hike and finished it in a sock. What have you lost?")
    assert shown.partition("Nothing that we look for needs mending")[0].count("<li>") == 2
    assert "Nothing that we look for needs mending" in shown


def test_the_words_of_a_remark_are_marked_and_escaped() -> None:
    shown = page("I saw photos of your <b>wife</b> on Facebook. I lost a boot in a bog once. Do you hike?")
    assert "<mark>" in shown
    assert "<b>" not in shown


def test_nothing_written_says_so() -> None:
    assert page(" ") == "<p>Nothing is written yet.</p>"
