"""Whether two phrases for one concept of many things (folk instruments, card games) mean the same of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapportkit.ground.fold import fold

_PARTS = re.compile(r", | and ")
"""What joins the two or three things that one concept's name names."""

_SAID_OF_MUCH = frozenset(("maki", "make", "play", "craf", "danc", "raci", "coll", "show", "game", "trad", "club"))
"""First letters of words that say what is done with a thing, and not with which."""


def said_alike(name: str, mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """
    Whether both say it alike ("drum kit", "drummer"), or one of them in the general word that covers the other.

    *name* is the concept's. "Candle and soap making" is two things: neither candles nor making covers the soap.

        >>> said_alike("Drums", ["drum kit"], ["drummer"]), said_alike("Candle and soap making", ["candle"], ["soap"])
        (True, False)
    """
    here, there = set(map(_stems, mine)), set(map(_stems, theirs))
    parts, roof = _PARTS.split(name), _stems(fold(name))
    if len(parts) == 1 and any(stems <= roof for stems in here | there):
        return True
    own = frozenset(fold(part)[:4] for part in parts) if len(parts) > 1 else frozenset()
    said_of_much = (roof | _SAID_OF_MUCH) - own
    return any((one & other) - said_of_much or one == other for one in here for other in there)


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(word[:4] for word in phrase.split())
