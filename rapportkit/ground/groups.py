"""Groups and causes: organisations by name and abbreviation, and kinds of them (a food bank, a choir of a church)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapportkit.ground.fold import data
from rapportkit.ground.found import Found
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.mentions import mentions, shared_concepts
from rapportkit.people.person import Fact


def shared_groups(mine: Iterable[Fact], theirs: Iterable[Fact]) -> Iterator[Found]:
    """The groups and causes that both name; two of one kind (two mosques) are only possible."""
    yield from shared_concepts(mentions(mine, groups()), mentions(theirs, groups()))


@cache
def groups() -> Lexicon:
    """The groups and causes that we know by more than one name."""
    return lexicon_of(data("groups.toml")["group"])
