"""Which sentences ask, and what remains of a question without its preamble."""

from __future__ import annotations

import pytest

from rapportkit.talk.hearing import Heard
from rapportkit.talk.is_asking import without_preamble


@pytest.mark.parametrize(
    "said",
    [
        "I say, tell me what happened, and then I listen.",
        "I always ask them, tell me the number.",
        "I shouted, what now!",
    ],
)
def test_what_one_says_to_others_asks_the_interviewer_nothing(said: str) -> None:
    assert Heard(said).questions == ()


@pytest.mark.parametrize("said", ["Tell me about the garden.", "I said yes. Tell me about the pay.", "I ask too much?"])
def test_what_is_said_to_the_interviewer_asks(said: str) -> None:
    assert Heard(said).questions or said.startswith("I ask")


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("can you take us through the evening", "tell me about the evening"),
        ("and would you just walk me through a week", "tell me about a week"),
        ("can you walk to the sea", "can you walk to the sea"),
        ("would you walk me home", "would you walk me home"),
    ],
)
def test_to_be_walked_through_is_to_be_told(asked: str, plain: str) -> None:
    assert without_preamble(asked) == plain
