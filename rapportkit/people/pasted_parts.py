"""What stands under each heading of a pasted profile, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rapportkit.people.activities import add_activities, add_hobby_told, add_interests
from rapportkit.people.dates import Span, years_in
from rapportkit.people.english import reads_as_english
from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing, things_in
from rapportkit.people.pasted_blocks import posts
from rapportkit.people.pasted_lines import Line, blocks, is_dates, is_reaching, span_in
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind
from rapportkit.people.plain_text import plain_line
from rapportkit.people.prose import read_summary

_LEVEL = re.compile(r"^([^(:–—]{2,40}?)\s*(?:\(([^()]{1,60})\)|(?:\s-|[:–—])\s*(.{1,60}))?$")
_LEVEL_BESIDE = re.compile(
    r"^([^\W\d_]{3,20})\s+((?:native|bilingual|mother tongue|fluent|advanced|intermediate|basic|beginner"
    r"|conversational|[ABC][12])\b.{0,40})$",
    re.IGNORECASE,
)
_ACTIVITIES = re.compile(r"^Activities and societies:\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"([^()]{2,200}?)\s*\(([^()]{1,100})\)")
_CUT = re.compile(r"\s*[,|·]\s*|\s[-–—]\s")


def _about(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
    first = next(line for line in lines if line.text.strip())
    said = "\n".join(line.shown for line in lines if not line.is_of_page)
    read_summary(found, (said, f"{first.place}: About"))


def _schools(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
    school = ""
    for block in blocks(lines):
        for number, line in enumerate(block):
            if named := _ACTIVITIES.match(line.bare):
                add_activities(found, line.bare[named.end() :], line.place, school)
            elif words().has("school", line.bare) and not is_reaching(years_in(line.bare)[0]):
                after = [span_in(other.bare) for other in block[number + 1 : number + 3] if is_dates(other.bare)]
                school = add_school(found, line.bare, line.place, after=after[0] if after else Span()) or school


def add_school(found: Gathering, text: str, place: str, *, certain: bool = False, after: Span = Span()) -> str:  # noqa: B008 - a frozen value
    """
    Add the school that a line names, and come back with its name; what could be part of it or a degree is puzzled over.

        >>> gathered = Gathering("notes.txt")
        >>> add_school(gathered, "BSc Botany, University of Hull, 2005 - 2008", "line 3")
        'University of Hull'
    """
    line, span = years_in(found.kept(text, place))
    line, beside = _beside(line)
    pieces = [piece for piece in _CUT.split(line) if piece]
    schools = [number for number, piece in enumerate(pieces) if words().has("school", piece)]
    name, detail = "", ""
    if len(pieces) == 1 or (len(pieces) == 2 and schools == [0] and not words().has("degree", pieces[1])):
        name = line
    elif schools == [len(pieces) - 1] or (schools == [0] and words().has("degree", pieces[1])):
        name = pieces.pop(schools[0])
        detail = ", ".join(pieces)
    elif certain and not schools:
        name = line
    if name and len(name.split()) <= 14:
        known = span if span.start or span.end else after
        found.fact(
            "school",
            name,
            place,
            detail=", ".join(filter(None, (detail, beside))),
            span=known if known.end else known._replace(current=None),
        )
        return plain_line(name)
    found.puzzle(plain_line(text), place)
    return ""


def _beside(line: str) -> tuple[str, str]:
    """A school and what was learnt there, which stands in brackets; or the other way round."""
    known = _IN_BRACKETS.fullmatch(line)
    if not known:
        return line, ""
    one, other = known[1], known[2]
    is_inside = words().has("school", other) and not words().has("school", one)
    return (other, one) if is_inside else (one, other)


def _languages(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
    told = [line for block in blocks(lines) for line in block]
    for number, line in enumerate(told):
        level = told[number + 1].bare if number + 1 < len(told) and "proficiency" in told[number + 1].text else ""
        if "proficiency" not in line.text or "(" in line.text:
            add_languages(found, line.bare, line.place, level)


def add_languages(found: Gathering, text: str, place: str, level: str = "") -> None:
    """Add the languages in a line: `English (native), Polish - B2`."""
    for thing in things_in(text.replace(" - ", ": ")):
        known = _LEVEL.match(_LEVEL_BESIDE.sub(r"\1: \2", thing))
        label = known[1].strip() if known else thing
        is_code = label.casefold() in words().lists["code"]
        if (
            known
            and not is_code
            and len(label.split()) <= 3
            and not re.search(r"\d", label)
            and (reads_as_english(label) or _is_a_name(label))
        ):
            found.fact("language", label, place, detail=known[2] or known[3] or level)
        elif not is_reaching(thing):
            found.puzzle(plain_line(thing), place)


def _is_a_name(label: str) -> bool:
    """One word with a capital: "Dari" is a language, and a small word of another one."""
    return label.isalpha() and label.istitle()


def _listed(kind: FactKind) -> Callable[[Gathering, list[Line], bool], None]:
    def read(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
        for line in (line for block in blocks(lines) for line in block if not is_reaching(line.bare)):
            if kind == "interest":
                if not add_hobby_told(found, line.bare, line.place):
                    add_interests(found, line.bare, line.place)
                continue
            for thing in things_in(found.kept(line.bare, line.place)):
                label, span = years_in(thing)
                if is_thing(label):
                    found.fact(kind, label, line.place, span=span)
                else:
                    found.puzzle(plain_line(thing), line.place)

    return read


PARTS: Mapping[str, Callable[[Gathering, list[Line], bool], None]] = {
    "about": _about,
    "experience": posts("employer"),
    "education": _schools,
    "volunteering": posts("group"),
    "interests": _listed("interest"),
    "languages": _languages,
    "groups": _listed("group"),
    "causes": _listed("cause"),
    "skills": _listed("skill"),
    "sports": _listed("sport"),
    "service": _listed("service"),
}
"""How each part is read, by the name of its heading in `data/people/pasted.toml`."""
