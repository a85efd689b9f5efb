"""The whole workbook as one readable JSON file, and the way back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, FailFast, Field

from rapportkit.errors import InvalidValue, UnreadableFile, WorkbookTooNew
from rapportkit.record import Record, build
from rapportkit.workbook.codec import KINDS, decode, dump, encode
from rapportkit.workbook.connection import reading, writing
from rapportkit.workbook.store import LONGEST_KEY, Workbook
from rapportkit.workbook.sums import sound_row, sum_of
from rapportkit.workbook.traces import Mark, Row, about, marks_in, names_by_key, row_of, without
from rapportkit.workbook.trouble import how_it_starts
from rapportkit.workbook.wordings import Standing, nameless, names_of, naming_of

FORMAT = "rapportkit workbook"
FORMAT_VERSION = 1
MOST_BYTES = 32 * 1024 * 1024
"""A year of daily work is a few megabytes; what is larger is refused before it is read."""

_MOST_PARTS = {b"{": 400_000, b"[": 400_000, b",": 3_000_000}
"""Several times what a workbook of that size has. Empty lists alone would fill the memory with 20 times their size."""

_MOST_IN_A_RECORD = 50_000

_CHOOSE = "Choose the .json file that you downloaded at the end of a lesson."


@dataclass(frozen=True, slots=True)
class Restored:
    """How many saved states came back, were there already, or belong to somebody who was to be forgotten."""

    added: int
    already_there: int
    left_out: int


def export(workbook: Workbook) -> bytes:
    """
    Everything in the workbook, all history included, as one indented JSON file in UTF-8.

    The order is that of saving, so that two exports of one workbook differ only where it has changed.

    Raises:
        WorkbookError: the workbook cannot be read.
    """
    rows: list[Row] = []
    marks: list[Mark] = []
    now = workbook.now()
    with reading(workbook.path, now.date()) as connection:
        if connection is not None:
            query = "select kind, key, body, saved_at, sum from record order by saved_at, id"
            rows = [sound_row(*values) for values in connection.execute(query)]
            marks = marks_in(connection)
    everything = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "exported_at": _moment(now),
        "records": [{"kind": r.kind, "key": r.key, "saved_at": r.saved_at, "body": r.body} for r in rows],
        "forgotten": [mark._asdict() for mark in marks],
    }
    return (dump(everything, indent=2) + "\n").encode("utf-8")


def restore(workbook: Workbook, data: bytes) -> Restored:
    """
    Bring an exported file back into the workbook, in one transaction.

    Nothing is deleted, what was saved last stays the latest, and doing it twice adds nothing. Whoever was
    forgotten here stays out.

    Raises:
        UnreadableFile: this is no exported workbook, or not a whole one; nothing was stored.
        InvalidValue: an entry in it is not what it should be; nothing was stored.
        WorkbookTooNew: a newer rapportkit has exported it; nothing was stored.
        WorkbookError: the workbook cannot be written; nothing was stored.
    """
    read = _read(data)
    rows = [_checked(number, entry) for number, entry in enumerate(read.records, start=1)]
    with writing(workbook.path, workbook.now().date(), anew=True) as connection:
        found = connection.execute("select kind, key, body, saved_at, sum from record order by saved_at, id").fetchall()
        present = [sound_row(*values) for values in found]
        welcome = _without_forgotten(rows, present, marks_in(connection))
        bodies = [(row.kind, row.key, None if row.body is None else dump(row.body), row.saved_at) for row in welcome]
        there = {values[:4] for values in found}
        new = [values for values in dict.fromkeys(bodies) if values not in there]
        insert = "insert into record (kind, key, body, saved_at, sum) values (?, ?, ?, ?, ?)"
        connection.executemany(insert, [(*values, sum_of(*values)) for values in new])
        _adopt(connection, read.forgotten, names_by_key([*present, *(row_of(*values) for values in new)]))
    return Restored(len(new), len(bodies) - len(new), len(rows) - len(welcome))


def _believable(moment: datetime) -> datetime:
    if not 1970 <= moment.year < 9000:
        raise ValueError("should be a date and a time such as 2026-12-03T14:00:00+00:00")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_believable)]


class _Entry(Record):
    kind: str
    key: Annotated[str, Field(min_length=1, max_length=LONGEST_KEY)]
    saved_at: Moment
    body: dict[str, Any] | None


class _Forgotten(Record):
    salt: Annotated[str, Field(min_length=1, max_length=100)]
    sum: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Export(Record):
    format: str
    version: Annotated[int, Field(ge=1)]
    exported_at: Moment
    # Fail fast: only the first problem is told, and a million of them would fill the memory.
    records: Annotated[tuple[_Entry, ...], FailFast()]
    forgotten: Annotated[tuple[_Forgotten, ...], Field(max_length=2_000), FailFast()] = ()


def _read(data: bytes) -> _Export:
    value = _json(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise UnreadableFile(f"This file is JSON, but not a rapportkit workbook. {_CHOOSE}")
    version = value.get("version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise WorkbookTooNew(
            f"This workbook was exported by a newer rapportkit (form {version}; this one reads up to "
            f"{FORMAT_VERSION}). Nothing was stored. Update rapportkit, then restore it again."
        )
    return build(_Export, value, "This workbook file")


def _json(data: bytes) -> object:
    if not data.strip():
        raise UnreadableFile(f"This file is empty. {_CHOOSE}")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"This file is larger than {MOST_BYTES >> 20} MB, which no workbook is. {_CHOOSE}")
    if any(data.count(sign) > most for sign, most in _MOST_PARTS.items()):
        raise UnreadableFile(f"This file has far more parts than any workbook. {_CHOOSE}")
    if data.startswith(b"SQLite format 3\0"):
        raise UnreadableFile(
            "This file is a workbook itself, or a backup, and not a download. "
            "To bring a backup back: rapportkit workbook restore FILE"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text.lstrip().startswith("{"):
        raise UnreadableFile(f"This file is not a rapportkit workbook ({how_it_starts(data)}). {_CHOOSE}")
    try:
        return json.loads(text)
    except RecursionError:
        raise UnreadableFile(f"This file is nested far deeper than any workbook. {_CHOOSE}") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        place = f" in line {line}" if line else ""
        raise UnreadableFile(
            f"This workbook file breaks off or is garbled{place}; nothing was stored. "
            "Download it again, or choose an older copy."
        ) from None


def _checked(number: int, entry: _Entry) -> Row:
    """The entry as a row, its body as this version of ours writes it."""
    where = f"This workbook file: record {number} ({entry.kind[:60]} '{entry.key[:60]}')"
    if entry.body is None and entry.kind in KINDS:
        return Row(entry.kind, entry.key, None, _moment(entry.saved_at))
    if _is_crowded(entry.body):
        raise InvalidValue(f"{where} has more than {_MOST_IN_A_RECORD} parts, which no record of ours has. {_CHOOSE}")
    record = decode(entry.kind, entry.body or {}, where)
    return row_of(entry.kind, entry.key, encode(record), _moment(entry.saved_at))


def _is_crowded(body: object) -> bool:
    """Whether a record has more parts than the reader of records, who notes every single problem, should meet."""
    left, parts = [body], 0
    while left and parts <= _MOST_IN_A_RECORD:
        value = left.pop()
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        parts += len(inner)
        left.extend(inner)
    return parts > _MOST_IN_A_RECORD


def _adopt(connection: sqlite3.Connection, forgotten: Iterable[_Forgotten], present: Mapping[str, set[str]]) -> None:
    """Keep the file's marks too, but for people who are in this workbook: here nobody asked to forget them."""
    here = {name for key, names in present.items() for name in (key, *names)}
    marks = (Mark(mark.salt, mark.sum) for mark in forgotten)
    strangers = [mark for mark in marks if not any(mark.fits(name) for name in here)]
    connection.executemany("insert or ignore into forgotten values (?, ?)", strangers)


def _without_forgotten(rows: list[Row], present: list[Row], marks: list[Mark]) -> list[Row]:
    """
    The rows without those on people who were forgotten here, and without their names in what reads otherwise now.

    Keys are used again for other people, so a name in the file decides, and the key only where there is none.
    """
    known = names_by_key(rows)
    people = {key for key, names in known.items() if any(mark.fits(n) for mark in marks for n in names or {key})}
    if not people:
        return rows
    gone = {place for person in people for place in about(rows, person)}
    kept = [without(row, people) for place, row in enumerate(rows) if place not in gone]
    named = naming_of(rows, people, names_of(rows, people))
    standing = Standing(sorted([*present, *kept], key=lambda row: row.saved_at))
    return [rest for row in kept if (rest := row if standing.holds(row) else nameless(row, named))]


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
