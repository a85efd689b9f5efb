"""Whether JupyterLab will find the extension that runs a lesson as it opens, whole, of this version and switched on."""

from __future__ import annotations

import json
import os
import site
from collections.abc import Iterator
from pathlib import Path

from rapportkit.manifest import MANIFEST

_PARTS = ("package.json", "remoteEntry.js", "manifest.json")


def what_is_amiss(prefix: Path) -> str | None:
    """What keeps lessons from running as they open in the environment at *prefix*, in a few words; None if nothing."""
    found = next((folder for folder in _folders(prefix) if folder.is_dir()), None)
    if found is None:
        return "not installed"
    missing = [part for part in _PARTS if not (found / part).is_file()]
    if missing:
        return f"not whole: '{found / missing[0]}' is missing"
    if (found / "manifest.json").read_bytes().split() != MANIFEST.read_bytes().split():
        return f"'{found}' is of another version, and does not know these lessons"
    switched_off = next((page for page in _page_configs(prefix) if _is_off(page)), None)
    return f"switched off in '{switched_off}'" if switched_off else None


def _folders(prefix: Path) -> Iterator[Path]:
    """Where JupyterLab looks, the most particular first; `pip install --user` puts it into the last."""
    roots = [Path(one) for one in os.environ.get("JUPYTER_PATH", "").split(os.pathsep) if one]
    for root in (*roots, prefix / "share" / "jupyter", Path(site.getuserbase()) / "share" / "jupyter"):
        yield root / "labextensions" / "rapportkit"


def _page_configs(prefix: Path) -> Iterator[Path]:
    own = os.environ.get("JUPYTER_CONFIG_DIR")
    for folder in (Path(own) if own else Path.home() / ".jupyter", prefix / "etc" / "jupyter"):
        yield folder / "labconfig" / "page_config.json"


def _is_off(page_config: Path) -> bool:
    try:
        off = json.loads(page_config.read_bytes()).get("disabledExtensions", {})
    except (OSError, ValueError, AttributeError):
        return False
    return bool(off.get("rapportkit")) if isinstance(off, dict) else "rapportkit" in off
