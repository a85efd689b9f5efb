"""Schools: canonical names and aliases, no false friends, and the city that a school means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapportkit.ground.fold import data
from rapportkit.ground.found import Found
from rapportkit.ground.link import Status
from rapportkit.ground.named import Named, meetings
from rapportkit.ground.periods import time_between
from rapportkit.ground.register import Entry, Register, bare, register_of
from rapportkit.ground.topics import softened
from rapportkit.people.person import Fact

_COMMON = frozenset(
    [
        "st",
        "saint",
        "holy",
        "sacred",
        "our",
        "trinity",
        "king",
        "queen",
        "central",
        "north",
        "south",
        "east",
        "west",
        "city",
        "town",
        "village",
        "technical",
        "community",
        "grammar",
        "high",
        "christ",
        "lincoln",
        "washington",
        "jefferson",
        "roosevelt",
        "kennedy",
        "victoria",
        "primary",
        "secondary",
        "elementary",
        "liceum",
        "gymnasium",
        "lycee",
    ]
)


def shared_schools(mine: Iterable[Fact], theirs: Iterable[Fact]) -> Iterator[Found]:
    """The schools that both went to, with how their years lie."""
    for met in meetings(mine, theirs, _named):
        times = time_between(met.mine, met.theirs)
        status: Status = met.status
        if not met.entries and _common(met.label):
            status = "possible"
            why = f"Many schools are called {met.label}: ask which one before you build on it."
        elif met.status == "confirmed":
            why = f"Both of you name {met.label}" + (f": {times}." if times else ".")
        else:
            why = f"{met.label} belong together, but they are two names: ask before you build on it."
        light = softened(met.label)
        yield Found("school", met.label, status, met.mine, met.theirs, why, light, 3 if "both there" in times else 2)


def city_of(label: str) -> str:
    """The city of a school that we know, as `City, Region, Country`; empty for any other."""
    entry = schools().entry(label)
    return entry.city if entry else ""


@cache
def schools() -> Register:
    """The schools that we know by more than one name; a "University of X" is "X University" too, where that is safe."""
    register = register_of(data("schools.toml")["school"])
    names = dict(register.names)
    for entry in register.entries.values():
        place = bare(entry.name).removeprefix("university of ")
        if place != bare(entry.name):
            names.setdefault(f"{place} university", entry.name)
    return register._replace(names=names)


def _common(label: str) -> bool:
    """Whether a school that we do not know has a name that many share, and no place to tell it by."""
    words = bare(label).split()
    return "," not in label and bool(words) and words[0] in _COMMON and len(words) < 6


@cache
def _unclear() -> dict[str, frozenset[str]]:
    """Names that may mean any of some schools: an abbreviation of several, or a part of one."""
    rows = data("schools.toml")["unclear"]
    return {bare(row["name"]): frozenset(row["may_be"]) for row in rows}


def _named(fact: Fact) -> Named:
    key = bare(fact.label)
    if key in _unclear():
        return Named(key, Entry(fact.label, (fact.label,), _unclear()[key], "", common=True))
    entry = schools().entry(fact.label)
    return Named(entry.name, entry) if entry else Named(key, None)
