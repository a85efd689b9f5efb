"""One word, several meanings: the words beside it say which, or the learner is asked."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
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


@pytest.mark.parametrize(
    "around", ["playing {}", "plays {}", "keen on {}", "watching {}", "{} on Sundays", "{} with friends"]
)
def test_stock_words_hide_no_interest(around: str) -> None:
    names = [name for name in interests().concepts if name in interests().read(folded_words(name))]
    assert [name for name in names if not interests().read(folded_words(around.format(name)))] == []


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("grandad's pigeons", "pigeon racing"),
        ("daughter rides horses", "horse riding"),
        ("tried yoga once, never again", "yoga"),
        ("rugby until the injury", "rugby"),
        ("my skating days are over", "skating"),
        ("camping? no thanks", "camping"),
        ("friends drag me to musicals", "musicals"),
        ("Netflix while my wife does yoga", "yoga"),
        ("I leave the gardening to my husband", "gardening"),
    ],
)
def test_what_is_over_or_somebody_elses_is_not_shared(said: str, hobby: str) -> None:
    assert status(said, hobby) is None


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("my wife and I dance tango", "tango"),
        ("playing in a band with colleagues", "playing in a band"),
        ("playing chess against my boss", "chess"),
        ("model railway in the attic", "model railways"),
        ("walks with my husband and our dog", "hiking"),
    ],
)
def test_what_is_done_with_others_is_ones_own(said: str, hobby: str) -> None:
    assert status(said, hobby) == "confirmed"


def test_to_follow_a_club_is_not_to_play() -> None:
    assert status("Arsenal season ticket", "playing five-a-side football") == "possible"
    assert status("Arsenal season ticket", "football") == "confirmed"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("fly fishing", "sea fishing"),
        ("techno", "drum and bass"),
        ("dressage", "show jumping"),
        ("sitar", "Carnatic singing"),
        ("potjiekos", "asado"),
        ("Iron Maiden", "Sepultura"),
        ("Blackadder", "Seinfeld"),
        ("Ulster Rugby", "Saracens"),
        ("Gujarat Titans", "wicketkeeper in a village cricket side"),
        ("crown green bowling", "lawn bowls"),
    ],
)
def test_two_kinds_two_bands_or_two_clubs_of_one_thing_are_possible(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "possible"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("fly fishing", "angling"),
        ("techno", "electronic music"),
        ("braaiing", "barbecue"),
        ("Iron Maiden", "heavy metal"),
        ("the Boks", "Springboks"),
    ],
)
def test_a_kind_a_band_or_a_club_under_its_other_name_is_the_thing(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "confirmed"


def filed(word: str, under: str) -> Person:
    facts = (
        Fact(kind="interest", label=word, where="interests 1"),
        Fact(kind="interest", label=under, detail=word, where="interests 1"),
    )
    return Person(name="A", facts=facts)


@pytest.mark.parametrize(
    ("word", "own", "other"),
    [("Pool", "eight-ball league", "aqua aerobics"), ("Bass", "jazz trio", "smallmouth on a light rod")],
)
def test_what_is_filed_under_a_word_says_which_of_its_meanings_counts(word: str, own: str, other: str) -> None:
    def statuses(under: str) -> set[str]:
        kit = Person(name="B", facts=(Fact(kind="interest", label=word, where="form"),))
        return {
            link.status for link in find_common_ground(filed(word, under), kit).links if link.label.startswith(word)
        }

    assert statuses(own) == {"confirmed"}
    assert "confirmed" not in statuses(other)


@pytest.mark.parametrize("said", ["Golf (of the Volkswagen variety)", "golf (in the crazy sense)"])
def test_a_bracket_may_say_that_a_word_is_meant_otherwise(said: str) -> None:
    assert status(said, "golf") != "confirmed"


def test_of_a_concept_of_many_things_the_one_that_both_name_is_told() -> None:
    one, other = (
        Person(name="A", facts=(Fact(kind="creative", label=said, where="form"),)) for said in ("oud", "oud player")
    )
    (link,) = find_common_ground(one, other).links
    assert (link.label, link.status) == ("Oud", "confirmed")
    assert "banjo" not in link.why
