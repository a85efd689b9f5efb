"""
The export of one's own data that LinkedIn sends as a ZIP folder, as a person.

Only the tables of the profile are opened. Address, birth date, zip code and messengers stand in one of them and
are passed over; messages, connections, receipts, applications and what others wrote are never opened at all.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.people.activities import add_activities, add_interests
from rapportkit.people.creative import creative_word
from rapportkit.people.dates import Span, means_now, partial_date, span_of
from rapportkit.people.gathering import Gathering
from rapportkit.people.person import Reading
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import plain_line
from rapportkit.people.prose import read_prose
from rapportkit.people.tables import read_table
from rapportkit.people.zip_folder import Member, members

Cells = Mapping[str, str]
_NAME = ("first name", "last name")
_AGAIN = "Ask LinkedIn for the export again with its language set to English, or type what you know into the form."


class _Kind(NamedTuple):
    """One table: the columns by which its header is known, those passed over on purpose, how a row is read."""

    keys: tuple[str, ...]
    passed_over: tuple[str, ...]
    read: Callable[[Gathering, Cells, str], None]

    @property
    def known(self) -> set[str]:
        """Every column that needs no mention."""
        return {*self.keys, *self.passed_over, *_READ}


def read_linkedin_export(file: str, data: bytes) -> Reading | None:
    """
    The person in a LinkedIn data export; None where the ZIP folder holds none of its tables.

    Raises:
        UnreadableFile: it is damaged, locked, built to do harm, or nothing in it can be read.
    """
    tables = members(file, data, _KINDS)
    if not tables:
        return None
    found = Gathering(file)
    about = _Header()
    for name, kind in _KINDS.items():
        if name in tables:
            _read_table(found, tables[name], kind, about)
    reading = found.reading(about.name, about.headline)
    if not found.facts and not about.name:
        problem = f": {reading.not_understood[0].text}" if reading.not_understood else "."
        raise UnreadableFile(f"'{file}' is a LinkedIn data export, but nothing in it can be read{problem} {_AGAIN}")
    return reading


class _Header:
    """Name and headline, which stand in a row of Profile.csv like everything else."""

    name = ""
    headline = ""

    def take(self, cells: Cells) -> None:
        """Keep the first name and headline met."""
        if not self.name:
            self.name = plain_line(html.unescape(" ".join(cells.get(column, "") for column in _NAME)))
            self.headline = cells.get("headline", "")


def _read_table(found: Gathering, member: Member, kind: _Kind, about: _Header) -> None:
    place = plain_line(member.name)[:80]
    table = read_table(member.data, kind.keys, kind.known)
    found.puzzle(table.fault, place)
    for column in table.strange[:20]:
        found.puzzle(f"The column '{column[:60]}' is not known and was not read.", place)
    for number, cells in table.rows:
        if found.has_overflowed:
            return
        if kind.read is _profile:
            about.take(cells)
        kind.read(found, cells, f"{place}, row {number}")


def _profile(found: Gathering, cells: Cells, place: str) -> None:
    add_place(found, cells.get("geo location", ""), f"{place}: Geo Location", Span(current=True))
    read_prose(found, cells.get("summary", ""), f"{place}: Summary")


def _summary(found: Gathering, cells: Cells, place: str) -> None:
    read_prose(found, cells.get("profile summary", ""), place)


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
        day = partial_date(_first(cells, "published on", "issued on", "started on"))
        found.fact("creative", name, place, detail=about or word, span=Span(day, day))


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
_KINDS: Mapping[str, _Kind] = {
    "profile": _Kind(_NAME, (*_PRIVATE, "industry"), _profile),
    "profile summary": _Kind(("profile summary",), (), _summary),
    "positions": _Kind(("company name", "title"), (), _position),
    "education": _Kind(("school name",), ("notes",), _school),
    "languages": _Kind(("name", "proficiency", "language"), (), _language),
    **dict.fromkeys(
        ("volunteering", "volunteer", "volunteer experience", "volunteer experiences", "volunteering experiences"),
        _Kind(("company name", "organization", "organisation", "role"), (), _volunteering),
    ),
    "causes you care about": _Kind(("supported cause", "cause"), (), _cause),
    "interests": _Kind(("interest", "interests", "name", "title"), _UNUSED, _interest),
    **dict.fromkeys(
        ("organizations", "organisations", "groups"),
        _Kind(("name", "organization name", "organization", "group name", "group"), _UNUSED, _group),
    ),
    "skills": _Kind(("name", "skill"), (), _skill),
    "publications": _Kind(("name", "title"), _UNUSED, _work),
    "projects": _Kind(("title", "name"), _UNUSED, _work),
    "honors": _Kind(("title", "name"), _UNUSED, _work),
}
"""Every table that is opened, in the order in which its facts are shown."""
