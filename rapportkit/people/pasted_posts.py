"""The posts of a pasted profile: title, firm and years, and where each was."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapportkit.people.dates import Span, years_in
from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing
from rapportkit.people.pasted_lines import Line, blocks, is_dates, is_reaching, span_in
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import plain_line

_TOTAL = re.compile(r"(?:[\w-]+ · )?\d+ (?:yrs?|mos?)(?: \d+ mos?)?")
_TERMS = re.compile(
    r" · (?:Full-time|Part-time|Self-employed|Freelance|Contract|Internship|Apprenticeship|Seasonal|Permanent)$"
)
_AT = re.compile(r"\s(?:at|@)\s")
_CUT = re.compile(r"\s*,\s+|\s+[|·]\s+|\s+[-–—]\s+")
_ITEMS = tuple("-*•▪●+")
_MODE = re.compile(r" · (?:On-site|Hybrid|Remote)$")
_LONGEST_SEAT = 7
"""Words of a line that may say where a post was."""

_WITHIN_NAMES = {"upon", "on", "of", "the", "de", "la", "le", "del", "og", "am", "and"}


def posts(kind: FactKind) -> Callable[[Gathering, list[Line], bool], None]:
    """A reader of posts, each of which becomes a fact of that kind."""

    def read(found: Gathering, lines: list[Line], is_copied: bool) -> None:
        firm = ""
        for block in blocks(lines):
            if not is_copied:
                _typed(found, kind, block)
            else:
                firm = _copied(found, kind, block, firm)

    return read


def _copied(found: Gathering, kind: FactKind, block: list[Line], firm: str) -> str:
    """Posts as LinkedIn's page shows them: title, firm, dates; or a firm, its total time, then titles and dates."""
    if len(block) > 1 and _TOTAL.fullmatch(block[1].bare):
        firm, block = block[0].bare, block[2:]
    # The page names dates twice too, once for the eye and once for the ear, and not in the same words.
    block = [line for line, before in zip(block, [None, *block], strict=False)
             if not (before and is_dates(line.bare) and is_dates(before.bare))]  # fmt: skip
    dates = [number for number, line in enumerate(block) if is_dates(line.bare)]
    for number in dates:
        span = span_in(block[number].bare)
        if number + 1 < len(block):
            _seat(found, block[number + 1], span)
        if number == 2:
            _post(found, kind, _TERMS.sub("", block[1].bare), block[0].bare, span, block[0])
            firm = ""
        elif number == 1 and firm:
            _post(found, kind, firm, block[0].bare, span, block[0])
        elif number:
            found.puzzle(plain_line(block[number - 1].bare), block[number - 1].place)
    return firm


def _seat(found: Gathering, line: Line, span: Span) -> None:
    """
    Where a post was, in the line below its dates: a place where the page's way of writing it leaves no doubt.

    "Leeds, England" is one; a single "Leeds" could as well be a duty, and is handed back; "Ran a ward at night" is a
    duty, and is not.
    """
    bare = line.bare
    name = _MODE.sub("", bare)
    if line.text.lstrip().startswith(_ITEMS) or is_reaching(bare) or not _may_be_place(name):
        return
    town, _, country = name.partition(", ")
    in_country = bool(town) and country.casefold() in words().lists["country"]
    if name != bare or in_country or name.count(",") >= 2 or name.endswith(" Area"):
        add_place(found, name, line.place, span)
    else:
        found.puzzle(plain_line(bare), line.place)


def _post(found: Gathering, kind: FactKind, firm: str, title: str, span: Span, line: Line) -> None:
    if not is_reaching(f"{firm} {title}"):
        found.fact(kind, firm, line.place, detail=title, span=span)


