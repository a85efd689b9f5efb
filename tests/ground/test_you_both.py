from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.fold import data
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.people.person import Fact, FactKind, Person


def why(mine: str, theirs: str, kind: FactKind = "interest") -> str:
    one, other = (
        Person(name=name, facts=(Fact(kind=kind, label=said, where="form"),))
        for name, said in (("Ada", mine), ("Ben", theirs))
    )
    return find_common_ground(one, other).links[0].why


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("Running", "keen runner", "You both run."),
        ("Growing vegetables", "I grow vegetables on an allotment", "You both grow vegetables."),
        ("Rock climbing", "bouldering", "You are both into rock climbing."),
        ("Running", "I like to watch running", "You are both into running."),
        ("Jazz", "jazz", "You are both into jazz."),
        ("I play five-a-side football", "football player", "You both play football."),
    ],
)
def test_what_both_do_is_said_as_a_coach_says_it(mine: str, theirs: str, said: str) -> None:
    assert why(mine, theirs) == said


def test_a_wish_is_no_habit() -> None:
    assert why("Sailing", "I would love to learn to sail").startswith("You are both drawn to sailing")


def test_of_a_group_it_is_said_that_both_have_a_part_in_it() -> None:
    assert why("RNLI crew", "RNLI fundraiser", "cause") == "You both have a part in RNLI."


def test_a_school_bears_its_article() -> None:
    said = why("University of Leeds", "University of Leeds", "school")
    assert said.startswith("You were both at the University of Leeds")


def test_each_verb_is_of_something_that_the_lists_know() -> None:
    assert not set(data("you_both.toml")["does"]) - {*interests().concepts, *groups().concepts}
