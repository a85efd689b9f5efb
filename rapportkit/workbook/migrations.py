"""How a workbook's file is laid out, and each step that led there. Steps are added at the end and never changed."""

from __future__ import annotations

import sqlite3

from rapportkit.workbook.sums import teach_sums

APPLICATION_ID = 0x52415050
""""RAPP": how SQLite's own header says that a file is a rapportkit workbook."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # body is null where the learner took the record away
        """create table record (id integer primary key autoincrement,
            kind text not null, key text not null, body text, saved_at text not null)""",
        "create index record_by_key on record (kind, key, saved_at)",
    ),
    (
        # Who was forgotten, told by a salted sum: enough to know them again, not enough to name them.
        "create table forgotten (salt text not null, sum text not null, primary key (salt, sum))",
    ),
    (
        # Where the state was saved in a pause of typing: when that spell of typing began, in seconds since 1970.
        # The next such state of the spell takes its place. 0 where it was saved on purpose.
        "alter table record add column typing integer not null default 0",
    ),
    (
        # By which a row is known that the disk has changed; the function is taught by sums.py.
        "alter table record add column sum integer not null default 0",
        "update record set sum = sum_of(kind, key, body, saved_at)",
    ),
)

VERSION = len(MIGRATIONS)
"""What `PRAGMA user_version` says in a workbook of today."""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Take the steps from *version* (0: an empty file) to today's, inside the transaction that is open."""
    teach_sums(connection)
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {VERSION}")
