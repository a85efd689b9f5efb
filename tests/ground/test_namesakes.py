"""One word, several meanings: the words beside it say which, or the learner is asked."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.people.person import Fact, Person


def status(mine: str, theirs: str) -> str | None:
    one, other = (Person(name="A", facts=(Fact(kind="interest", label=said, where="form"),)) for said in (mine, theirs))
    return next((link.status for link in find_common_ground(one, other).links), None)


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("yoga pants", "yoga"),
        ("reading lights", "reading"),
        ("Cars (film)", "cars"),
        ("butternut squash and soup", "squash"),
        ("restoring an old VW Golf", "golf"),
        ("crickets for my gecko", "cricket"),
        ("married to a beekeeper", "beekeeping"),
    ],
)
def test_a_thing_of_that_name_is_not_the_hobby(said: str, hobby: str) -> None:
    assert status(said, hobby) is None


@pytest.mark.parametrize(
    ("said", "hobby"),
    [("quantum darts", "darts"), ("tango and sarsaparilla cans", "tango"), ("weaving the zorp", "weaving")],
)
def test_beside_a_word_that_nobody_knows_it_is_no_more_than_possible(said: str, hobby: str) -> None:
    assert status(said, hobby) in ("possible", None)


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("darts on Fridays", "darts"),
        ("horses, horse shows", "horse riding"),
        ("bridge club treasurer", "bridge"),
        ("village cricket captain", "cricket"),
        ("gave up smoking, took up running", "running"),
        ("gave blood twice", "blood donor"),
    ],
)
def test_when_where_and_with_whom_do_not_change_what_it_is(said: str, hobby: str) -> None:
    assert status(said, hobby) == "confirmed"
