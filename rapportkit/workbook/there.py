"""Whether the workbook's file is where it was: a lesson never begins a new one in place of one that went."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rapportkit.errors import WorkbookError
from rapportkit.workbook.backups import backups_of, newest_good_backup
from rapportkit.workbook.trouble import damaged

_met: set[Path] = set()
"""The workbooks that were read or written here since they were opened."""


class WorkbookGone(WorkbookError):
    """There is no workbook's file where one was: by what we have read, or by the backups beside it."""


def opened(path: Path) -> None:
    """From now on nothing is known of *path*: whoever opens it anew may begin a new one there."""
    _met.discard(path)


def meet(path: Path) -> None:
    """Remember that there is a workbook at *path*."""
    _met.add(path)


def is_there(path: Path, today: date | None) -> bool:
    """
    Whether there is a file at *path*; False where there never was one.

    Raises:
        WorkbookGone: there was one.
    """
    if path.is_file() or (path.exists() and path not in _met):  # what else it is, SQLite will find out
        return True
    if path in _met or backups_of(path):
        raise _gone(path, today)
    return False


def not_emptied(path: Path, today: date | None) -> None:
    """
    Of an empty file at *path*: that it was empty before.

    Raises:
        WorkbookDamaged: there was something in it.
    """
    if path in _met or backups_of(path):
        raise damaged(path, today)


def _gone(path: Path, today: date | None) -> WorkbookGone:
    what = f"The workbook '{path}' is gone: it was moved, renamed or deleted"
    if path.exists():
        what += ", and something else bears its name"
    elif path.is_symlink():
        what += f", or what its name leads to ('{path.readlink()}') is not there now"
    backup = newest_good_backup(path, today)
    file = f'"{backup}"' if backup else "FILE (the .json that you downloaded last)"
    first = "move that away, then " if path.exists() else ""
    way = f'{first}put it back, or bring back a copy: rapportkit workbook restore {file} --workbook "{path}".'
    anew = f" To begin a new one, move the folder '{path.parent / 'backups'}' away." if backups_of(path) else ""
    return WorkbookGone(
        f"{what}. Your words are still on the screen: {way}{anew}", f"{what}. {way[0].upper()}{way[1:]}{anew}"
    )
