"""
The one-column form in which LinkedIn saved a profile as PDF until 2017.

Measured on published profiles: name 20 points, headline and mail address 13, headings 16, everything else 12, where
what begins an entry (`Title at Company`, a school, an organisation, a language) is bold and descriptions stand
further right. Unlike the present form it has interests, volunteering and organisations. What others wrote stands
behind the name's second mention and is never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.people.activities import add_activities, add_interests
from rapportkit.people.creative import creative_word
from rapportkit.people.dates import Span, span_of
from rapportkit.people.english import reads_as_english
from rapportkit.people.gathering import Gathering
from rapportkit.people.linkedin_sections import Line, dates_of_line
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.plain_text import one_line
from rapportkit.people.prose import read_summary

_READ = {
    "Summary", "Experience", "Education", "Languages", "Volunteer Experience", "Interests", "Organizations",
    "Skills & Expertise", "Skills", "Top Skills", "Publications",
}  # fmt: skip
_PASSED_OVER = {
    "Specialties", "Certifications", "Projects", "Courses", "Honors and Awards", "Test Scores", "Patents",
    "Groups and Associations", "Personal Information", "Additional Information", "Additional Honors and Awards",
}  # fmt: skip
_ADVICE = "Advice for Contacting "
_MARGIN, _INDENT, _SECOND_COLUMN = 36.0, 46.8, 300.0
_WRAPPED_HEAD = 15.0
"""Points: a name that wraps goes on 14.4 below; the next entry 15.4 or more."""

_SAME_PARAGRAPH = 24.0
_FULL_LINE = 85
"""Characters; a full line of a summary has some 95 to 115."""

_WIDE_AT = re.compile(r"\s{2,}at\s|\sat\s{2,}")
_SCHOOL_YEARS = re.compile(r"(?:^|,\s*)(\d{4})(?: ?[-–] ?(\d{4}|Present))?$")
_ACTIVITIES = re.compile(r"Activities and Societies:\s*")
_UNDRAWN = re.compile(r"^(?:#{2,}[\s/]*)+")
"""Letters that the file's font does not have are drawn as `####`."""

_LABEL = re.compile(r"(?:Activities and Societies|Grade):")
"""Bold in the files of 2017, and yet no beginning of an entry."""

_GRADE = re.compile(r"(?:^|\s)Grade:\s")
_INSTEAD = "Save the profile once more from LinkedIn, or type what you know into the form."


class _Entry(NamedTuple):
    """What a bold name begins: the name, the plain lines below it, those set further right, the page."""

    name: str
    lines: tuple[str, ...]
    about: str
    page: int


def is_old_form(lines: list[Line]) -> bool:
    """Whether the lines of a file begin as the one-column form does."""
    return bool(lines) and lines[0].is_size(20.0) and any(line.is_size(16.0) for line in lines)


def read_old_form(file: str, lines: list[Line]) -> Reading:
    """
    The person on a profile of the one-column form.

    Raises:
        UnreadableFile: its headings or its dates are in another language, or there are none.
    """
    sections = _sections(lines)
    _refuse_what_linkedin_did_not_make(file, lines)
    strange = [heading for heading in sections if heading and not _is_known(heading)]
    if strange or not _READ.intersection(sections):
        raise UnreadableFile(
            f"'{file}' is a LinkedIn profile in the old form, with headings that are not read "
            f"('{one_line((strange or ['none'])[0])[:40]}'): is it in another language? {_INSTEAD}"
        )
    found = Gathering(file, joint=", ")
    name, headline = _header(sections[""])
    read_summary(found, *((text, f"page {page}: Summary") for text, page in _paragraphs(sections.get("Summary", []))))
    if unreadable := _posts(found, "employer", "Experience", sections.get("Experience", [])):
        raise UnreadableFile(
            f"'{file}' is a LinkedIn profile in the old form, with dates that are not read ('{unreadable[:40]}'): "
            f"is it in another language? {_INSTEAD}"
        )
    _schools(found, sections.get("Education", []))
    _posts(found, "group", "Volunteer Experience", sections.get("Volunteer Experience", []))
    _organisations(found, sections.get("Organizations", []))
    _interests(found, sections.get("Interests", []))
    _languages(found, sections.get("Languages", []))
    _publications(found, sections.get("Publications", []))
    for heading in ("Skills & Expertise", "Skills", "Top Skills"):
        for line in sections.get(heading, []):
            if line.x < _SECOND_COLUMN:
                found.fact("skill", line.words, f"page {line.page}: {heading}")
    return found.reading(name, headline)


def _refuse_what_linkedin_did_not_make(file: str, lines: list[Line]) -> None:
    names = {line.words for line in lines if line.is_size(20.0)}
    if len(names) > 2:  # a name that wraps has two lines
        raise UnreadableFile(
            f"'{file}' holds several LinkedIn profiles, of {one_line(lines[0].text)[:60]} and others. "
            "Bring a file of one person, or type what you know into the form."
        )
    if not any(line.bold for line in lines):
        raise UnreadableFile(
            f"'{file}' is a LinkedIn profile in the old form (until 2017), but not as LinkedIn made it. {_INSTEAD}"
        )


def _is_known(heading: str) -> bool:
    return heading in _READ or heading in _PASSED_OVER or heading.startswith(_ADVICE)


