"""Counties, islands and landscapes that are no division of GeoNames, and the towns in them, also the small ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapportkit.ground.fold import plain
from rapportkit.ground.gazetteer import Area, rows_of


class Part(NamedTuple):
    """A part of a country, with the folded names of towns in it."""

    name: str
    country: str
    towns: frozenset[str]


@cache
def parts() -> Mapping[str, Part]:
    """The parts by each of their folded names."""
    table: dict[str, Part] = {}
    for names, country, towns in _rows():
        said = names.split("|")
        part = Part(said[0], country, frozenset(map(plain, towns.replace("=", "|").split("|"))))
        table.update({plain(name): part for name in said})
    return table


def lies_in_two(town: str, mine: frozenset[Area], theirs: frozenset[Area]) -> bool:
    """Whether two people name two counties, far from each other, that both have a town of this folded name."""
    here, there = _told(town, mine), _told(town, theirs)
    return bool(here and there) and all(one.towns & other.towns == {town} for one in here for other in there)


def _told(town: str, told: frozenset[Area]) -> list[Part]:
    found = (parts().get(plain(area.name)) for area in told)
    return [part for part in found if part and town in part.towns]


@cache
def _rows() -> tuple[list[str], ...]:
    return tuple(rows_of("places_parts.csv"))


@cache
def own_names() -> Mapping[str, str]:
    """The folded name under which a town is looked up, by each other name of it ("y fenni" of Abergavenny)."""
    return dict(_own_names())


@cache
def homes() -> Mapping[str, tuple[str, ...]]:
    """The folded names of the parts that a town lies in."""
    table: dict[str, tuple[str, ...]] = {}
    for key, part in parts().items():
        for town in part.towns:
            table[town] = (*table.get(town, ()), key)
    return table


def _own_names() -> Iterator[tuple[str, str]]:
    for _, _, towns in _rows():
        for town in towns.split("|"):
            own, *others = map(plain, town.split("="))
            yield from ((other, own) for other in others)
