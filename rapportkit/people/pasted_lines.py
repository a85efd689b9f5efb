"""The lines of a pasted profile: what is of the page, what reaches somebody, what stands together, what is a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.people.dates import Span, means_now, partial_date, span_of
from rapportkit.people.naming import without_pronouns
from rapportkit.people.pasted_words import words

_WHEN = r"(?:[^\W\d_]{3,10}\.? (?:de )?|(?:0?[1-9]|1[0-2])/)?\d{4}"
_UNITS = r"(?:yrs?|mos?|Jahre?|Monate?|ans?|mois|años?|mes(?:es)?)"
_LONG = rf"\d{{1,2}} {_UNITS}(?: (?:et |y )?\d{{1,2}} {_UNITS})?"
_DATES = re.compile(
    rf"({_WHEN})(?: ?(?:[-–—]|to|bis|à) ?({_WHEN}|[^\W\d_]{{3,11}}|aujourd['’]hui))?(?: · {_LONG}| \([^()]{{1,20}}\))?"
)
_LASTED = re.compile(rf" · {_LONG}$")
_TOTAL = re.compile(rf"(?:[^\W\d_][\w /-]{{1,28}} · )?{_LONG}")
_GAP = re.compile(r"(?:\s{2,}|\t)+")
_COUNT = re.compile(r"\s?\(\d{1,4}\)$")
_BULLET = re.compile(r"^[\s>*•▪●#+-]{0,12}")
_MORE = re.compile(r"\s?(?:…|\.\.\.) ?(?:see |show )?(?:more|less)$", re.IGNORECASE)
_OF_PAGE = re.compile(
    r"\d+ notifications?(?: total)?|.{1,160} and \+\d+ skills?|\d[\d,.]* (?:posts?|comments?|reactions?)"
)
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
        return " ".join(_MORE.sub("", _EMPHASIS.sub("", _BULLET.sub("", self.text))).split())

    @property
    def shown(self) -> str:
        """The line to the letter, without the link to the rest of it."""
        return _MORE.sub("", self.text)

    @property
    def is_of_page(self) -> bool:
        """Whether it belongs to the page and not to the person."""
        bare = self.bare.casefold()
        return (
            bare in words().lists["page"]
            or (bare != "" and not without_pronouns(bare))
            or bare.endswith((" logo", " connections", " followers", " members", " degree connection"))
            or bare in words().lists["contact_info"]
            or bare.startswith(("show all ", "· ", "endorsed by", "image of ", "skills: "))
            or _OF_PAGE.fullmatch(bare) is not None
        )

    @property
    def is_of_linkedin(self) -> bool:
        """Whether only a page of LinkedIn has such a line."""
        is_contact = self.bare.casefold() in words().lists["contact_info"]
        return is_contact or (_LASTED.search(self.bare) is not None and is_dates(self.bare))


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
    """Whether a line is nothing but dates, and these are dates of the calendar."""
    found = _DATES.fullmatch(text)
    return found is not None and partial_date(found[1]) is not None and (_ends(found[2]) or not found[2])


def run_together(line: str) -> list[str]:
    """
    The lines that a paste has run together, where a wide gap stands for each break: below a heading, or before dates.

        >>> run_together("Cook  Blue Anchor  Mar 2019 - Present"), run_together("Education   Hull College")
        (['Cook', 'Blue Anchor', 'Mar 2019 - Present'], ['Education', 'Hull College'])
        >>> run_together("I fish off Hornsea  with a flask")
        ['I fish off Hornsea  with a flask']
    """
    pieces = [piece for piece in _GAP.split(line.strip()) if piece]
    if len(pieces) < 2 or line.lstrip()[:1] in "|-*•":
        return [line]
    head = pieces[0].rstrip(":")
    is_heading = words().headings.get(_COUNT.sub("", head).casefold()) is not None and head[:1].isupper()
    return pieces if is_heading or any(is_dates(piece) for piece in pieces[1:]) else [line]


def is_total(text: str) -> bool:
    """Whether a line is the time that somebody was with a firm altogether: "Full-time · 6 yrs 2 mos"."""
    return _TOTAL.fullmatch(text) is not None


def span_in(text: str) -> Span:
    """The dates of a line; one alone is a beginning, and nobody knows whether there was an end."""
    found = _DATES.fullmatch(text)
    if not found:
        return Span()
    return span_of(found[1], found[2]) if found[2] else Span(partial_date(found[1]))


def _ends(written: str) -> bool:
    return bool(partial_date(written)) or means_now(written)


def is_terms(text: str) -> bool:
    """Whether a line says how a post is held, and nothing else: "Full-time"."""
    return text.casefold() in words().lists["terms"]
