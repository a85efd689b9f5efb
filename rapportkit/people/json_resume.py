"""
A JSON Resume (schema 1.x, and the drift that real files show) as a person.

Skills and projects are work; references, addresses, phone numbers, mail addresses and birth dates are
nobody's business here and are never kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from rapportkit.people.creative import creative_word
from rapportkit.people.dates import Span, is_backwards, means_now, partial_date, span_of
from rapportkit.people.gathering import MOST_FACTS, Gathering
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import plain_line
from rapportkit.people.prose import read_summary
from rapportkit.people.remarks import BACKWARDS, NO_DATE, NO_FIELDS, NO_PART, NO_PLACE

Json = Mapping[str, Any]

SECTIONS = ("basics", "work", "education", "volunteer", "interests")
"""A file with none of these is no résumé."""

_KNOWN = {*SECTIONS, "languages", "skills", "publications", "projects", "awards", "certificates", "references", "meta"}
"""All parts that the schema has; projects, awards, certificates and references are no common ground."""

_BUCKETS = {
    "other",
    "others",
    "hobby",
    "hobbies",
    "misc",
    "miscellaneous",
    "interest",
    "interests",
    "personal",
    "general",
}
_BUCKETS |= {"personal interests", "hobbies and interests", "hobbies & interests", "activities", "etc", "various"}
_MOST_SECTIONS = 100


def looks_like_resume(value: Any) -> bool:
    """Whether a JSON value has the sections by which a JSON Resume is known."""
    return isinstance(value, dict) and any(value.get(section) for section in SECTIONS)


def name_in(resume: Json) -> str:
    """The name that a résumé gives, or nothing."""
    basics = resume.get("basics")
    if not isinstance(basics, dict):
        basics = resume
    whole = basics.get("name")
    if isinstance(whole, str) and whole.strip():
        return whole
    parts = (basics.get(part) for part in ("firstName", "lastName"))
    return " ".join(part for part in parts if isinstance(part, str))


def read_json_resume(file: str, resume: Json) -> Reading:
    """The person in a JSON Resume; *file* is how the file is called where a fact says where it stands."""
    found = Gathering(file)
    headline = _basics(found, resume.get("basics"))
    _work(found, resume.get("work"))
    _schools(found, resume.get("education"))
    for entry, place in _entries(found, resume.get("volunteer"), "volunteer"):
        _position(found, "group", entry, place)
    _languages(found, resume.get("languages"))
    _interests(found, resume.get("interests"))
    _publications(found, resume.get("publications"))
    _skills(found, resume.get("skills"))
    for section, value in islice(resume.items(), _MOST_SECTIONS):
        if section not in _KNOWN and value and isinstance(value, list | dict):
            found.puzzle(NO_PART.format(plain_line(section)[:40]), "top level")
    return found.reading(name_in(resume), headline)


def _basics(found: Gathering, basics: Any) -> str | None:
    if not isinstance(basics, dict):
        if basics:
            found.puzzle(NO_FIELDS.format(type(basics).__name__), "basics")
        return None
    for field in ("name", "label", "summary"):
        if not isinstance(basics.get(field, ""), str):
            found.odd(basics[field], f"basics: {field}")
    _place(found, basics.get("location"), "basics: location", Span(current=True))
    if isinstance(summary := basics.get("summary"), str):
        read_summary(found, (summary, "basics: summary"))
    headline = basics.get("label") or basics.get("headline")
    return headline if isinstance(headline, str) else None


def _work(found: Gathering, work: Any) -> None:
    for entry, place in _entries(found, work, "work"):
        _position(found, "employer", entry, place)


def _position(found: Gathering, kind: FactKind, entry: Json | str, place: str) -> None:
    """One post, paid or not: where, as what, when; and the place of it, with the same dates."""
    if isinstance(entry, str):
        found.fact(kind, entry, place)
        return
    names = ("organization", "organisation", "name") if kind == "group" else ("name", "company", "employer")
    where, role = _text(found, entry, place, *names), _text(found, entry, place, "position", "title", "role")
    span = _span(found, entry, place)
    if where:
        found.fact(kind, where, place, detail=role, span=span)
    else:
        found.puzzle(plain_line(role), place)
    _place(found, entry.get("location"), f"{place}: location", span)


def _schools(found: Gathering, education: Any) -> None:
    for entry, place in _entries(found, education, "education"):
        if isinstance(entry, str):
            found.fact("school", entry, place)
            continue
        degree = [_text(found, entry, place, "studyType", "degree"), _text(found, entry, place, "area", "field")]
        detail = ", ".join(part for part in degree if part)
        if school := _text(found, entry, place, "institution", "school", "name"):
            found.fact("school", school, place, detail=detail, span=_span(found, entry, place))
        else:
            found.puzzle(plain_line(detail), place)


def _languages(found: Gathering, languages: Any) -> None:
    for entry, place in _entries(found, languages, "languages"):
        if isinstance(entry, str):
            found.fact("language", entry, place)
        elif language := _text(found, entry, place, "language", "name"):
            found.fact("language", language, place, detail=_text(found, entry, place, "fluency", "level"))


def _interests(found: Gathering, interests: Any) -> None:
    for entry, place in _entries(found, interests, "interests"):
        if isinstance(entry, str):
            found.fact("interest", entry, place)
            continue
        name = _text(found, entry, place, "name", "interest")
        bucket = name.strip(" :.").casefold() in _BUCKETS
        if name and not bucket:
            found.fact("interest", name, place)
        for keyword in _keywords(found, entry.get("keywords"), place):
            if keyword.casefold() != name.casefold():
                found.fact("interest", keyword, place, detail=None if bucket else name)


def _keywords(found: Gathering, keywords: Any, place: str) -> Iterator[str]:
    if isinstance(keywords, str):
        keywords = keywords.split(",")
    if not isinstance(keywords, list):
        found.odd(keywords, f"{place}: keywords")
        return
    for keyword in keywords[: MOST_FACTS + 1]:
        if found.has_overflowed:
            return
        if isinstance(keyword, str):
            yield from filter(None, [plain_line(found.kept(keyword, f"{place}: keywords"))])
        else:
            found.odd(keyword, f"{place}: keywords")


def _skills(found: Gathering, skills: Any) -> None:
    for entry, place in _entries(found, skills, "skills"):
        if isinstance(entry, str):
            found.fact("skill", entry, place)
        elif name := _text(found, entry, place, "name"):
            found.fact("skill", name, place, detail=", ".join(_keywords(found, entry.get("keywords"), place)))


def _publications(found: Gathering, publications: Any) -> None:
    """Only what is certainly creative: a paper with a novel method is work."""
    for entry, place in _entries(found, publications, "publications"):
        if not isinstance(entry, dict):
            continue
        name, about = _text(found, entry, place, "name", "title"), _text(found, entry, place, "summary")
        if name and (word := creative_word(name, about)):
            day = partial_date(entry.get("releaseDate"))
            found.fact("creative", name, place, detail=about or word, span=Span(day, day))


def _place(found: Gathering, location: Any, place: str, span: Span) -> None:
    """A city with its region and country; never a street. What is everywhere ("Remote") is no place."""
    if isinstance(location, str):
        add_place(found, location, place, span)
    elif isinstance(location, dict):
        parts = [
            _text(found, location, place, *names) for names in (("city",), ("region",), ("countryCode", "country"))
        ]
        known = [part for part in parts if part]
        add_place(found, known[0] if known else "", place, span, within=", ".join(known[1:]))
    elif location:
        found.puzzle(NO_PLACE.format(type(location).__name__), place)


def _span(found: Gathering, entry: Json, place: str) -> Span:
    """The dates of an entry; one that cannot be read is always listed, even where it looks like a phone number."""
    start, end = entry.get("startDate"), entry.get("endDate")
    for field, value in (("startDate", start), ("endDate", end)):
        if value not in (None, "") and not partial_date(value) and not means_now(value):
            hidden = isinstance(value, str) and value.strip() and not plain_line(value)
            found.odd(NO_DATE if hidden else value, f"{place}: {field}")
    if is_backwards(start, end):
        found.puzzle(BACKWARDS.format(partial_date(start), partial_date(end)), place)
        return Span()
    return span_of(start, end)


def _text(found: Gathering, entry: Json, place: str, *fields: str) -> str:
    """The first of *fields* that holds words; a number or a list there is shown as not understood."""
    for field in fields:
        value = entry.get(field)
        if isinstance(value, str):
            if line := plain_line(found.kept(value, f"{place}: {field}")):
                return line
        else:
            found.odd(value, f"{place}: {field}")
    return ""


def _entries(found: Gathering, value: Any, section: str) -> Iterator[tuple[Json | str, str]]:
    """What a section lists, with its place; a list inside the list counts as if it stood there itself."""
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        found.odd(value, section)
        return
    flat = (inner for outer in value for inner in (outer if isinstance(outer, list) else [outer]))
    for number, entry in enumerate(islice(flat, MOST_FACTS + 1), start=1):
        if found.has_overflowed:
            return
        if isinstance(entry, dict | str):
            yield entry, f"{section} {number}"
        else:
            found.odd(entry, f"{section} {number}")
