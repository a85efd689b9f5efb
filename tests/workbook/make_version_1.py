"""Write version-1.sqlite3, a workbook as the first form had it. The committed file was made by this script."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

PATH = Path(__file__).with_name("version-1.sqlite3")

_ROWS = (
    ("card", "silence", '{"lesson": "04_conversation", "if_": "there is a silence", "then": "I count to three"}', "01"),
    ("person", "interviewer-1", '{"name": "Nokuthula Dlamini", "headline": null, "facts": []}', "02"),
    ("card", "silence", '{"lesson": "04_conversation", "if_": "there is a silence", "then": "I ask 🧵"}', "03"),
    ("card", "hello", '{"lesson": "04_conversation", "if_": "we shake hands", "then": "I say her name"}', "04"),
    ("card", "hello", None, "05"),
)


def make(path: Path) -> None:
    """Write the file; small pages keep it small."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma page_size = 512")
        connection.execute(
            "create table record (id integer primary key autoincrement, "
            "kind text not null, key text not null, body text, saved_at text not null)"
        )
        connection.execute("create index record_by_key on record (kind, key, saved_at)")
        connection.execute("pragma application_id = 1380012112")
        connection.execute("pragma user_version = 1")
        rows = [(kind, key, body, f"2026-01-{day}T09:00:00.000000+00:00") for kind, key, body, day in _ROWS]
        connection.executemany("insert into record (kind, key, body, saved_at) values (?, ?, ?, ?)", rows)
        connection.commit()


if __name__ == "__main__":
    make(PATH)