def _sections(lines: list[Line]) -> dict[str, list[Line]]:
    """Lines under their headings; the page that repeats the name, with what others wrote, ends them."""
    sections: dict[str, list[Line]] = {"": []}
    heading = ""
    for number, line in enumerate(lines):
        if number and line.is_size(20.0) and heading:
            break
        if line.is_size(16.0):
            heading = line.words
            sections.setdefault(heading, [])
        else:
            sections[heading].append(line)
    return sections


def _header(lines: list[Line]) -> tuple[str, str]:
    name = " ".join(line.words for line in lines if line.is_size(20.0))
    below = [line.words for line in lines if line.is_size(13.0)]
    return name, " ".join(text for text in below if "@" not in text)


def _paragraphs(lines: list[Line]) -> Iterator[tuple[str, int]]:
    text, page = "", 0
    last: Line | None = None
    for line in lines:
        goes_on = last and (line.page != last.page or last.y - line.y < _SAME_PARAGRAPH)
        if last and goes_on and (line.text.startswith(" ") or len(last.words) >= _FULL_LINE):
            text = f"{text} {line.words}"
        else:
            if text:
                yield text, page
            text, page = line.words, line.page
        last = line
    if text:
        yield text, page


def _entries(lines: list[Line]) -> Iterator[_Entry]:
    """What each bold name begins; lines before the first one belong to nothing."""
    lines = [line._replace(bold=False) if _LABEL.match(line.words) else line for line in lines]
    starts = [number for number, line in enumerate(lines) if line.bold and not _wraps(lines, number)]
    for start, end in pairwise([*starts, len(lines)]):
        own = lines[start:end]
        # A name keeps its wide spaces: they tell "Title  at   Company" from "Artist at Large".
        name = _UNDRAWN.sub("", _joined(line.text.strip() for line in own if line.bold))
        plain = [line for line in own if not line.bold]
        below = tuple(line.words for line in plain if line.x < _INDENT - 1 or line.x > _INDENT + 1)
        yield _Entry(name, below, _joined(line.words for line in plain if abs(line.x - _INDENT) <= 1), own[0].page)


def _wraps(lines: list[Line], number: int) -> bool:
    above, line = lines[number - 1] if number else None, lines[number]
    return bool(above and above.bold and above.page == line.page and above.y - line.y < _WRAPPED_HEAD)


def _joined(texts: Iterable[str]) -> str:
    """Lines as one text; a word that a line's end parts at its hyphen is whole again."""
    joined = ""
    for text in texts:
        joined = f"{joined}{text}" if not joined or joined.endswith("-") else f"{joined} {text}"
    return joined


def _posts(found: Gathering, kind: FactKind, section: str, lines: list[Line]) -> str:
    """Add a fact for each post, paid or not; comes back with the first date that cannot be read."""
    entries = list(_entries(lines))
    wide = any(_WIDE_AT.search(entry.name) for entry in entries)
    unreadable = ""
    for entry in entries:
        span = dates_of_line(entry.lines[0]) if entry.lines else Span()
        unreadable = unreadable or (entry.lines[0] if span is None else "")
        _post(found, kind, entry, span or Span(), wide=wide, section=section)
    return unreadable


def _post(found: Gathering, kind: FactKind, entry: _Entry, span: Span, *, wide: bool, section: str) -> None:
    """`Title at Company`: where the word "at" could be part of either, nobody guesses."""
    where = f"page {entry.page}: {section}"
    parts = _WIDE_AT.split(entry.name) if wide else re.split(r"\sat\s", entry.name)
    if len(parts) == 2 and all(part.strip() for part in parts):
        found.fact(kind, parts[1], where, detail=parts[0], span=span)
    else:
        found.puzzle(" ".join(entry.name.split()), where)


def _schools(found: Gathering, lines: list[Line]) -> None:
    for entry in _entries(lines):
        where = f"page {entry.page}: Education"
        about, *activities = _ACTIVITIES.split(_joined(entry.lines), maxsplit=1)
        degree = _GRADE.split(about, maxsplit=1)[0].strip()
        years = _SCHOOL_YEARS.search(degree)
        span = span_of(years[1], years[2]) if years and years[2] else Span(years[1] if years else None)
        found.fact("school", entry.name, where, detail=degree[: years.start()] if years else degree, span=span)
        if activities:
            add_activities(found, activities[0], f"{where}: Activities", " ".join(entry.name.split()))


def _organisations(found: Gathering, lines: list[Line]) -> None:
    for entry in _entries(lines):
        spans = [span for line in entry.lines if (span := dates_of_line(line.replace(" to ", " - ")))]
        roles = [line for line in entry.lines if dates_of_line(line.replace(" to ", " - ")) is None]
        where = f"page {entry.page}: Organizations"
        found.fact("group", entry.name, where, detail=" ".join(roles), span=spans[0] if spans else None)


def _interests(found: Gathering, lines: list[Line]) -> None:
    if lines:
        add_interests(found, _joined(line.words for line in lines), f"page {lines[0].page}: Interests")


def _languages(found: Gathering, lines: list[Line]) -> None:
    for entry in _entries(lines):
        level = " ".join(entry.lines).strip(" ()")
        if reads_as_english(entry.name):
            found.fact("language", entry.name, f"page {entry.page}: Languages", detail=level or None)
        else:
            found.puzzle(entry.name, f"page {entry.page}: Languages")


def _publications(found: Gathering, lines: list[Line]) -> None:
    for entry in _entries(lines):
        if word := creative_word(entry.name, entry.about):
            found.fact("creative", entry.name, f"page {entry.page}: Publications", detail=entry.about or word)
