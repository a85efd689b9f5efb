"""
The grammar of a LinkedIn profile saved as PDF: where a line stands and how large it is says what it is.

Measured on published profiles of the present form: Letter, two columns, the sidebar left of 205 points. Sizes in
points: name 26, headings 15.75, company, school, headline and summary 12, job title 11.5, dates, place and
details 10.5, page number 9; sidebar headings 13, entries 10.5. What does not fit is refused as a whole: a wrong
field is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.people.choosing import chosen
from rapportkit.people.dates import Span
from rapportkit.people.english import reads_as_english
from rapportkit.people.gathering import Gathering
from rapportkit.people.linkedin_pdf_2016 import is_old_form, read_old_form
from rapportkit.people.linkedin_sections import Line, read_education, read_experience
from rapportkit.people.naming import without_pronouns
from rapportkit.people.person import Reading
from rapportkit.people.places import add_place
from rapportkit.people.prose import read_summary

_SIDEBAR_ENDS = 205.0
_SIDEBAR = ("Contact", "Top Skills", "Languages", "Certifications", "Honors-Awards", "Publications", "Patents")
_MAIN = ("Summary", "Experience", "Education")
_SAME_ENTRY = 15.0
"""Sidebar lines nearer than this are one entry that wraps: 12.6 within, 17.6 between entries."""
_SAME_HEADER = 14.9
"""Headline lines stand 14.4 apart, the place 15.4 below."""
_SAME_PARAGRAPH = 24.0
"""Lines of a summary stand 18 apart, 36 where a blank line parts them."""
_FULL_LINE = 50
"""Characters; a full line of a summary has some 55 to 72."""

_MOST_PIECES = 2.5
"""Pieces of text a line on the average; LinkedIn's own files have 1.0 to 1.3."""

_EXPECTED = (
    "Expected is the PDF that LinkedIn makes: open the profile in English, choose More, then Save to PDF. "
    "You can also type what you know into the form."
)
_PROFICIENCY = re.compile(r"\s*\(([^()]*)\)\s*$")
_OLD_FORM = re.compile(r"\bContact\s+.{1,200}?\s+on\s+LinkedIn\b", re.IGNORECASE | re.DOTALL)


class Run(NamedTuple):
    """A piece of text as the file draws it: page from 1, baseline in points from the lower left, size in points."""

    page: int
    x: float
    y: float
    size: float
    text: str
    bold: bool = False


def read_runs(file: str, runs: Iterable[Run], person: str | None = None) -> Reading:
    """
    The person on a profile, from everything that is written on its pages.

    Raises:
        UnreadableFile: it is no LinkedIn profile, or one in a language that is not read.
        SeveralPeople: profiles of several people were put into one file, and *person* does not choose one.
    """
    pieces = _of_one(file, [run for run in runs if not _is(run.size, 9.0)], person)
    lines = _lines(pieces)
    if is_old_form(old := [line for line in lines if not line.is_size(10.0)]):
        return read_old_form(file, old)
    side = _sections([line for line in lines if line.x < _SIDEBAR_ENDS], 13.0)
    main_lines = [line for line in lines if line.x >= _SIDEBAR_ENDS]
    _refuse_what_is_no_profile(file, lines, main_lines, side)
    if len(pieces) > _MOST_PIECES * len(lines):
        raise UnreadableFile(
            f"'{file}' looks like a LinkedIn profile, but its words come in pieces, as when a browser prints the page. "
            f"{_EXPECTED}"
        )
    main = _sections(main_lines, 15.75)
    _refuse_other_languages(file, [*side, *main])
    found = Gathering(file, joint=", ")
    name, headline = _header(found, main.get("", []))
    read_summary(found, *_paragraphs(main.get("Summary", [])))
    unreadable = read_experience(found, main.get("Experience", [])) + read_education(found, main.get("Education", []))
    if unreadable:
        raise UnreadableFile(
            f"'{file}' is a LinkedIn profile with dates that are not read ('{unreadable[0][:40]}'): "
            f"is it in another language? {_EXPECTED}"
        )
    _sidebar(found, side)
    return found.reading(name, headline)


def _of_one(file: str, pieces: list[Run], person: str | None) -> list[Run]:
    """Where files were put into one, the pages of the one who is meant: a name at the top begins another person."""
    names: dict[int, str] = {}
    for line in _lines(pieces):
        if _is(line.size, 26.0) and line.x >= _SIDEBAR_ENDS:
            names[line.page] = f"{names.get(line.page, '')} {line.words}".strip()
    known = list(dict.fromkeys(without_pronouns(name) for name in names.values()))
    if len(known) < 2:
        return pieces
    meant = known[chosen(file, known, person)]
    starts = sorted(names)
    return [run for run in pieces if without_pronouns(names[max(
        (page for page in starts if page <= run.page), default=starts[0])]) == meant]  # fmt: skip


def _is(size: float, expected: float) -> bool:
    return abs(size - expected) < 0.2


