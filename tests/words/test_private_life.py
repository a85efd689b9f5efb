"""What of a person is private, as people note it down of another."""

from __future__ import annotations

import pytest

from rapportkit.people.person import Fact, FactKind, Person
from rapportkit.words.private_life import private_in, without_private
from tests.words.variants import variants


def fact(label: str, kind: FactKind = "interest") -> Fact:
    return Fact(kind=kind, label=label, where="your own words")


@pytest.mark.parametrize(
    ("noted", "about"),
    [
        ("Two children at St Mary's", "family"),
        ("her husband is a vet", "Love life"),
        ("recovering from an operation", "Health"),
        ("goes to mosque on Fridays", "Faith"),
        ("votes Conservative", "Politics"),
        ("earns 80k", "Pay"),
        ("their house is worth a million", "Pay"),
        ("lives on Elm Street", "somebody lives"),
    ],
)
def test_private_life_is_told_apart_with_its_reason(noted: str, about: str) -> None:
    assert about in (private_in(fact(noted), {}) or "")


@pytest.mark.parametrize(
    "noted",
    [
        "Teaches children to swim",
        "Nielsen & Sons bakery",
        "Restoring an old house",
        "Reading to children at the library",
        "Right back for the town",
        "Keeps bees",
        "Brass band, Brothers of the Forge",
        "Runs on Hill Road",
        "Raising money for the lifeboats",
    ],
)
def test_words_of_private_life_that_mean_something_else_are_left(noted: str) -> None:
    assert private_in(fact(noted), {}) is None


@pytest.mark.parametrize("kind", ["school", "employer", "place"])
def test_a_name_is_no_confession(kind: FactKind) -> None:
    assert private_in(fact("Catholic University", kind), {}) is None


def test_a_light_that_a_coach_has_set_is_kept_to() -> None:
    choir = fact("Church choir", "group")

    assert private_in(choir, {})
    assert private_in(choir, {"Religion": "green"}) is None
    assert private_in(choir, {"Religion": "amber"}) is None


def test_a_person_without_what_is_private_keeps_all_else() -> None:
    ana = Person(name="Ana", headline=None, facts=(fact("Chess"), fact("has two sons"), fact("Leeds", "place")))

    assert [one.label for one in without_private(ana, {}).facts] == ["Chess", "Leeds"]


@pytest.mark.parametrize("told", variants("own-side")["left"])
def test_what_one_does_with_ones_own_children_is_no_secret(told: str) -> None:
    assert private_in(fact(told), {}, own=True) is None
    assert private_in(fact(told), {}) is not None


@pytest.mark.parametrize("told", variants("own-side")["caught"])
def test_illness_love_and_money_stay_private_and_so_do_the_children_of_others(told: str) -> None:
    assert private_in(fact(told), {}, own=True) is not None
