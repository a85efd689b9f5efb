"""What stands under each heading of a pasted profile, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rapportkit.people.activities import add_activities, add_interests
from rapportkit.people.dates import Span, span_of, years_in
from rapportkit.people.english import reads_as_english
from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing, things_in
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind
from rapportkit.people.plain_text import plain_line
from rapportkit.people.prose import read_prose

_WHEN = r"(?:[A-Z][a-z]{2,8} )?\d{4}"
_DATES = re.compile(rf"({_WHEN})(?: ?(?:[-–—]|to) ?({_WHEN}|[Pp]resent))?(?: · (?:\d+ yrs?)?(?: ?\d+ mos?)?)?")
_LASTED = re.compile(r" · (?:\d+ yrs?)?(?: ?\d+ mos?)?$")
_TOTAL = re.compile(r"(?:[\w-]+ · )?\d+ (?:yrs?|mos?)(?: \d+ mos?)?")
_TERMS = re.compile(
    r" · (?:Full-time|Part-time|Self-employed|Freelance|Contract|Internship|Apprenticeship|Seasonal|Permanent)$"
)
_BULLET = re.compile(r"^[\s>*•▪●#+-]{0,12}")
_EMPHASIS = re.compile(r"[*_`]{1,3}")
_AT = re.compile(r"\s(?:at|@)\s")
_REACHES = re.compile(r"@\w|://|\bwww\.|\d{5}|\d[\d ()./-]{6,}\d")
_LEVEL = re.compile(r"^([^(:–—]{2,40}?)\s*(?:\(([^()]{1,60})\)|(?:\s-|[:–—])\s*(.{1,60}))?$")
_ACTIVITIES = re.compile(r"^Activities and societies:\s*", re.IGNORECASE)
_CUT = re.compile(r"\s*[,|·]\s*|\s[-–—]\s")


class Line(NamedTuple):
    """A line of the text, with its number from 1."""

    number: int
    text: str

    @property
    def place(self) -> str:
        """How it is found again."""
        return f"line {self.number}"

    @property
    def bare(self) -> str:
        """Its words without marks of lists and headings."""
        return " ".join(_EMPHASIS.sub("", _BULLET.sub("", self.text)).split())

    @property
    def is_of_page(self) -> bool:
        """Whether it belongs to the page and not to the person."""
        bare = self.bare.casefold()
        return (
            bare in words().lists["page"]
            or bare.endswith((" logo", " connections", " followers", " members"))
            or bare.startswith(("show all ", "· ", "endorsed by", "image of "))
        )

    @property
    def is_of_linkedin(self) -> bool:
        """Whether only a page of LinkedIn has such a line."""
        return self.bare == "Contact info" or (_DATES.fullmatch(self.bare) and _LASTED.search(self.bare)) is not None


def is_reaching(text: str) -> bool:
    """Whether somebody could be reached by what stands in *text*: a number, a mail address, a link, a code."""
    return _REACHES.search(text) is not None


def _about(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
    first = next(line for line in lines if line.text.strip())
    read_prose(found, "\n".join(line.text for line in lines if not line.is_of_page), f"{first.place}: About")


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that stand together; what a page says twice in a row is said once."""
    block: list[Line] = []
    for line in lines:
        if not line.text.strip() or line.bare.endswith(" logo"):
            if block:
                yield block
            block = []
        elif not line.is_of_page and not (block and block[-1].bare == line.bare):
            block.append(line)
    if block:
        yield block


def _posts(kind: FactKind) -> Callable[[Gathering, list[Line], bool], None]:
    def read(found: Gathering, lines: list[Line], is_copied: bool) -> None:
        firm = ""
        for block in _blocks(lines):
            if not is_copied:
                _typed_posts(found, kind, block)
            else:
                firm = _copied_posts(found, kind, block, firm)

    return read


def _copied_posts(found: Gathering, kind: FactKind, block: list[Line], firm: str) -> str:
    """Posts as LinkedIn's page shows them: title, firm, dates; or a firm, its total time, then titles and dates."""
    if len(block) > 1 and _TOTAL.fullmatch(block[1].bare):
        firm, block = block[0].bare, block[2:]
    dates = [number for number, line in enumerate(block) if _is_dates(line.bare)]
    for number in dates:
        span = _span(block[number].bare)
        if number == 2:
            _post(found, kind, _TERMS.sub("", block[1].bare), block[0].bare, span, block[0])
            firm = ""
        elif number == 1 and firm:
            _post(found, kind, firm, block[0].bare, span, block[0])
        elif number:
            found.puzzle(plain_line(block[number - 1].bare), block[number - 1].place)
    return firm


def _is_dates(text: str) -> bool:
    return _DATES.fullmatch(text) is not None


