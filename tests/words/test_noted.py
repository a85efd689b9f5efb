"""Whom the learner has noted."""

from __future__ import annotations

import pytest

from rapportkit.words.noted import compare, people_noted
from rapportkit.words.tokens import tokens


@pytest.mark.parametrize(
    ("interviewer", "people"),
    [
        ("Priya Nair and Tom Webb", [("Priya", "Nair"), ("Tom", "Webb")]),
        ("Priya Nair; Tom Webb", [("Priya", "Nair"), ("Tom", "Webb")]),
        ("Priya Nair, Tom Webb and Ana Ruiz", [("Priya", "Nair"), ("Tom", "Webb"), ("Ana", "Ruiz")]),
        ("Nair, Priya", [("Priya", "Nair")]),
        ("Dr. Folake Adebayo, MD", [("Folake", "Adebayo")]),
        ("Priya Nair (Head of Care)", [("Priya", "Nair")]),
        ("Priya Nair - ward manager", [("Priya", "Nair")]),
        ("Elizabeth (Liz) Stone", [("Elizabeth", "Liz", "Stone")]),
        ("the hiring team", []),
        ("  ", []),
        ("?!", []),
    ],
)
def test_a_line_of_names_is_taken_apart(interviewer: str, people: list[tuple[str, ...]]) -> None:
    assert [person.parts for person in people_noted(interviewer)] == people


@pytest.mark.parametrize(
    ("written", "titled", "noted", "match"),
    [
        ("Nair", True, "Priya Nair", "same"),
        ("P", False, "Priya Nair", "same"),
        ("PN", False, "Priya Nair", "same"),
        ("Priya", False, "P. Nair", "same"),
        ("Ji Woo", False, "Jiwoo Kim", "same"),
        ("Smith-Jones", True, "Alan Smith", "same"),
        ("Webb", True, "Priya", "unknown"),
        ("Priya", False, "Ms Nair", "unknown"),
        ("Natalia", False, "Наталья Иванова", "unknown"),
        ("Prya Nair", False, "Priya Nair", "near"),
        ("Priya Patel", False, "Priya Nair", "other"),
        ("John", False, "Tom Johnson", "other"),
    ],
)
def test_a_written_name_is_held_against_a_noted_one(written: str, titled: bool, noted: str, match: str) -> None:
    (person,) = people_noted(noted)
    assert compare(tuple(tokens(written)), titled=titled, person=person) == match
