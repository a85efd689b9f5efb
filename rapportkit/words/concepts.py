"""What a line speaks of among the interests and groups that we know, held against a link's label."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from rapportkit.ground.concept import Concept
from rapportkit.ground.fold import folded_words
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.people.person import FactKind

ACTIVITIES: tuple[FactKind, ...] = ("interest", "creative", "sport", "group", "cause")

Bearing = Literal["near", "elsewhere", "silent", "unknown"]
"""`near`: about the thing or a neighbour. `unknown`: the label is none that we know, and nothing else is named."""

_MOST_SIGNS = 20_000


def bearing(line: str, label: str) -> Bearing:
    """
    How what *line* speaks of bears on *label*.

        >>> bearing("I swim before work.", "Rock climbing")
        'elsewhere'
    """
    wanted = {concept.name: concept for concept in _concepts(label)}
    spoken = {concept.name: concept for concept in _concepts(line[:_MOST_SIGNS])}
    neighbours = {name for concept in wanted.values() for name in concept.near}
    if spoken.keys() & (wanted.keys() | neighbours):
        return "near"
    if spoken:
        return "elsewhere"
    return "silent" if wanted else "unknown"


@lru_cache(maxsize=256)
def _concepts(text: str) -> tuple[Concept, ...]:
    return tuple(_read(folded_words(text)))


def _read(words: tuple[str, ...]) -> Iterator[Concept]:
    for lexicon in (interests(), groups()):
        yield from (lexicon.concepts[name] for name in lexicon.read(words))
