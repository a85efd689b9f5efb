"""Forget a person: out of the file, its history and every backup, for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from re import Pattern

from rapportkit.downloads import out_of_reach
from rapportkit.errors import WorkbookError
from rapportkit.ground.fold import plain
from rapportkit.people.unnamed import is_named, parts_of
from rapportkit.workbook.backups import backups_of, leftovers_of, set_aside_of
from rapportkit.workbook.codec import dump
from rapportkit.workbook.connection import compact, reading, writing
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.sums import sound_row, sum_of
from rapportkit.workbook.traces import PEOPLE, Row, about, fold, mark_of, marks_in, names_in, without
from rapportkit.workbook.wordings import Standing, nameless, names_of, naming_of

_Changes = tuple[int, int]
_EVERYTHING = "select kind, key, body, saved_at, sum, id from record order by saved_at, id"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """
    What `forget` did; its text is what to tell the learner.

    `entries` counts the saved states on the person that were taken out of the workbook itself, `reworded` the older
    wordings of the learner's own texts there that named them and do so no more. `still_mentioned_in` are (kind, key)
    of texts that may name them now: they stand as the learner wrote them. `not_cleaned` are files that could not be
    rewritten, damaged ones that were put aside among them. `names` are all that the workbook knew.
    """

    name: str
    entries: int
    still_mentioned_in: tuple[tuple[str, str], ...]
    not_cleaned: tuple[Path, ...]
    reworded: int = 0
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        done = f"{self.name} is out of the workbook, its history and its backups (entries: {self.entries})."
        parts = [done, "Restoring an older download does not bring them back; adding them again yourself does."]
        if self.reworded:
            parts.append(f"Older wordings of your own texts, where N. N. stands for the name now: {self.reworded}.")
        if self.still_mentioned_in:
            listed = ", ".join(f"{kind} '{key}'" for kind, key in self.still_mentioned_in)
            parts.append(
                "Texts of yours that may still say the name, as they stand now, here and in backups: "
                f"{listed}. Change them, then forget {self.name} once more: that takes the name out of the old wording."
            )
        if self.not_cleaned:
            files = ", ".join(f"'{path}'" for path in self.not_cleaned)
            parts.append(f"We could not clean {files}: close other lessons and forget again, or delete the file.")
        return " ".join((*parts, out_of_reach()))


def forget(workbook: Workbook, person_key: str, *further_names: str) -> Forgotten:
    """
    Take the person of that key, and all that is about them, out of the workbook, its history and its backups.

    *further_names* are others by which texts or old downloads may know them. Choices, lines, notes and reviews about
    them go; interviews stay without them. The learner's own texts stay; in older wordings, and in backups of what
    reads otherwise now, `N. N.` stands in place of the name. A salted mark is left that `restore` honours, until the
    learner saves a person of that name again. Doing it twice does no harm.

    Raises:
        WorkbookError: the workbook cannot be written; nothing in it has changed.
    """
    on_people = _rows_on_people(workbook)
    further = {name for name in further_names if name.strip()}
    names = {*further, *names_of(on_people, {person_key}), *_names_in_backups(workbook, person_key)}
    called = _called(on_people, person_key) or next(iter(further_names), "") or person_key
    if not workbook.path.exists():
        return Forgotten(called, 0, (), (), names=tuple(sorted(names)))
    named = naming_of(on_people, {person_key}, names)
    # While we hold the write lock nobody can make a new backup with the person in it.
    with writing(workbook.path, workbook.now().date(), keep=False) as connection:
        for leftover in leftovers_of(workbook.path):
            leftover.unlink(missing_ok=True)
        standing = Standing(row for row, _ in _rows(connection))
        erase = _Erasure(person_key, names, named, standing)
        not_cleaned = [*set_aside_of(workbook.path)]
        not_cleaned += [path for path in backups_of(workbook.path) if not _cleaned(path, erase)]
        entries, reworded = erase.carry_out(connection)
        still = Standing(row for row, _ in _rows(connection)).naming(named)
    try:
        compact(workbook.path)
    except WorkbookError:  # what was deleted is zeros already; only the file's spare room was not gone through
        not_cleaned.append(workbook.path)
    return Forgotten(called, entries, still, tuple(not_cleaned), reworded, tuple(sorted(names)))


def people_called(workbook: Workbook, name_or_key: str) -> dict[str, str]:
    """
    The people whom the learner may mean, by key, with the name that they have now.

    Everybody of that key, or who ever bore that name; where there is nobody, everybody of whose name it is a part.
    """
    rows = _rows_on_people(workbook)
    known = known_people(workbook)
    wanted, letters = fold(name_or_key), _letters(name_or_key)
    whole = {row.key for row in rows if row.key == name_or_key or wanted in map(fold, names_in(row))}
    part = {
        row.key
        for row in rows
        for name in names_in(row)
        if wanted in map(fold, parts_of(name)) or (letters and letters in map(_letters, _runs(name)))
    }
    return {key: name for key, name in known.items() if key in (whole or part)}


def _runs(name: str) -> Iterator[str]:
    """The words of a name that stand together: "van der Berg" of "Anna van der Berg"."""
    words = name.split()
    for start in range(len(words)):
        yield from (" ".join(words[start:end]) for end in range(start + 1, len(words) + 1))


def _letters(text: str) -> str:
    """Nothing but the letters, without accents: O'Neill, O’Neill and ONeill are one name."""
    return plain(text).replace(" ", "")


