"""Which place somebody means: a name, and whatever they wrote to tell it from its namesakes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapportkit.ground.clauses import clauses
from rapportkit.ground.drawers import Drawers
from rapportkit.ground.fold import is_fresh, plain
from rapportkit.ground.gazetteer import Area, City, Metro, areas, cities, metros
from rapportkit.ground.parts import homes, own_names
from rapportkit.ground.slips import LONG, Spelling, spelling_of

_PARTS = re.compile(r"[,;()\[\]/|–—•·]+|\s-\s")
_CUES = re.compile(
    r"^(?:(?:i|we|have|has|was|born|bred|raised|brought up|reared|grew up|native of|resident of|hail from|hailing from|"
    r"come|comes|settled in|relocated to|home is|proud|lifelong|lived|living|live|lives|based|from|in|at|near|around|"
    r"originally|currently|now|"
    r"moved to|studied|worked|and|the|city of|town of|greater|metropolitan|metro|downtown|central|inner|outer) )+"
)
_QUARTERS = ("inner ", "outer ", "downtown ", "central ")
_BRACKET = re.compile(r"[^(),]{2,40}\([^()]{2,40}\)")
_SURE, _KNOWN = 9, 100_000
"""Letters from which a slip in a place's name is told from another place, and the people of a place worth it."""
_LARGE = 800_000
_WHILE = frozenset(
    ("for", "from", "since", "until", "till", "during", "as", "when", "while", "in", "between", "after", "before")
)
"""Words after which somebody tells when they were there."""
_THERE = re.compile(r" (?:in|from|to|near|at|around) ")
_TAILS = re.compile(
    r"(?: (?:metropolitan|metro|metroplex|greater|area|region|city area|urban|"
    r"born|raised|bred|born and raised|born and bred|born n bred|native|town|city))$"
)


class Spot(NamedTuple):
    """
    A place as somebody wrote it.

    `candidates` are the cities that it may mean, the likeliest first; `told` says that a region or country
    was given. An area (a state, a country) or a metropolis has no candidates; a village that we do not know has
    only its `name` and the areas `within` which it lies. An area of which there are two (Georgia) has both in `within`.
    """

    name: str
    candidates: tuple[City, ...] = ()
    told: bool = False
    metro: Metro | None = None
    area: Area | None = None
    within: frozenset[Area] = frozenset()
    said: str = ""
    """The folded name as it was written: Cebu is a city and the island around it."""


@lru_cache(maxsize=16_384)
def spot(label: str, detail: str = "") -> Spot:
    """
    The place that a label and its detail mean.

        >>> spot("Leeds", "West Yorkshire, GB").candidates[0].country
        'GB'
        >>> [city.region for city in spot("Cambridge, MA").candidates]
        ['MA']
    """
    split = (*_split(label), *_PARTS.split(detail))
    parts = [part for part in (plain(_city_of(part)) for part in split) if part]
    if not parts:
        return Spot(label.strip().casefold())
    name, *rest = parts
    region = _split_off(name)
    if region:
        name, rest = name.removesuffix(f" {region}"), [region, *rest]
    return _read(name, tuple(rest))._replace(said=_called(_bare(name)))


def _split(label: str) -> list[str]:
    """The parts of a label; a name that itself has a bracket, "Frankfurt (Oder)", is one of them."""
    begun = _BRACKET.match(label)
    if begun and plain(begun.group()) in cities():
        return [begun.group(), *_PARTS.split(label[begun.end() :])]
    return _PARTS.split(label)


def _called(bare: str) -> str:
    """A name as it is looked up: in the first of its languages, and a saint's short where it is known so."""
    if bare not in cities() and _short_saint(bare) in cities():
        return _short_saint(bare)
    return bare if bare in cities() else own_names().get(bare, bare)


def _short_saint(name: str) -> str:
    """A saint's name written short ("st albans"); empty for any other."""
    return f"st {name.removeprefix('saint ')}" if name.startswith("saint ") else ""


def _named(name: str, bare: str) -> tuple[City, ...]:
    """The cities of a name, the larger first; of a saint's those too that are written short ("st albans")."""
    found = cities().get(name) or cities().get(bare, ())
    short = cities().get(_short_saint(bare), ())
    return tuple(sorted({*found, *short}, key=lambda city: -city.people)) if short else found