def _lines(runs: Iterable[Run]) -> list[Line]:
    """Pieces that stand side by side in one column become one line."""
    lines: list[Line] = []
    for run in runs:
        last = lines[-1] if lines else None
        beside = last and (run.page, run.x < _SIDEBAR_ENDS) == (last.page, last.x < _SIDEBAR_ENDS)
        if last and beside and abs(run.y - last.y) < 1.0 and run.x > last.x:
            lines[-1] = last._replace(text=last.text + run.text)
        else:
            lines.append(Line(run.page, run.x, run.y, run.size, run.text, run.bold))
    return [line._replace(text=line.text.replace("\n", " ")) for line in lines]


def _sections(lines: list[Line], size: float) -> dict[str, list[Line]]:
    """Lines under their headings, what comes before the first one under the empty name; a page break parts nothing."""
    sections: dict[str, list[Line]] = {"": []}
    heading = ""
    for line in lines:
        if _is(line.size, size):
            heading = " ".join(line.text.split())
            sections.setdefault(heading, [])
        else:
            sections[heading].append(line)
    return sections


def _refuse_what_is_no_profile(file: str, lines: list[Line], main: list[Line], side: dict[str, list[Line]]) -> None:
    names = [line for line in main if _is(line.size, 26.0)]
    headings = [line for line in main if _is(line.size, 15.75)]
    if names and headings and len(side) > 1 and main[0] is names[0]:
        return
    text = "\n".join(line.text for line in lines)
    if _OLD_FORM.search(text[-3_000:]) or _OLD_FORM.search(text[:3_000]):
        raise UnreadableFile(
            f"'{file}' is a LinkedIn profile in the old form (until 2017), but not as LinkedIn made it. "
            "Save it once more from LinkedIn, or type what you know into the form."
        )
    raise UnreadableFile(f"'{file}' is a PDF, but no LinkedIn profile that we can read. {_EXPECTED}")


def _refuse_other_languages(file: str, headings: list[str]) -> None:
    strange = [heading for heading in headings if heading and heading not in (*_SIDEBAR, *_MAIN)]
    if strange:
        raise UnreadableFile(
            f"'{file}' is a LinkedIn profile with headings that are not read ('{strange[0][:40]}'): "
            f"is it in another language? {_EXPECTED}"
        )


def _header(found: Gathering, lines: list[Line]) -> tuple[str, str | None]:
    """Name, headline and place at the top; the place is the line that stands a little further off."""
    name = " ".join(line.text for line in lines if _is(line.size, 26.0))
    below = [line for line in lines if _is(line.size, 12.0)]
    headline: list[str] = []
    place: list[str] = []
    for above, line in zip([None, *below], below, strict=False):
        apart = above is not None and above.y - line.y > _SAME_HEADER
        (place if place or apart else headline).append(line.text)
    add_place(found, " ".join(place), "page 1: under the name", Span(current=True))
    return " ".join(name.split()), " ".join(" ".join(headline).split()) or None


def _paragraphs(lines: list[Line]) -> list[tuple[str, str]]:
    """The paragraphs of a summary: a blank line parts them, and so does the mark of a list."""
    paragraphs: list[tuple[str, str]] = []
    last: Line | None = None
    for line in lines:
        if last and paragraphs and _wraps(last, line):
            text, place = paragraphs[-1]
            paragraphs[-1] = (f"{text} {line.text.strip()}", place)
        else:
            paragraphs.append((line.text.strip(), f"page {line.page}: Summary"))
        last = line
    return paragraphs


def _wraps(last: Line, line: Line) -> bool:
    """Whether a line goes on where the last one was full: its first word would not have fitted there."""
    if line.page == last.page and last.y - line.y > _SAME_PARAGRAPH:
        return False
    first, _, _ = line.words.partition(" ")
    return len(last.words) + len(first) >= _FULL_LINE and not line.words.startswith(("•", "-", "*"))


def _sidebar(found: Gathering, side: dict[str, list[Line]]) -> None:
    for text, page in _entries(side.get("Top Skills", [])):
        found.fact("skill", text, f"page {page}: Top Skills")
    for text, page in _entries(side.get("Languages", [])):
        level = _PROFICIENCY.search(text)
        language = text[: level.start()] if level else text
        if reads_as_english(language):
            found.fact("language", language, f"page {page}: Languages", detail=level[1] if level else None)
        else:
            found.puzzle(text, f"page {page}: Languages")


def _entries(lines: list[Line]) -> list[tuple[str, int]]:
    entries: list[tuple[str, int]] = []
    last: Line | None = None
    for line in lines:
        text = " ".join(line.text.split())
        if last and entries and line.page == last.page and last.y - line.y < _SAME_ENTRY:
            entries[-1] = (f"{entries[-1][0]} {text}", entries[-1][1])
        else:
            entries.append((text, line.page))
        last = line
    return entries
