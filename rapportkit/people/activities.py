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


def _kind(thing: str) -> FactKind | None:
    if cues().groups.search(thing) or _GREEK_HOUSE.search(thing):
        return "group"
    return None if cues().honours.search(thing) else "interest"
