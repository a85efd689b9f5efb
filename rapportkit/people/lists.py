"""Several things in one field: parted where a separator stands, never inside a sentence or a pair of brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.people.dates import Span, years_in

_PARTS = re.compile(r"[;\n|•·°●▪◦‣➢✓；、]+|\s[-–—/]\s")
_CLAUSE = {"i", "i'm", "i’m", "we", "my", "which", "when", "where", "who", "that", "because", "but", "so", "is", "was"}
_CLAUSE |= {"are", "am", "have", "has"}
_ROLES = {
    "president", "vice", "captain", "co-captain", "secretary", "treasurer", "member", "founder", "co-founder", "chair",
    "co-chair", "chairman", "chairwoman", "chairperson", "officer", "editor", "director", "mentor", "trustee", "leader",
    "representative", "incorporated", "inc", "inc.", "head", "founding", "co-president", "volunteer", "vice-president",
    "vice-captain", "vice-chair", "etc", "etc.",
}  # fmt: skip
_LONGEST_THING = 9
"""Words; "rock climbing with old friends in the Peak District" has nine, and what is longer tells a story."""


def things_in(text: str) -> tuple[str, ...]:
    """
    The things that a field lists, by semicolons and line ends, or by commas where every part is short.

        >>> things_in("chess, sea swimming"), things_in("Rowing, captain; Debating Society")
        (('chess', 'sea swimming'), ('Rowing, captain', 'Debating Society'))
        >>> things_in("I sang in a choir, which I left, sadly, when we moved away")
        ('I sang in a choir, which I left, sadly, when we moved away',)
    """
    pieces = [piece.strip(" ,\t\r") for piece in _PARTS.split(text)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) == 1:
        items = list(_with_roles(_by_commas(pieces[0])))
        pieces = items if all(is_thing(item) for item in items) else pieces
    else:
        pieces = _also_by_commas(pieces)
    found = (re.sub(r"^(?:and|&)\s+", "", piece).rstrip(" .") for piece in pieces)
    return tuple(item for item in found if any(letter.isalnum() for letter in item))


def _also_by_commas(pieces: list[str]) -> list[str]:
    """Where a list mixes its separators, commas part as well: not where each piece has one, as "choir, Leeds" has."""
    parted = [list(_with_roles(_by_commas(piece))) for piece in pieces]
    is_mixed = any(len(items) > 1 for items in parted) and not all(len(items) == 2 for items in parted)
    flat = [item for items in parted for item in items]
    return flat if is_mixed and all(is_thing(item) for item in flat) else pieces


def is_thing(text: str) -> bool:
    """Whether words are few enough to name a thing, and none of them makes a clause of it."""
    words = text.casefold().split()
    return 0 < len(words) <= _LONGEST_THING and _CLAUSE.isdisjoint(words)


def _by_commas(text: str) -> Iterator[str]:
    """The parts between commas; a comma inside brackets parts nothing."""
    start = depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")" and depth > 0)
        if letter == "," and not depth:
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()


def _says_only_when(item: str) -> bool:
    label, span = years_in(item)
    return span != Span() and label == item


def _with_roles(items: Iterator[str]) -> Iterator[str]:
    """The same, with what somebody was in a thing, and since when, beside it: `Varsity Soccer, Captain, since 2010`."""
    held = ""
    for item in items:
        if held and item and (_ROLES.issuperset(item.casefold().split()) or _says_only_when(item)):
            held = f"{held}, {item}"
            continue
        if held:
            yield held
        held = item
    if held:
        yield held
