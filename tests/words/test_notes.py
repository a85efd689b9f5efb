"""What a message says, in other words than those of the judged examples."""

from __future__ import annotations

import pytest

from rapportkit.words.context import MessageContext
from rapportkit.words.message import MessageKind, review_message
from tests.words.variants import variants

NOTE = "Dear Ms Falk, thank you for today. I still think of the milk round. {} Kind regards, Ana"
REPLY = "Dear Ms Falk, thank you for telling me. {} I hope we meet again. Kind regards, Ana"
ROUND = "the milk round at four in the morning"


def note(said: str) -> str:
    return said if said.startswith("Dear") else NOTE.replace(" I still think of the milk round.", "").format(said)


def rules(kind: MessageKind, text: str, talked_about: str = ROUND) -> set[str]:
    """The rules that remark on a message to Ms Falk."""
    context = MessageContext(interviewer="Iris Falk", talked_about=(talked_about,))
    return {remark.rule for remark in review_message(kind, text, context).remarks}


@pytest.mark.parametrize("said", variants("asks-for-itself")["caught"])
def test_a_request_is_heard_without_helping_verbs_and_articles(said: str) -> None:
    assert "pushy" in rules("thanks-for-connecting", NOTE.format(said))


@pytest.mark.parametrize("said", variants("asks-for-itself")["left"])
def test_the_same_words_that_offer_or_tell_are_no_request(said: str) -> None:
    assert "pushy" not in rules("thanks-for-connecting", NOTE.format(said))


@pytest.mark.parametrize("said", variants("reproach")["caught"])
def test_to_demand_reasons_in_a_question_is_a_reproach(said: str) -> None:
    assert "bitter" in rules("gracious-reply", REPLY.format(said))


@pytest.mark.parametrize("said", variants("reproach")["left"])
def test_to_have_understood_the_reasons_is_none(said: str) -> None:
    assert "bitter" not in rules("gracious-reply", REPLY.format(said))


@pytest.mark.parametrize(("topic", "said"), variants("takes-up-the-talk")["caught"])
def test_what_was_talked_about_counts_in_other_words(topic: str, said: str) -> None:
    assert "not-specific" not in rules("thank-you", note(said), topic)


@pytest.mark.parametrize(("topic", "said"), variants("takes-up-the-talk")["left"])
def test_praise_of_oneself_or_an_unfilled_frame_takes_up_nothing(topic: str, said: str) -> None:
    assert "not-specific" in rules("thank-you", note(said), topic)


@pytest.mark.parametrize("greeting", variants("gap-for-a-name")["caught"])
def test_a_gap_for_a_name_earns_no_name(greeting: str) -> None:
    assert "no-name" in rules("thank-you", f"{greeting}\n\nthank you for the milk round.")


@pytest.mark.parametrize("greeting", variants("gap-for-a-name")["left"])
def test_a_name_beside_a_gap_is_one(greeting: str) -> None:
    assert "no-name" not in rules("thank-you", f"{greeting}\n\nthank you for the milk round.")
