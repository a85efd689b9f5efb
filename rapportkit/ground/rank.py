"""The order in which shared things are shown: what makes a friend comes first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rapportkit.ground.fold import plain
from rapportkit.ground.found import Found
from rapportkit.people.person import Fact

_FELT = frozenset(
    ("love", "my", "i", "mad", "passion", "passionate", "favourite", "obsessed", "addict", "keen", "proud", "badly")
)


def ranked(found: Iterable[Found]) -> tuple[Found, ...]:
    """
    The best first; red ones last.

    Personal before professional, confirmed before possible, felt (told, with words of one's own) before
    merely listed, rare before common. Which of the two people comes first makes no difference.
    """
    return tuple(sorted(found, key=_place))


def _place(found: Found) -> tuple[Any, ...]:
    return (
        found.light == "red",
        found.tier,
        found.status == "possible",
        found.light == "amber",
        -_felt(found.mine) - _felt(found.theirs),
        -found.rarity,
        found.label.casefold(),
        found.label,
        found.kind,
    )


def _felt(facts: tuple[Fact, ...]) -> int:
    """1 where one of the facts is told rather than listed, else 0."""
    return int(any(_is_told(fact.label) for fact in facts))


@lru_cache(maxsize=8_192)
def _is_told(label: str) -> bool:
    words = plain(label).split()
    return len(words) > 4 or not _FELT.isdisjoint(words)
