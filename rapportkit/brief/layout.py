"""The front of the brief laid out: everything shortened as far as one page needs, and said to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from rapportkit.brief.fit import cut, width
from rapportkit.brief.sections import Piece, Section, Style


class Type(NamedTuple):
    """Size and line height in points, and how far the text stands in."""

    size: float
    leading: float
    indent: float = 0


TYPES: dict[Style, Type] = {
    "name": Type(10, 13.5),
    "say": Type(10.5, 14.5, 9),
    "text": Type(9.5, 12.5),
    "small": Type(8.5, 11),
}
PAGE_WIDTH = 516.0
"""Points between the margins of 14 mm on A4, which is the narrower of the two papers."""

WIDE, NARROW = 288.0, 206.0
"""Points of the two columns; 22 lie between them."""

TITLE = Type(17, 21)
ROOM = 622.0
"""Points of height for the columns on Letter, the shorter of the two papers, below a title of one line."""

HEADING = 27.0
GAP = 5.0
BOLD = 1.09
"""How much wider bold type is."""

_NOTE = TYPES["small"].leading


class Set(NamedTuple):
    """A piece as it is printed."""

    style: Style
    lead: str
    text: str
    short: bool
    said: bool
    height: float


class Laid(NamedTuple):
    """A section as it is printed: the entries that fit, how many do not, the hint where there are none."""

    title: str
    entries: tuple[tuple[Set, ...], ...]
    more: int
    hint: str
    note: str

    @property
    def height(self) -> float:
        """Points that it takes."""
        words = sum(piece.height for entry in self.entries for piece in entry) + GAP * len(self.entries)
        return HEADING + words + _NOTE * (bool(self.more) + 2 * bool(self.note) + 3 * bool(self.hint))


class Front(NamedTuple):
    """The two columns as they are printed, and how many times larger than at least the type is."""

    scale: float
    wide: tuple[Laid, ...]
    narrow: tuple[Laid, ...]


def laid_out(wide: Sequence[Section], narrow: Sequence[Section], room: float = ROOM) -> Front:
    """
    The sections in two columns that are *room* points high.

    First whole texts, in as large a type as there is room for; then shorter ones, then fewer entries. Each section
    keeps its first entry.
    """
    for scale in _SCALES:
        columns = [[_laid(section, points / scale, 0) for section in column]
                   for column, points in ((wide, WIDE), (narrow, NARROW))]  # fmt: skip
        if max(map(_height, columns)) <= room / scale:
            return Front(scale, *map(tuple, columns))
    return Front(1.0, _squeezed(wide, WIDE, room), _squeezed(narrow, NARROW, room))


def best_of(arrangements: Iterable[tuple[Sequence[Section], Sequence[Section]]], room: float = ROOM) -> Front:
    """The arrangement in two columns of which least is shortened or left out; of several, the first in largest type."""
    fronts = [laid_out(wide, narrow, room) for wide, narrow in arrangements]
    return min(fronts, key=lambda front: (lost(front), -front.scale))


_LEFT_OUT = 3
"""So many texts shortened are no worse than one left out."""


def lost(front: Front) -> int:
    """How much is shortened or left out; 0 where all is there, to the letter."""
    sections = (*front.wide, *front.narrow)
    return sum(_LEFT_OUT * one.more + sum(piece.short for entry in one.entries for piece in entry) for one in sections)


_SCALES = (1.2, 1.1, 1.0)
_LEVELS = 6


def _squeezed(sections: Sequence[Section], column: float, room: float) -> tuple[Laid, ...]:
    laid: list[Laid] = []
    for level in range(_LEVELS):
        laid = [_laid(section, column, level) for section in sections]
        if _height(laid) <= room:
            return _filled(sections, laid, column, room)
    while _height(laid) > room and any(len(one.entries) > 1 for one in laid):
        longest = max(range(len(laid)), key=lambda number: (len(laid[number].entries), number))
        laid[longest] = laid[longest]._replace(entries=laid[longest].entries[:-1], more=laid[longest].more + 1)
    return _filled(sections, laid, column, room)


_FIRST_WHOLE: tuple[Style, ...] = ("say", "text", "name", "small")


def _filled(sections: Sequence[Section], laid: list[Laid], column: float, room: float) -> tuple[Laid, ...]:
    """
    The room that is left goes to what was shortened: what is said first, and what wants least; it is whole then.

    What remains lengthens the first that still is short.
    """
    for whole in (True, False):
        for number, entry, place, piece in _short_ones(sections, laid, column):
            now = laid[number].entries[entry][place]
            leading = TYPES[piece.style].leading
            spare = int((room - _height(laid)) / leading + 1e-6)
            longer = _set(piece, column, round(now.height / leading) + max(0, spare))
            if whole and longer.short:
                continue
            entries = [list(pieces) for pieces in laid[number].entries]
            entries[entry][place] = longer
            laid[number] = laid[number]._replace(entries=tuple(map(tuple, entries)))
    return tuple(laid)


def _short_ones(sections: Sequence[Section], laid: list[Laid], column: float) -> list[tuple[int, int, int, Piece]]:
    """Where each shortened piece stands, and the whole of it; what is whole first comes first."""
    found = [
        (number, entry, place, sections[number].entries[entry][place])
        for number, one in enumerate(laid)
        for entry, pieces in enumerate(one.entries)
        for place, piece in enumerate(pieces)
        if piece.short
    ]
    return sorted(found, key=lambda one: (_FIRST_WHOLE.index(one[3].style), _set(one[3], column, 60).height))


def _most(piece: Piece, level: int) -> int:
    """The lines that a piece may take at a level: 60 where there is all the room in the world."""
    return (60, 2 * piece.roomy, piece.roomy, piece.roomy, ceil((piece.roomy + piece.tight) / 2), piece.tight)[level]


def _laid(section: Section, column: float, level: int) -> Laid:
    most = section.limit if level < 3 else section.enough
    entries = tuple(
        tuple(_set(piece, column, _most(piece, level)) for piece in entry) for entry in section.entries[:most]
    )
    hint = "" if entries else section.hint
    return Laid(section.title, entries, max(0, len(section.entries) - most), hint, section.note)


def _set(piece: Piece, column: float, most: int) -> Set:
    form = TYPES[piece.style]
    measure = (column - form.indent) / form.size / (BOLD if piece.style == "name" else 1)
    taken = width(piece.lead) * BOLD + (width("“”") if piece.said else 0)
    fitted = cut(piece.text, measure, most, taken)
    return Set(piece.style, piece.lead, fitted.text, fitted.short, piece.said, fitted.lines * form.leading)


def _height(laid: Sequence[Laid]) -> float:
    return sum(section.height for section in laid)
