"""A phrase that a learner teaches is read as what it means; the words stay theirs."""

from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.ground.find import find_common_ground
from rapportkit.ground.taught import meanings, nearest, teach, understood
from rapportkit.people.person import Fact, Person


def person(label: str) -> Person:
    return Person(name="Ada", facts=(Fact(kind="interest", label=label, where="form"),))


def test_a_taught_phrase_is_shared_with_what_it_means() -> None:
    taught = [teach("zorbleflinging", "sailing")]
    (link,) = find_common_ground(person("Zorbleflinging"), person("dinghy sailing"), taught).links
    assert (link.label, link.status, link.mine[0].text) == ("Sailing", "confirmed", "Zorbleflinging (Sailing)")
    assert find_common_ground(person("Zorbleflinging"), person("dinghy sailing")).links == ()


def test_stock_words_around_a_taught_phrase_do_not_matter() -> None:
    taught = [teach("Zorbleflinging", "sailing")]
    assert find_common_ground(person("keen on zorbleflinging"), person("sailing"), taught).links
    assert understood(person("keen on zorbleflinging"), []) == person("keen on zorbleflinging")


def test_a_meaning_that_no_list_knows_is_refused_with_a_sentence() -> None:
    with pytest.raises(InvalidValue, match="'flurbing' is not on our lists"):
        teach("zorbleflinging", "flurbing")
    with pytest.raises(InvalidValue, match="phrase first"):
        teach("  ", "sailing")


def test_groups_can_be_meant_too() -> None:
    assert {"Sailing", "Rotary"} <= set(meanings())
    assert teach("the Thursday lunch crowd", "Rotary").means == "Rotary"


@pytest.mark.parametrize(
    ("phrase", "means", "wanted"),
    [
        ("smoked sausages", "grilled meat", "Barbecue"),
        ("plonking about on the strings", "guitars", "Guitar"),
        ("lindy every friday", "", "Swing dancing"),
        ("up the wall with chalk", "climb", "Rock climbing"),
        ("needles and yarn", "knitted hats", "Knitting"),
    ],
)
def test_the_nearest_things_of_the_lists_are_offered(phrase: str, means: str, wanted: str) -> None:
    assert wanted in nearest(phrase, means)


@pytest.mark.parametrize(("phrase", "means"), [("zorbleflinging", ""), ("the of", "it"), ("", "")])
def test_where_no_word_is_known_nothing_is_offered(phrase: str, means: str) -> None:
    assert nearest(phrase, means) == ()


def test_a_meaning_that_is_on_no_list_is_refused_with_what_is_near() -> None:
    with pytest.raises(InvalidValue, match=r"The nearest are: Barbecue, .*press 'Never mind them'"):
        teach("smoked sausages", "meat")


def test_a_day_of_the_week_brings_nothing_near() -> None:
    assert nearest("lindy every friday") == ("Swing dancing",)
