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


def told(label: str, sentence: str) -> Fact:
    return Fact(kind="interest", label=label, detail=sentence, where="notes.txt: line 5")


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("I run", "At weekends I run and look after my two kids."),
        ("carp fishing", "In my free time: carp fishing, and ballet runs with my daughter."),
        ("bell ringing", "Outside work I like bell ringing, but Sundays are for church."),
        ("brewing", "Proud mother of three; brewing is my escape."),
    ],
)
def test_what_is_private_taints_only_the_clause_in_which_it_stands(label: str, sentence: str) -> None:
    assert private_in(told(label, sentence), {}) is None


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("sailing", "My wife and I love sailing."),
        ("fishing with my son", "At weekends: fishing with my son, and jazz."),
        ("camping", "I like camping with my kids."),
        ("sing", "I sing at church and bake."),
    ],
)
def test_what_is_private_in_the_clause_itself_still_counts(label: str, sentence: str) -> None:
    assert private_in(told(label, sentence), {})


@pytest.mark.parametrize(
    "noted",
    [
        "helps with the U13 girls at Wheatley Hills",
        "I help w/ the U9 boys",
        "manages the under-elevens girls at Otley",
        "coach of the village girls and boys",
        "Looks after the boys in the colts",
        "umpires for the U15 girls",
    ],
)
def test_a_post_with_a_youth_team_is_public(noted: str) -> None:
    assert private_in(fact(noted), {}) is None


@pytest.mark.parametrize(
    "noted",
    ["with her two girls at weekends", "has two boys", "her daughter's birthday", "the girls are at home, his girls"],
)
def test_ones_own_children_are_no_youth_team(noted: str) -> None:
    assert private_in(fact(noted), {})


@pytest.mark.parametrize("own", ["carp fishing at weekend with my son", "baking with my girls", "camping with my kids"])
def test_ones_own_hobby_with_ones_own_child_is_ones_own_to_tell(own: str) -> None:
    assert private_in(fact(own), {})
    assert private_in(fact(own), {}, own=True) is None


@pytest.mark.parametrize("own", ["my two sons", "Fishing with the church", "asthma support group", "my wife is ill"])
def test_what_is_private_without_a_hobby_or_beyond_the_family_is_still_flagged(own: str) -> None:
    assert private_in(fact(own), {}, own=True)


@pytest.mark.parametrize("told", variants("own-side")["left"])
def test_what_one_does_with_ones_own_children_is_no_secret(told: str) -> None:
    assert private_in(fact(told), {}, own=True) is None
    assert private_in(fact(told), {}) is not None


@pytest.mark.parametrize("told", variants("own-side")["caught"])
def test_illness_love_and_money_stay_private_and_so_do_the_children_of_others(told: str) -> None:
    assert private_in(fact(told), {}, own=True) is not None
