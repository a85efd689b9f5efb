"""What people call a time zone: a city, a country, "UK time", "our time"."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_SAYS_NOTHING = re.compile(r"\b(?:the|in|time|times|zone|timezone|standard|daylight|summer|winter)\b|[.,()]")
_LONDON, _GREENWICH = "Europe/London", "GMT"


def zone_meant(name: str, here: str, zones: Collection[str]) -> str:
    """
    The one of *zones* that *name* means, in any case; *name* itself where nobody can tell, *here* where it is empty.

    *here* is the zone of the machine: "our time" is that one, and so is "GMT" where the machine's clock is London's.

        >>> known = ["America/New_York", "Europe/London", "Europe/Warsaw"]
        >>> said = ("Uk time", " new york", "Poland", "our time", "Mars")
        >>> [zone_meant(name, "Europe/London", known) for name in said]
        ['Europe/London', 'America/New_York', 'Europe/Warsaw', 'Europe/London', 'Mars']
    """
    bare = " ".join(_SAYS_NOTHING.sub(" ", name.casefold().replace("_", " ")).split())
    if not bare or bare in _lists()["here"]:
        return here if not name.strip() or bare or "time" in name.casefold() else name.strip()
    found = _everyday().get(bare) or _countries().get(bare) or _whole(bare, zones) or _city(bare, zones)
    return _LONDON if found == _GREENWICH and here == _LONDON else found or name.strip()


def _whole(bare: str, zones: Collection[str]) -> str:
    return next((zone for zone in zones if zone.casefold().replace("_", " ") == bare), "")


def _city(bare: str, zones: Collection[str]) -> str:
    """The only zone that ends in a city of this name; empty where there is none, or several are."""
    found = [zone for zone in zones if "/" in zone and zone.rpartition("/")[2].casefold().replace("_", " ") == bare]
    return found[0] if len(found) == 1 else ""


@cache
def _lists() -> Mapping[str, Any]:
    return tomllib.loads((files("rapportkit.data") / "zones.toml").read_text(encoding="utf-8"))


@cache
def _everyday() -> Mapping[str, str]:
    return {name: zone for zone, names in _lists()["zone"].items() for name in names}


@cache
def _countries() -> Mapping[str, str]:
    """The countries that have one zone, by their names in the time zone database."""
    zones = defaultdict(set)
    for code, _, zone, *_ in _table("zone.tab"):
        zones[code].add(zone)
    only = {code: next(iter(found)) for code, found in zones.items() if len(found) == 1}
    return {name.casefold(): only[code] for code, name in _table("iso3166.tab") if code in only}


def _table(name: str) -> list[list[str]]:
    """A table of the package tzdata, which every installation of ours has; empty where it was left out."""
    path = files("tzdata") / "zoneinfo" / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
