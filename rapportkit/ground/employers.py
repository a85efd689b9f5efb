"""Employers: one firm under its names. They rank last, for work is not what makes a friend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapportkit.ground.everyday import borne_by_many
from rapportkit.ground.fold import data
from rapportkit.ground.found import PROFESSIONAL, Found, by_key
from rapportkit.ground.link import Status
from rapportkit.ground.named import Met, Named, Names, meetings
from rapportkit.ground.periods import time_between
from rapportkit.ground.register import Register, bare, register_of
from rapportkit.ground.topics import softened
from rapportkit.people.person import Fact


class Employers(NamedTuple):
    """The employers of one person: by name, and those that no list knows without words such as "Group"."""

    names: Names
    short_names: Names


def employers_of(facts: Iterable[Fact]) -> Employers:
    """The employers that *facts* name."""
    facts = tuple(facts)
    return Employers(by_key(facts, _named), by_key(facts, _short_named))


def shared_employers(mine: Employers, theirs: Employers) -> Iterator[Found]:
    """The employers that both had; a firm and its group, or two parts of one service, are only possible."""
    for met in meetings(mine.names, theirs.names):
        times = time_between(met.mine, met.theirs)
        if met.status == "confirmed" and _perhaps_another(met):
            why = f"One of you says no more than one word for {met.label}, which other firms go by as well: ask."
            yield _found(met.label, met.mine, met.theirs, why, confirmed=False)
            continue
        if met.status == "confirmed" and not met.entries and borne_by_many(bare(met.label)):
            why = f"Many places of work are called {met.label}: ask whether it was the same one."
            yield _found(met.label, met.mine, met.theirs, why, confirmed=False)
            continue
        if met.status == "confirmed":
            why = f"You both worked for {met.label}" + (f": {times}." if times else ".")
        else:
            why = f"{met.label}: related employers, which may or may not be the same to you both."
        yield _found(met.label, met.mine, met.theirs, why, confirmed=met.status == "confirmed")
    yield from _looser(mine.short_names, theirs.short_names)


def _perhaps_another(met: Met) -> bool:
    """Whether one side says but a word that many firms go by ("Delta"), and the other does not say that same word."""
    here, there = ({bare(fact.label) for fact in side} for side in (met.mine, met.theirs))
    short = _endings("borne_by_many")
    return here.isdisjoint(there) and (here <= short or there <= short)


def _looser(mine: Names, theirs: Names) -> Iterator[Found]:
    """ "Wood" and "Wood Group": one firm most likely, but not surely."""
    for met in meetings(mine, theirs):
        pairs = [(one, other) for one in met.mine for other in met.theirs if _named(one) != _named(other)]
        apart = len(pairs) == len(met.mine) * len(met.theirs)
        if met.status == "confirmed" and not met.entries and apart:
            why = f"The names are nearly the same ({met.label}): it may be one employer, or two."
            yield _found(met.label, met.mine, met.theirs, why, confirmed=False)


def _found(label: str, mine: tuple[Fact, ...], theirs: tuple[Fact, ...], why: str, *, confirmed: bool) -> Found:
    status: Status = "confirmed" if confirmed else "possible"
    return Found("employer", label, status, mine, theirs, why, softened(label), 1, PROFESSIONAL)


@cache
def employers() -> Register:
    """The employers that we know by more than one name."""
    return register_of(data("employers.toml")["employer"])


@cache
def _endings(name: str) -> frozenset[str]:
    return frozenset(bare(word) for word in data("employers.toml")[name])


def _named(fact: Fact) -> Named | None:
    return _name_of(fact.label)


@lru_cache(maxsize=8_192)
def _name_of(label: str) -> Named | None:
    key = _without(bare(label), _endings("legal_forms"))
    if key in _endings("nobody"):
        return None
    register = employers()
    entry = register.entry(label) or register.entry(key)
    return Named(entry.name, entry) if entry else Named(key, None)


def _short_named(fact: Fact) -> Named | None:
    named = _named(fact)
    if named is None or named.entry:
        return None
    return Named(_without(named.key, _endings("loose_words")), None)


def _without(key: str, endings: frozenset[str]) -> str:
    words = key.split()
    while len(words) > 1 and words[-1] in endings:
        words.pop()
    return " ".join(words)
