"""Whether they are addressed, and by the right name."""

from __future__ import annotations

import pytest

from rapportkit.words.names import no_name, wrong_names
from rapportkit.words.noted import expected_reader

PRIYA = expected_reader("Priya Nair")


@pytest.mark.parametrize(
    "text",
    [
        "Dear Priya,\nthank you.",
        "Thank you, Priya, for the tour.",
        "Hi there, thanks Priya for the coffee.",
        "Great to meet you, Priya!",
        "Priya, it was great to meet you.",
        "hi priya, thanks",
        "Dear Ms Nair, thanks",
        "Dear [Name], thank you. Priya, it was great to meet you.",
    ],
)
def test_who_is_addressed_by_name_earns_no_remark(text: str) -> None:
    assert no_name(text, PRIYA) is None


def test_a_greeting_to_nobody_is_shown() -> None:
    found = no_name("Dear Hiring Manager,\nthank you.", PRIYA)
    assert found is not None
    assert (found.how, found.weight, found.span) == ("generic", "fix", (0, 19))


def test_the_signature_does_not_count_even_with_the_same_name() -> None:
    found = no_name("Thank you for your time.\nBest,\nPriya", PRIYA)
    assert found is not None
    assert (found.how, found.weight, found.span) == ("absent", "fix", None)


def test_a_name_that_is_only_spoken_about_is_to_consider() -> None:
    found = no_name("It was lovely to talk with Priya about bees. Thanks a lot", PRIYA)
    assert found is not None
    assert (found.how, found.weight) == ("mentioned", "consider")


def test_without_a_noted_name_a_missing_greeting_is_to_consider() -> None:
    found = no_name("It was lovely to see the workshop.", expected_reader(""))
    assert found is not None
    assert found.weight == "consider"
    assert no_name("Hi Jo! Loved the tour.", expected_reader("")) is None


@pytest.mark.parametrize(
    ("text", "interviewer"),
    [
        ("Dear Bob,", "Robert Kline"),
        ("Dear Mr Smith-Jones,", "Alan Smith"),
        ("Dear Frau Mueller,", "Anna Müller"),
        ("Dear Priya,", "Priya Nair and Tom Webb"),
        ("Hi Tom and Priya,", "Priya Nair; Tom Webb"),
        ("Dear Pak Suparman,", "Suparman"),
        ("Monday, I met you.", "Priya Nair"),
        ("However, it was fun.", "Priya Nair"),
        ("Dear Tom,", ""),
    ],
)
def test_the_right_name_in_any_form_is_not_wrong(text: str, interviewer: str) -> None:
    assert wrong_names(text + " thank you for today.", expected_reader(interviewer)) == ()


def test_another_name_is_shown_with_the_noted_one() -> None:
    (wrong,) = wrong_names("Dear Ms Patel, thank you.", PRIYA)
    assert (wrong.written, wrong.noted, wrong.how, wrong.weight, wrong.span) == (
        "Ms Patel",
        "Priya Nair",
        "other",
        "fix",
        (5, 13),
    )


def test_a_slip_in_the_name_is_shown_as_one_of_spelling() -> None:
    (wrong,) = wrong_names("Dear Prya, thank you.", PRIYA)
    assert (wrong.how, wrong.weight) == ("spelling", "fix")


def test_a_stranger_next_to_the_right_name_is_left_alone() -> None:
    assert wrong_names("Dear Priya and Tom,\nthank you.", PRIYA) == ()


def test_a_greeting_in_another_language_is_one() -> None:
    assert no_name("Sat sri akal Harpreet,\nthank you.", expected_reader("Harpreet Gill")) is None


def test_a_wrong_name_after_the_thanks_is_to_consider() -> None:
    (wrong,) = wrong_names("Thank you, Maria, for the tour of the plant.", expected_reader("Tom Webb"))
    assert (wrong.written, wrong.weight) == ("Maria", "consider")


def test_a_title_that_contradicts_the_noted_one_is_to_consider() -> None:
    (found,) = wrong_names("Dear Mrs Ashworth,\nthank you.", expected_reader("Mr Ashworth"))
    assert (found.written, found.noted, found.weight) == ("Mrs Ashworth", "Mr Ashworth", "consider")
    assert not wrong_names("Dear Dr Ashworth,\nthank you.", expected_reader("Mr Ashworth"))
    assert not wrong_names("Dear Ms Ashworth,\nthank you.", expected_reader("Mrs Ashworth"))


def test_a_lone_name_after_the_last_sentence_signs_and_addresses_nobody() -> None:
    found = no_name("To whom it may concern, thank you for the walk. Helen", expected_reader("Helen Marsh"))
    assert found is not None
    assert found.how == "generic"


@pytest.mark.parametrize(("noted", "text"), [("Don Ritchie", "Hi Don, thank you."), ("Col Brady", "G'day Col,\nta.")])
def test_a_title_that_is_a_given_name_speaks_to_its_owner(noted: str, text: str) -> None:
    assert no_name(text, expected_reader(noted)) is None
