"""The workbook: every answer by kind and key, each with its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Generic, cast

from rapportkit.errors import InvalidValue, WorkbookError
from rapportkit.record import R, Record
from rapportkit.workbook.codec import decode, encode, kind_of
from rapportkit.workbook.connection import reading, writing
from rapportkit.workbook.sums import sound_row, sum_of
from rapportkit.workbook.there import opened
from rapportkit.workbook.traces import PEOPLE, Row, names_in, row_of, unmark

TYPING_SPELL = 5 * 60
"""Seconds for which states saved in pauses of typing take each other's place."""

LONGEST_KEY = 1_000
"""Characters. Keys are made of names and numbers; anything longer is a text that got into the wrong place."""


_ROW = "select kind, key, body, saved_at, sum from record"
_LOST = (None,) * 5
"""In place of a row that the index has and the table has not: `sound_row` knows it for damage."""


@dataclass(frozen=True, slots=True)
class Saved(Generic[R]):
    """A record as it stood from `saved_at` (UTC) on."""

    record: R
    saved_at: datetime


class Workbook:
    """
    Everything that one learner has, in one file at *path*.

    Several lessons may use the same file at the same time: each operation opens it, does one thing, and closes it.
    Nothing is made on disk before the first save, nor in place of a file that was there. *now* tells the time, with
    an offset.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self.now = now
        opened(path)

    def save(self, key: str, record: Record, *, typing: bool = False) -> None:
        """
        Keep the record under its kind and *key*; what stood there before stays in the history.

        Saving what is already there changes nothing. With *typing*, the record was saved in a pause of typing and
        not on purpose: it takes the place of the one before it in the same five minutes of typing, so that the history
        shows versions and not keystrokes.

        Raises:
            InvalidValue: the key is empty, very long, or holds half an emoji.
            WorkbookError: it could not be saved; nothing has changed.
        """
        self._append(kind_of(type(record)), _checked(key), encode(record), typing)

    def remove(self, kind: type[Record], key: str) -> None:
        """
        Take the record away: `latest` and `all` no longer give it, its history stays, and a new save brings it back.

        Raises:
            WorkbookError: it could not be taken away; nothing has changed.
        """
        if self.latest(kind, key) is not None:
            self._append(kind_of(kind), key, None)

    def latest(self, kind: type[R], key: str) -> R | None:
        """The record as it was saved last; None where there is none, or it was taken away."""
        query = f"{_ROW} where kind = ? and key = ? order by saved_at desc, id desc limit 1"
        rows = self._rows(query, kind_of(kind), key)
        return self._record(kind, rows[0]) if rows and rows[0].body is not None else None

    def all(self, kind: type[R]) -> dict[str, R]:
        """The latest record under each key, in the order in which the keys were first saved."""
        with reading(self.path, self.now().date()) as connection:
            if connection is None:
                return {}
            query = "select key, id from record where kind = ? order by saved_at, id"
            newest = dict(connection.execute(query, (kind_of(kind),)).fetchall())
            found = [
                connection.execute(f"{_ROW} where id = ?", (number,)).fetchone() or _LOST for number in newest.values()
            ]
            rows = [sound_row(*values) for values in found]
        return {row.key: self._record(kind, row) for row in rows if row.body is not None}

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys under which something is kept, by the name of its kind; nothing of it is read."""
        with reading(self.path, self.now().date()) as connection:
            if connection is None:
                return {}
            rows = connection.execute("select kind, key, body is not null from record order by saved_at, id").fetchall()
        newest = {(kind, key): there for kind, key, there in rows}
        kinds = dict.fromkeys(kind for (kind, _), there in newest.items() if there)
        return {kind: tuple(key for (of, key), there in newest.items() if there and of == kind) for kind in kinds}

    def state(self) -> tuple[str, int]:
        """A moment and a number that change with every save, removal and forgetting; no record is read for them."""
        with reading(self.path, self.now().date()) as connection:
            if connection is None:
                return ("", 0)
            last, number = connection.execute("select max(saved_at), count(*) from record").fetchone()
        return str(last), int(number)

    def states(self) -> dict[str, tuple[str, int]]:
        """The same for each kind of record that was ever kept, by its name."""
        query = "select kind, max(saved_at), count(*) from record group by kind"
        with reading(self.path, self.now().date()) as connection:
            rows = connection.execute(query).fetchall() if connection else ()
        return {kind: (last, number) for kind, last, number in rows}

    def history(self, kind: type[R], key: str) -> tuple[Saved[R], ...]:
        """Everything that was ever saved under that key, oldest first."""
        query = f"{_ROW} where kind = ? and key = ? order by saved_at, id"
        return tuple(
            Saved(self._record(kind, row), datetime.fromisoformat(row.saved_at))
            for row in self._rows(query, kind_of(kind), key)
            if row.body is not None
        )

    def _rows(self, query: str, *values: str) -> list[Row]:
        with reading(self.path, self.now().date()) as connection:
            return [sound_row(*found) for found in connection.execute(query, values)] if connection else []

    def _append(self, kind: str, key: str, body: str | None, typing: bool = False) -> None:
        now = self.now()
        with writing(self.path, now.date()) as connection:
            query = "select kind, key, body, saved_at, sum, id, typing from record where kind = ? and key = ?"
            found = connection.execute(f"{query} order by saved_at desc, id desc limit 1", (kind, key)).fetchone()
            before = sound_row(*found[:5]) if found else None
            if found and found[2] == body:
                if not typing:
                    connection.execute("update record set typing = 0 where id = ?", (found[5],))
                return
            saved_at = _after(now, before.saved_at if before else None)
            spell = _seconds(saved_at) if typing else 0
            if found and typing and spell - found[6] < TYPING_SPELL:
                connection.execute("delete from record where id = ?", (found[5],))
                spell = found[6]
            connection.execute(
                "insert into record (kind, key, body, saved_at, typing, sum) values (?, ?, ?, ?, ?, ?)",
                (kind, key, body, saved_at, spell, sum_of(kind, key, body, saved_at)),
            )
            if body is not None and kind in PEOPLE:
                unmark(connection, key, names_in(row_of(kind, key, body, saved_at)))

    def _record(self, kind: type[R], row: Row) -> R:
        try:
            return cast("R", decode(kind_of(kind), row.body or {}, f"{row.kind} '{row.key}'"))
        except InvalidValue as error:
            raise WorkbookError(
                f"One entry of the workbook '{self.path}' cannot be read here. {error} Nothing was changed. "
                "Download the workbook and show the entry to whoever helps you, or restore an earlier download."
            ) from error


def _seconds(saved_at: str) -> int:
    return int(datetime.fromisoformat(saved_at).timestamp())


def _after(now: datetime, before: str | None) -> str:
    """*now* in UTC, or, where the clock was set back, just after what was saved before: order is never lost."""
    if now.tzinfo is None:
        raise ValueError("the workbook's clock must tell its offset from UTC")
    moment = now.astimezone(UTC)
    if before is not None:
        moment = max(moment, datetime.fromisoformat(before) + timedelta(microseconds=1))
    return moment.isoformat(timespec="microseconds")


def _checked(key: str) -> str:
    if not key.strip() or len(key) > LONGEST_KEY or any("\ud800" <= sign <= "\udfff" for sign in key):
        raise InvalidValue(f"{key[:60]!r} cannot name a record: give it a short name of ordinary letters.")
    return key
