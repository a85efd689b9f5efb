"""A file written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

PAUSES = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds between two tries on Windows, where a file that somebody has open cannot be replaced."""

NAMES_OF_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""What no file and no folder is called on Windows, with whatever ending; in small letters."""

LEFT_OVER = ".rapportkit-"
"""How a file begins that was being written when its program was killed."""


def is_full(error: OSError) -> bool:
    """Whether the disk had no room, or the learner may write no more on it."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_whole(path: Path, *pieces: bytes) -> None:
    """
    Write all *pieces* into one file or nothing: first beside *path*, then moved into its place.

    Raises:
        OSError: the disk is full, there is no such folder, or it is not ours to write in.
    """
    write_streamed(path, pieces)


def write_streamed(path: Path, pieces: Iterable[bytes]) -> None:
    """
    The same for pieces that are made as they are written: memory holds one at a time.

    Raises:
        OSError: the disk is full, there is no such folder, or it is not ours to write in.
    """
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=LEFT_OVER)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        move_into_place(Path(beside), path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def move_into_place(beside: Path, path: Path) -> None:
    """
    Move a file to *path*, in place of what is there.

    On Windows OneDrive, or what looks for viruses, may have either open for a moment: that is waited for.

    Raises:
        OSError: it is open for longer, or the folder is not ours to write in.
    """
    for pause in (*PAUSES, None):
        try:
            beside.replace(path)
        except PermissionError:
            if pause is None:
                raise
            time.sleep(pause)
        else:
            return
