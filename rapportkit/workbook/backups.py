"""Dated copies beside the workbook: one a day, the newest ten, never of a damaged file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from urllib.parse import quote

from rapportkit.disk import move_into_place
from rapportkit.workbook.migrations import APPLICATION_ID, VERSION
from rapportkit.workbook.sums import FIRST_VERSION, teach_sums

KEPT = 10
"""Days of backups kept: a fortnight of evenings, a few megabytes at most."""


def backups_of(path: Path, today: date | None = None) -> tuple[Path, ...]:
    """
    The workbook's backups, newest first.

    Those of days after *today* were made while the clock was ahead, or before it was set back: before all others.
    """
    folder = _folder(path)
    names = f"{_escaped(path.stem)}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].sqlite3"
    found = sorted(folder.glob(names), reverse=True) if folder.is_dir() else []
    last = today.isoformat() if today else "9999-12-31"
    return tuple(sorted(found, key=lambda backup: backup.stem[-10:] > last))


def newest_good_backup(path: Path, today: date | None = None) -> Path | None:
    """The newest backup that opens, is a workbook that we can read, and is whole; None where there is none."""
    return next((backup for backup in backups_of(path, today) if is_whole(backup)), None)


def set_aside_of(path: Path) -> tuple[Path, ...]:
    """Damaged workbooks that `rescue` has put aside under another name."""
    return tuple(sorted(path.parent.glob(f"{_escaped(path.stem)}-damaged-*")))


def unfinished_of(path: Path) -> Path:
    """Where a backup is written before it counts; a kernel killed just then leaves it behind."""
    return _folder(path) / f"{path.stem}.unfinished"


def leftovers_of(path: Path) -> tuple[Path, ...]:
    """What a kernel killed at a bad moment left beside the backups: half a copy, journals of backups that are gone."""
    journals = _folder(path).glob(f"{_escaped(path.stem)}-*.sqlite3-journal")
    orphans = (journal for journal in journals if not journal.with_name(journal.name.removesuffix("-journal")).exists())
    return (unfinished_of(path), *orphans)


def back_up(path: Path, on: date) -> Path | None:
    """
    Copy the workbook into its backup of that day; None where that day has one already.

    The copy is checked before it counts; the oldest beyond the newest ten go.

    Raises:
        sqlite3.DatabaseError: the workbook is damaged; the backups there are stay as they are.
    """
    backup = _folder(path) / f"{path.stem}-{on.isoformat()}.sqlite3"
    if backup.exists():
        return None
    backup.parent.mkdir(exist_ok=True)
    unfinished = unfinished_of(path)
    try:
        copy_into(path, unfinished)
        if not is_whole(unfinished):
            raise sqlite3.DatabaseError("database disk image is malformed")
        _journal_of(backup).unlink(missing_ok=True)  # an old one would be played into the new backup
        move_into_place(unfinished, backup)
    finally:
        with suppress(PermissionError):
            unfinished.unlink(missing_ok=True)
    for too_old in backups_of(path, on)[KEPT:]:
        # On Windows a file that OneDrive is just taking up to its cloud stays; it goes with the next day's backup.
        with suppress(PermissionError):
            too_old.unlink(missing_ok=True)
            _journal_of(too_old).unlink(missing_ok=True)
    return backup


def is_whole(path: Path) -> bool:
    """
    Whether the file is a workbook of ours that can be read from end to end.

    It is only read, but for this: what a kernel killed in the middle of `forget` left half done in it is undone.
    """
    try:
        with closing(sqlite3.connect(address(path, "rw"), uri=True, timeout=1)) as connection:
            ours = connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
            version = connection.execute("pragma user_version").fetchone()[0]
            if not ours or not 0 < version <= VERSION:
                return False
            teach_sums(connection)
            garbled = "body is not null and not json_valid(body)"
            if version >= FIRST_VERSION:
                garbled += " or sum is not sum_of(kind, key, body, saved_at)"
            whole = connection.execute("pragma integrity_check(1)").fetchone()[0] == "ok"
            return whole and connection.execute(f"select 1 from record where {garbled} limit 1").fetchone() is None  # noqa: S608 - no word in it is anybody's but ours
    except (sqlite3.Error, UnicodeDecodeError):  # SQLite quotes garbled names in its complaints
        return False


def address(path: Path, mode: str) -> str:
    """The file as SQLite's URI; *mode* is rw (write) or rwc (write, and make it if need be)."""
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place.encode('utf-8', 'surrogateescape'))}?mode={mode}"


def copy_into(path: Path, copy: Path) -> None:
    """
    Copy the workbook, one consistent state of it, into the file *copy*, which is made anew.

    Raises:
        sqlite3.Error: it cannot be read to its end, or the copy cannot be written.
    """
    copy.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(address(path, "rw"), uri=True)) as source,
        closing(sqlite3.connect(address(copy, "rwc"), uri=True)) as target,
    ):
        target.execute("pragma journal_mode = off")  # a copy that breaks off is thrown away whole
        source.backup(target)


def _journal_of(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}-journal")


def _folder(path: Path) -> Path:
    return path.parent / "backups"


def _escaped(stem: str) -> str:
    return "".join(f"[{sign}]" if sign in "[]*?" else sign for sign in stem)
