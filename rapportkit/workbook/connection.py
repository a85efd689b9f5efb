"""A connection for one operation on the workbook's file, opened, checked and closed again."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from rapportkit.workbook.backups import address, back_up
from rapportkit.workbook.drive import fetch, kept_in, put_back
from rapportkit.workbook.migrations import APPLICATION_ID, VERSION, migrate
from rapportkit.workbook.there import is_there, meet, not_emptied
from rapportkit.workbook.trouble import in_plain_words, not_ours, too_new

PATIENCE = 5.0
"""Seconds to wait for another lesson to finish its own save."""


@contextmanager
def reading(path: Path, today: date) -> Iterator[sqlite3.Connection | None]:
    """
    One consistent view of the workbook at *path*; None where there is no file yet (and none is made).

    Raises:
        WorkbookError: the file is busy, damaged, gone, not ours or too new.
    """
    with in_plain_words(path, today):
        fetch(path)
        if not is_there(path, today):
            yield None
            return
        with closing(_open(path, "rw")) as connection:
            connection.execute("begin")
            version = _version(connection, path, today)
            if 0 < version < VERSION:
                connection.execute("commit")
                _bring_up_to_date(path, today)
                connection.execute("begin")
            meet(path) if version else not_emptied(path, today)
            yield connection if version else None


@contextmanager
def writing(path: Path, today: date | None, keep: bool = True, anew: bool = False) -> Iterator[sqlite3.Connection]:
    """
    A transaction that is the only one writing; all of it is kept, or, after any error, nothing.

    Makes the folder and the file where there are none, and the backup of *today*, to *keep* what was there, where
    there is none yet; without a day there is none. Where a workbook was and is no more, one is begun only if we are
    to begin *anew*.

    Raises:
        WorkbookError: the file is busy, damaged, gone, not ours, too new, or the disk does not let us.
    """
    with in_plain_words(path, today):
        fetch(path)
        if not anew:
            is_there(path, today)
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_open(path, "rwc")) as connection:
            _begin(connection)
            version = _version(connection, path, today)
            if not version and not anew:
                not_emptied(path, today)
            if version and today and keep and not kept_in():  # a backup in memory would outlive nothing
                # Under the write lock, so that only one lesson makes it and `forget` cannot be overtaken.
                back_up(path, today)
            if version < VERSION:
                migrate(connection, version)
            yield connection
            connection.execute("commit")
            meet(path)
            changed = connection.total_changes > 0 or version < VERSION
        if changed:
            put_back(path)


def compact(path: Path) -> None:
    """
    Write the file anew, so that nothing of what was deleted is left between its pages.

    Raises:
        WorkbookError: another lesson has it open, or the disk does not let us.
    """
    with in_plain_words(path), closing(_open(path, "rw")) as connection:
        connection.execute("pragma temp_store = memory")
        connection.execute("vacuum")
        put_back(path)


def _open(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address(path, mode), uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("pragma secure_delete = on")
    return connection


def _begin(connection: sqlite3.Connection) -> None:
    """
    Wait for our turn to write.

    Immediate: with a plain BEGIN, two lessons that read before they write lose each other's saves. SQLite's own
    waiting sleeps up to 0.1 s between two looks, and is starved by lessons that come back at once; ours looks often.
    """
    connection.execute("pragma busy_timeout = 0")
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("begin immediate")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(random.uniform(0.001, 0.008))  # noqa: S311 - only so that two do not wait in step
    connection.execute(f"pragma busy_timeout = {PATIENCE * 1000:.0f}")


def _version(connection: sqlite3.Connection, path: Path, today: date | None) -> int:
    """The file's form; 0 for an empty one."""
    version: int = connection.execute("pragma user_version").fetchone()[0]
    application: int = connection.execute("pragma application_id").fetchone()[0]
    if application != APPLICATION_ID and connection.execute("select 1 from sqlite_schema limit 1").fetchone():
        raise not_ours(path, today)
    if application != APPLICATION_ID:
        return 0
    if not 0 < version <= VERSION:  # form and name are written in one transaction: ours and 0 is damage
        raise too_new(path, version, VERSION, today)
    return version


def _bring_up_to_date(path: Path, today: date) -> None:
    with writing(path, today):
        pass
