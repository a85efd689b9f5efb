"""A clause of what somebody says, whose it is, and the lists of words by which that is told."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from rapportkit.ground.fold import data, fold

Stance = Literal["mine", "ended", "refused", "wished", "others"]
"""`mine` alone is evidence."""


class Clause(NamedTuple):
    """Some folded words of a text, whose they are, and the phrase as it was written."""

    stance: Stance
    words: tuple[str, ...]
    said: str


def says_something(words: tuple[str, ...]) -> bool:
    """Whether anything is left of *words* beside filling and numbers."""
    filling = listed("words")
    return any(word not in filling and not word.isdigit() and word != "number" for word in words)


@cache
def listed(name: str) -> frozenset[str]:
    """The folded words or phrases of a list of `interests_reading.toml`."""
    reading = data("interests_reading.toml")
    return frozenset(fold(phrase) for phrase in (reading.get(name) or reading["stock"][name]))
