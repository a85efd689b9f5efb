"""A slip of the pen is read as the word that was meant; a word of its own is left alone."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.slips import one_slip
from rapportkit.people.person import Fact, FactKind, Person


def status(kind: FactKind, mine: str, theirs: str) -> str | None:
    one, other = (Person(name="A", facts=(Fact(kind=kind, label=said, where="form"),)) for said in (mine, theirs))
    return next((link.status for link in find_common_ground(one, other).links), None)


@pytest.mark.parametrize(
    ("kind", "slip", "meant"),
    [
        ("sport", "badmiton", "Badminton"),
        ("interest", "photograhpy", "photography"),
        ("sport", "orientering on Sundays", "orienteering"),
        ("place", "Philadelpia", "Philadelphia"),
        ("place", "Chi cago", "Chicago"),
        ("school", "Pensylvania State University", "Penn State"),
        ("school", "Universty of Manchester", "University of Manchester"),
        ("interest", "photograpy", "photography"),
        ("interest", "gardenin", "gardening"),
    ],
)
def test_a_slip_in_a_long_word_is_forgiven(kind: FactKind, slip: str, meant: str) -> None:
    assert status(kind, slip, meant) == "confirmed"


@pytest.mark.parametrize(
    ("kind", "word", "other"),
    [
        ("interest", "crotchets", "crochet"),
        ("interest", "hosting", "hotting"),
        ("interest", "helping others", "herping"),
        ("school", "Bolton College", "Boston College"),
    ],
)
def test_a_word_of_its_own_is_no_slip(kind: FactKind, word: str, other: str) -> None:
    assert status(kind, word, other) is None


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("abcd", "abd", True),
        ("abcd", "abxd", True),
        ("abcd", "acbd", True),
        ("abcd", "adcb", False),
        ("abcd", "ab", False),
    ],
)
def test_a_slip_is_one_letter_more_less_or_other_or_two_turned_round(one: str, other: str, is_one: bool) -> None:
    assert one_slip(one, other) is one_slip(other, one) is is_one
