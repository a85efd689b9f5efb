"""Talks played by tests: a scene, a seed, and what the learner says."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.talk.memory import Talk
from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import scene_called


def play(scene: str, *said: str, seed: int = 1) -> Talk:
    """The talk after all of that has been said."""
    talk = start(scene_called(scene), seed)
    for one in said:
        talk = answer(talk, one)
    return talk


def kinds(talk: Talk) -> list[str]:
    """What the interviewer noted, in order."""
    return [note.kind for note in talk.memory.notes]


def replies(talk: Talk) -> Sequence[str]:
    """All replies, the opening first."""
    return [exchange.reply for exchange in talk.exchanges]
