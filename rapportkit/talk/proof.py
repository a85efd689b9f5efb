"""Proof that a scene comes to an end: learners of all kinds play it, by script and by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from zlib import crc32

from rapportkit.talk.memory import Talk
from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import Scene

MOST_TURNS = 40
"""A talk that goes on for more turns of the learner's counts as endless."""

_SCRIPTS: dict[str, tuple[str, ...]] = {
    "says nothing": ("",),
    "says one word": ("Yes.", "Work.", "No.", "Sometimes."),
    "asks back": ("And you?", "Why do you ask?", "What about you?", "How did you get here yourself?"),
    "asks on": ("Tell me more.", "Why?", "What was that like?", "How many people work here?", "What would I be doing?"),
    "tells": (
        "I mended the freezer with my neighbour on a Sunday, and by the evening the whole street had ice.",
        "We had a customer who came every day for one roll, and I learnt to ask about his dog.",
        "At my last job I kept the rota, which nobody wanted, and after a month nobody swapped any more.",
    ),
    "cannot be understood": ("asdf ghjk", "wrlk pfft", "Ich verstehe leider nichts davon.", "你好"),
    "declines": ("I'd rather not say.", "Next question, please.", "Could you repeat that?", "I don't know."),
    "is rude": ("This is stupid.", "Shut up."),
}
"""Learners that every scene must come through with, and what each says, over and over."""

_BY_CHANCE = 12


def faults_of(scene: Scene) -> tuple[str, ...]:
    """
    What is wrong with how a scene plays, in sentences; empty where every learner comes to its end.

    A scene is played by learners who follow a script and by such as say anything. No talk may take more than
    `MOST_TURNS` turns, none may give the same reply twice in a row, and a learner who tells hears every question.
    """
    found = [fault for who, learner in _learners() if (fault := _played(scene, who, learner))]
    talk = _last(scene, _following(_SCRIPTS["tells"]))
    said = " ".join(exchange.reply for exchange in talk.exchanges)
    found += [f"nobody ever hears the question “{ask.asks}”" for ask in scene.ask if ask.asks not in said]
    return tuple(dict.fromkeys(found))


Learner = Callable[[int], str]


def _learners() -> Iterator[tuple[str, Learner]]:
    for who, script in _SCRIPTS.items():
        yield f"a learner who {who}", _following(script)
    for seed in range(_BY_CHANCE):
        yield "a learner who says anything", _anything(seed)


def _following(script: tuple[str, ...]) -> Learner:
    return lambda turn: script[turn % len(script)]


def _anything(seed: int) -> Learner:
    everything = [line for script in _SCRIPTS.values() for line in script]
    return lambda turn: everything[crc32(f"{seed} {turn}".encode()) % len(everything)]


def _played(scene: Scene, who: str, learner: Learner) -> str | None:
    talk = _last(scene, learner)
    replies = [exchange.reply for exchange in talk.exchanges]
    if not talk.over:
        return f"{who} comes to no end in {MOST_TURNS} turns"
    if any(one == other for one, other in pairwise(replies)):
        return f"{who} hears the same reply twice in a row"
    return None


def _last(scene: Scene, learner: Learner) -> Talk:
    talk = start(scene, seed=1)
    while not talk.over and talk.turns < MOST_TURNS:
        talk = answer(talk, learner(talk.turns))
    return talk
