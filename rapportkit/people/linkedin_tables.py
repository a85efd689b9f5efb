"""
The tables of a LinkedIn data export: by which columns each is known, and what its rows say.

What reaches somebody (address, birth date, zip code, messengers) is named here to be passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapportkit.people.activities import add_activities, add_interests
from rapportkit.people.creative import creative_word
from rapportkit.people.dates import Span, means_now, partial_date, span_of
from rapportkit.people.gathering import Gathering
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import plain_line
from rapportkit.people.prose import read_summary

Cells = Mapping[str, str]


class Kind(NamedTuple):
    """One table: the columns by which its header is known, those passed over on purpose, how a row is read."""

    keys: tuple[str, ...]
    passed_over: tuple[str, ...]
    read: Callable[[Gathering, Cells, str], None]

    @property
    def known(self) -> set[str]:
        """Every column that needs no mention."""
        return {*self.keys, *self.passed_over, *_READ}


def _profile(found: Gathering, cells: Cells, place: str) -> None:
    add_place(found, cells.get("geo location", ""), f"{place}: Geo Location", Span(current=True))
    read_summary(found, (cells.get("summary", ""), f"{place}: Summary"))


def _summary(found: Gathering, cells: Cells, place: str) -> None:
    read_summary(found, (cells.get("profile summary", ""), place))


def _position(found: Gathering, cells: Cells, place: str) -> None:
    span = _span(found, cells, place)
    if company := _first(cells, "company name", "company"):
        found.fact("employer", company, place, detail=cells.get("title"), span=span)
    else:
        found.puzzle(plain_line(cells.get("title", "")), place)
    add_place(found, cells.get("location", ""), f"{place}: Location", span)


def _school(found: Gathering, cells: Cells, place: str) -> None:
    span = _span(found, cells, place)
    school = _first(cells, "school name", "school")
    if school:
        known = span if span.end else span._replace(current=None)  # a year alone: still there, or not; it does not say
        found.fact("school", school, place, detail=cells.get("degree name"), span=known)
    add_activities(found, cells.get("activities", ""), f"{place}: Activities", plain_line(school))


def _language(found: Gathering, cells: Cells, place: str) -> None:
    if name := _first(cells, "name", "language"):
        found.fact("language", name, place, detail=cells.get("proficiency"))


def _volunteering(found: Gathering, cells: Cells, place: str) -> None:
    span, role = _span(found, cells, place), cells.get("role")
    if where := _first(cells, "company name", "organization", "organisation"):
        found.fact("group", where, place, detail=role, span=span)
    else:
        found.puzzle(plain_line(role or ""), place)
    if cause := _as_words(cells.get("cause", "")):
        found.fact("cause", cause, f"{place}: Cause", detail=where or None)


def _cause(found: Gathering, cells: Cells, place: str) -> None:
    if cause := _as_words(_first(cells, "supported cause", "cause")):
        found.fact("cause", cause, place)


def _interest(found: Gathering, cells: Cells, place: str) -> None:
    add_interests(found, _first(cells, "interest", "interests", "name", "title"), place)


def _group(found: Gathering, cells: Cells, place: str) -> None:
    if name := _first(cells, "name", "organization name", "organization", "group name", "group"):
        role = _first(cells, "position", "role", "title", "occupation")
        found.fact("group", name, place, detail=role, span=_span(found, cells, place))


def _skill(found: Gathering, cells: Cells, place: str) -> None:
    if name := _first(cells, "name", "skill"):
        found.fact("skill", name, place)


def _work(found: Gathering, cells: Cells, place: str) -> None:
    """A project, a publication, an honour: of use only where it is certainly creative."""
    name, about = _first(cells, "title", "name"), cells.get("description", "")
    if name and (word := creative_word(name, about)):
        day = partial_date(_first(cells, "published on", "issued on"))
        span = Span(day, day) if day else _span(found, cells, place)  # a project without an end is going on
        found.fact("creative", name, place, detail=about or word, span=span)


def _first(cells: Cells, *columns: str) -> str:
    return next((cells[column] for column in columns if cells.get(column, "").strip()), "")


def _span(found: Gathering, cells: Cells, place: str) -> Span:
    start, end = _first(cells, "started on", "start date"), _first(cells, "finished on", "end date")
    for written in (start, end):
        if written and not partial_date(written) and not means_now(written):
            found.puzzle(plain_line(written), f"{place}: dates")
    return span_of(start, end) if start or end else Span()


def _as_words(cause: str) -> str:
    """A cause as LinkedIn's programs write it, in words: `HUMAN_RIGHTS`, `scienceAndTechnology`."""
    text = plain_line(cause)
    if " " not in text:
        spaced = "".join(f" {letter}" if letter.isupper() and not text.isupper() else letter for letter in text)
        text = spaced.replace("_", " ").strip().lower().capitalize()
    return text


_READ = (
    "first name", "last name", "headline", "summary", "geo location", "profile summary", "company name", "title",
    "location", "started on", "finished on", "school name", "start date", "end date", "degree name", "activities",
    "name", "proficiency", "role", "cause", "supported cause", "description", "position", "published on", "issued on",
)  # fmt: skip
_PRIVATE = ("maiden name", "address", "birth date", "zip code", "twitter handles", "websites", "instant messengers")
_UNUSED = ("url", "publisher", "authority", "license number", "occupation", "joined on", "followed on")
KINDS: Mapping[str, Kind] = {
    "profile": Kind(("first name", "last name"), (*_PRIVATE, "industry"), _profile),
    "profile summary": Kind(("profile summary",), (), _summary),
    "positions": Kind(("company name", "title"), (), _position),
    "education": Kind(("school name",), ("notes",), _school),
    "languages": Kind(("name", "proficiency", "language"), (), _language),
    **dict.fromkeys(
        ("volunteering", "volunteer", "volunteer experience", "volunteer experiences", "volunteering experiences"),
        Kind(("company name", "organization", "organisation", "role"), (), _volunteering),
    ),
    "causes you care about": Kind(("supported cause", "cause"), (), _cause),
    "interests": Kind(("interest", "interests", "name", "title"), _UNUSED, _interest),
    **dict.fromkeys(
        ("organizations", "organisations", "groups"),
        Kind(("name", "organization name", "organization", "group name", "group"), _UNUSED, _group),
    ),
    "skills": Kind(("name", "skill"), (), _skill),
    "publications": Kind(("name", "title"), _UNUSED, _work),
    "projects": Kind(("title", "name"), _UNUSED, _work),
    "honors": Kind(("title", "name"), _UNUSED, _work),
}
"""Every table that is opened, in the order in which its facts are shown."""
