"""What was told of illness and trouble at home is not for a note."""

from __future__ import annotations

import pytest

from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message
from rapportkit.words.review import Remark
from tests.words.variants import variants

NOTE = "Dear Ms Falk, thank you for today. I still think of the milk round. {} Kind regards, Ana"


def remarks(said: str) -> list[Remark]:
    return list(review_message("thank-you", NOTE.format(said), MessageContext(interviewer="Iris Falk")).remarks)


@pytest.mark.parametrize("said", variants("health-of-others")["caught"])
def test_illness_and_trouble_of_others_is_to_consider(said: str) -> None:
    assert [one.weight for one in remarks(said) if one.rule == "sensitive"] == ["consider"]


@pytest.mark.parametrize("said", variants("health-of-others")["left"])
def test_other_words_on_people_and_health_are_left_alone(said: str) -> None:
    assert "sensitive" not in {one.rule for one in remarks(said)}


def test_what_was_noted_in_confidence_is_not_asked_for_in_the_note() -> None:
    bare = "Dear Ms Falk, thank you for your time and for the interview. Kind regards, Ana"
    told = MessageContext(interviewer="Iris Falk", talked_about=("her daughter is in hospital",))

    assert "not-specific" not in review_message("thank-you", bare, told).looked_for
    both = told.with_(talked_about=(*told.talked_about, "the new crane"))
    assert "not-specific" in {one.rule for one in review_message("thank-you", bare, both).remarks}