def _read(name: str, rest: tuple[str, ...]) -> Spot:
    bare = _called(_bare(name))
    if not _is_known(bare):
        bare = _called(_city_in(bare))
    metro = metros().get(name) or (metros().get(bare) if name != bare and bare not in cities() else None)
    if metro:
        return Spot(metro.name, metro=metro)
    qualifiers = tuple(found for found in (_meant(part) for part in rest) if found)
    found = _named(name, bare)
    if not found and bare not in areas() and bare not in metros():
        found = _misspelt(bare)
    if not found and bare in areas() and _may_be(areas()[bare], qualifiers):
        return _area(bare, qualifiers)
    told = tuple(city for city in found if all(_lies_in(city, choices) for choices in qualifiers))
    within = frozenset(area for choices in qualifiers for area in choices)
    if told:
        return Spot(told[0].name, told, bool(qualifiers), within=within)
    return Spot(bare, told=bool(qualifiers), within=within or _home(bare))


def _home(town: str) -> frozenset[Area]:
    """The areas that a small town lies in which is found in one part of one country only; empty for any other."""
    found = [area for name in homes().get(town, ()) for area in areas().get(name, ())]
    return frozenset(found) if len({(area.country, area.region) for area in found}) == 1 else frozenset()


def _misspelt(name: str) -> tuple[City, ...]:
    """The cities of a name that a PDF has split ("chi cago"), or that has one slip in a long word."""
    joined = name.replace(" ", "")
    if joined != name and len(joined) >= LONG - 1 and joined in cities():
        return cities()[joined]
    words = name.split()
    right = " ".join(_city_words().right(word) if len(word) >= _SURE else word for word in words)
    return cities().get(right, ()) if right != name else ()


@cache
def _city_words() -> Spelling:
    return Spelling(Drawers("places.csv", "ends")) if is_fresh("places.csv") else city_words()


def city_words() -> Spelling:
    """The long words of the names of larger cities, worked out from the table."""
    return spelling_of(name for name, found in cities().items() if found[0].people > _KNOWN)


def _meant(part: str) -> tuple[Area, ...]:
    """The areas that a part after the first means; a metropolis and a quarter ("inner west") are none."""
    return () if part in metros() or part.startswith(_QUARTERS) else areas().get(part) or areas().get(_bare(part), ())


def _may_be(choices: tuple[Area, ...], qualifiers: tuple[tuple[Area, ...], ...]) -> bool:
    """Whether one of some areas lies in the countries that were added; "Cornwall, Ontario" is a town."""
    told = {area.country for meant in qualifiers for area in meant}
    return not told or any(area.country in told for area in choices)


def _area(name: str, qualifiers: tuple[tuple[Area, ...], ...]) -> Spot:
    """A region that a country was added to ("Punjab, India"), or else the first that the name means."""
    countries = {area.country for choices in qualifiers for area in choices if not area.region}
    choices = areas()[name]
    meant = tuple(area for area in choices if area.country in countries) or choices
    return Spot(name, area=meant[0], within=frozenset(meant))


def _lies_in(city: City, choices: tuple[Area, ...]) -> bool:
    return any(city.country == area.country and area.region in ("", city.region) for area in choices)


@lru_cache(maxsize=16_384)
def _bare(name: str) -> str:
    """*name* without cues ("grew up in", "Greater ... Area"); a tail that is a part of the name ("chi town") stays."""
    bare = _CUES.sub("", name) or name
    while bare not in cities() and (shorter := _TAILS.sub("", bare)) and shorter != bare:
        bare = shorter
    return bare


def _split_off(name: str) -> str:
    """The region that a name without commas ends in ("Austin TX"); empty where the name is known as it stands."""
    bare = _bare(name)
    if name in metros() or _is_known(bare):
        return ""
    words = bare.split()
    for size in (3, 2, 1):
        tail = " ".join(words[-size:])
        if len(words) > size and tail in areas() and " ".join(words[:-size]) in cities():
            return tail
    return ""


def _is_known(name: str) -> bool:
    return name in cities() or name in areas()


def _city_in(name: str) -> str:
    """The city that a longer name begins or ends with ("kl for a bit", "a year in Leeds"); else the name itself."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        start = " ".join(words[:size])
        if start in cities() and (words[size] in _WHILE or words[size].isdigit()):
            return start
    *before, tail = _THERE.split(name)
    tail = _city_in(tail) if before else tail
    there = _is_known(tail) and all(one.stance in ("mine", "ended") for one in clauses(name))
    return tail if there else name  # "never made it to Lima", "my boss is from Lima"


def _city_of(part: str) -> str:
    """The large city of a part of it that is joined by a hyphen ("Köln-Ehrenfeld"); else the text as it stands."""
    city, hyphen, _ = part.partition("-")
    if not hyphen or _is_known(plain(part)) or plain(city) not in cities():
        return part
    return city if cities()[plain(city)][0].people > _LARGE else part