def _span(text: str) -> Span:
    found = _DATES.fullmatch(text)
    return span_of(found[1], found[2] or found[1]) if found else Span()


def _post(found: Gathering, kind: FactKind, firm: str, title: str, span: Span, line: Line) -> None:
    if not is_reaching(f"{firm} {title}"):
        found.fact(kind, firm, line.place, detail=title, span=span)


def _typed_posts(found: Gathering, kind: FactKind, block: list[Line]) -> None:
    """
    `Cook at Blue Anchor, 2012 - 2014`: a post has its years or is a heading; "Ran a ward at night" is a duty.

    Without "at" nobody can tell whether title or firm comes first.
    """
    for number, (line, following) in enumerate(zip(block, [*block[1:], None], strict=True)):
        said, span = years_in(line.bare)
        dates = [following] if following and _is_dates(following.bare) else []
        span = _span(dates[0].bare) if dates else span
        parts = _AT.split(said)
        is_post = kind == "group" or span != Span() or line.text.lstrip().startswith("#")
        if is_reaching(said) or _is_dates(line.bare) or not is_post:
            continue
        if len(parts) == 2 and all(is_thing(part.strip(" ,")) for part in parts):
            _post(found, kind, parts[1].strip(" ,"), parts[0].strip(" ,"), span, line)
        elif kind == "group" and is_thing(said):
            found.fact(kind, said, line.place, span=span)
        else:
            above = block[max(0, number - 1) : number] if dates else []
            for one in (*(one for one in above if is_thing(one.bare) and not is_reaching(one.bare)), line, *dates):
                found.puzzle(plain_line(one.bare), one.place)


def _schools(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
    school = ""
    for block in _blocks(lines):
        for number, line in enumerate(block):
            if named := _ACTIVITIES.match(line.bare):
                add_activities(found, line.bare[named.end() :], line.place, school)
            elif words().has("school", line.bare) and not is_reaching(years_in(line.bare)[0]):
                after = [_span(other.bare) for other in block[number + 1 : number + 3] if _is_dates(other.bare)]
                school = add_school(found, line.bare, line.place, after=after[0] if after else Span()) or school


def add_school(found: Gathering, text: str, place: str, *, certain: bool = False, after: Span = Span()) -> str:  # noqa: B008 - a frozen value
    """
    Add the school that a line names, and come back with its name; what could be part of it or a degree is puzzled over.

        >>> gathered = Gathering("notes.txt")
        >>> add_school(gathered, "BSc Botany, University of Hull, 2005 - 2008", "line 3")
        'University of Hull'
    """
    line, span = years_in(text)
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
        found.fact("school", name, place, detail=detail, span=known if known.end else known._replace(current=None))
        return plain_line(name)
    found.puzzle(plain_line(text), place)
    return ""


def _languages(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
    told = [line for block in _blocks(lines) for line in block]
    for number, line in enumerate(told):
        level = told[number + 1].bare if number + 1 < len(told) and "proficiency" in told[number + 1].text else ""
        if "proficiency" not in line.text or "(" in line.text:
            add_languages(found, line.bare, line.place, level)


def add_languages(found: Gathering, text: str, place: str, level: str = "") -> None:
    """Add the languages in a line: `English (native), Polish - B2`."""
    for thing in things_in(text.replace(" - ", ": ")):
        known = _LEVEL.match(thing)
        label = known[1].strip() if known else thing
        is_code = label.casefold() in words().lists["code"]
        if (
            known
            and not is_code
            and len(label.split()) <= 3
            and not re.search(r"\d", label)
            and reads_as_english(label)
        ):
            found.fact("language", label, place, detail=known[2] or known[3] or level)
        elif not is_reaching(thing):
            found.puzzle(plain_line(thing), place)


def _listed(kind: FactKind) -> Callable[[Gathering, list[Line], bool], None]:
    def read(found: Gathering, lines: list[Line], _is_copied: bool) -> None:
        for line in (line for block in _blocks(lines) for line in block if not is_reaching(line.bare)):
            if kind == "interest":
                add_interests(found, line.bare, line.place)
                continue
            for thing in things_in(line.bare):
                label, span = years_in(thing)
                if is_thing(label):
                    found.fact(kind, label, line.place, span=span)
                else:
                    found.puzzle(plain_line(thing), line.place)

    return read


PARTS: Mapping[str, Callable[[Gathering, list[Line], bool], None]] = {
    "about": _about,
    "experience": _posts("employer"),
    "education": _schools,
    "volunteering": _posts("group"),
    "interests": _listed("interest"),
    "languages": _languages,
    "groups": _listed("group"),
    "causes": _listed("cause"),
    "skills": _listed("skill"),
}
"""How each part is read, by the name of its heading in `data/people/pasted.toml`."""
