"""Military service: one force under its names, its ships and its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapportkit.ground.fold import folded_words
from rapportkit.ground.found import Found, by_key
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.named import Named, Names, meetings
from rapportkit.ground.periods import time_between
from rapportkit.ground.register import Entry, bare
from rapportkit.people.person import Fact

_FORCE = "army navy force forces marine corps guard raf usaf usmc bundeswehr gurkhas bundesheer"


def service_of(facts: Iterable[Fact]) -> Names:
    """The forces that *facts* name."""
    return by_key(facts, _named)


def shared_service(mine: Names, theirs: Names) -> Iterator[Found]:
    """The forces that both served in. With care: what happened there is not everybody's to tell."""
    for met in meetings(mine, theirs):
        times = time_between(met.mine, met.theirs).replace("both there", "both serving")
        if met.status == "confirmed":
            why = f"You both served in the same force, {met.label}" + (f": {times}." if times else ".")
        else:
            why = f"You both served, but in two forces ({met.label})."
        yield Found("service", met.label, met.status, met.mine, met.theirs, why, "amber", 3)


def is_force(employer: Fact) -> bool:
    """Whether an employer is an armed force by its full name: who worked for the army served in it."""
    key = bare(employer.label)
    return key in forces().phrases and not _force_words().isdisjoint(key.split())


@cache
def _force_words() -> frozenset[str]:
    """When first asked for: folding words reads a large file."""
    return frozenset(folded_words(_FORCE))


@cache
def forces() -> Lexicon:
    """The armed forces, by name, nickname, ship and unit."""
    return lexicon_of("service.toml", "force")


def _named(fact: Fact) -> Named:
    found = tuple(forces().read(folded_words(f"{fact.label} {fact.detail or ''}")))
    if not found:
        return Named(bare(fact.label), None)
    concept = forces().concepts[found[0]]
    return Named(concept.name, Entry(concept.name, concept.ways, concept.near, "", common=False))
