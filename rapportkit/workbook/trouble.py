"""What SQLite and the disk complain of, in the learner's words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import takewhile
from pathlib import Path

from rapportkit.disk import is_full
from rapportkit.errors import WorkbookBusy, WorkbookError, WorkbookTooNew
from rapportkit.workbook.backups import newest_good_backup

_AGAIN = "then give the command again."

_NO_FORM_BEYOND = 99
"""The file's form is a count of migrations: a larger number is damage, not a newer rapportkit."""


class WorkbookDamaged(WorkbookError):
    """The workbook's file can no longer be read; `backup` is the newest whole copy, None where there is none."""

    def __init__(self, sentence: str, backup: Path | None, at_the_prompt: str = "") -> None:
        super().__init__(sentence, at_the_prompt)
        self.backup = backup


@contextmanager
def in_plain_words(path: Path, today: date | None = None) -> Iterator[None]:
    """
    Turn whatever goes wrong with the workbook at *path* into a sentence; *today* tells which backup is the newest.

    Raises:
        WorkbookError: or one of its children, for every error of SQLite or of the disk.
    """
    try:
        yield
    except (json.JSONDecodeError, UnicodeDecodeError) as error:  # a text that is no longer what we wrote
        raise damaged(path, today) from error
    except (sqlite3.Error, OSError) as error:
        raise _named(error, path, today) from error


def damaged(path: Path, today: date | None = None) -> WorkbookDamaged:
    """The sentence for a workbook that cannot be read any more."""
    backup = newest_good_backup(path, today)
    if backup is None:
        sentence = (
            f"The workbook '{path}' is damaged, and there is no backup beside it. Give the file another name, then "
            "restore the .json file that you downloaded last"
        )
        return WorkbookDamaged(f"{sentence}; whatever is on the screen can be saved again.", None, f"{sentence}.")
    return WorkbookDamaged(
        f"The workbook '{path}' is damaged. The newest good backup is '{backup}'. To bring it back (the damaged "
        f'file is kept under another name): rapportkit workbook restore "{backup}" --workbook "{path}"',
        backup,
    )


def not_ours(path: Path, today: date | None = None) -> WorkbookError:
    """The sentence for a file that is no workbook: it never was one, or, where a backup says so, it is damaged."""
    if newest_good_backup(path, today):
        return damaged(path, today)
    with path.open("rb") as file:
        start = file.read(12)
    return WorkbookError(
        f"This file is not a rapportkit workbook ({how_it_starts(start)}): '{path}'. "
        "Choose the workbook.sqlite3 in your folder. If this is the one, it is damaged: give it another name, then "
        "restore the .json file that you downloaded."
    )


def how_it_starts(data: bytes) -> str:
    """
    The first signs of a file, for somebody to know it by.

        >>> how_it_starts(b"PK\\x03\\x04")
        "it starts with 'PK'"
    """
    shown = "".join(takewhile(lambda sign: " " <= sign <= "~", data[:12].decode("latin-1")))
    return f"it starts with '{shown}'" if shown else "it is not text"


def too_new(path: Path, version: int, ours: int, today: date | None = None) -> WorkbookError:
    """The sentence for a workbook that a newer rapportkit has written, or whose form is a number gone wild."""
    if not 0 < version <= _NO_FORM_BEYOND:
        return damaged(path, today)
    return WorkbookTooNew(
        f"The workbook '{path}' was written by a newer rapportkit (form {version}; this one reads up to {ours}). "
        "Nothing was changed. Update rapportkit, then open it again."
    )


def _named(error: sqlite3.Error | OSError, path: Path, today: date | None) -> WorkbookError:
    if isinstance(error, OSError):
        return _of_the_disk(error, path)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        what = f"The workbook '{path}' is busy in another lesson."
        return _refused(what, "wait a moment and press Save again.", f"Wait a moment, {_AGAIN}", WorkbookBusy)
    if code == sqlite3.SQLITE_NOTADB:
        return not_ours(path, today)
    if code == sqlite3.SQLITE_CORRUPT or type(error) is sqlite3.DatabaseError or _is_of_the_layout(str(error)):
        return damaged(path, today)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return damaged(path, today) if _has_wild_header(path) else _closed_to_us(path)
    what = f"The workbook '{path}' could not be read or written ({error}): the disk may be full. Nothing was changed."
    return _refused(what, "make some room, then press Save again.", f"Make some room, {_AGAIN}")


def _refused(what: str, panel: str, prompt: str, kind: type[WorkbookError] = WorkbookError) -> WorkbookError:
    return kind(f"{what} Your words are still on the screen: {panel}", f"{what} {prompt}")


def _is_of_the_layout(complaint: str) -> bool:
    """Whether SQLite finds another form, other tables, columns or letters than those that we wrote."""
    signs = (
        "no such table",
        "no such column",
        "has no column",
        "already exists",
        "duplicate column",
        "malformed",
        "unsupported file format",
        "user-defined function",  # a sum cannot be taken of letters that are none
    )
    return "decode" in complaint or any(sign in complaint for sign in signs)


def _of_the_disk(error: OSError, path: Path) -> WorkbookError:
    if is_full(error):
        return _full(path)
    return _closed_to_us(path)


def _full(path: Path) -> WorkbookError:
    what = f"The disk is full: nothing more can be written to '{path}', and what it held before is untouched."
    return _refused(what, "make some room, then press Save again.", f"Make some room, {_AGAIN}")


def _closed_to_us(path: Path) -> WorkbookError:
    if _is_folder(path):
        return WorkbookError(f"'{path}' is a folder, not a workbook. Name a file in it, such as workbook.sqlite3.")
    if path.is_symlink() and not path.exists():
        return WorkbookError(
            f"'{path}' leads to '{path.readlink()}', which is not there. Connect the drive on which it is, or delete "
            "the link."
        )
    how = "read" if _is_closed(path) else "written"
    return _refused(
        f"The workbook '{path}' cannot be {how}: the file or its folder is closed to you.",
        "choose a folder of your own for the workbook (set RAPPORTKIT_WORKBOOK), then save again.",
        "Choose a workbook in a folder of your own: --workbook FILE, or set RAPPORTKIT_WORKBOOK.",
    )


def _is_closed(path: Path) -> bool:
    try:
        with path.open("rb"):
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _has_wild_header(path: Path) -> bool:
    """Whether the file says that only a later SQLite may write it, which is what "read only" may mean as well."""
    try:
        with path.open("rb") as file:
            return file.read(19)[18:19] > b"\2"
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # inside a folder that is closed to us nobody can tell
        return False
