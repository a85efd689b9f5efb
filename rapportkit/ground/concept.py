"""Concepts, and the tables by which a lexicon finds them, worked out from the entries of a data file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from rapportkit.ground.fold import fold
from rapportkit.ground.link import Light
from rapportkit.ground.slips import spelling_of
from rapportkit.ground.ways import phrases_of, starts_of, ways_of
from rapportkit.people.person import FactKind


class Concept(NamedTuple):
    """Something that people do, make, follow or belong to."""

    name: str
    kind: FactKind
    rarity: int
    """From 1 (travel) to 3 (bell ringing); 0 for what everybody writes of themselves, which ranks last."""
    near: frozenset[str]
    ways: tuple[str, ...]
    light: Light
    alike: Literal["confirmed", "same-words", "possible"]
    """
    What two people who both say it share. Churches are many, so that a church is never more than `possible`;
    folk instruments are many too, and are confirmed where both name the same (`same-words`).
    """
    covers: frozenset[str] = frozenset()
    """What a field (sports, music) holds: it is too wide to be more than `possible`."""
    within: frozenset[str] = frozenset()
    """What this is a kind of: who bakes bread bakes."""
    not_with: frozenset[str] = frozenset()
    """Words beside which a single word of this concept means something else (Tango beside Fanta)."""
    kind_of: str = ""
    """Of a group, the interest that it is a kind of (a church choir, of singing)."""
    clubs: Mapping[str, str] = MappingProxyType({})
    """
    Of a team sport, what names a club that one follows, with the name that the club is known by here: to follow
    one is not to play, and fans of two clubs do not share a club.
    """


def worked_out(entries: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The tables of a lexicon's concepts, as `quick.tsv` keeps them in drawers."""
    entries = tuple(entries)
    phrases = phrases_of(entries)
    concepts = _both_ways({entry["name"]: _concept(entry, entries) for entry in entries})
    return {
        "concepts": {name: _row_of(concept) for name, concept in concepts.items()},
        "phrases": phrases,
        "starts": starts_of(phrases),
        "ends": dict(spelling_of(phrases).by_ends),
        "together": _together(entries),
    }


def _row_of(concept: Concept) -> dict[str, Any]:
    """A concept as JSON can hold it, without what most of them have."""
    row: dict[str, Any] = {}
    for field, value in concept._asdict().items():
        if value != Concept._field_defaults.get(field):
            row[field] = sorted(value) if isinstance(value, frozenset) else value
    return row


def concept_of(row: Mapping[str, Any]) -> Concept:
    """The concept of a row as `worked_out` writes it."""
    sets = {field: frozenset(row[field]) for field in ("near", "covers", "within", "not_with") if field in row}
    return Concept(**{**row, **sets, "ways": tuple(row["ways"])})


def _together(entries: Iterable[Mapping[str, Any]]) -> dict[str, list[tuple[list[str], str]]]:
    table: dict[str, list[tuple[list[str], str]]] = {}
    for entry in entries:
        for line in entry.get("together", ()):
            beginnings = line.split()
            table.setdefault(beginnings[0][:3], []).append((beginnings, entry["name"]))
    return table


def _concept(entry: Mapping[str, Any], entries: tuple[Mapping[str, Any], ...]) -> Concept:
    kind = entry.get("covers_kind")
    of_kind = (other["name"] for other in (entries if kind else ()) if other.get("kind") == kind)
    covers = {*entry.get("covers", ()), *of_kind}
    within = frozenset(entry.get("within", ()))
    near = frozenset((*entry.get("near", ()), *covers, *within)) - {entry["name"]}
    return Concept(
        name=entry["name"],
        kind=entry.get("kind", "cause"),
        rarity=entry.get("rarity", 2),
        near=near,
        ways=ways_of(entry),
        light=entry.get("light", "green"),
        alike="possible" if covers else entry.get("alike", "confirmed"),
        covers=frozenset(covers) - {entry["name"]},
        within=within,
        clubs=_clubs(entry),
        kind_of=entry.get("kind_of", ""),
        not_with=frozenset(fold(word) for word in entry.get("not_with", ())),
    )


def _clubs(entry: Mapping[str, Any]) -> dict[str, str]:
    """
    Of a team sport the brands, each a club of its own unless `clubs` lists it beside other names of the same.

    The artists and works of a kind of music or stories are told apart in the same way.
    """
    apart = entry.get("team_sport") or entry.get("works")
    alone = {fold(club): club for club in entry["brands"]} if apart else {}
    return alone | {fold(name): names[0] for names in entry.get("clubs", ()) for name in names}


def _both_ways(concepts: dict[str, Concept]) -> dict[str, Concept]:
    """Neighbours are neighbours on both sides, whichever of the two entries says so; a field is nobody's neighbour."""
    near = {name: set(concept.near) for name, concept in concepts.items()}
    for name, concept in concepts.items():
        for other in concept.near - concept.covers:
            near[other].add(name)
    more = {name: frozenset(near[name]) for name, concept in concepts.items() if len(near[name]) > len(concept.near)}
    return {name: c._replace(near=more[name]) if name in more else c for name, c in concepts.items()}
