"""A concept in somebody's words, and all that one person mentions."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.ground.clause import Clause
from rapportkit.ground.lexicon import Lexicon
from rapportkit.people.person import Fact


class Mention(NamedTuple):
    """A concept in a clause of a fact; a wish ("would like to learn to sail") is one that is not certain."""

    fact: Fact
    clause: Clause
    certain: bool
    phrase: str
    kind_of: str = ""
    """The particular thing that was named, where this concept is only what it is a kind of."""
    clear: bool = True
    """Whether the words can hardly mean anything else."""
    words: frozenset[str] = frozenset()
    """All the words of the fact."""


class Mentions(NamedTuple):
    """All mentions on one side, by concept."""

    lexicon: Lexicon
    of: dict[str, list[Mention]]
    speaking: frozenset[int] = frozenset()
    """Which of the facts, counted from 0, speak of a concept as their owner's own and of today."""
    wide: tuple[str, ...] = ()
    """Those of the concepts that are fields (sports, music)."""
