"""
Random and hostile talks with every scene: no error, no reply twice in a row, every one ends.

Here a few with each; `make bench` plays a thousand.
"""

from __future__ import annotations

import random

import pytest

from rapportkit.talk.proof import MOST_TURNS
from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import Scene, built_in_scenes

WORDS = (
    "i",
    "you",
    "the",
    "what",
    "how",
    "why",
    "stop",
    "hello",
    "pigeons",
    "leeks",
    "rota",
    "12",
    "yes",
    "no",
    "team",
    "sorry",
)
HOSTILE = (
    "",
    "   ",
    "...",
    "?",
    "\U0001f600\U0001f600",
    "no",
    "yes",
    "asdf qwer zxcv",
    "\x00\u202e",
    "\ud800",
    "a" * 5_000,
    "word " * 2_000,
    "((((((((",
    "? ? ? ?",
    "fuck you",
    "are you a robot?",
    "Où est la gare ? Je ne comprends pas la question.",
    "我不明白",
    "let me think",
    "could you repeat that?",
    "what do you mean?",
    "and you?",
    "why do you ask?",
    "how many people work here?",
    "tell me more",
    "why?",
    "thanks",
    "I saw on your Instagram that your daughter got married",
    "how old are you?",
    "what's the pay?",
    "I am a people person who gives 110 percent",
    "{echo} {0} %s \\",
    "<script>alert(1)</script>",
    "I don't know",
    "I'd rather not say",
    "sorry, I'm nervous",
    "haha",
    "my wife is ill",
    "no questions",
    "next question please",
    "I fixed the boiler on Sunday with my neighbour and nobody noticed",
)


def said(chance: random.Random) -> str:
    return chance.choice(HOSTILE) if chance.random() < 0.7 else " ".join(chance.choices(WORDS, k=chance.randint(1, 40)))


def play_out(scene: Scene, seed: int) -> None:
    chance, talk = random.Random(seed), start(scene, seed)
    while not talk.over:
        before, talk = talk.reply, answer(talk, said(chance))
        assert talk.reply.strip()
        assert talk.reply != before
        assert talk.turns <= MOST_TURNS
        assert "{" not in talk.reply


@pytest.fixture
def talks(request: pytest.FixtureRequest) -> int:
    return 1_000 if request.config.getoption("benchmark_enable") else 15


@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("scene", built_in_scenes().values(), ids=lambda scene: scene.id)
def test_every_talk_ends_without_an_error_and_no_reply_comes_twice_in_a_row(scene: Scene, talks: int) -> None:
    for seed in range(talks):
        play_out(scene, seed)
