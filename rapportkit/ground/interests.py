"""Interests, arts and sports: what a phrase means, by name, brand, place, event, slang or role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapportkit.ground.fold import data
from rapportkit.ground.found import Found
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.mentions import mentions, shared_concepts
from rapportkit.people.person import Fact


def shared_interests(mine: Iterable[Fact], theirs: Iterable[Fact]) -> Iterator[Found]:
    """The interests of the taxonomy that both have, and neighbours such as kayaking and canoeing."""
    yield from shared_concepts(mentions(mine, interests()), mentions(theirs, interests()))


@cache
def interests() -> Lexicon:
    """The taxonomy of interests."""
    return lexicon_of(data("interests.toml")["concept"], data("interests_reading.toml")["wares"], "interests.toml")
