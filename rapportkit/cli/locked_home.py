"""Where Jupyter keeps its own files if the home folder is locked: beside the lessons, since it would stop otherwise."""

from __future__ import annotations

import os
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

BESIDE = ".jupyter"
"""The folder among the lessons that takes Jupyter's own files; no listing shows it."""


def find_room_for_jupyter(folder: Path, environ: MutableMapping[str, str]) -> str | None:
    """
    See to it that Jupyter can write its own files; a sentence where they had to go into *folder*, else None.

    It does so by the variables in *environ* that Jupyter and IPython look at. What is installed in the locked folder is
    still found.
    """
    from jupyter_core.paths import get_home_dir, jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

    usual = {
        "JUPYTER_CONFIG_DIR": jupyter_config_dir(),
        "JUPYTER_DATA_DIR": jupyter_data_dir(),
        "JUPYTER_RUNTIME_DIR": jupyter_runtime_dir(),
        "IPYTHONDIR": environ.get("IPYTHONDIR") or Path(get_home_dir()) / ".ipython",
    }
    locked = {name: str(where) for name, where in usual.items() if not can_write(Path(where))}
    if not locked:
        return None
    beside = folder / BESIDE
    for name in locked:
        environ[name] = str(beside / name.lower())
    if "JUPYTER_DATA_DIR" in locked:
        installed = (environ.get("JUPYTER_PATH"), locked["JUPYTER_DATA_DIR"])
        environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, installed))
    return f"Your home folder cannot be written, so Jupyter keeps its own files in '{beside}'."


def can_write(folder: Path) -> bool:
    """Whether a file can be made in *folder*, or, where it is not there yet, in the nearest folder above it that is."""
    try:
        there = next(one for one in (folder, *folder.parents) if os.path.lexists(one))
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False
