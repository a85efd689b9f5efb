"""A line answers in kind: a number of what was counted, a moment, a place, a person."""

from __future__ import annotations

import pytest

from rapportkit.talk.asking import way_of_asking
from rapportkit.talk.kinds_of_answer import answers_in_kind, counted
from rapportkit.words.speech import Speech


def fits(asked: str, line: str) -> bool:
    question = Speech(asked)
    return answers_in_kind(line, question, way_of_asking(question))


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("How many people work here?", "There are thirty-one of us, days and nights."),
        ("How many rooms are there?", "Fourteen rooms, one boat, no television."),
        ("How long does it take?", "Three weeks, as a rule."),
        ("When do you open?", "At ten, on weekdays."),
        ("Where is it?", "Behind the bakery."),
        ("Who teaches me?", "Ahmed does, and he sings."),
        ("Do you like it?", "The sea is cold."),
    ],
)
def test_what_is_of_the_kind_is_an_answer(asked: str, line: str) -> None:
    assert fits(asked, line)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("How many people are in a shift?", "Six to two thirty, Monday to Friday."),
        ("How many patients come in a day?", "Three dentists, and one who draws on the gloves."),
        ("How long does it take?", "It's friendlier than it sounds."),
        ("When is the party?", "They all like to sing."),
        ("Who threw it?", "It's friendlier than it sounds."),
    ],
)
def test_what_is_of_another_kind_is_none(asked: str, line: str) -> None:
    assert not fits(asked, line)


def test_what_is_counted_is_named_after_how_many() -> None:
    assert counted(Speech("And how many residents do you have?")) == counted(Speech("How many residents?"))
    assert counted(Speech("How many are there?")) == frozenset()
