"""Several things in one field: parted where a separator stands, never inside a sentence."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[;\n|•·]+|(?:\s[-–—]\s)")
_CLAUSE = {
    "i",
    "i'm",
    "i’m",
    "we",
    "my",
    "which",
    "when",
    "where",
    "who",
    "that",
    "because",
    "but",
    "so",
    "is",
    "was",
    "are",
}
_LONGEST_THING = 8
"""Words; "rock climbing with friends in the Peak District" has eight, and what is longer tells a story."""


def things_in(text: str) -> tuple[str, ...]:
    """
    The things that a field lists, by semicolons and line ends, or by commas where every part is short.

        >>> things_in("chess, sea swimming"), things_in("I sang in a choir, which I left, sadly, when we moved away")
        (('chess', 'sea swimming'), ('I sang in a choir, which I left, sadly, when we moved away',))
    """
    pieces = [piece.strip(" ,.\t") for piece in _PARTS.split(text)]
    found: list[str] = []
    for piece in pieces:
        items = [re.sub(r"^(?:and|&)\s+", "", item.strip(" .")) for item in piece.split(",")]
        found += items if len(items) > 1 and all(is_thing(item) for item in items) else [piece]
    return tuple(item for item in found if any(letter.isalnum() for letter in item))


def is_thing(text: str) -> bool:
    """Whether words are few enough to name a thing, and none of them makes a clause of it."""
    words = text.casefold().split()
    return 0 < len(words) <= _LONGEST_THING and _CLAUSE.isdisjoint(words)
