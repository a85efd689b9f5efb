"""Remarks on the page: what works comes first, then what to mend, with the words marked."""

from __future__ import annotations

from html import escape

import pytest

from rapportkit.evidence import ledger
from rapportkit.views.remarks import review_as_html
from rapportkit.words.explain import explain_rule, rules_explained
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


@pytest.mark.parametrize(
    "line", ["I looked up your house and I love hiking. And you?", "I'm proficient in Revit and AutoCAD. Do you hike?"]
)
def test_nobody_is_praised_for_a_story_that_is_digging_or_skills(line: str) -> None:
    shown = page(line)
    assert "Mend:" in shown
    assert explain_rule("tossed-out", "opening").strength not in shown


def test_nothing_written_says_so() -> None:
    assert page(" ") == "<p>Nothing is written yet.</p>"


def test_the_reason_comes_with_what_is_known_and_somebodys_text_before_and_after() -> None:
    line = "My bread failed for a year. Do you bake sourdough? Since when? What flour? Which oven?"
    shown = review_as_html(line, review_opening(line, About(kind="interest", label="sourdough")), "opening")
    rule = explain_rule("monologue-question", "opening")
    assert escape(rule.before.strip()) in shown
    assert escape(rule.after.strip()) in shown
    assert all(escape(ledger()[claim].in_short) in shown for claim in rule.evidence)


def test_every_rule_has_an_example_and_sources_that_are_in_the_ledger() -> None:
    for rule, kind in rules_explained():
        text = explain_rule(rule, kind)
        assert text.before.strip(), (rule, kind)
        assert text.after.strip(), (rule, kind)
        assert set(text.evidence) <= ledger().keys(), (rule, kind)
