"""
How much room text takes on paper, and how it is shortened without hiding that it was.

A program cannot see the page, so it reckons: the widths are those of Helvetica and Arial, rounded up, so that what is
reckoned to fit does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

SHORTENED = " … (shortened)"
"""What stands behind a text that was too long for the page."""

_WIDTHS = {
    **dict.fromkeys("ijlI.,:;!'|/ ‘’", 0.28),
    **dict.fromkeys("ftr()[]-“”", 0.34),
    **dict.fromkeys("cksvxyz", 0.5),
    **dict.fromkeys("w", 0.73),
    **dict.fromkeys("mM", 0.84),
    **dict.fromkeys("W@%…—", 1.02),
}
_JOINERS = ("\u200d", "\ufe0f", "\ufe0e")
_ROUND_UP = 1.02
_MORE_THAN_A_PAGE = 6_000


class Cut(NamedTuple):
    """A text as it goes onto the page, the lines that it takes, and whether it was shortened."""

    text: str
    lines: int
    short: bool


def width(text: str) -> float:
    """
    How wide *text* is, in em (the size of the type).

        >>> round(width("Common ground"), 1)
        7.7
    """
    return _ROUND_UP * sum(map(_width_of, text))


def wrapped(text: str, measure: float, taken: float = 0.0) -> list[str]:
    """
    The lines of *text* in a column of *measure* em, of whose first line *taken* em are taken already.

    A word longer than a line is broken.

        >>> wrapped("We go into the room to make a friend", 9)
        ['We go into the', 'room to make a', 'friend']
    """
    return list(_lines(text, measure, taken))


def cut(text: str, measure: float, most: int, taken: float = 0.0) -> Cut:
    """*text* in at most *most* lines of *measure* em; what does not fit makes way for an ellipsis and a note."""
    lines = list(islice(_lines(text[:_MORE_THAN_A_PAGE], measure, taken), most + 1))
    if len(lines) <= most and len(text) <= _MORE_THAN_A_PAGE:
        return Cut(text, max(1, len(lines)), False)
    kept = lines[:most]
    room = measure - width(SHORTENED) - (taken if most == 1 else 0)
    kept[-1:] = wrapped(kept[-1], room)[:1] if kept else []
    return Cut(" ".join(filter(None, kept)), most, True)


def _lines(text: str, measure: float, taken: float) -> Iterator[str]:
    line, room = "", measure - taken
    for word in text.split():
        gap = " " if line else ""
        wide = width(gap + word)
        if wide <= room:
            line += gap + word
            room -= wide
            continue
        if line or taken:
            yield line
        taken = 0
        *full, line = _broken(word, measure)
        yield from full
        room = measure - width(line)
    if line:
        yield line


def _broken(word: str, measure: float) -> list[str]:
    """A word in pieces of a line each, never between a letter and what hangs on it."""
    pieces, room = [""], measure
    for sign in word:
        wide = width(sign)
        if wide > room and pieces[-1] and not _hangs(pieces[-1][-1], sign):
            pieces.append("")
            room = measure
        pieces[-1] += sign
        room -= wide
    return pieces


def _hangs(before: str, sign: str) -> bool:
    """Whether a sign belongs to the one before it: an accent, the next part of an emoji."""
    return bool(unicodedata.combining(sign)) or sign in _JOINERS or before == "\u200d" or "🏻" <= sign <= "🏿"


def _width_of(sign: str) -> float:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if sign.isascii():
        return 0.73 if sign.isupper() else 0.56
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1.3
    return 0.72 if sign < "\u0400" else 0.9