def _typed(found: Gathering, kind: FactKind, block: list[Line]) -> None:
    """`Cook at Blue Anchor, 2012 - 2014`: a post has its years or is a heading; "Ran a ward at night" is a duty."""
    for number, (line, following) in enumerate(zip(block, [*block[1:], None], strict=True)):
        said, span = years_in(found.kept(line.bare, line.place))
        dates = [following] if following and is_dates(following.bare) else []
        span = span_in(dates[0].bare) if dates else span
        is_post = kind == "group" or span != Span() or line.text.lstrip().startswith("#")
        below = block[number + 1 + len(dates) : number + 2 + len(dates)]
        if kind == "employer" and below and span != Span() and not is_dates(line.bare):
            _seat(found, below[0], span)
        if is_reaching(said) or is_dates(line.bare) or not is_post:
            continue
        title, firm = title_and_firm(said)
        if not firm and dates and number and not is_dates(block[number - 1].bare):
            title, firm = _over_two_lines(block[number - 1], line)
        if firm:
            post, _, where = firm.partition(", ") if kind == "employer" else (firm, "", "")
            _post(found, kind, post, title, span, line)
            if where:
                _lies_in(found, where, line, span)
        elif kind == "group" and is_thing(said):
            found.fact(kind, said, line.place, span=span)
        else:
            above = block[max(0, number - 1) : number] if dates else []
            for one in (*(one for one in above if is_thing(one.bare) and not is_reaching(one.bare)), line, *dates):
                found.puzzle(plain_line(one.bare), one.place)


def title_and_firm(said: str) -> tuple[str, str]:
    """
    Title and firm of a post; two empty texts where nobody can tell which comes first.

        >>> title_and_firm("Cook at Blue Anchor"), title_and_firm("Harvest Lane Bakery, Shift Lead")
        (('Cook', 'Blue Anchor'), ('Shift Lead', 'Harvest Lane Bakery'))
        >>> title_and_firm("Marsh, Bell")
        ('', '')
    """
    parts = [part.strip(" ,") for part in _AT.split(said)]
    if len(parts) != 2:
        first, *rest = (part.strip(" ,") for part in _CUT.split(said))
        parts = [first, ", ".join(rest)]
        jobs = [words().has("job", first), any(words().has("job", part) for part in rest)]
        if not rest or jobs[0] == jobs[1] or (jobs[1] and len(rest) > 1):
            return "", ""
        if jobs[1]:
            parts.reverse()
    return (parts[0], parts[1]) if all(is_thing(part) for part in parts) else ("", "")


def _over_two_lines(above: Line, line: Line) -> tuple[str, str]:
    """A title alone on its line, and below it a firm and where it was: `Blue Anchor, Leeds`; or the other way round."""
    one, other = above.bare, line.bare
    is_duty = above.text.lstrip().startswith(_ITEMS) or one.endswith(".") or len(one.split()) > _LONGEST_SEAT
    if is_duty or is_reaching(one) or not (is_thing(one) and is_thing(other)):
        return "", ""
    jobs = [words().has("job", text) for text in (one, other)]
    if jobs[0] == jobs[1]:
        return "", ""
    return (one, ", ".join(_CUT.split(other))) if jobs[0] else (other, one)


def _lies_in(found: Gathering, name: str, line: Line, span: Span) -> None:
    """Where a firm is, as it stands behind its name: "Leeds", and not "Ltd"."""
    towns = [part for part in name.split(", ") if part.casefold().strip(".") not in words().lists["of_a_firm"]]
    if towns and _may_be_place(", ".join(towns)):
        add_place(found, ", ".join(towns), line.place, span)
    elif towns:
        found.puzzle(plain_line(", ".join(towns)), line.place)


def _may_be_place(name: str) -> bool:
    """Whether a name is written as those of places are: a few words, with capitals, and no figures."""
    parts = re.split(r"[\s,]+", name)
    capitals = all(word[:1].isupper() or word in _WITHIN_NAMES for word in parts)
    return capitals and len(parts) <= _LONGEST_SEAT and all(one.isalpha() or one in " ,.'’-" for one in name)
