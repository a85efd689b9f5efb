"""Two people at one named thing: the pairing that schools, employers, languages and forces have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapportkit.ground.found import one_label
from rapportkit.ground.link import Status
from rapportkit.ground.register import Entry
from rapportkit.people.person import Fact


class Named(NamedTuple):
    """What a fact names: an entry of a register, or only its own folded words."""

    key: str
    entry: Entry | None


Names = Mapping[Named, Sequence[Fact]]
"""The facts of one person, by what they name."""


class Met(NamedTuple):
    """Two sides that name the same thing (confirmed) or neighbours (possible)."""

    label: str
    status: Status
    mine: tuple[Fact, ...]
    theirs: tuple[Fact, ...]
    entries: tuple[Entry, ...]


def meetings(here: Names, there: Names) -> Iterator[Met]:
    """Every name on both sides, then every pair of neighbours of which neither is on both sides."""
    same = [name for name in here if name in there]
    for name in same:
        facts = (*here[name], *there[name])
        known = (name.entry,) if name.entry else ()
        label = name.entry.name if name.entry else one_label(facts)
        yield Met(label, "confirmed", tuple(here[name]), tuple(there[name]), known)
    for one in here:
        for other in there:
            if one in same or other in same or not _near(one, other):
                continue
            entries = tuple(sorted(entry for entry in (one.entry, other.entry) if entry))
            label = " and ".join(entry.name for entry in entries)
            yield Met(label, "possible", tuple(here[one]), tuple(there[other]), entries)


def _near(one: Named, other: Named) -> bool:
    if one.entry is None or other.entry is None:
        return False
    return other.entry.name in one.entry.near or one.entry.name in other.entry.near
