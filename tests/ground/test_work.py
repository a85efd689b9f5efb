"""A hobby's word that means work is no hobby, and work as the setting of a hobby takes nothing away."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.people.person import Fact, FactKind, Person


def status(mine: str, theirs: str, detail: str | None = None, kind: FactKind = "interest") -> str | None:
    one = Fact(kind=kind, label=mine, detail=detail, where="form")
    other = Fact(kind=kind, label=theirs, where="form")
    people = Person(name="A", facts=(one,)), Person(name="B", facts=(other,))
    return next((link.status for link in find_common_ground(*people).links), None)


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("Judo SDK for payments", "judo"),
        ("Sailing CRM migration", "sailing"),
        ("baking supervisor, night shift", "baking"),
        ("Fencing contractor, chain link and palisade", "fencing"),
        ("Sewing machinist in a garment factory", "sewing"),
        ("Travel agency reservations", "travel"),
        ("Puppetry framework for browser tests", "puppetry"),
        ("gardening, NVQ level 2", "Gardening, CSCS card and NVQ"),
    ],
)
def test_what_tools_duties_and_papers_stand_beside_is_no_hobby(said: str, hobby: str) -> None:
    assert status(said, hobby) != "confirmed"


def test_two_words_of_work_in_the_detail_say_it_of_the_label() -> None:
    assert status("Baking", "baking", detail="commis, night production line") is None
    assert status("Baking", "baking", detail="sourdough at weekends") == "confirmed"


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("darts coordinator at the care home", "darts"),
        ("photography for clients", "photography"),
        ("Gardening, assistant manager", "gardening"),
    ],
)
def test_somebodys_post_or_customer_leaves_it_possible(said: str, hobby: str) -> None:
    assert status(said, hobby) == "possible"


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("table tennis in the office basement", "table tennis"),
        ("climbing after late shifts", "climbing"),
        ("parkrun with the staff team", "running"),
        ("sewing, not dressmaking shop work, just for fun", "sewing"),
        ("beekeeping, volunteer inspector of the club's hives", "beekeeping"),
        ("robotics with Python and a vision API", "robotics"),
        ("home automation with my own dashboard", "home automation"),
    ],
)
def test_work_as_the_setting_of_a_hobby_takes_nothing_away(said: str, hobby: str) -> None:
    assert status(said, hobby) == "confirmed"


def test_a_group_may_have_its_coordinators() -> None:
    assert status("Parkinson's support group coordinator", "support group", kind="group") == "possible"
    assert status("RNLI, fundraising co-ordinator and claims volunteer", "RNLI", kind="cause") == "confirmed"


def test_equal_words_are_shared_even_where_they_mean_work() -> None:
    assert status("Kendo UI", "kendo ui") == "confirmed"
