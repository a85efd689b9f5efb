"""The workbook: every answer by kind and key, each with its history."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Generic, cast

from rapportkit.errors import InvalidValue, WorkbookError
from rapportkit.record import R, Record
from rapportkit.workbook.codec import decode, encode, kind_of
from rapportkit.workbook.connection import reading, writing
from rapportkit.workbook.traces import PEOPLE, names_in, row_of, unmark
from rapportkit.workbook.trouble import damaged

LONGEST_KEY = 1_000
"""Characters. Keys are made of names and numbers; anything longer is a text that got into the wrong place."""


@dataclass(frozen=True, slots=True)
class Saved(Generic[R]):
    """A record as it stood from `saved_at` (UTC) on."""

    record: R
    saved_at: datetime


class Workbook:
    """
    Everything that one learner has, in one file at *path*.

    Several lessons may use the same file at the same time: each operation opens it, does one thing, and closes
    it. Nothing is made on disk before the first save. *now* tells the time, with an offset.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self.now = now

    def save(self, key: str, record: Record) -> None:
        """
        Keep the record under its kind and *key*; what stood there before stays in the history.

        Saving what is already there changes nothing. Saving a person who was forgotten lifts the mark on them.

        Raises:
            InvalidValue: the key is empty, very long, or holds half an emoji.
            WorkbookError: it could not be saved; nothing has changed.
        """
        self._append(kind_of(type(record)), _checked(key), encode(record))

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
        rows = self._rows(
            "select key, body, saved_at from record where kind = ? and key = ? order by saved_at desc, id desc limit 1",
            (kind_of(kind), key),
        )
        return self._record(kind, key, rows[0][1]) if rows and rows[0][1] is not None else None

    def all(self, kind: type[R]) -> dict[str, R]:
        """The latest record under each key, in the order in which the keys were first saved."""
        query = "select key, body, saved_at from record where kind = ? order by saved_at, id"
        bodies = {key: body for key, body, _ in self._rows(query, (kind_of(kind),))}
        return {key: self._record(kind, key, body) for key, body in bodies.items() if body is not None}

    def history(self, kind: type[R], key: str) -> tuple[Saved[R], ...]:
        """Everything that was ever saved under that key, oldest first."""
        query = "select key, body, saved_at from record where kind = ? and key = ? order by saved_at, id"
        return tuple(
            Saved(self._record(kind, key, body), datetime.fromisoformat(saved_at))
            for _, body, saved_at in self._rows(query, (kind_of(kind), key))
            if body is not None
        )

    def _rows(self, query: str, values: tuple[str, ...]) -> list[tuple[str, str | None, str]]:
        with reading(self.path, self.now().date()) as connection:
            return [] if connection is None else connection.execute(query, values).fetchall()

    def _append(self, kind: str, key: str, body: str | None) -> None:
        now = self.now()
        with writing(self.path, now.date()) as connection:
            before = connection.execute(
                "select body, saved_at from record where kind = ? and key = ? order by saved_at desc, id desc limit 1",
                (kind, key),
            ).fetchone()
            if before is not None and before[0] == body:
                return
            saved_at = _after(now, before[1] if before else None)
            connection.execute(
                "insert into record (kind, key, body, saved_at) values (?, ?, ?, ?)", (kind, key, body, saved_at)
            )
            if body is not None and kind in PEOPLE:
                unmark(connection, key, names_in(row_of(kind, key, body, saved_at)))

    def _record(self, kind: type[R], key: str, body: str) -> R:
        name = kind_of(kind)
        try:
            return cast("R", decode(name, json.loads(body), f"{name} '{key}'"))
        except ValueError as error:
            raise damaged(self.path) from error
        except InvalidValue as error:
            raise WorkbookError(
                f"One entry of the workbook '{self.path}' cannot be read here. {error} Nothing was changed. "
                "Download the workbook and show the entry to whoever helps you, or restore an earlier download."
            ) from error


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
