"""The places of two lives: lived in by both they are shared, a city in which one only studied is a reason to ask."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.places import shared_places, spots_of
from rapportkit.people.person import Fact, Person


def place(label: str, start: str | None = None, end: str | None = None) -> Fact:
    return Fact(kind="place", label=label, start=start, end=end, where="form")


def test_a_city_of_both_is_said_once_with_all_that_it_rests_on() -> None:
    mine, theirs = (place("Leeds"), place("Leeds, England")), (place("grew up in Leeds"),)

    (found,) = shared_places(spots_of(mine), spots_of(theirs))

    assert (found.label, found.status, found.mine, found.theirs) == ("Leeds", "confirmed", mine, theirs)


def test_the_years_of_both_are_compared() -> None:
    mine, theirs = place("Leeds", "2010", "2016"), place("Leeds", "2014", "2020")

    (found,) = shared_places(spots_of([mine]), spots_of([theirs]))

    assert "2014" in found.why
    assert "2016" in found.why


def test_the_city_of_a_school_is_possible_and_two_schools_alone_are_no_place() -> None:
    school = Fact(kind="school", label="University of Leeds", where="form")

    (found,) = shared_places(spots_of([school]), spots_of([place("Leeds")]))

    assert found.status == "possible"
    assert not list(shared_places(spots_of([school]), spots_of([school])))


def test_what_stands_in_the_field_and_is_no_place_is_left_out() -> None:
    assert spots_of([place("Remote"), place("Worldwide")]) == ()


@pytest.mark.parametrize("city", ["Buenos Aires", "Ho Chi Minh City", "Santiago", "Benin City", "Leeds"])
def test_the_sentence_in_which_a_city_was_named_takes_nothing_from_it(city: str) -> None:
    told = Fact(kind="place", label=city, detail=f"Grew up in {city}.", where="form")

    (found,) = shared_places(spots_of([told]), spots_of([place(city)]))

    assert found.status == "confirmed"


@pytest.mark.parametrize(
    "label", ["grew up in Bombay and still miss the monsoon", "Born and raised in Mumbai, by the sea"]
)
def test_a_place_is_named_among_the_interests_after_a_cue(label: str) -> None:
    told = Fact(kind="interest", label=label, where="form")

    (found,) = shared_places(spots_of([told]), spots_of([place("Mumbai")]))

    assert found.status == "confirmed"
    assert spots_of([told.with_(label="Bath salts"), told.with_(label="Lived experience of Nancy Mitford")]) == ()


@pytest.mark.parametrize(
    "label",
    ["A gap year in Cusco", "Six winters in Malmö before we had children", "We come from Leeds", "Posted to Lima"],
)
def test_a_place_is_found_at_the_end_of_what_is_told_of_it(label: str) -> None:
    city = next(word for word in ("Cusco", "Malmö", "Leeds", "Lima") if word in label)
    assert [found.status for found in shared_places(spots_of([place(label)]), spots_of([place(city)]))] == ["confirmed"]


@pytest.mark.parametrize("label", ["Never once been to Lima", "My cousin moved to Lima", "Did not get a visa for Lima"])
def test_where_somebody_never_was_or_another_is_from_is_no_place_of_theirs(label: str) -> None:
    assert not list(shared_places(spots_of([place(label)]), spots_of([place("Lima")])))


def test_a_small_town_keeps_its_accents() -> None:
    (found,) = shared_places(spots_of([place("Gaspé, Quebec")]), spots_of([place("gaspe, Quebec")]))
    assert found.label == "Gaspé"


@pytest.mark.parametrize(
    ("mine", "theirs", "label", "said"),
    [
        ("Hull", "Hull", "Kingston upon Hull", "Hull"),
        ("Hull, East Yorkshire", "Hull", "Kingston upon Hull", "Hull"),
        ("Kingston upon Hull", "Hull", "Kingston upon Hull", "Kingston upon Hull"),
        ("Leeds", "Leeds, England", "Leeds", "Leeds"),
    ],
)
def test_a_city_is_said_by_the_name_that_both_write(mine: str, theirs: str, label: str, said: str) -> None:
    me = Person(name="Ana", facts=(Fact(kind="place", label=mine, where="form"),))
    them = Person(name="Ben", facts=(Fact(kind="place", label=theirs, detail=f"Born & bred in {theirs}.", where="x"),))
    [link] = find_common_ground(me, them).links

    assert (link.label, link.called) == (label, said)
    assert link.why.startswith(f"You both know {said}.")
