"""How two places meet: one city, a town and the metropolis or area it lies in, or a name that many bear."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.ground.everyday import borne_by_many
from rapportkit.ground.fold import fold, plain
from rapportkit.ground.gazetteer import Area, City, areas, metros_of, region_names
from rapportkit.ground.link import Status
from rapportkit.ground.parts import lies_in_two, parts
from rapportkit.ground.spots import Spot

_SURELY, _SURELY_GREAT, _HARDLY = 0.55, 0.45, 0.06
"""
Of all people in cities of one name: the part from which a bare name means one city (a lower one for the city of a
million, which is talked of everywhere), and the part below which it does not.
"""
_SURELY_OF_TWO, _WELL_KNOWN = 0.8, 250_000
"""The same where another country has a city of the name that is well known too (Valencia, Córdoba)."""
_GREAT, _SMALL = 1_000_000, 100_000


class Meeting(NamedTuple):
    """How two places meet. `about` says in a sentence what they share."""

    label: str
    status: Status
    about: str
    people: int = 0


def between(here: Spot, there: Spot) -> Meeting | None:
    """How two places meet; None where they have nothing to do with each other."""
    here, there = (here, there) if _comes_first(here, there) else (there, here)
    if here.said == there.said and lies_in_two(here.said, here.within, there.within):
        return None
    return _met(here, there) or _town_and_part(here, there) or _town_and_part(there, here)


def _met(here: Spot, there: Spot) -> Meeting | None:
    if here.candidates and there.candidates:
        return _two_cities(here, there)
    if here.candidates and there.metro:
        return _city_and_metro(here, there)
    if here.metro and there.metro:
        same = here.metro == there.metro
        return Meeting(here.metro.name, "confirmed", f"You both know {here.metro.name}.", 10**6) if same else None
    if here.area and there.area:
        name = min(here.area.name, there.area.name, key=lambda name: (-len(name), name))
        about = f"{name} is wide: the same area is no more than a beginning."
        return Meeting(name, "possible", about, 10**7) if _one_area(here.area, there.area) else None
    if here.candidates and there.area:
        return _city_and_area(here, there)
    return _by_name(here, there)


def _comes_first(here: Spot, there: Spot) -> bool:
    """Whether *here* is the one to look at first: cities before metropolises, areas and the rest; whoever is whose."""
    one, other = (_rank(here), here.name), (_rank(there), there.name)
    if one != other:
        return one < other
    return (here.candidates, here.told) <= (there.candidates, there.told)


def _rank(place: Spot) -> int:
    return 0 if place.candidates else 1 if place.metro else 2 if place.area else 3


def _two_cities(here: Spot, there: Spot) -> Meeting | None:
    common = [city for city in here.candidates if city in there.candidates]
    if not common:
        return _one_metro(here, there) or _one_region(here, there)
    city = common[0]
    certain = min(_chance(here, city), _chance(there, city))
    if certain < _HARDLY and (here.told or there.told):
        return None
    if certain >= (_SURELY_OF_TWO if _has_a_rival(city, here, there) else _enough(city)):
        return Meeting(city.name, "confirmed", f"You both know {city.name}.", city.people)
    about = f"There is more than one {city.name}, and one of you does not say which."
    return Meeting(city.name, "possible", about, city.people)


def _has_a_rival(city: City, here: Spot, there: Spot) -> bool:
    """Whether a city that many know bears the name in another country."""
    others = (*here.candidates, *there.candidates)
    return any(one.people >= _WELL_KNOWN and one.country != city.country for one in others)


def _chance(place: Spot, city: City) -> float:
    everybody = sum(candidate.people for candidate in place.candidates)
    return city.people / everybody if everybody else 1.0


def _enough(city: City) -> float:
    return _SURELY_GREAT if city.people >= _GREAT else _SURELY


def _one_metro(here: Spot, there: Spot) -> Meeting | None:
    one, other = here.candidates[0], there.candidates[0]
    if one.country != other.country:
        return None
    if _chance(here, one) < _enough(one) or _chance(there, other) < _enough(other):
        return None
    for name in sorted(metros_of().get(one.id, frozenset()) & metros_of().get(other.id, frozenset())):
        first, second = sorted((one.name, other.name))
        return Meeting(name, "possible", f"{first} and {second} are two places; profiles count both to {name}.", 10**6)
    return None


def _city_and_metro(here: Spot, there: Spot) -> Meeting | None:
    city = here.candidates[0]
    if there.metro is None or city.id not in there.metro.cities:
        return None
    if city.id in there.metro.main and _chance(here, city) >= _enough(city):
        return Meeting(city.name, "confirmed", f"You both know {city.name} or what lies around it.", city.people)
    about = f"Profiles count {city.name} to {there.metro.name}; whether you both mean the same part is open."
    return Meeting(there.metro.name, "possible", about, city.people)


def _one_region(here: Spot, there: Spot) -> Meeting | None:
    """Two towns of which both were told to lie in one region; the nations of the United Kingdom are too wide."""
    one, other = here.candidates[0], there.candidates[0]
    name = region_names().get((one.country, one.region))
    if name is None or not (here.told and there.told) or one.country == "GB":
        return None
    if (one.country, one.region) != (other.country, other.region) or len(here.candidates) + len(there.candidates) > 2:
        return None
    first, second = sorted((one.name, other.name))
    return Meeting(name, "possible", f"{first} and {second} are two towns in {name}: a beginning, no more.", 10**7)


def _city_and_area(here: Spot, there: Spot) -> Meeting | None:
    """A state or country, and a city in it. Counties are left out: we do not know which cities lie in them."""
    city = here.candidates[0]
    wide = (area for area in sorted(there.within) if area.country == city.country and not _is_county(area))
    area = next((area for area in wide if area.region in ("", city.region)), None)
    if area is None:
        return None
    return Meeting(area.name, "possible", f"{city.name} lies in {area.name}: ask where they know best.", 10**7)


def _one_area(one: Area, other: Area) -> bool:
    """Whether two areas are one, also under two names (USA, United States); counties have a code in common."""
    return one == other or (one[:2] == other[:2] and not _is_county(one) and not _is_county(other))


def _is_county(area: Area) -> bool:
    named = region_names().get((area.country, area.region))
    return bool(area.region) and area.country in ("GB", "IE") and area.name != named


def _by_name(here: Spot, there: Spot) -> Meeting | None:
    """A place too small for our table: equal words, unless what they add contradicts."""
    area = here.area or there.area
    if area and not here.metro and not there.metro:
        return _village_and_area(there if here.area else here, area)
    if area or here.metro or there.metro or here.name.casefold() != there.name.casefold():
        return None
    label = here.name.title() if here.name.isascii() else here.name
    if borne_by_many(fold(here.name)):
        return Meeting(label, "possible", f"There are many of what you both call {label}: ask which.")
    if not here.candidates and not there.candidates and _agree(here.within, there.within):
        return Meeting(label, "confirmed", f"You both know {label}.")
    if (here.told and there.told) or _famous(here) or _famous(there):
        return None
    return Meeting(label, "possible", f"There may be more than one {label}, and one of you does not say which.")


def _town_and_part(town: Spot, wide: Spot) -> Meeting | None:
    """A county, an island or a landscape on one side, on the other a town in it."""
    part = parts().get(wide.said)
    if part is None or wide.told or not part.towns & {town.said, plain(town.name)}:
        return None
    regions = {area.region for area in areas().get(wide.said, ()) if area.country == part.country} - {""}
    there = [c for c in town.candidates if c.country == part.country and (not regions or c.region in regions)]
    elsewhere = bool(town.candidates) and not there and (town.told or town.candidates[0].people > _SMALL)
    if elsewhere or (there and _chance(town, there[0]) < _HARDLY):
        return None
    if not town.candidates and town.within and all(area.country != part.country for area in town.within):
        return None
    name = there[0].name if there else town.said.title() if town.said.isascii() else town.said
    return Meeting(part.name, "possible", f"{name} lies in {part.name}: ask where they know best.", 10**7)


def _village_and_area(village: Spot, area: Area) -> Meeting | None:
    if not area.region or area not in village.within:
        return None
    label = village.name.title() if village.name.isascii() else village.name
    return Meeting(area.name, "possible", f"{label} lies in {area.name}: ask where they know best.", 10**7)


def _agree(one: frozenset[Area], other: frozenset[Area]) -> bool:
    """Whether what is added on both sides fits: the same area, or a county and the nation that it lies in."""
    if one == other or one & other:
        return True
    codes = {(area.country, area.region) for area in one} & {(area.country, area.region) for area in other}
    wide = {(area.country, area.region) for area in one | other if not _is_county(area)}
    return any(region and (country, region) in wide for country, region in codes)


def _famous(place: Spot) -> bool:
    """Whether a bare name means one great city before all others."""
    if not place.candidates or place.told:
        return False
    return _chance(place, place.candidates[0]) >= _enough(place.candidates[0])
