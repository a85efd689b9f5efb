"""Who follows a club, a band or a series, and who plays: two sides of one thing, which meet only perhaps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapportkit.ground.concept import Concept
from rapportkit.ground.fold import data, fold

Said = Sequence[tuple[str, frozenset[str]]]
"""The phrases that speak of a concept, each with the folded words of the fact that it stands in."""


def follows(concept: Concept, said: Said) -> bool:
    """Whether nothing is said but the name of a club or an artist."""
    return all(phrase in concept.clubs for phrase, _ in said)


def are_rivals(concept: Concept, mine: Said, theirs: Said) -> bool:
    """Whether both say nothing but what clubs or artists they follow, and none of them is the same."""
    here, there = ({concept.clubs.get(phrase, "") for phrase, _ in side} for side in (mine, theirs))
    return "" not in here | there and here.isdisjoint(there)


def clubs_of_both(concept: Concept, mine: Said, theirs: Said) -> list[str]:
    """The clubs or artists that both name, by the names that they are known by."""
    here, there = ({concept.clubs[phrase] for phrase, _ in side if phrase in concept.clubs} for side in (mine, theirs))
    return sorted(here & there)


def plays(concept: Concept, said: Said) -> bool:
    """Whether somebody says that they play, and names no club."""
    clubs = any(phrase in concept.clubs for phrase, _ in said)
    return not clubs and any(not _playing().isdisjoint(words) for _, words in said)


def looks_on(said: Sequence[tuple[tuple[str, ...], frozenset[str]]]) -> bool:
    """
    Whether watching is what is filed under a name ("Volleyball" over "watching the Olympics"), and nothing of playing.

    *said* are the words of each clause that speaks of it, with those of the fact and all filed under it. Who writes
    "watching the Crucible" without more has named what they love.
    """
    words = frozenset[str]().union(*(words for _, words in said))
    apart = all(_watching().isdisjoint(clause) for clause, _ in said)
    return apart and not words.isdisjoint(_watching()) and words.isdisjoint(_playing())


@cache
def _watching() -> frozenset[str]:
    return frozenset(map(fold, data("interests_reading.toml")["looks_on"]))


@cache
def _playing() -> frozenset[str]:
    return frozenset(map(fold, data("interests_reading.toml")["plays"]))
