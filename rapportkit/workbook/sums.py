"""The sum that every saved state carries, by which one is known that a failing disk has changed."""

from __future__ import annotations

import sqlite3
import zlib

from rapportkit.workbook.traces import Row, row_of

FIRST_VERSION = 4
"""The form of the workbook from which on there are sums."""


def sum_of(kind: object, key: object, body: object, saved_at: object) -> int:
    """
    The CRC-32 of the four, as they stand in the file.

        >>> sum_of("card", "hello", None, "2026") == sum_of("card", "hello", "", "2026")
        False
    """
    told = "" if body is None else f"={body}"
    return zlib.crc32(f"{kind}\0{key}\0{told}\0{saved_at}".encode("utf-8", "surrogatepass"))


def teach_sums(connection: sqlite3.Connection) -> None:
    """Let SQL say `sum_of(kind, key, body, saved_at)`."""
    connection.create_function("sum_of", 4, sum_of, deterministic=True)


def sound_row(kind: object, key: object, body: object, saved_at: object, noted: object) -> Row:
    """
    The row as it stands in the file, its body read, where its sum is the one *noted* when it was saved.

    Raises:
        sqlite3.DatabaseError: it is another, or the row is not what we wrote: the file is damaged.
    """
    row = row_of(kind, key, body, saved_at)
    if sum_of(kind, key, body, saved_at) != noted:
        raise sqlite3.DatabaseError(f"an entry of kind {row.kind} is not as it was saved")
    return row
