"""What a matcher finds: one thing that two people share, with the facts that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from rapportkit.ground.link import Light, Link, Status
from rapportkit.people.person import Fact, FactKind, Source

PERSONAL, PROFESSIONAL, SHARED_BY_ALL = 0, 1, 2

K = TypeVar("K")
T = TypeVar("T")


class Found(NamedTuple):
    """
    A shared thing.

    `rarity` runs from 1 (travel, a city of millions) to 3 (bell ringing, a village); `tier` sets the
    personal before the professional.
    """

    kind: FactKind
    label: str
    status: Status
    mine: tuple[Fact, ...]
    theirs: tuple[Fact, ...]
    why: str
    light: Light = "green"
    rarity: int = 2
    tier: int = PERSONAL

    def link(self) -> Link:
        """The link to show."""
        return Link(
            kind=self.kind,
            label=short(self.label),
            status=self.status,
            light=self.light,
            mine=_sources(self.mine),
            theirs=_sources(self.theirs),
            why=self.why,
        )


def short(text: str) -> str:
    """*text* on one line of at most 300 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 300 else line[:299].rstrip() + "…"


def by_key(items: Iterable[T], key: Callable[[T], K | None]) -> dict[K, list[T]]:
    """The items under their key, in order; those with none are left out."""
    table: dict[K, list[T]] = {}
    for item in items:
        found = key(item)
        if found is not None:
            table.setdefault(found, []).append(item)
    return table


def one_label(facts: Iterable[Fact]) -> str:
    """One of the labels, the same whichever side comes first: the shortest, then the first by letters."""
    return min(
        (" ".join(fact.label.split()) for fact in facts), key=lambda label: (len(label), label.casefold(), label)
    )


def one_kind(facts: Iterable[Fact]) -> FactKind:
    """One of the kinds, the same whichever side comes first."""
    return min(fact.kind for fact in facts)


def _sources(facts: tuple[Fact, ...]) -> tuple[Source, ...]:
    if len(facts) == 1:
        return (facts[0].source,)
    return tuple({(source.text, source.where): source for source in (fact.source for fact in facts)}.values())
