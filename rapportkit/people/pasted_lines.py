"""The lines of a pasted profile: what is of the page, what reaches somebody, what stands together, what is a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.people.dates import Span, span_of
from rapportkit.people.naming import without_pronouns
from rapportkit.people.pasted_words import words

_WHEN = r"(?:[A-Z][a-z]{2,8}\.? |(?:0?[1-9]|1[0-2])/)?\d{4}"
_DATES = re.compile(
    rf"({_WHEN})(?: ?(?:[-–—]|to) ?({_WHEN}|[Pp]resent))?(?: · (?:\d+ yrs?)?(?: ?\d+ mos?)?| \([^()]{{1,20}}\))?"
)
_LASTED = re.compile(r" · (?:\d+ yrs?)?(?: ?\d+ mos?)?$")
_BULLET = re.compile(r"^[\s>*•▪●#+-]{0,12}")
_EMPHASIS = re.compile(r"[*_`]{1,3}")
_REACHES = re.compile(r"@\w|://|\bwww\.|\d{5}|\d[\d ()./-]{6,}\d")


class Line(NamedTuple):
    """A line of the text, with its number from 1."""

    number: int
    text: str

    @property
    def place(self) -> str:
        """How it is found again."""
        return f"line {self.number}"

    @property
    def bare(self) -> str:
        """Its words without marks of lists and headings."""
        return " ".join(_EMPHASIS.sub("", _BULLET.sub("", self.text)).split())

    @property
    def is_of_page(self) -> bool:
        """Whether it belongs to the page and not to the person."""
        bare = self.bare.casefold()
        return (
            bare in words().lists["page"]
            or (bare != "" and not without_pronouns(bare))
            or bare.endswith((" logo", " connections", " followers", " members", " degree connection"))
            or bare.startswith(("show all ", "· ", "endorsed by", "image of "))
        )

    @property
    def is_of_linkedin(self) -> bool:
        """Whether only a page of LinkedIn has such a line."""
        return self.bare == "Contact info" or (_DATES.fullmatch(self.bare) and _LASTED.search(self.bare)) is not None


def is_reaching(text: str) -> bool:
    """Whether somebody could be reached by what stands in *text*: a number, a mail address, a link, a code."""
    return _REACHES.search(text) is not None


def blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that stand together; what a page says twice in a row is said once."""
    block: list[Line] = []
    for line in lines:
        if not line.text.strip() or line.bare.endswith(" logo"):
            if block:
                yield block
            block = []
        elif not line.is_of_page and not (block and block[-1].bare == line.bare):
            block.append(line)
    if block:
        yield block


def is_dates(text: str) -> bool:
    return _DATES.fullmatch(text) is not None


def span_in(text: str) -> Span:
    found = _DATES.fullmatch(text)
    return span_of(found[1], found[2] or found[1]) if found else Span()
