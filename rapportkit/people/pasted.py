"""
Text that somebody copied from a profile page or typed, as a person: a résumé in Markdown, notes such as `Likes: ...`.

Headings and labels tell what a line is. Only what is certain becomes a fact. Lines before the first heading hold
addresses and numbers as often as not, so that they are named by their number and never kept; so are the parts that
others wrote.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapportkit.people.choosing import chosen
from rapportkit.people.dates import Span
from rapportkit.people.gathering import NO_NAME, Gathering
from rapportkit.people.naming import headline_of, without_pronouns
from rapportkit.people.pasted_labels import Head, read_headed, read_labelled, read_labelled_apart, read_under_label
from rapportkit.people.pasted_lines import Line, run_together
from rapportkit.people.pasted_parts import PARTS
from rapportkit.people.pasted_people import is_name, people_in
from rapportkit.people.pasted_words import words
from rapportkit.people.person import Reading
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import one_line
from rapportkit.people.remarks import UNREAD_PART, UNREAD_TOP

_MOST = 200_000
"""Characters; the longest profile page seen has some 30,000 when it is copied whole."""

_MOST_LINES = 5_000
_MOST_RUNS = 12
_HEADING_MARKS = re.compile(r"^\s{0,3}#{1,6}\s")
_BEFORE_CONTACT = re.compile(
    r" {1,3}· (?=(?:Contact info|Kontaktinfo(?:rmationen)?|Coordonnées|Información de contacto)\s*$)"
)
"""A page may show the place and the link to the contact on one line."""


class _Part(NamedTuple):
    """What stands under one heading; the part without a heading has the empty name."""

    name: str
    title: str
    lines: list[Line]


def _lines_of(text: str) -> list[Line]:
    """The lines of a text, each with its number; those that a copy ran together are parted."""
    numbered = enumerate(text.splitlines()[:_MOST_LINES], start=1)
    return [Line(number, piece) for number, line in numbered for part in _BEFORE_CONTACT.split(line, maxsplit=1)
            for piece in run_together(part)]  # fmt: skip


def read_pasted(file: str, text: str, person: str | None = None) -> Reading | None:
    """
    The person whom a pasted or typed text describes; None where it is no profile at all.

    Raises:
        SeveralPeople: it describes several, and *person* does not choose one.
    """
    if len(text) > _MOST:
        return None
    lines = _lines_of(text)
    people = people_in(lines)
    if len(people) > 1:
        name, lines = people[chosen(file, [name or NO_NAME for name, _ in people], person)]
    else:
        name = ""
    parts = _parts(lines)
    found = Gathering(file)
    head = Head()
    head.name = name
    is_copied = any(line.is_of_linkedin for line in lines)
    for part in parts:
        # Below a post or a school "Languages: Python" speaks of work: there labels are no labels.
        if part.name in ("", "about", "interests"):
            part.lines[:] = read_labelled(found, part.lines, head, is_spoken=not part.name)
        elif part.name != "passed_over":
            part.lines[:] = (read_headed if is_copied else read_labelled_apart)(found, part.lines, head)
    under_headings = any(part.name and part.name != "passed_over" and part.lines for part in parts)
    if not under_headings and not head.labels:
        return None
    for part in parts:
        found.name = head.name
        _read_part(found, part, head, is_copied=is_copied)
    reading = found.reading(head.name, head.headline)
    return reading if head.name or reading.person.facts or (under_headings and reading.not_understood) else None


def _parts(lines: list[Line]) -> list[_Part]:
    parts, level = [_Part("", "", [])], 0
    for line in lines:
        heading = words().heading(line.text)
        if heading and parts[-1].name == heading and not any(other.text.strip() for other in parts[-1].lines):
            continue  # a page names its headings twice, once for the eye and once for the ear
        if heading:
            level = _level(line.text) or level
            parts.append(_Part(heading, _title(line), []))
        elif _opens_another(line, parts[-1], level):
            parts.append(_Part("passed_over", _title(line), []))
        else:
            parts[-1].lines.append(line)
    return parts


def _level(line: str) -> int:
    """How many marks stand before a heading in Markdown; none before a plain line."""
    return len(marks[0].strip()) if (marks := _HEADING_MARKS.match(line)) else 0


def _title(line: Line) -> str:
    return one_line(line.text.strip(" #*:"))


def _opens_another(line: Line, part: _Part, level: int) -> bool:
    """
    Whether a line is a heading that nobody knows, so that what stands below it is not read.

    In Markdown one that stands as high as those that are known; below a known one of capitals, one of capitals too, but
    never among posts and schools, whose names are written so.
    """
    if marks := _level(line.text):
        return marks <= level or (marks > 1 and not level and not part.name and not is_name(line.bare))
    words_of_it = line.bare.split()
    is_listed = part.name not in ("", "about", "experience", "education", "volunteering", "passed_over")
    is_loud = line.text.strip() == line.bare.upper() and part.title.isupper() and line.bare.isupper()
    return is_listed and is_loud and 2 <= len(words_of_it) <= 5


def _read_part(found: Gathering, part: _Part, head: Head, *, is_copied: bool) -> None:
    filled = [line for line in part.lines if line.text.strip()]
    if not filled:
        return
    if not part.name:
        _read_header(found, part.lines, head, is_copied=is_copied)
    elif part.name == "passed_over" or (is_copied and part.name in ("skills", "interests", "groups")):
        found.puzzle(UNREAD_PART.format(part.title), _places_of(filled, part.lines))
    elif part.name.startswith("label:"):
        read_under_label(found, part.name.removeprefix("label:"), filled, head)
    else:
        PARTS[part.name](found, part.lines, is_copied)


def _places_of(lines: list[Line], among: list[Line]) -> str:
    """By number, all that were not read and no other: "line 2, 4 to 5"; an empty line parts nothing."""
    empty = {line.number for line in among if not line.text.strip()}
    runs: list[tuple[int, int]] = []
    for number in dict.fromkeys(line.number for line in lines):
        if runs and all(between in empty for between in range(runs[-1][1] + 1, number)):
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    told = [f"{first} to {last}" if last > first else str(first) for first, last in runs]
    more = f" and {len(told) - _MOST_RUNS} more" if len(told) > _MOST_RUNS else ""
    return f"line {', '.join(told[:_MOST_RUNS])}{more}"


def _read_header(found: Gathering, lines: list[Line], head: Head, *, is_copied: bool) -> None:
    """The name at the top; headline and place only where the page itself tells which lines they are."""
    said = [line for line in lines if line.text.strip() and not line.is_of_page]
    name = without_pronouns(said[0].bare) if said else ""
    if is_name(name) and head.name in ("", name):
        head.name = name
        said = [line for line in said[1:] if without_pronouns(line.bare) != name]
    contact = next((line.number for line in lines if line.bare.casefold() in words().lists["contact_info"]), 0)
    above = [line for line in said if line.number <= contact]
    if is_copied and len(above) >= 2:
        head.headline = head.headline or headline_of(above[0].bare)
        if not any(letter.isdigit() for letter in above[-1].bare):
            add_place(found, above[-1].bare, above[-1].place, Span(current=True))
    elif said:
        found.puzzle(UNREAD_TOP, _places_of(said, lines))
