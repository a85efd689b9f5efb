"""Variants in other words of what learners wrote where a remark was wrong."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("variants.toml")


@cache
def variants(idea: str) -> dict[str, Any]:
    """The lists of one idea: mostly `caught` and `left`."""
    found: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))[idea]
    return found
