"""Lines of a pasted text that carry a label: `Likes: chess`, `Work: Cook, Blue Anchor, Leeds, 2012-2014`."""

from __future__ import annotations

from rapportkit.people.dates import Span, years_in
from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing, things_in
from rapportkit.people.naming import headline_of
from rapportkit.people.pasted_lines import Line, is_reaching
from rapportkit.people.pasted_parts import add_languages, add_school
from rapportkit.people.pasted_posts import add_post, title_and_firm
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import one_line, plain_line
from rapportkit.people.prose import read_summary

_LISTED: tuple[FactKind, ...] = ("interest", "sport", "group", "cause", "skill", "service")
_FIRM_ALONE = {
    "works at", "worked at", "works for", "worked for", "company", "employer", "firm", "current employer",
    "previous employer", "former employer", "arbeitgeber", "arbeitet bei", "travaille chez", "empresa", "trabaja en",
}  # fmt: skip
_APART = ("interest", "sport", "language", "group", "cause")
_DEGREES = {"degree", "degrees", "studies", "studied", "qualifications"}


class Head:
    """Name and headline, and how many lines carried a label."""

    name = ""
    headline = ""
    labels = 0


def read_labelled(found: Gathering, lines: list[Line], head: Head, *, is_spoken: bool) -> list[Line]:
    """
    Read the lines with a label, and come back with the others; a private one is forgotten.

    Where *is_spoken*, a line may say it without a colon too: `Lives in Leeds`.
    """
    rest = []
    for line in lines:
        labelled = words().labelled(line.text)
        if not labelled and is_spoken and not is_reaching(line.text):
            labelled = words().spoken(line.text)
        if not labelled:
            rest.append(line)
            continue
        kind, label, value = labelled
        if kind != "private" and value:
            _read(found, head, kind, label, value, line.place)
    return rest


def read_labelled_apart(found: Gathering, lines: list[Line], head: Head) -> list[Line]:
    """
    Read labels of free time and languages below posts or schools, and come back with the other lines.

    Only where they stand apart, after an empty line or another of them: within a post "Languages: Python" is work.
    """
    rest: list[Line] = []
    is_apart = False
    for line in lines:
        labelled = words().labelled(line.text) if is_apart and line.text.strip() else None
        if labelled and labelled[0] in _APART and labelled[2]:
            _read(found, head, *labelled, line.place)
            continue
        rest.append(line)
        is_apart = not line.text.strip()
    return rest


def read_headed(found: Gathering, lines: list[Line], head: Head) -> list[Line]:
    """
    Read what stands behind its heading on one line of a copied page (`Volunteering: ...`), and come back with the rest.

    Only where all in it is one's own for certain: what a page lists as interests is whom somebody follows.
    """
    rest: list[Line] = []
    for line in lines:
        labelled = words().labelled(line.text)
        is_headed = labelled is not None and words().headings.get(labelled[1]) in ("volunteering", "languages")
        if not (labelled and labelled[2] and labelled[0] in ("group", "language") and is_headed):
            rest.append(line)
        elif labelled[0] == "language":
            _read(found, head, *labelled, line.place)
        else:
            _helped(found, found.kept(labelled[2], line.place), line.place)
    return rest


def _helped(found: Gathering, value: str, place: str) -> None:
    """`Steward, Otley parkrun; RNLI fundraiser`: where somebody helps, and as what where both are told."""
    for piece in filter(None, (piece.strip() for piece in value.split(";"))):
        label, span = years_in(piece)
        title, group = title_and_firm(label)
        if group:
            add_post(found, title, group, span, place, "group")
        elif is_thing(label) and not is_reaching(label):
            found.fact("group", label, place, span=span)
        elif not is_reaching(piece):
            found.puzzle(plain_line(piece), place)


def read_under_label(found: Gathering, label: str, lines: list[Line], head: Head) -> None:
    """Read the lines below a heading that is a label: `## Home town`, and the town below it."""
    kind = words().labels[label]
    if kind == "about":
        read_summary(found, ("\n".join(line.text for line in lines), f"{lines[0].place}: {label}"))
        return
    for line in lines:
        if line.bare:
            _read(found, head, kind, label, line.bare, line.place)


def _read(found: Gathering, head: Head, kind: str, label: str, value: str, place: str) -> None:
    head.labels += 1
    if kind in ("name", "headline"):
        said = headline_of(value) if kind == "headline" else plain_line(value)
        if kind == "headline" or said == one_line(value):  # nothing in it by which somebody could be reached
            setattr(head, kind, getattr(head, kind) or said)
    elif kind == "about":
        read_summary(found, (value, f"{place}: {label}"))
    elif kind == "language":
        add_languages(found, value, place)
    elif kind == "school":
        _schools(found, label, value, place)
    elif kind == "place":
        _places(found, label, value, place)
    elif kind == "employer":
        _posts(found, label, value, place)
    else:
        for fact_kind in (known for known in _LISTED if known == kind):
            _listed(found, fact_kind, value, place)


def _schools(found: Gathering, label: str, value: str, place: str) -> None:
    """`School: A; B (Maths, 1998-2001)`; a degree alone names no school."""
    for piece in filter(None, (piece.strip() for piece in found.kept(value, place).split(";"))):
        names_school = words().has("school", piece)
        if names_school or not (label in _DEGREES or words().has("degree", piece)):
            add_school(found, piece, place, certain=True)
        else:
            found.puzzle(plain_line(piece), place)


def _posts(found: Gathering, said_as: str, value: str, place: str) -> None:
    """`Works at: Blue Anchor`, `Experience: Cook at Blue Anchor, 2012 - 2014`: without a firm nobody guesses one."""
    for piece in filter(None, (piece.strip() for piece in value.split(";"))):
        label, span = years_in(piece)
        title, firm = title_and_firm(label)
        if not firm and said_as in _FIRM_ALONE:
            firm = label if is_thing(label) else ""
        if firm and not is_reaching(label):
            add_post(found, title, firm, span, place)
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
