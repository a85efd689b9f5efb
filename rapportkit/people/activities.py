"""Activities and societies at a school, and lists of interests: groups, pastimes, and what is neither."""

from __future__ import annotations

import re

from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing, things_in
from rapportkit.people.person import FactKind
from rapportkit.people.phrases import cues

_GREEK = (
    "Alpha|Beta|Gamma|Delta|Epsilon|Zeta|Eta|Theta|Iota|Kappa|Lambda|Mu|Nu|Xi|Omicron|Pi|Rho|Sigma|Tau|Upsilon|Phi|Chi"
    "|Psi|Omega"
)
_GREEK_HOUSE = re.compile(rf"\b(?:{_GREEK})[ -](?:{_GREEK})\b")

_THING_AND_WORDS = re.compile(r"((?:[^\W\d_][\w'’&-]*\s+){0,3}[^\W\d_][\w'’&-]*)\s*:\s+(.{3,400})")
_MOST_IN_A_LIST = 3
"""Words in a thing of a list."""

_NO_HOBBIES = frozenset({
    "reference", "references", "availability", "notice", "note", "notes", "other", "others", "also", "misc",
    "licence", "license", "award", "awards", "skill", "skills", "motto", "quote", "saying", "status", "favourite",
    "favorite", "work", "job", "contact", "summary", "hobby", "hobbies", "interest", "interests", "http", "https",
    "me", "today", "now", "my",
})  # fmt: skip
"""Words before a colon that name no pastime."""


def add_activities(found: Gathering, text: str, place: str, school: str) -> None:
    """
    Add what somebody did beside their studies; prizes and grades are handed back as not understood.

        >>> gathered = Gathering("maya.zip")
        >>> add_activities(gathered, "Rowing, Debating Society, Dean's List", "Education", "Hull")
        >>> [(fact.kind, fact.label) for fact in gathered.facts]
        [('interest', 'Rowing'), ('group', 'Debating Society')]
    """
    for thing in things_in(found.kept(text, place)):
        kind = _kind(thing)
        if kind and is_thing(thing):
            found.fact(kind, thing, place, detail=school or None)
        else:
            found.puzzle(" ".join(thing.split()), place)


def add_interests(found: Gathering, text: str, place: str) -> None:
    """Add each interest of a list, or of lists in a list; a story is handed back as not understood."""
    for thing in (thing for piece in things_in(found.kept(text, place)) for thing in things_in(piece)):
        if is_thing(thing):
            found.fact("interest", thing, place)
        else:
            found.puzzle(" ".join(thing.split()), place)


def add_hobby_told(found: Gathering, text: str, place: str) -> bool:
    """
    Add what a line says as "thing: words", the words beside it; False, and nothing, where the line is another kind.

    A line of short things behind a colon is a list, and its head names what they are: "Sport: squash, judo".

        >>> gathered = Gathering("notes.txt")
        >>> add_hobby_told(gathered, "Kites: I build them out of old umbrellas", "line 3")
        True
        >>> add_hobby_told(gathered, "Sport: squash, judo", "line 4")
        False
    """
    told = _THING_AND_WORDS.fullmatch(found.kept(text, place).strip())
    if not told or is_thing(text) or cues().honours.search(text):
        return False
    thing, said = told[1].strip(), told[2].strip()
    is_list = "," in said and all(len(item.split()) <= _MOST_IN_A_LIST for item in said.split(","))
    if is_list or not is_thing(thing) or not _NO_HOBBIES.isdisjoint(thing.casefold().split()):
        return False
    found.fact("interest", thing, place, detail=said)
    return True


def _kind(thing: str) -> FactKind | None:
    if cues().groups.search(thing) or _GREEK_HOUSE.search(thing):
        return "group"
    return None if cues().honours.search(thing) else "interest"
