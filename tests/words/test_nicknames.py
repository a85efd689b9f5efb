"""Short forms, other spellings and slips."""

from __future__ import annotations

import pytest

from rapportkit.words.nicknames import is_given_name, likeness, name_data


@pytest.mark.parametrize(
    ("written", "noted"),
    [
        ("Bob", "Robert"),
        ("Robert", "Bob"),
        ("Bob", "Rob"),
        ("Liz", "Elizabeth"),
        ("Sasha", "Alexander"),
        ("Paco", "Francisco"),
        ("Emeka", "Chukwuemeka"),
        ("Vik", "Vikram"),
        ("MARIA", "María"),
        ("Mohamed", "Muhammad"),
        ("Gosia", "Małgorzata"),
    ],
)
def test_a_short_form_is_the_same_name(written: str, noted: str) -> None:
    assert likeness(written, noted) == "same"


@pytest.mark.parametrize(
    ("written", "noted"), [("Prya", "Priya"), ("Pryia", "Priya"), ("Priyaa", "Priya"), ("Prina", "Priya")]
)
def test_one_slip_of_the_finger_is_near(written: str, noted: str) -> None:
    assert likeness(written, noted) == "near"


@pytest.mark.parametrize(("written", "noted"), [("Tom", "Priya"), ("Alexandra", "Alexander"), ("Li", "Lu")])
def test_another_name_is_another(written: str, noted: str) -> None:
    assert likeness(written, noted) == "other"


def test_the_end_of_a_surname_can_be_kept_from_counting() -> None:
    assert likeness("John", "Johnson", short_form=False) == "other"


def test_given_names_that_everybody_knows_are_told_from_words() -> None:
    assert is_given_name("bob")
    assert not is_given_name("However")


def test_the_data_holds_no_form_twice_under_one_name() -> None:
    for full, shorts in name_data()["given"].items():
        assert len(set(shorts)) == len(shorts), full
        assert full not in shorts, full