def known_people(workbook: Workbook) -> dict[str, str]:
    """Everybody in the workbook by key, with the name that they have now; the key, where they have none."""
    rows = _rows_on_people(workbook)
    here = {row.key: row.body is not None for row in rows}
    return {key: _called(rows, key) or key for key, there in here.items() if there}


def was_forgotten(workbook: Workbook, name: str) -> bool:
    """Whether somebody of that name (or key) was forgotten here."""
    with reading(workbook.path, workbook.now().date()) as connection:
        return connection is not None and any(mark.fits(name) for mark in marks_in(connection))


class _Erasure:
    """What becomes of each row, in the workbook and in each backup."""

    def __init__(self, person: str, names: Iterable[str], named: Pattern[str] | None, standing: Standing) -> None:
        self.person, self.named, self.standing = person, named, standing
        self.marks = (person, *names)

    def carry_out(self, connection: sqlite3.Connection) -> _Changes:
        """Delete or rewrite every row that is about the person, and leave the marks: how many of each."""
        saved = _rows(connection)
        gone = about((row for row, _ in saved), self.person)
        changed = [(row, number, self._rest(row)) for place, (row, number) in enumerate(saved) if place not in gone]
        lost = [number for row, number, rest in changed if rest is None]
        connection.executemany("delete from record where id = ?", [(saved[place][1],) for place in gone])
        connection.executemany("delete from record where id = ?", [(number,) for number in lost])
        for row, number, rest in changed:
            if rest is not None and rest != row:
                body = dump(rest.body)
                change = "update record set body = ?, sum = ? where id = ?"
                connection.execute(change, (body, sum_of(row.kind, row.key, body, row.saved_at), number))
        known = marks_in(connection)
        new = [name for name in self.marks if not any(mark.fits(name) for mark in known)]
        connection.executemany("insert into forgotten values (?, ?)", [mark_of(name) for name in new])
        return len(gone), sum(rest is None or rest != without(row, {self.person}) for row, _, rest in changed)

    def _rest(self, row: Row) -> Row | None:
        if row[:2] not in self.standing.bodies and is_named(row.key, self.named):
            return None
        rest = without(row, {self.person})
        return rest if self.standing.holds(row) else nameless(rest, self.named)


def _called(rows: Iterable[Row], person: str) -> str:
    """The name that the person has now; where they have none any more, the one that they had last."""
    for row in reversed([row for row in rows if row.key == person and row.body is not None]):
        body = row.body or {}
        files = (file["reading"]["person"]["name"] for file in body.get("files", ()))
        for name in (body.get("name", ""), *files):
            if name.strip():
                return str(name).strip()
    return ""


def _rows(connection: sqlite3.Connection) -> list[tuple[Row, int]]:
    return [(sound_row(*values), number) for *values, number in connection.execute(_EVERYTHING)]


def _rows_on_people(workbook: Workbook) -> list[Row]:
    with reading(workbook.path, workbook.now().date()) as connection:
        return [row for row, _ in _rows(connection) if row.kind in PEOPLE] if connection else []


def _names_in_backups(workbook: Workbook, person_key: str) -> set[str]:
    """Names of the person that only a backup still knows: typed, and typed over within the same five minutes."""
    names: set[str] = set()
    for backup in backups_of(workbook.path):
        with suppress(WorkbookError), writing(backup, None) as connection:  # a damaged one is named when it is cleaned
            names |= names_of((row for row, _ in _rows(connection)), {person_key})
    return names


def _cleaned(backup: Path, erase: _Erasure) -> bool:
    try:
        with writing(backup, None) as connection:
            erase.carry_out(connection)
        compact(backup)
    except WorkbookError:
        return False
    return True
