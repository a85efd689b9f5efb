"""Work in a hobby's words: the Karate that tests an interface, the cooking that is a kitchen porter's day."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from rapportkit.ground.fold import data, fold, folded_words
from rapportkit.ground.said import Said
from rapportkit.ground.ways import starts_of

Work = Literal["surely", "perhaps", ""]
"""How sure the words are that a hobby's word is meant as work."""

_FOR_WHOM = (("to",), ("for",), ("at",), ("with",))
_PASTIMES = ("interest", "creative", "sport")


def work_in(said: Said, words: tuple[str, ...], hobby: str) -> Work:
    """
    Whether folded *words* of a fact name a *hobby*, but mean work: by their own words surely, by others perhaps.

    Two words of work in the detail say it of the whole label, and "for fun" or "volunteer" takes it back. Only
    pastimes are asked: a group has its secretaries and co-ordinators.

        >>> from rapportkit.ground.said import said_in
        >>> from rapportkit.people.person import Fact
        >>> fact = Fact(kind="interest", label="Kendo UI", where="form")
        >>> said, other = said_in(fact), said_in(fact.with_(label="Kendo"))
        >>> work_in(said, ("kendo", "ui"), "Kendo"), work_in(other, ("kendo",), "Kendo")
        ('surely', '')
    """
    fact = said.fact
    if fact.kind not in _PASTIMES or (said.words.isdisjoint(_telling()) and said.told.isdisjoint(_telling())):
        return ""
    if not (said.words.isdisjoint(_listed("leisure")) and said.told.isdisjoint(_listed("leisure"))):
        return ""
    lists = ("of_work",) if hobby in _listed("made_of_it") else ("of_work", "software")
    if any(_signs(words, name) for name in lists) or _is_employed(words):
        return "surely"
    duties = sum(_signs(folded_words(fact.detail or ""), name) for name in lists)
    label = folded_words(fact.label)
    beside = duties or any(_signs(label, name) for name in ("grades", *lists))
    return "surely" if duties > 1 else "perhaps" if beside or _signs(words, "near_work") else ""


def _is_employed(words: tuple[str, ...]) -> bool:
    """Whether *words* begin with somebody's job, and then say for whom ("physio to a rugby team")."""
    for size in (1, 2):
        if " ".join(words[:size]) in _listed("jobs"):
            return words[size : size + 1] in _FOR_WHOM and words[size + 1 : size + 2] != ("heart",)
    return False


@lru_cache(maxsize=8_192)
def _signs(words: tuple[str, ...], name: str) -> int:
    """How many phrases of a list stand in *words*."""
    known, longest, at, found = _listed(name), _longest(name), 0, 0
    while at < len(words):
        sizes = range(longest.get(words[at], 0), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in known), 0)
        found += size > 0
        at += size or 1
    return found


@cache
def _longest(name: str) -> dict[str, int]:
    """The most words of a phrase of a list, by its first word."""
    return starts_of(_listed(name))


@cache
def _listed(name: str) -> frozenset[str]:
    said = data("interests_reading.toml")["work"][name]
    return frozenset(said if name == "made_of_it" else map(fold, said))


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase of work: most facts have none of them, and need no further look."""
    lists = ("of_work", "software", "grades", "near_work", "jobs")
    return frozenset(max(phrase.split(), key=len) for name in lists for phrase in _listed(name))
