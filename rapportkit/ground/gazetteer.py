"""Cities, regions, countries and metropolitan areas by every name that we know."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

from rapportkit.ground.drawers import Drawers
from rapportkit.ground.fold import is_fresh, plain, quick

T = TypeVar("T")


class City(NamedTuple):
    """A city; `region` is GeoNames' code of its first-order division, `country` the ISO code."""

    id: str
    name: str
    region: str
    country: str
    people: int


class Area(NamedTuple):
    """A country (no `region`), or a region of one: a state, a nation of the UK, a county (no code of its own)."""

    country: str
    region: str
    name: str


class Metro(NamedTuple):
    """A metropolitan area: the ids of its main city and of all its cities."""

    name: str
    main: frozenset[str]
    cities: frozenset[str]


class Named(Mapping[str, tuple[T, ...]]):
    """Places by folded name; a row becomes what it says when its name is asked for."""

    def __init__(self, rows: Mapping[str, str], read: Callable[[str], T]) -> None:
        self._rows, self._read = rows, read
        self._known: dict[str, tuple[T, ...]] = {}

    def __getitem__(self, name: str) -> tuple[T, ...]:
        if name not in self._known:
            self._known[name] = tuple(map(self._read, self._rows[name].split(";")))
        return self._known[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The places of *name*, or else *default*; most names asked for are none."""
        return self[name] if name in self._rows else default

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@cache
def cities() -> Named[City]:
    """The cities by folded name, the largest first; another name ("Bombay") takes the place of its city's own."""
    rows: Mapping[str, str] = Drawers("places.csv", "cities") if is_fresh("places.csv") else city_rows()
    return Named(rows, city_of)


def city_of(row: str) -> City:
    """The city of a row as `city_rows` writes it."""
    id_, name, region, country, people = row.split("|")
    return City(id_, name, region, country, int(people))


def city_rows() -> dict[str, str]:
    """The cities by folded name, each `id|name|region|country|people`, the largest first, parted by semicolons."""
    table: dict[str, tuple[City, ...]] = {}
    for row in rows_of("places.csv"):
        city = City(row[0], row[1], row[2], row[3], int(row[4]))
        for key in _spellings(city.name):
            table[key] = (*table.get(key, ()), city)
    named = dict(table)
    for other, name, region, country in rows_of("places_names.csv"):
        found = [c for c in table.get(plain(name), ()) if c.country == country and region in ("", c.region)]
        if found:
            old = [c for c in named.get(plain(other), ()) if (c.country, c.region) != (country, found[0].region)]
            named[plain(other)] = (max(found, key=_size), *old)
    for other, name, region, country in rows_of("places_other_names.csv"):
        key = plain(other)
        if key not in named:  # what was written by hand, and a city of that very name, come before a translation
            named[key] = tuple(c for c in table[plain(name)] if (c.country, c.region) == (country, region))[:1]
    ordered = {key: sorted(dict.fromkeys(same), key=_size, reverse=True) for key, same in named.items()}
    return {key: ";".join("|".join(map(str, city)) for city in same) for key, same in ordered.items()}


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """The other names and nicknames of a city, by its folded name."""
    table: dict[str, tuple[str, ...]] = {}
    for other, name, _, _ in rows_of("places_names.csv"):
        table[plain(name)] = (*table.get(plain(name), ()), other)
    return table


@cache
def areas() -> Named[Area]:
    """Countries and regions by folded name and by the code that people write (US, TX, GB)."""
    return Named(quick("places_regions.csv", "areas") or area_rows(), lambda row: Area(*row.split("|")))


def area_rows() -> dict[str, str]:
    """The countries and regions by folded name or code, each `country|region|name`, parted by semicolons."""
    table: dict[str, str] = {}
    for country, region, name in (*rows_of("places_regions.csv"), *rows_of("places_areas.csv")):
        codes = (country,) if not region else ((region,) if region.isalpha() and len(region) > 1 else ())
        for key in dict.fromkeys((plain(name), *(plain(code) for code in codes))):
            if key:
                row = f"{country}|{region}|{name}"
                table[key] = f"{table[key]};{row}" if key in table else row
    return table


@cache
def region_names() -> dict[tuple[str, str], str]:
    """The name of each country and region by its codes; a county or another name of it is not among them."""
    return {(country, region): name for country, region, name in rows_of("places_regions.csv")}


@cache
def metros() -> dict[str, Metro]:
    """The metropolitan areas by folded name, in the wordings of profiles."""
    known: dict[str, Metro] = {}
    for name, members in (quick("places_metros.csv", "members") or metro_rows()).items():
        cities = members.split("|")
        known[name] = Metro(name, frozenset(cities[:1]), frozenset(cities))
    return {key: known[name] for key, name in (quick("places_metros.csv", "names") or metro_names()).items()}


def metro_rows() -> dict[str, str]:
    """The ids of the cities of each metropolitan area, its main city first."""
    table = {}
    for name, _, country, region, members in rows_of("places_metros.csv"):
        table[name] = "|".join(_member(member, country, region) for member in members.split("|"))
    return table


def metro_names() -> dict[str, str]:
    """The name of each metropolitan area by all its folded names."""
    rows = rows_of("places_metros.csv")
    return {plain(key): name for name, others, *_ in rows for key in (name, *filter(None, others.split("|")))}


@cache
def metros_of() -> dict[str, frozenset[str]]:
    """The names of the metropolitan areas that a city, by id, lies in."""
    table: dict[str, frozenset[str]] = {}
    for metro in metros().values():
        for city in metro.cities:
            table[city] = table.get(city, frozenset()) | {metro.name}
    return table


def _member(member: str, country: str, region: str) -> str:
    """`Newark/NJ`: a member in another region than the metropolis itself."""
    name, _, elsewhere = member.partition("/")
    wanted = elsewhere or region
    namesakes: tuple[City, ...] = cities().get(plain(name), ())
    for city in namesakes:
        if city.country == country and wanted in ("", city.region):
            return city.id
    raise LookupError(f"places_metros.csv: {member} ({country}, {wanted}) is not in places.csv")


def _spellings(name: str) -> tuple[str, ...]:
    """A city's name folded, also with the umlauts written out (Muenchen)."""
    out = name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("Ö", "Oe").replace("Ü", "Ue")
    return (plain(name),) if out == name else tuple(dict.fromkeys((plain(name), plain(out))))


def _size(city: City) -> int:
    return city.people


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of a table in `rapportkit/data`, without remarks and headings."""
    text = files("rapportkit").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    rows = csv.reader(lines)
    next(rows)
    yield from rows
