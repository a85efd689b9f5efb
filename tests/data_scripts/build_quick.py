"""
Derive `rapportkit/data/quick.tsv`: the large data files once more, in a form that loads in a tenth of the time.

For maintainers, after every change to one of them or to `rapportkit/ground/fold.py`:
`python tests/data_scripts/build_quick.py`. Without it the package still reads the files themselves, only slower.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapportkit.ground.concept import worked_out
from rapportkit.ground.drawers import in_drawers
from rapportkit.ground.fold import folded_words
from rapportkit.ground.gazetteer import area_rows, city_rows, metro_names, metro_rows
from rapportkit.ground.spots import city_words

DATA = Path(__file__).parents[2] / "rapportkit" / "data"
LEXICONS = {"interests": "concept", "groups": "group", "service": "force", "topics": "topic"}
ALL_IN_DRAWERS = ("interests", "groups")
"""Files of which nothing is read but what the lexicon holds."""
FILES = (
    "employers",
    "groups",
    "interests",
    "interests_reading",
    "languages",
    "schools",
    "service",
    "slips",
    "spelling",
    "topics",
)
WHOLE = "starts"
"""What is asked for with nearly every word."""
NOT_SAID = {"kind", "city", "light", "alike", "remark", "covers_kind", "kind_of", "team_sport", "works"}


def derived() -> str:
    """What the file should hold: a line for each part, `file part`, a tab, JSON; a large part lies in drawers."""
    lines = ["# Derived by tests/data_scripts/build_quick.py. Never edited by hand."]
    said: set[str] = set()
    for name in FILES:
        holds = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
        parts: dict[str, Any] = {} if name in ALL_IN_DRAWERS else {"holds": holds}
        if name in LEXICONS:
            for part, table in worked_out(holds[LEXICONS[name]]).items():
                parts |= {part: table} if part == WHOLE else _drawers(part, table)
        if name not in ALL_IN_DRAWERS:
            said.update(phrase for table in holds.values() if isinstance(table, list) for phrase in _phrases(table))
        lines += _lines(f"{name}.toml", parts)
    lines += _lines("places.csv", _drawers("cities", city_rows()) | _drawers("ends", city_words().by_ends))
    lines += _lines("places_regions.csv", {"areas": area_rows()})
    lines += _lines("places_metros.csv", {"members": metro_rows(), "names": metro_names()})
    folds = {phrase: " ".join(folded_words(phrase)) for phrase in sorted(said)}
    return "\n".join([*lines, f" folds\t{_json(folds)}"]) + "\n"


def _lines(name: str, parts: dict[str, Any]) -> list[str]:
    return [f"{name} {part}\t{_json(holds)}" for part, holds in {"sha256": _sum(name), **parts}.items()]


def _json(holds: Any) -> str:
    return json.dumps(holds, ensure_ascii=False, separators=(",", ":"))


def _sum(name: str) -> str:
    return hashlib.sha256((DATA / name).read_bytes()).hexdigest()


def _drawers(part: str, table: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{part} {letters}": holds for letters, holds in sorted(in_drawers(table).items())}


def _phrases(table: list[Any]) -> list[str]:
    found: list[str] = []
    for row in table:
        if isinstance(row, str):
            found.append(row)
            continue
        for key, value in row.items():
            if key not in NOT_SAID:
                found += [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return found


if __name__ == "__main__":
    (DATA / "quick.tsv").write_text("", encoding="utf-8")  # so that nothing is derived from what is to be replaced
    (DATA / "quick.tsv").write_text(derived(), encoding="utf-8")
