from __future__ import annotations

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.lights import SET, fit_to_ask, topic_names, with_lights
from rapportkit.ground.link import Ground
from rapportkit.people.person import Fact, FactKind, Person


def shared(*facts: tuple[FactKind, str]) -> Ground:
    """What two people share who say the same."""
    person = Person(name="Ada", facts=tuple(Fact(kind=kind, label=label, where="form") for kind, label in facts))
    return find_common_ground(person, person.with_(name="Ben"))


def test_a_topic_that_a_coach_made_red_is_never_suggested_and_comes_last() -> None:
    ground = shared(("interest", "wine tasting"), ("sport", "bouldering"))
    wine = next(link for link in ground.links if "ine" in link.label)
    assert wine.light == "amber"

    lit = with_lights(ground, {"Alcohol and betting": "red"})

    assert lit.links[-1].label == wine.label
    assert lit.links[-1].light == "red"
    assert lit.links[-1].why.endswith(SET)
    assert all(link.label != wine.label for link in lit.suggested())


def test_a_red_topic_that_a_coach_made_green_may_be_brought_up() -> None:
    ground = shared(("group", "Bible study group"))
    assert {link.light for link in ground.links} == {"red"}

    lit = with_lights(ground, {"Religion": "green"})

    assert {link.light for link in lit.suggested()} == {"green"}


def test_what_a_coach_has_not_set_is_as_it_was() -> None:
    ground = shared(("sport", "bouldering"), ("group", "Bible study group"))

    assert with_lights(ground, {"Politics": "green"}) == ground
    assert with_lights(ground, {}) is ground


def test_curiosity_keeps_to_the_lights_too() -> None:
    fact = Fact(kind="interest", label="wine tasting", where="form")

    assert fit_to_ask(fact, {})
    assert not fit_to_ask(fact, {"Alcohol and betting": "red"})
    assert not fit_to_ask(Fact(kind="skill", label="Excel", where="form"), {})


def test_every_topic_has_a_name() -> None:
    assert {"Religion", "Alcohol and betting"} <= set(topic_names())
