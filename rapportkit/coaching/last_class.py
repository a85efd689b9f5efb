"""The class on which a coach worked last, so that a desk which is opened again offers it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from rapportkit.coaching.desk import DESK_FILE, as_file, full_path, write_whole
from rapportkit.errors import RapportError
from rapportkit.handin import read_object
from rapportkit.record import Prose, Record, build

LAST_CLASS = "last-class.json"
"""In the folder of the desk notebook: the one thing that a desk remembers."""

FORMAT: Final = "rapportkit last class"
_MOST_BYTES = 100_000


class _LastClass(Record):
    format: Literal["rapportkit last class"] = FORMAT
    version: Literal[1] = 1
    folder: Prose


def remember(folder: Path, home: Path | None = None) -> None:
    """Keep *folder* as the last class of the desk in *home* (where we run); a desk that cannot write forgets."""
    with suppress(RapportError):
        write_whole((home or Path()) / LAST_CLASS, as_file(_LastClass(folder=full_path(folder))))


def last_class(home: Path | None = None) -> str:
    """The full path of the last class, if its assignment is there still; else empty."""
    path = (home or Path()) / LAST_CLASS
    try:
        known = build(_LastClass, read_object(path.name, path.read_bytes(), FORMAT, 1, _MOST_BYTES), path.name)
        return known.folder if (Path(known.folder) / DESK_FILE).is_file() else ""
    except (RapportError, OSError, ValueError):  # a hint that cannot be read is none
        return ""
