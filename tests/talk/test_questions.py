"""What the candidate asks is told from what only looks like a question."""

from __future__ import annotations

import pytest

from rapportkit.talk.questions import questions_in
from tests.talk.talks import turn


def asked(text: str, *, marks: bool = True) -> list[str]:
    return [one.text for one in questions_in(turn(text), marks=marks)]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Lovely. How long did it take you to build?", "How long did it take you to build"),
        ("I like that, what made you choose green?", "what made you choose green"),
        ("You sail alone?", "You sail alone"),
        ("Tell me how the shop began.", "Tell me how the shop began"),
        ("I'd love to hear more about the garden.", "I'd love to hear more about the garden"),
        ("Was it the wind, or the tide?", "Was it the wind, or the tide"),
    ],
)
def test_a_question_is_found_with_its_words(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "It was cold, right?",
        "He came late, you know?",
        "You can't hurry a dough, can you?",
        "That is a lot of bread, isn't it?",
        "Sorry?",
        "Could you say that again?",
        'So she asked me, "why are you still here?"',
        "And my boss says to me, what do you want with a goat?",
        "So I grew up on a farm, my mother kept geese?",
        "I learned how the ovens work and when they break.",
    ],
)
def test_tags_repeats_quoted_and_rising_sentences_are_none(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("that sounds good what is the team like", "what is the team like"),
        ("okay thanks and do you bake at night", "do you bake at night"),
        ("not bad at all and yourself", "and yourself"),
        ("I see. How do you choose the flour.", "How do you choose the flour."),
    ],
)
def test_without_marks_the_wording_tells(text: str, question: str) -> None:
    (found,) = asked(text, marks=False)
    assert question.rstrip(".") in found


@pytest.mark.parametrize(
    "text",
    [
        "I know what it is and who does it",
        "my brother who is a baker told me that",
        "that is what they do in the morning",
        "he says why do we need this and I show him",
        "well what kind of oven they have in the new shop I never found out",
    ],
)
def test_without_marks_a_clause_that_hangs_on_another_is_none(text: str) -> None:
    assert asked(text, marks=False) == []
