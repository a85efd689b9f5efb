"""Forget a person: out of the file, its history and every backup, for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rapportkit.errors import WorkbookError
from rapportkit.workbook.backups import backups_of, set_aside_of, unfinished_of
from rapportkit.workbook.codec import dump
from rapportkit.workbook.connection import compact, reading, writing
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.traces import PEOPLE, Row, about, fold, mark_of, mentions, names_in, row_of, without


@dataclass(frozen=True, slots=True)
class Forgotten:
    """
    What `forget` did; its text is what to tell the learner.

    `entries` counts the saved states taken out of the workbook itself. `still_mentioned_in` are (kind, key) of the
    learner's own texts that may still say the name; `not_cleaned` are files that could not be rewritten,
    damaged ones that were put aside among them.
    """

    name: str
    entries: int
    still_mentioned_in: tuple[tuple[str, str], ...]
    not_cleaned: tuple[Path, ...]

    def __str__(self) -> str:
        done = f"{self.name} is out of the workbook, its history and its backups (entries: {self.entries})."
        parts = [done, "Restoring an older download does not bring them back; adding them again yourself does."]
        if self.still_mentioned_in:
            texts = ", ".join(f"{kind} '{key}'" for kind, key in self.still_mentioned_in)
            parts.append(f"Texts of yours that may still say the name, for you to read: {texts}.")
        if self.not_cleaned:
            files = ", ".join(f"'{path}'" for path in self.not_cleaned)
            parts.append(f"We could not clean {files}: close other lessons and forget again, or delete the file.")
        parts.append(
            "Out of our reach, for you to delete: workbooks (.json), calendar and mail files that you downloaded or "
            "printed, profiles that you saved, and the wastebasket."
        )
        return " ".join(parts)


def forget(workbook: Workbook, person_key: str, name: str = "") -> Forgotten:
    """
    Take the person of that key, and all that is about them, out of the workbook, its history and its backups.

    *name* is a further name by which old downloads may know them. Choices, lines, notes and reviews about them
    go; interviews stay without them. A salted mark is left that `restore` honours, until the learner saves a
    person of that name again. Doing it twice does no harm.

    Raises:
        WorkbookError: the workbook cannot be written; nothing in it has changed.
    """
    names = _names(workbook, person_key) | ({name} if name.strip() else set())
    called = name.strip() or max(sorted(names), key=len, default=person_key)
    if not workbook.path.exists():
        return Forgotten(called, 0, (), ())
    marks = {person_key, *names}
    # While we hold the write lock nobody can make a new backup with the person in it.
    with writing(workbook.path, None) as connection:
        unfinished_of(workbook.path).unlink(missing_ok=True)
        not_cleaned = [*set_aside_of(workbook.path)]
        not_cleaned += [path for path in backups_of(workbook.path) if not _cleaned(path, person_key, marks)]
        entries = _erase(connection, person_key, marks)
        still = _mentioning(connection, names)
    try:
        compact(workbook.path)
    except WorkbookError:  # what was deleted is zeros already; only the file's spare room was not gone through
        not_cleaned.append(workbook.path)
    return Forgotten(called, entries, still, tuple(not_cleaned))


def people_called(workbook: Workbook, name_or_key: str) -> dict[str, str]:
    """The people whom the learner may mean: key and name of everybody of that key, or who ever bore that name."""
    found: dict[str, str] = {}
    for row in _rows_on_people(workbook):
        names = sorted(names_in(row), key=len, reverse=True)
        if row.key == name_or_key or any(fold(name) == fold(name_or_key) for name in names):
            found[row.key] = names[0] if names else found.get(row.key, row.key)
    return found


def _rows_on_people(workbook: Workbook) -> list[Row]:
    with reading(workbook.path, workbook.now().date()) as connection:
        query = "select kind, key, body, saved_at from record where kind in (?, ?) order by saved_at, id"
        return [row_of(*values) for values in connection.execute(query, PEOPLE)] if connection else []


def _names(workbook: Workbook, person_key: str) -> set[str]:
    """Every name that the workbook ever had for the person."""
    rows = (row for row in _rows_on_people(workbook) if row.key == person_key)
    return set[str]().union(*map(names_in, rows))


def _cleaned(backup: Path, person_key: str, marks: Iterable[str]) -> bool:
    try:
        with writing(backup, None) as connection:
            _erase(connection, person_key, marks)
        compact(backup)
    except WorkbookError:
        return False
    return True


def _erase(connection: sqlite3.Connection, person_key: str, marks: Iterable[str]) -> int:
    """Delete or rewrite every row that is about the person, and leave the marks; how many were deleted."""
    saved = connection.execute("select id, kind, key, body, saved_at from record order by id").fetchall()
    rows = [row_of(*values) for _, *values in saved]
    gone = about(rows, person_key)
    connection.executemany("delete from record where id = ?", [(saved[place][0],) for place in gone])
    for place, row in enumerate(rows):
        rest = without(row, {person_key})
        if place not in gone and rest != row:
            connection.execute("update record set body = ? where id = ?", (dump(rest.body), saved[place][0]))
    connection.executemany("insert into forgotten values (?, ?)", [mark_of(name) for name in marks])
    return len(gone)


def _mentioning(connection: sqlite3.Connection, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    rows = connection.execute("select kind, key, body, saved_at from record order by id")
    found = (row for row in (row_of(*values) for values in rows) if mentions(row, names))
    return tuple(dict.fromkeys((row.kind, row.key) for row in found))
