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
from rapportkit.people.dates import Span, years_in
from rapportkit.people.gathering import NO_NAME, Gathering
from rapportkit.people.lists import is_thing, things_in
from rapportkit.people.naming import headline_of, without_pronouns
from rapportkit.people.pasted_lines import Line, is_reaching
from rapportkit.people.pasted_parts import PARTS, add_languages, add_school
from rapportkit.people.pasted_people import is_name, people_in
from rapportkit.people.pasted_posts import title_and_firm
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import one_line, plain_line

_MOST = 200_000
"""Characters; the longest profile page seen has some 30,000 when it is copied whole."""

_MOST_LINES = 5_000
_LISTED: tuple[FactKind, ...] = ("interest", "sport", "group", "cause", "skill")
_FIRM_ALONE = {"works at", "worked at", "works for", "worked for", "company", "employer"}
_BEFORE_CONTACT = re.compile(r" · (?=Contact info\s*$)")
"""A page may show the place and the link to the contact on one line."""


class _Part(NamedTuple):
    """What stands under one heading; the part without a heading has the empty name."""

    name: str
    title: str
    lines: list[Line]


def read_pasted(file: str, text: str, person: str | None = None) -> Reading | None:
    """
    The person whom a pasted or typed text describes; None where it is no profile at all.

    Raises:
        SeveralPeople: it describes several, and *person* does not choose one.
    """
    if len(text) > _MOST:
        return None
    numbered = enumerate(text.splitlines()[:_MOST_LINES], start=1)
    lines = [Line(number, piece) for number, line in numbered for piece in _BEFORE_CONTACT.split(line, maxsplit=1)]
    people = people_in(lines)
    if len(people) > 1:
        name, lines = people[chosen(file, [name or NO_NAME for name, _ in people], person)]
    else:
        name = ""
    parts = _parts(lines)
    found = Gathering(file)
    head = _Head()
    head.name = name
    for part in parts:
        _read_labelled(found, part, head)
    under_headings = any(part.name and part.name != "passed_over" and part.lines for part in parts)
    if not under_headings and not head.labels:
        return None
    is_copied = any(line.is_of_linkedin for line in lines)
    for part in parts:
        _read_part(found, part, head, is_copied=is_copied)
    reading = found.reading(head.name, head.headline)
    return reading if head.name or reading.person.facts or (under_headings and reading.not_understood) else None


class _Head:
    """Name and headline, and how many lines carried a label."""

    name = ""
    headline = ""
    labels = 0


def _parts(lines: list[Line]) -> list[_Part]:
    parts = [_Part("", "", [])]
    for line in lines:
        heading = words().heading(line.text)
        if heading and parts[-1].name == heading and not any(other.text.strip() for other in parts[-1].lines):
            continue  # a page names its headings twice, once for the eye and once for the ear
        if heading:
            parts.append(_Part(heading, one_line(line.text.strip(" #*:")), []))
        else:
            parts[-1].lines.append(line)
    return parts


def _read_labelled(found: Gathering, part: _Part, head: _Head) -> None:
    """
    Take the labelled lines out of a part and read them; a private one is taken out and forgotten.

    Below a post or a school "Languages: Python" speaks of work: there labels are no labels.
    """
    if part.name not in ("", "about", "interests"):
        return
    for line in list(part.lines):
        labelled = words().labelled(line.text)
        if not labelled and not part.name and not is_reaching(line.text):
            labelled = words().spoken(line.text)
        if not labelled:
            continue
        part.lines.remove(line)
        kind, label, value = labelled
        if kind != "private" and value:
            head.labels += 1
            _labelled(found, head, kind, label, value, line.place)


def _labelled(found: Gathering, head: _Head, kind: str, label: str, value: str, place: str) -> None:
    if kind in ("name", "headline"):
        said = headline_of(value) if kind == "headline" else plain_line(value)
        if kind == "headline" or said == one_line(value):  # nothing in it by which somebody could be reached
            setattr(head, kind, getattr(head, kind) or said)
    elif kind == "language":
        add_languages(found, value, place)
    elif kind == "school":
        add_school(found, value, place, certain=True)
    elif kind == "place":
        _places(found, label, value, place)
    elif kind == "employer":
        _posts(found, label, value, place)
    else:
        for fact_kind in (known for known in _LISTED if known == kind):
            _listed(found, fact_kind, value, place)


def _posts(found: Gathering, said_as: str, value: str, place: str) -> None:
    """`Works at: Blue Anchor`, `Experience: Cook at Blue Anchor, 2012 - 2014`: without a firm nobody guesses one."""
    for piece in filter(None, (piece.strip() for piece in value.split(";"))):
        label, span = years_in(piece)
        title, firm = title_and_firm(label)
        if not firm and said_as in _FIRM_ALONE:
            firm = label if is_thing(label) else ""
        if firm and not is_reaching(label):
            found.fact("employer", firm, place, detail=title, span=span)
        elif not is_reaching(piece):
            found.puzzle(plain_line(piece), place)


def _listed(found: Gathering, kind: FactKind, value: str, place: str) -> None:
    for thing in things_in(found.kept(value, place)):
        label, span = years_in(thing)
        if is_thing(label) and not is_reaching(label):
            found.fact(kind, label, place, span=span)
        elif not is_reaching(thing):
            found.puzzle(plain_line(thing), place)


def _places(found: Gathering, label: str, value: str, place: str) -> None:
    """A figure that is no year makes an address of it, and an address is not kept."""
    current = None if label in words().lists["place_is_past"] else True
    for piece in value.split(";"):
        name, span = years_in(found.kept(piece, place))
        if not any(letter.isdigit() for letter in name):
            add_place(found, name, place, span if span.start or span.end else Span(current=current))


def _read_part(found: Gathering, part: _Part, head: _Head, *, is_copied: bool) -> None:
    filled = [line for line in part.lines if line.text.strip()]
    if not filled:
        return
    if not part.name:
        _read_header(found, filled, head, is_copied=is_copied)
    elif part.name == "passed_over" or (is_copied and part.name in ("skills", "interests", "groups")):
        found.puzzle(f"What stands under '{part.title}' was not read.", _place_of(filled))
    else:
        PARTS[part.name](found, part.lines, is_copied)


def _read_header(found: Gathering, lines: list[Line], head: _Head, *, is_copied: bool) -> None:
    """The name at the top; headline and place only where the page itself tells which lines they are."""
    said = [line for line in lines if not line.is_of_page]
    name = without_pronouns(said[0].bare) if said else ""
    if is_name(name) and head.name in ("", name):
        head.name = name
        said = [line for line in said[1:] if without_pronouns(line.bare) != name]
    contact = next((line.number for line in lines if line.bare.casefold() == "contact info"), 0)
    above = [line for line in said if line.number <= contact]
    if is_copied and len(above) >= 2:
        head.headline = head.headline or headline_of(above[0].bare)
        if not any(letter.isdigit() for letter in above[-1].bare):
            add_place(found, above[-1].bare, above[-1].place, Span(current=True))
    elif said:
        found.puzzle("What stands above the first heading, or without a label, was not read.", _place_of(said))


def _place_of(lines: list[Line]) -> str:
    """From which line to which."""
    return f"{lines[0].place} to {lines[-1].number}" if len(lines) > 1 else lines[0].place
