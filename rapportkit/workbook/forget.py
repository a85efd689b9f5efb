"""Forget a person: out of the file, its history and every backup, for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rapportkit.errors import WorkbookError
from rapportkit.workbook.backups import backups_of, leftovers_of, set_aside_of
from rapportkit.workbook.codec import dump
from rapportkit.workbook.connection import compact, reading, writing
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.sums import sound_row, sum_of
from rapportkit.workbook.traces import PEOPLE, Row, about, fold, mark_of, mentions, names_in, without

_Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """
    What `forget` did; its text is what to tell the learner.

    `entries` counts the saved states taken out of the workbook itself. `still_mentioned_in` are (kind, key) of the
    learner's own texts that may still say the name; of these, `only_in_history` say it in an older wording only, which
    no panel shows and every download holds. `not_cleaned` are files that could not be rewritten,
    damaged ones that were put aside among them.
    """

    name: str
    entries: int
    still_mentioned_in: tuple[tuple[str, str], ...]
    not_cleaned: tuple[Path, ...]
    only_in_history: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        done = f"{self.name} is out of the workbook, its history and its backups (entries: {self.entries})."
        parts = [done, "Restoring an older download does not bring them back; adding them again yourself does."]
        now = [text for text in self.still_mentioned_in if text not in self.only_in_history]
        if now:
            parts.append(f"Texts of yours that may still say the name, for you to read: {_listed(now)}.")
        if self.only_in_history:
            parts.append(
                "Texts of yours that said it before you changed them or took them away; the old wording is kept in "
                f"their history, and in your downloads: {_listed(self.only_in_history)}."
            )
        if self.not_cleaned:
            files = ", ".join(f"'{path}'" for path in self.not_cleaned)
            parts.append(f"We could not clean {files}: close other lessons and forget again, or delete the file.")
        parts.append(
            "Out of our reach, for you to delete: workbooks (.json), calendar and mail files that you downloaded or "
            "printed, profiles that you saved, and the wastebasket."
        )
        return " ".join(parts)


def _listed(texts: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{kind} '{key}'" for kind, key in texts)


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
        for leftover in leftovers_of(workbook.path):
            leftover.unlink(missing_ok=True)
        not_cleaned = [*set_aside_of(workbook.path)]
        not_cleaned += [path for path in backups_of(workbook.path) if not _cleaned(path, person_key, marks)]
        entries = _erase(connection, person_key, marks)
        still, only_in_history = _mentioning(connection, names)
    try:
        compact(workbook.path)
    except WorkbookError:  # what was deleted is zeros already; only the file's spare room was not gone through
        not_cleaned.append(workbook.path)
    return Forgotten(called, entries, still, tuple(not_cleaned), only_in_history)


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
        query = "select kind, key, body, saved_at, sum from record where kind in (?, ?) order by saved_at, id"
        return [sound_row(*values) for values in connection.execute(query, PEOPLE)] if connection else []


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
    saved = connection.execute("select id, kind, key, body, saved_at, sum from record order by id").fetchall()
    rows = [sound_row(*values) for _, *values in saved]
    gone = about(rows, person_key)
    connection.executemany("delete from record where id = ?", [(saved[place][0],) for place in gone])
    for place, row in enumerate(rows):
        rest = without(row, {person_key})
        if place not in gone and rest != row:
            body = dump(rest.body)
            change = "update record set body = ?, sum = ? where id = ?"
            connection.execute(change, (body, sum_of(row.kind, row.key, body, row.saved_at), saved[place][0]))
    connection.executemany("insert into forgotten values (?, ?)", [mark_of(name) for name in marks])
    return len(gone)


def _mentioning(connection: sqlite3.Connection, names: Iterable[str]) -> tuple[_Texts, _Texts]:
    """The texts that say one of the names now or said it once, and of these the ones that say it no more."""
    rows = [
        sound_row(*values)
        for values in connection.execute("select kind, key, body, saved_at, sum from record order by saved_at, id")
    ]
    newest = {(row.kind, row.key): row for row in rows}
    found = tuple(dict.fromkeys((row.kind, row.key) for row in rows if mentions(row, names)))
    return found, tuple(text for text in found if newest[text].body is None or not mentions(newest[text], names))
