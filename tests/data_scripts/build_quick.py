"""
Derive `rapportkit/data/quick.json`: the large data files once more, in a form that loads in a tenth of the time.

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

DATA = Path(__file__).parents[2] / "rapportkit" / "data"
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
NOT_SAID = {"kind", "city", "light", "alike", "remark", "covers_kind", "kind_of", "team_sport"}


def derived() -> str:
    """What the file should hold."""
    files = {}
    said: set[str] = set()
    for name in FILES:
        source = (DATA / f"{name}.toml").read_bytes()
        holds = tomllib.loads(source.decode("utf-8"))
        files[f"{name}.toml"] = {"sha256": hashlib.sha256(source).hexdigest(), "holds": holds}
        said.update(phrase for table in holds.values() if isinstance(table, list) for phrase in _phrases(table))
    folds = {phrase: " ".join(folded_words(phrase)) for phrase in sorted(said)}
    note = "Derived by tests/data_scripts/build_quick.py. Never edited by hand."
    body = {"note": note, "files": files, "folds": folds}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")) + "\n"


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
    (DATA / "quick.json").write_text(derived(), encoding="utf-8")
