"""The posts of a pasted profile: title, firm and years, and where each was."""

from __future__ import annotations

import re

from rapportkit.people.dates import Span
from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing
from rapportkit.people.pasted_lines import Line, is_reaching
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import plain_line

_AT = re.compile(r"\s(?:at|@|bei|chez|en(?=\s[^\W\d_a-z]))\s")
_CUT = re.compile(r"\s*,\s+|\s+[|·]\s+|\s+[-–—]\s+")
_ITEMS = tuple("-*•▪●+")
_MODE = re.compile(r" · (?:On-site|Hybrid|Remote|Vor Ort|Sur site|Hybride|Presencial|Híbrido|En remoto)$")
_LONGEST_SEAT = 7
"""Words of a line that may say where a post was."""

_WITHIN_NAMES = {"upon", "on", "of", "the", "de", "la", "le", "del", "og", "am", "and"}


def add_seat(found: Gathering, line: Line, span: Span) -> None:
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


def add_post(found: Gathering, title: str, firm: str, span: Span, place: str, kind: FactKind = "employer") -> None:
    """Add a post at a firm, and what stands behind the name of the firm as the place where it was."""
    if is_reaching(f"{firm} {title}"):
        return
    name, *rest = firm.split(", ") if kind == "employer" else [firm]
    while rest and ("&" in rest[0] or rest[0].casefold().strip(".") in words().lists["of_a_firm"]):
        name += "" if rest[0].casefold() in words().lists["terms"] else f", {rest[0]}"
        rest = rest[1:]
    found.fact(kind, name, place, detail=title, span=span)
    if rest:
        _lies_in(found, ", ".join(rest), place, span)


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


def over_two_lines(above: Line, line: Line) -> tuple[str, str]:
    """A title alone on its line, and below it a firm and where it was: `Blue Anchor, Leeds`; or the other way round."""
    one, other = above.bare, line.bare
    is_duty = above.text.lstrip().startswith(_ITEMS) or one.endswith(".") or len(one.split()) > _LONGEST_SEAT
    if is_duty or is_reaching(one) or not (is_thing(one) and is_thing(other)):
        return "", ""
    jobs = [words().has("job", text) for text in (one, other)]
    if jobs[0] == jobs[1]:
        return "", ""
    return (one, ", ".join(_CUT.split(other))) if jobs[0] else (other, one)


def _lies_in(found: Gathering, name: str, place: str, span: Span) -> None:
    """Where a firm is, as it stands behind its name: "Leeds", and not "Ltd"."""
    towns = [part for part in name.split(", ") if part.casefold().strip(".") not in words().lists["of_a_firm"]]
    if towns and _may_be_place(", ".join(towns)):
        add_place(found, ", ".join(towns), place, span)
    elif towns:
        found.puzzle(plain_line(", ".join(towns)), place)


def _may_be_place(name: str) -> bool:
    """Whether a name is written as those of places are: a few words, with capitals, and no figures."""
    parts = re.split(r"[\s,]+", name)
    capitals = all(word[:1].isupper() or word in _WITHIN_NAMES for word in parts)
    return capitals and len(parts) <= _LONGEST_SEAT and all(one.isalpha() or one in " ,.'’-" for one in name)
