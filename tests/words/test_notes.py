"""What a message says, in other words than those of the judged examples."""

from __future__ import annotations

import pytest

from rapportkit.words.context import MessageContext
from rapportkit.words.message import MessageKind, review_message
from tests.words.variants import variants

NOTE = "Dear Ms Falk, thank you for today. I still think of the milk round. {} Kind regards, Ana"
REPLY = "Dear Ms Falk, thank you for telling me. {} I hope we meet again. Kind regards, Ana"
ROUND = "the milk round at four in the morning"


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
