"""The ways to say a concept, as its entry in a data file lists them: folded phrases, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rapportkit.ground.fold import fold

EVIDENCE = ("names", "brands", "places", "events", "slang", "roles")
"""The lists of a concept that hold ways to say it."""

JOINED_FROM = 7
"""Written as one word ("boardgames"), a name is only tried from this many letters on."""


def ways_of(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """All ways to say the concept of an entry, its name first."""
    return tuple(dict.fromkeys((entry["name"], *(way for kind in EVIDENCE for way in entry.get(kind, ())))))


def phrases_of(entries: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The folded phrases of the concepts in a data file, each with the names of those that it means."""
    phrases: dict[str, list[str]] = {}
    for entry in entries:
        for way in ways_of(entry):
            _say(phrases, fold(way), entry["name"])
        for blocked in entry.get("blocks", ()):
            phrases.setdefault(fold(blocked), [])
    for entry in entries:
        for form in other_forms(fold(entry["name"])):
            phrases.setdefault(form, [entry["name"]])
    for key in list(phrases):
        joined = key.replace(" ", "")
        if len(joined) >= JOINED_FROM:
            phrases.setdefault(joined, phrases[key])
    return phrases


def starts_of(phrases: Iterable[str]) -> dict[str, int]:
    """The most words of a phrase that begins with each word."""
    starts: dict[str, int] = {}
    for key in phrases:
        first, size = key.partition(" ")[0], key.count(" ") + 1
        starts[first] = max(size, starts.get(first, 0))
    return starts


def _say(phrases: dict[str, list[str]], key: str, name: str) -> None:
    meant = phrases.setdefault(key, [])
    if name not in meant:
        meant.append(name)


def other_forms(phrase: str) -> tuple[str, ...]:
    """
    Verb and doer of a phrase that ends in "-ing"; empty for any other.

        >>> other_forms("rock climbing")
        ('rock climb', 'rock climber', 'rock climbed')
    """
    head, _, last = phrase.rpartition(" ")
    if not last.endswith("ing") or len(last) < 6:
        return ()
    stem = last.removesuffix("ing")
    bases = (stem, stem + "er", stem + "ed")
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        bases = (stem[:-1], stem + "er", stem + "ed")
    elif stem[-1] in "kvczgu" and stem[-2] not in "cnrlo":
        bases = (stem + "e", stem + "er", stem + "ed")
    return tuple(f"{head} {base}".strip() for base in bases)
