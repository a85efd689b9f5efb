"""A link's own words: every name, alias and inflection by which a line may speak of it."""

from __future__ import annotations

from functools import lru_cache

from rapportkit.ground.clause import says_something
from rapportkit.ground.employers import employers
from rapportkit.ground.fold import fold, folded_words, plain
from rapportkit.ground.gazetteer import cities, metros, other_names
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.ground.languages import languages
from rapportkit.ground.lexicon import Lexicon
from rapportkit.ground.register import Register, bare
from rapportkit.ground.schools import schools
from rapportkit.ground.service import forces
from rapportkit.ground.spots import spot
from rapportkit.ground.ways import other_forms
from rapportkit.people.person import FactKind

_REGISTERS = {"school": schools, "employer": employers, "language": languages}
_OF_A_NAME = frozenset(
    [
        "university",
        "college",
        "school",
        "institute",
        "of",
        "the",
        "and",
        "for",
        "at",
        "in",
        "group",
        "company",
        "hospital",
        "academy",
        "state",
        "city",
        "national",
    ]
)


@lru_cache(maxsize=1_024)
def words_for(kind: FactKind, label: str) -> tuple[str, ...]:
    """
    The words that speak of a link: its label, other names, nicknames, evidence and inflections.

    Compare them with `rapportkit.ground.fold.fold` on both sides.

        >>> "climb" in words_for("sport", "Rock climbing"), "Philly" in words_for("place", "Philadelphia")
        (True, True)
    """
    parts = (label, *label.split(" and ")) if " and " in label else (label,)
    found = [word for part in parts for word in _known(kind, part)]
    return tuple(dict.fromkeys([label, *found, *_own(kind, label)]))


def _known(kind: FactKind, label: str) -> tuple[str, ...]:
    if kind == "place":
        return _of_place(label)
    if kind in _REGISTERS:
        return _of_register(_REGISTERS[kind](), label)
    if kind == "service":
        return _of_concept(forces(), label)
    return (*_of_concept(interests(), label), *_of_concept(groups(), label))


def _of_concept(lexicon: Lexicon, label: str) -> tuple[str, ...]:
    known = (label,) if label in lexicon.concepts else tuple(lexicon.read(folded_words(label)))
    ways = [way for name in known for way in lexicon.concepts[name].ways]
    forms = [form for way in ways for form in other_forms(fold(way))]
    return (*ways, *forms)


def _of_place(label: str) -> tuple[str, ...]:
    place = spot(label)
    found = place.candidates[:1]
    metro = place.metro or metros().get(plain(label))
    if metro:
        found = (*found, *(city for same in cities().values() for city in same if city.id in metro.cities))
    others = [other for city in found for other in other_names().get(plain(city.name), ())]
    return (*dict.fromkeys(city.name for city in found), *others)


def _of_register(register: Register, label: str) -> tuple[str, ...]:
    entry = register.entry(label)
    if entry is None:
        return ()
    short = " ".join(word for word in bare(entry.name).split() if word not in _OF_A_NAME)
    town = entry.city.split(",")[0]
    return tuple(word for word in (*entry.names, short, town) if word)


def _own(kind: FactKind, label: str) -> tuple[str, ...]:
    """The telling words of a label that no list knows ("competitive gurning" -> gurning)."""
    if kind in ("place", "language", "service"):
        return ()
    words = (word for word in plain(label).split() if len(word) > 3 and word not in _OF_A_NAME)
    return tuple(word for word in words if says_something((word,)))
