"""
How many steps a page of a PDF asks for, told from its fonts and forms before any of it is drawn.

A form is a drawing with a name, which a page or another form draws as often as it likes; each time its fonts are made
anew. Fonts map codes to letters and list widths, in ranges of a few bytes that stand for thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol

from rapportkit.people.pdf_budget import Budget, TooMuch

_DRAWS = b"Do"
_A_DRAWING = 100
_A_FONT = 200
_A_CODE = 3
_A_WIDTH = 2
_DEEPEST = 12
"""Forms within forms; where a program wraps a page there are one or two."""

_LONGEST = 8
"""Letters for one code that cost no more: a ligature has three."""

_WORD = re.compile(rb"(?:begin|end)bf(?:char|range)")


class Drawn(Protocol):
    """A page, or a form: a dictionary whose resources may be its parent's."""

    def get_inherited(self, key: str, default: Any = None) -> Any: ...


class Scales:
    """The weights of the fonts and forms of one file, each found once; looking at them is work too."""

    def __init__(self, budget: Budget) -> None:
        self._spend = budget.spend
        self._forms: dict[int, int | None] = {}
        self._fonts: dict[int, tuple[int, int]] = {}

    def weigh(self, drawn: Drawn, content: bytes, depth: int = 0) -> int:
        """
        The steps that drawing *content* asks for, with the fonts and the forms that it names.

        Raises:
            TooMuch: a form draws itself, or forms lie deeper in each other than any program puts them.
        """
        resources = drawn.get_inherited("/Resources", {})
        fonts = [self._font(font) for font in _entries(resources, "/Font")]
        steps = sum(weight for weight, _ in fonts)
        steps += len(content) * (1 + max((longest for _, longest in fonts), default=0) // _LONGEST)
        if draws := content.count(_DRAWS):
            steps += draws * max((self._form(form, depth) for form in _entries(resources, "/XObject")), default=0)
        return steps

    def _form(self, form: Any, depth: int) -> int:
        if _at(form, "/Subtype") == "/Image" or not hasattr(form, "get_data"):
            return 0
        if id(form) not in self._forms:
            self._forms[id(form)] = None
            if depth == _DEEPEST:
                raise TooMuch
            self._forms[id(form)] = _A_DRAWING + self.weigh(form, form.get_data(), depth + 1)
        weight = self._forms[id(form)]
        if weight is None:
            raise TooMuch
        return weight

    def _font(self, font: Any) -> tuple[int, int]:
        """The steps that making a font takes, and the letters of the longest thing for which one code stands."""
        if id(font) not in self._fonts:
            letters, names = _at(font, "/ToUnicode"), _at(_at(font, "/Encoding"), "/Differences")
            steps, longest = _mapped(letters.get_data()) if hasattr(letters, "get_data") else (0, 0)
            if isinstance(names, list):
                self._spend(len(names))
                longest = max([longest, *(len(name) for name in names if isinstance(name, str))])
            steps += sum(map(_length, (names, _at(font, "/CharProcs"), _at(font, "/FontBBox"))))
            self._fonts[id(font)] = (_A_FONT + steps + sum(map(self._inner, _within(font))), longest)
        return self._fonts[id(font)]

    def _inner(self, font: Any) -> int:
        about, widths = _at(font, "/FontDescriptor"), _at(font, "/W")
        if isinstance(about, dict):
            about.pop("/FontFile3", None)  # read only where fontTools happens to be installed, and never bounded
        self._spend(_length(widths))
        return _A_WIDTH * _widths(widths) + _length(_at(about, "/FontBBox"))


def _entries(resources: Any, kind: str) -> Iterator[Any]:
    """What resources name of one kind, each as often as it is named."""
    named = _at(resources, kind)
    if isinstance(named, dict):
        found = (named[name] for name in named)
        yield from (entry for entry in found if isinstance(entry, dict))


def _within(font: Any) -> Iterator[Any]:
    """The font, and the one that lies in it; the standard knows no more, and each would be made."""
    inner = _at(font, "/DescendantFonts")
    if _length(inner) > 1:
        raise TooMuch
    yield font
    yield from (entry.get_object() for entry in inner or ())


def _at(holder: Any, key: str) -> Any:
    """What stands there, fetched from wherever in the file it is."""
    return holder[key] if isinstance(holder, dict) and key in holder else None


def _length(found: Any) -> int:
    return len(found) if isinstance(found, list | dict) else 0


def _mapped(cmap: bytes) -> tuple[int, int]:
    """
    How many codes a map of letters has, and the letters of its longest value.

    Brackets and blanks are taken away as pypdf does it, so that no range hides from being counted.
    """
    cmap = _WORD.sub(rb"\n\g<0>\n", cmap).replace(b"<<", b"\n").replace(b">>", b"\n")
    pieces = (piece.partition(b">") for piece in cmap.split(b"<"))
    text = b" ".join((head.replace(b" ", b"") if sign else head) + b" " + rest for head, sign, rest in pieces)
    steps, longest = len(cmap), max(map(len, text.split()), default=0) // 4
    for ranges in text.replace(b"[", b" [ ").replace(b"]", b" ]\n").split(b"beginbfrange")[1:]:
        for line in ranges.partition(b"endbfrange")[0].replace(b"\r", b"\n").split(b"\n"):
            first, last, _ = (*line.split(), b"", b"", b"")[:3]
            steps += _A_CODE * max(0, _number(last) - _number(first))
    return steps, longest


def _number(token: bytes) -> int:
    try:
        return int(token, 16)
    except ValueError:
        return 0


def _widths(widths: Any) -> int:
    """The most that a list of widths can stand for: `[1 [250 300] 5 90 500]` has two and eighty-six."""
    steps, before = _length(widths), None
    for entry in widths or ():
        found = entry.get_object()
        steps += _length(found)
        number = int(found) if isinstance(found, int | float) else None
        if number is not None and before is not None:
            steps += max(0, number - before)
        before = number
    return steps
