"""Schools: canonical names and aliases, no false friends, and the city that a school means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from rapportkit.ground.everyday import borne_by_many
from rapportkit.ground.fold import data, folded_words
from rapportkit.ground.found import Found, by_key
from rapportkit.ground.gazetteer import cities
from rapportkit.ground.link import Status
from rapportkit.ground.named import Met, Named, Names, meetings
from rapportkit.ground.periods import time_between
from rapportkit.ground.register import Entry, Register, bare, register_of
from rapportkit.ground.slips import Spelling, spelling_of
from rapportkit.ground.topics import softened
from rapportkit.ground.wording import the_school
from rapportkit.people.person import Fact

_OF_TOWN = re.compile(r"^(?:university of|universitat|universite (?:de|d)|universidad de|universita di|uniwersytet) ")
_SHORT = re.compile(r"\bUniv?(?:\.|\b)|^U(?= of )", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?<=\w)\s+(?:[BM]Sc|BA|MA|PhD|MBA|[BM]Eng|LL[BM]|[MD]Phil|B\.?Com|[BM]Tech|MArch|BArch|MRes|PGCE|BEd|MEd)\b.*$"
)
"""What was studied, behind the school's name."""
_SURE = 9
"""Letters from which a slip in a school's name is told from another name."""

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


class Schools(NamedTuple):
    """The schools of one person: by name, and those that no list knows by their name without its town."""

    names: Names
    unlisted: tuple[tuple[str, Fact], ...]


def schools_of(facts: Iterable[Fact]) -> Schools:
    """The schools that *facts* name."""
    facts = tuple(facts)
    unlisted = (fact for fact in facts if _named(fact).entry is None)
    names = tuple((bare(fact.label.split(",", maxsplit=1)[0]), fact) for fact in unlisted)
    return Schools(by_key(facts, _named), names)


def shared_schools(mine: Schools, theirs: Schools) -> Iterator[Found]:
    """The schools that both went to, with how their years lie."""
    for met in meetings(mine.names, theirs.names):
        times = time_between(met.mine, met.theirs)
        status: Status = met.status
        if met.status == "confirmed" and any(bare(entry.name) in _unclear() for entry in met.entries):
            status, why = "possible", _unsure(met)
        elif not met.entries and _common(met.label):
            status = "possible"
            why = f"Many schools are called {met.label}: ask which one before you build on it."
        elif met.status == "confirmed":
            why = f"You were both at {the_school(met.label)}" + (f": {times}." if times else ".")
        else:
            why = _unsure(met)
        light = softened(met.label)
        yield Found("school", met.label, status, met.mine, met.theirs, why, light, 3 if "both there" in times else 2)
    yield from _one_without_its_town(mine.unlisted, theirs.unlisted)


def _unsure(met: Met) -> str:
    """Why a school is only possible: a name that several bear, or two schools of one house."""
    unclear = sorted(entry.name for entry in met.entries if bare(entry.name) in _unclear())
    if unclear:
        known = [entry.name for entry in met.entries if entry.name not in unclear]
        meant = f" {known[0]} is one of them" if known else " You may mean the same one"
        return f"Several schools go by the name {unclear[0]}.{meant}: ask before you build on it."
    one, other = (entry.name for entry in met.entries)
    return f"{one} and {other} are closely linked, but they are two places: ask which one they mean."


def _one_without_its_town(mine: tuple[tuple[str, Fact], ...], theirs: tuple[tuple[str, Fact], ...]) -> Iterator[Found]:
    """ "St Xavier's College" and "St Xavier's College, Mumbai": a school that we do not know, its town on one side."""
    for (first, one), (second, other) in product(mine, theirs):
        if first != second or ("," in one.label) == ("," in other.label):
            continue
        if first != bare(one.label + other.label):
            label = min((one.label, other.label), key=len)
            why = f"Only one of you says in which town {label} lies: ask whether it is the same school."
            status: Status = "possible" if _common(label) else "confirmed"
            if status == "confirmed":
                why = f"You were both at {the_school(label)}; one of you names its town."
            yield Found("school", label, status, (one,), (other,), why, softened(label), 2)


@lru_cache(maxsize=8_192)
def city_of(label: str) -> str:
    """The city of a school, as `City, Region, Country`, or as its name says it ("Universität Graz"); else empty."""
    entry = schools().entry(label)
    if entry:
        return entry.city
    name = _OF_TOWN.sub("", bare(label)).strip()
    town = name != bare(label) and cities().get(name)
    return town[0].name if town and town[0].people > 100_000 else ""


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
    if borne_by_many(bare(label)):
        return True
    return "," not in label and bool(words) and words[0] in _COMMON and len(words) < 6


@cache
def _unclear() -> dict[str, frozenset[str]]:
    """Names that may mean any of some schools: an abbreviation of several, or a part of one."""
    rows = data("schools.toml")["unclear"]
    return {bare(row["name"]): frozenset(row["may_be"]) for row in rows}


def _named(fact: Fact) -> Named:
    key = _written_out(fact.label)
    if key not in _unclear():
        return _name_of(fact.label)
    told = set(folded_words(f"{fact.label.partition(',')[2]} {fact.detail or ''}"))
    meant = [name for name in sorted(_unclear()[key]) if told.issuperset(_town(name))]
    if len(meant) == 1:
        return Named(meant[0], schools().entries[meant[0]])
    return _name_of(fact.label)


@lru_cache(maxsize=8_192)
def _written_out(label: str) -> str:
    return bare(_SHORT.sub("University", label.split(",", maxsplit=1)[0]))


def _town(school: str) -> tuple[str, ...]:
    return folded_words(schools().entries[school].city.split(",")[0]) or ("",)


def _spelt(word: str) -> str:
    """*word* without a slip, where it is long, and no place that a school may be named after."""
    return word if len(word) < _SURE or word in cities() else _school_words().right(word)


@cache
def _school_words() -> Spelling:
    return spelling_of(schools().names)


@lru_cache(maxsize=8_192)
def _name_of(label: str) -> Named:
    known = schools().entry(label)  # "Aber Uni" as it stands, before its words are written out
    said = label if known else _SHORT.sub("University", label)
    key = bare(said)
    entry = known or schools().entry(said)
    if entry is None and key not in _unclear():
        said = key = " ".join(map(_spelt, key.split()))
    if entry is None and key not in _unclear() and _DEGREE.search(label):
        return _name_of(_DEGREE.sub("", label))
    if key in _unclear():
        return Named(key, Entry(label, (label,), _unclear()[key], "", common=True))
    entry = schools().entry(said)
    return Named(entry.name, entry) if entry else Named(key, None)
