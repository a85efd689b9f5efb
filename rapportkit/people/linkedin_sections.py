"""Experience and Education of a LinkedIn profile saved as PDF, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.people.dates import Span, partial_date, span_of
from rapportkit.people.gathering import Gathering
from rapportkit.people.places import add_place

_SAME_BLOCK = 16.0
"""Points: a wrapped title stands nearer (14.3); so does a place below its dates (14.7; a description stands 20 off)."""

_SAME_NAME = 24.0
"""Points: a wrapped company or school stands 18 apart, two schools 33."""

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = rf"(?:{_MONTH} )?\d{{4}}"
_DATES = re.compile(rf"({_WHEN})(?: ?[-–] ?({_WHEN}|Present))?(?: ?\(([^()]*)\))?")
_TOTAL = re.compile(r"(?:less than a year|(?:\d+ years?)?(?: ?\d+ months?)?)")
_SCHOOL_DATES = re.compile(rf"(?:^|\s*·?\s*)\(({_WHEN})?(?: ?[-–] ?({_WHEN}|Present)?)?\)$")


class Line(NamedTuple):
    """One line: page from 1, baseline in points from the lower left, size in points."""

    page: int
    x: float
    y: float
    size: float
    text: str
    bold: bool = False

    @property
    def words(self) -> str:
        """Its text with every kind of space made a plain one."""
        return " ".join(self.text.split())

    def is_size(self, size: float) -> bool:
        """Whether it is as large as *size*, in points."""
        return abs(self.size - size) < 0.2


class _Position(NamedTuple):
    title: str
    page: int
    dates: str = ""
    place: str = ""


def read_experience(found: Gathering, lines: list[Line]) -> list[str]:
    """
    Add one employer fact for each position, and a place for each that names one.

    Comes back with the dates that could not be read, as they stand: then the profile is in another language.
    """
    unreadable = []
    for company, position in _positions(lines):
        where = f"page {position.page}: Experience"
        span = dates_of_line(position.dates)
        if span is None:
            unreadable.append(position.dates or position.title)
            continue
        if company:
            found.fact("employer", company, where, detail=position.title, span=span)
        add_place(found, position.place, where, span)
    return unreadable


def _positions(lines: list[Line]) -> Iterator[tuple[str, _Position]]:
    """Each position with its company. A company with several roles has a line of total time below its name."""
    company, position = "", None
    last: Line | None = None
    for line in lines:
        near = last is not None and last.page == line.page and last.y - line.y < _SAME_BLOCK
        same_size = last is not None and last.is_size(line.size)
        if line.is_size(12.0):
            if position:
                yield company, position
            company = f"{company} {line.words}" if _continues(last, line) else line.words
            position = None
        elif line.is_size(11.5):
            if position and near and same_size and not position.dates:
                position = position._replace(title=f"{position.title} {line.words}")
            else:
                if position:
                    yield company, position
                position = _Position(line.words, line.page)
        elif position and last is not None:
            position = _detailed(position, line, near)
        last = line
    if position:
        yield company, position


def _continues(last: Line | None, line: Line) -> bool:
    """Whether *line* is the rest of a name that began on the line before, on this page or at the end of the last."""
    return last is not None and last.is_size(12.0) and (last.page != line.page or last.y - line.y < _SAME_NAME)


def _detailed(position: _Position, line: Line, near: bool) -> _Position:
    """The line after a title holds the dates; a line near below them holds the place; the rest is duties."""
    if not position.dates:
        return position._replace(dates=line.words)
    if near and (not position.place or position.place.endswith(",")):
        return position._replace(place=f"{position.place} {line.words}".strip())
    return position


def dates_of_line(dates: str) -> Span | None:
    """
    When a position was held, as LinkedIn writes it; None for a line that is no such dates.

        >>> dates_of_line("March 2019 - Present (2 years)")
        Span(start='2019-03', end=None, current=True)
    """
    found = _DATES.fullmatch(dates)
    if found and not (found[2] or found[3]):
        return Span(partial_date(found[1]))  # a beginning alone; "2015 (less than a year)" is a year and its end
    return span_of(found[1], found[2] or found[1]) if found else None


def read_education(found: Gathering, lines: list[Line]) -> list[str]:
    """Add one school fact for each entry; comes back with the dates that could not be read."""
    unreadable = []
    for school, about, page in _schools(lines):
        degree, span = about, Span()
        if about.endswith(")") and (dates := _SCHOOL_DATES.search(about)):
            degree, span = about[: dates.start()], _school_span(dates[1], dates[2])
        elif "·" in about:
            unreadable.append(about.rpartition("·")[2].strip())
            continue
        found.fact("school", school, f"page {page}: Education", detail=degree.strip(" ·,"), span=span)
    return unreadable


def _school_span(start: str | None, end: str | None) -> Span:
    """A single year is all that is said: that somebody is still there, it does not say."""
    span = span_of(start, end)
    return span._replace(current=None) if not end else span


def _schools(lines: list[Line]) -> Iterator[tuple[str, str, int]]:
    school, about, page = "", "", 0
    last: Line | None = None
    for line in lines:
        if line.is_size(12.0):
            if school and last and last.page == line.page and _continues(last, line):
                school = f"{school} {line.words}"
            else:
                if school:
                    yield school, about, page
                school, about, page = line.words, "", line.page
        elif school:
            about = f"{about} {line.words}".strip()
        last = line
    if school:
        yield school, about, page
