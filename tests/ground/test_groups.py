"""Organisations: one under its names, sisters of one movement, and letters that stand for two things."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Link
from rapportkit.people.person import Fact, FactKind, Person


def best(mine: str, theirs: str, kind: FactKind = "group", other: FactKind | None = None) -> Link | None:
    one = Person(name="A", facts=(Fact(kind=kind, label=mine, where="form"),))
    two = Person(name="B", facts=(Fact(kind=other or kind, label=theirs, where="form"),))
    return next(iter(find_common_ground(one, two).links), None)


def status(mine: str, theirs: str, kind: FactKind = "group", other: FactKind | None = None) -> str | None:
    link = best(mine, theirs, kind, other)
    return link.status if link else None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Scouts Australia", "Scouting Ireland"),
        ("Girlguiding", "Girl Scouts of the USA"),
        ("Kenya Red Cross", "Canadian Red Cross"),
        ("RSPCA", "Cats Protection"),
        ("RSPB", "Butterfly Conservation"),
        ("Teach For Malaysia", "Teach First"),
        ("Unison", "GMB"),
        ("soup van on Fridays", "night shelter volunteer"),
        ("lifeboat crew", "mountain rescue"),
        ("stokvel treasurer", "our paluwagan"),
    ],
)
def test_sisters_of_one_movement_are_possible(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "possible"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Scouts Australia", "Cub Scout leader"),
        ("RSPCA volunteer", "fostering kittens"),
        ("union rep", "shop steward"),
        ("Usdaw rep", "USDAW"),
        ("Teach for India fellow", "Teach For India"),
        ("Tidy Towns", "Tidy Towns committee, Westport"),
    ],
)
def test_one_organisation_or_one_of_its_kind_in_general_is_confirmed(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "confirmed"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("WWF", "WWF tapes, wrestling of the nineties"),
        ("Round Table", "Camelot and the round table legends"),
        ("Lions Club", "Brisbane Lions in the AFL"),
        ("Blue Cross volunteer", "Blue Cross insurance claims"),
        ("Recovery group", "AA roadside patrol"),
    ],
)
def test_a_name_that_something_else_bears_is_no_group(mine: str, theirs: str) -> None:
    assert status(mine, theirs, "group", "interest") is None


def test_three_letters_that_nobody_knows_may_stand_for_two_things() -> None:
    assert status("QXD", "QXD") == "possible"
    assert status("Quilters of Dorset", "Quilters of Dorset") == "confirmed"


def test_what_both_list_among_their_groups_is_a_group() -> None:
    link = best("choir", "the town choir")
    assert link is not None
    assert (link.kind, link.status) == ("group", "confirmed")


@pytest.mark.parametrize("said", ["Red Cross first aid certificate, exp. 2027", "adopted a cat from the RSPCA"])
def test_who_holds_a_paper_of_it_or_was_served_by_it_need_not_belong_to_it(said: str) -> None:
    name = "Red Cross" if "Cross" in said else "RSPCA"
    facts = (Fact(kind="cause", label=name, where="form"), Fact(kind="interest", label=said, where="form"))
    one, other = (Person(name="A", facts=(fact,)) for fact in facts)
    assert {link.status for link in find_common_ground(one, other).links} <= {"possible"}


@pytest.mark.parametrize(
    ("initials", "name"),
    [
        ("CIMA", "Chartered Institute of Management Accountants"),
        ("CILIP member", "Chartered Institute of Library and Information Professionals"),
        ("RTPI", "Royal Town Planning Institute"),
        ("CIPFA", "the Chartered Institute of Public Finance and Accountancy"),
    ],
)
def test_a_professional_body_is_known_by_its_initials_and_shared_only_perhaps(initials: str, name: str) -> None:
    me, them = (Person(name="A", facts=(Fact(kind="group", label=label, where="w"),)) for label in (initials, name))

    (link,) = find_common_ground(me, them).links

    assert (link.kind, link.status) == ("group", "possible")
