"""A register of names: schools, employers, languages, armed forces, with their other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from rapportkit.ground.fold import fold

_PARTS = re.compile(r"[,()\[\]/|–—]+|\s-\s")
_INITIALS = re.compile(r"(?<=\b[^\W\d_]) (?=[^\W\d_]\b)")
"""Between the letters of "R.V. College", as it stands folded."""


class Entry(NamedTuple):
    """One name in a register. `near` are names that make a link possible, never confirmed."""

    name: str
    names: tuple[str, ...]
    near: frozenset[str]
    city: str
    common: bool


class Register(NamedTuple):
    """Entries by name, and every folded name that leads to one."""

    entries: Mapping[str, Entry]
    names: Mapping[str, str]

    def entry(self, label: str) -> Entry | None:
        """
        The entry that *label* names, whole or in a part of it ("UI, Ibadan"); None where it is unknown.

        A single word counts at the beginning only: a school in Cambridge is not the University of Cambridge.
        """
        parts = [part for part in (bare(part) for part in _PARTS.split(label)) if part]
        for size in range(len(parts), 0, -1):
            for start in range(len(parts) - size + 1):
                words = " ".join(parts[start : start + size])
                if words in self.names and (start == 0 or " " in words):
                    return self.entries[self.names[words]]
        return None


@lru_cache(maxsize=16_384)
def bare(label: str) -> str:
    """*label* folded, without an article, initials as one word: the form by which names are looked up."""
    return _INITIALS.sub("", fold(label)).removeprefix("the ").strip()


def register_of(rows: Iterable[Mapping[str, Any]]) -> Register:
    """The register of the rows of a data file."""
    entries: dict[str, Entry] = {}
    names: dict[str, str] = {}
    for row in rows:
        entry = Entry(
            name=row["name"],
            names=(row["name"], *row.get("names", ())),
            near=frozenset(row.get("near", ())),
            city=row.get("city", ""),
            common=row.get("common", False),
        )
        entries[entry.name] = entry
        names.update({bare(name): entry.name for name in entry.names})
    return Register(_both_ways(entries), names)


def _both_ways(entries: dict[str, Entry]) -> dict[str, Entry]:
    near = {name: set(entry.near) for name, entry in entries.items()}
    for name, entry in entries.items():
        for other in entry.near:
            near[other].add(name)
    return {name: entry._replace(near=frozenset(near[name])) for name, entry in entries.items()}
