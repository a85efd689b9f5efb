"""
The list of the lessons that run when they are opened, derived from the lessons themselves.

`python -m tests.tidy` writes it, the build refuses one that is stale, the extension in JupyterLab and the pages of
`rapportkit start --app` go by it. Standard library only: the build has nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

MANIFEST = Path(__file__).resolve().parent / "labextension" / "manifest.json"


def code_of(notebook: Mapping[str, Any]) -> str:
    """The code of a notebook: the JSON array of its code cells' sources, in order, without the empty ones."""
    sources = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return json.dumps([source for source in sources if source.strip()], ensure_ascii=False, separators=(",", ":"))


def sum_of(notebook: Mapping[str, Any]) -> str:
    """SHA-256 of a notebook's code, as 64 hexadecimal digits."""
    return hashlib.sha256(code_of(notebook).encode()).hexdigest()


def manifest_of(lessons: Iterable[Path]) -> str:
    """The text of the manifest: the sum of each lesson's code, by file name."""
    sums = {lesson.name: sum_of(json.loads(lesson.read_bytes())) for lesson in sorted(lessons)}
    return json.dumps({"lessons": sums}, indent=2) + "\n"


def shipped_sums() -> frozenset[str]:
    """The sums of all shipped lessons, as the manifest has them."""
    return frozenset(json.loads(MANIFEST.read_text(encoding="utf-8"))["lessons"].values())
