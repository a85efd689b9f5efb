"""What kind of thing was said."""

from __future__ import annotations

import pytest

from rapportkit.talk.hearing import HEARD_FIRST, HEARD_LAST, Heard


@pytest.mark.parametrize(
    "said",
    [
        "How did you get here?",
        "what is the team like",
        "Tell me about the allotment.",
        "I'd love to hear how that began.",
        "I mended it. Do you mend things too?",
        "could you tell me what a day looks like",
    ],
)
def test_a_question_is_heard_with_and_without_its_mark(said: str) -> None:
    assert Heard(said).questions


@pytest.mark.parametrize(
    "said",
    ["I know how to bake.", "When it rained we stayed inside.", "What I liked was the quiet.", "That is what I did."],
)
def test_a_statement_is_no_question(said: str) -> None:
    assert not Heard(said).questions


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        ("Do you like it here?", True),
        ("How many are you?", True),
        ("What made you stay?", False),
        ("Tell me about the team.", False),
    ],
)
def test_closed_and_open_questions_are_told_apart(said: str, closed: bool) -> None:
    assert Heard(said).is_closed is closed


@pytest.mark.parametrize("said", ["Teamwork", "Yes", "Leeds", "OK thanks", "I enjoy gardening", "NHS", "12"])
def test_a_word_or_two_is_no_nonsense(said: str) -> None:
    assert not Heard(said).is_nonsense


def test_a_greeting_in_another_language_is_heard_as_such() -> None:
    assert Heard("Guten Tag, ich freue mich sehr auf das Gespräch.").language == "German"
    assert Heard("I grew up in Rio de Janeiro.").language is None


def test_of_a_very_long_speech_the_beginning_and_the_end_are_heard() -> None:
    heard = Heard("first " + "word " * 10_000 + "last")

    assert heard.words == 10_002
    assert len(heard.text) == HEARD_FIRST + HEARD_LAST + 1
    assert heard.text.startswith("first")
    assert heard.text.endswith("last")


@pytest.mark.parametrize(
    "said", ["My hands? Gaming mostly, and I can solder.", "Honestly? I need a job.", "Can I be honest, it is hard."]
)
def test_a_question_to_oneself_is_none_to_the_interviewer(said: str) -> None:
    assert not Heard(said).questions


@pytest.mark.parametrize(
    "asked",
    [
        "Is there a nurse in the house at night, and would you count my eleven years on the ward?",
        "I asked about the size of the archive and I don't think you answered.",
        "Do you have children here with allergies?",
        "How many kilometres of records do you keep?",
    ],
)
def test_a_question_about_the_place_is_no_prying(asked: str) -> None:
    heard = Heard(asked)

    assert heard.digging is None
    assert not heard.has("private_question")


@pytest.mark.parametrize(
    "asked", ["I saw on Street View that your house has a blue door.", "I looked up your old tweets."]
)
def test_digging_is_still_heard(asked: str) -> None:
    assert Heard(asked).digging
