"""
Derive `rapportkit/data/quick.tsv`: the large data files once more, in a form that loads in a tenth of the time.

For maintainers, after every change to one of them or to `rapportkit/ground/fold.py`:
`python tests/data_scripts/build_quick.py`. Without it the package still reads the files themselves, only slower.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from rapportkit.ground.fold import folded_words
from rapportkit.ground.gazetteer import area_rows, city_rows
from rapportkit.ground.slips import spelling_of
from rapportkit.ground.ways import phrases_of, starts_of

DATA = Path(__file__).parents[2] / "rapportkit" / "data"
LEXICONS = {"interests": "concept", "groups": "group"}
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
NOT_SAID = {"kind", "city", "light", "alike", "remark", "covers_kind", "kind_of", "team_sport", "works"}


def derived() -> str:
    """What the file should hold: a line for each part, `file part`, a tab, JSON."""
    lines = ["# Derived by tests/data_scripts/build_quick.py. Never edited by hand."]
    said: set[str] = set()
    for name in FILES:
        holds = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
        parts: dict[str, Any] = {"holds": holds}
        if name in LEXICONS:
            entries = holds[LEXICONS[name]]
            parts |= _lexicon(entries)
            said.update(word for entry in entries for word in _folded_at_load(entry))
        else:
            said.update(phrase for table in holds.values() if isinstance(table, list) for phrase in _phrases(table))
        lines += _lines(f"{name}.toml", parts)
    lines += _lines("places.csv", {"cities": city_rows()})
    lines += _lines("places_regions.csv", {"areas": area_rows()})
    folds = {phrase: " ".join(folded_words(phrase)) for phrase in sorted(said)}
    return "\n".join([*lines, f" folds\t{_json(folds)}"]) + "\n"


def _lines(name: str, parts: dict[str, Any]) -> list[str]:
    return [f"{name} {part}\t{_json(holds)}" for part, holds in {"sha256": _sum(name), **parts}.items()]


def _json(holds: Any) -> str:
    return json.dumps(holds, ensure_ascii=False, separators=(",", ":"))


def _sum(name: str) -> str:
    return hashlib.sha256((DATA / name).read_bytes()).hexdigest()


def _lexicon(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """What `lexicon_of` would work out of a file's concepts."""
    phrases = phrases_of(entries)
    return {"phrases": phrases, "starts": starts_of(phrases), "ends": spelling_of(phrases).by_ends}


def _folded_at_load(entry: dict[str, Any]) -> list[str]:
    clubs = [name for names in entry.get("clubs", ()) for name in names]
    apart = entry.get("team_sport") or entry.get("works")
    return [*entry.get("not_with", ()), *clubs, *(entry["brands"] if apart else ())]


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
    (DATA / "quick.tsv").write_text(derived(), encoding="utf-8")
