"""How a question asks."""

from __future__ import annotations

import pytest

from rapportkit.talk.asking import Way, parts_of, way_of_asking
from rapportkit.words.speech import Speech


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("Why is that?", "why"),
        ("And who brings the cake?", "who"),
        ("Where do the coats go?", "where"),
        ("When did it close?", "when_did"),
        ("When will I know?", "soon"),
        ("Since when do you keep bees?", "how_long"),
        ("How many are there?", "how_many"),
        ("How heavy are they?", "how_so"),
        ("What is it called?", "name"),
        ("What was the nicest bit?", "best"),
        ("How are they sorted?", "how"),
        ("How is your knee?", "how_was"),
        ("Do you sort them yourself?", "do"),
        ("Do you like it?", "like"),
        ("Do you have a lift?", "is_there"),
        ("Have you ever lost one?", "ever"),
        ("Did it hold?", "did"),
        ("Is there somebody who helps?", "is_there"),
        ("Could I take one home?", "may"),
        ("By boat or on foot, do you come?", "do"),
        ("Is it paper or a screen?", "either"),
        ("So that would be me, right?", "confirm"),
        ("Do you mean the small ones?", "mean"),
        ("Is it true that nobody leaves?", "is_true"),
        ("May I ask who decides?", "who"),
    ],
)
def test_the_way_of_asking_is_told_by_its_first_word(question: str, way: Way) -> None:
    assert way_of_asking(Speech(question)) == way


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("You like it?", "like"),
        ("You have many guests now?", "do"),
        ("I can sleep here?", "may"),
        ("And the keys?", "what"),
    ],
)
def test_a_question_may_come_without_a_word_that_asks(question: str, way: Way) -> None:
    assert way_of_asking(Speech(question)) == way


def test_and_joins_two_questions_and_or_makes_one() -> None:
    assert parts_of("how many are on at night and is there a nurse") == (
        "how many are on at night",
        "is there a nurse",
    )
    assert parts_of("is it fixed or does it rotate") == ("is it fixed or does it rotate",)
