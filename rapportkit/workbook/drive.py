"""
A workbook in a browser: worked on in the kernel's memory, and kept, whole, in the browser's storage.

JupyterLite shows that storage to Python as a folder in which each file is read and written whole, without locks, and
any file that was opened for writing is written back when it is closed, changed or not. SQLite cannot work there: two
lessons would undo each other's saves. So RAPPORTKIT_KEPT names the file that stays; before each operation it is
fetched into memory if another lesson has changed it, and after each save it is put back, in one step.
"""

from __future__ import annotations

from collections.abc import Mapping
from os import environ
from pathlib import Path

from rapportkit.errors import WorkbookError

KEPT = "RAPPORTKIT_KEPT"


def kept_in(surroundings: Mapping[str, str] = environ) -> Path | None:
    """The file that stays when the kernel goes; None where the workbook's own file does."""
    named = surroundings.get(KEPT, "").strip()
    return Path(named) if named else None


def is_kept(kept: Path) -> bool:
    """Whether there is any storage: some browsers give none to a private window."""
    return kept.parent.is_dir()


def fetch(path: Path) -> None:
    """
    Bring what is kept into *path*, if another lesson has changed it, or nothing was brought yet.

    Raises:
        OSError: there is something, and it cannot be read.
    """
    kept = kept_in()
    if kept is None:
        return
    try:
        stamp = _stamp(kept)
    except FileNotFoundError:  # nothing was saved yet
        return
    if stamp != _seen(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept.read_bytes())
        _see(path, stamp)


def put_back(path: Path) -> None:
    """
    Keep *path* as it is now; all of it is kept, or, after any error, what was kept before.

    Raises:
        WorkbookError: the browser does not keep it.
    """
    kept = kept_in()
    if kept is None:
        return
    try:
        _write_whole(kept, path.read_bytes())
        _see(path, _stamp(kept))
    except OSError as error:
        raise WorkbookError(
            f"This browser does not keep your workbook ({error.strerror or error}): a private window, or its storage "
            "is full. What you typed is here until you close or reload the page: press 'Prepare my download' in 'Keep "
            "your work' at the end of the lesson first."
        ) from error


def _write_whole(kept: Path, content: bytes) -> None:
    part = kept.with_name(f"{kept.stem}.part{kept.suffix}")
    part.write_bytes(content)
    if part.stat().st_size != len(content):  # JupyterLite does not tell when the browser refuses
        raise OSError("it was cut short")
    part.replace(kept)


def _stamp(kept: Path) -> str:
    known = kept.stat()
    return f"{known.st_mtime_ns} {known.st_size}"


def _memo(path: Path) -> Path:
    return path.with_name(f"{path.name}-seen")


def _seen(path: Path) -> str | None:
    memo = _memo(path)
    return memo.read_text(encoding="ascii") if memo.exists() and path.exists() else None


def _see(path: Path, stamp: str) -> None:
    _memo(path).write_text(stamp, encoding="ascii")
