from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.people.person import Person
from rapportkit.workbook.backups import backups_of, is_whole
from rapportkit.workbook.forget import forget
from rapportkit.workbook.migrations import APPLICATION_ID, MIGRATIONS, VERSION, migrate
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.sums import sum_of, teach_sums

FIRST_FORM = Path(__file__).with_name("version-1.sqlite3")


@pytest.fixture
def old(tmp_path: Path, clock: Callable[[], datetime]) -> Workbook:
    path = tmp_path / "workbook.sqlite3"
    shutil.copyfile(FIRST_FORM, path)
    return Workbook(path, clock)


def _layout(path: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("select name from sqlite_schema order by name").fetchall()
        version = connection.execute("pragma user_version").fetchone()
        return (tables, version, connection.execute("pragma application_id").fetchone())


def test_a_workbook_of_the_first_form_is_read_with_all_its_history(old: Workbook) -> None:
    assert old.all(Card) == {"silence": Card(lesson="04_conversation", if_="there is a silence", then="I ask 🧵")}
    assert [saved.record.then for saved in old.history(Card, "silence")] == ["I count to three", "I ask 🧵"]
    assert old.latest(Person, "interviewer-1") == Person(name="Nokuthula Dlamini")


def test_every_entry_of_an_old_workbook_gets_its_sum(old: Workbook) -> None:
    old.latest(Card, "silence")
    with closing(sqlite3.connect(old.path)) as connection:
        rows = connection.execute("select kind, key, body, saved_at, sum from record").fetchall()
    assert len(rows) == 5
    assert all(sum_of(*values) == noted for *values, noted in rows)


def test_bringing_an_old_workbook_up_to_date_leaves_a_backup_of_it(old: Workbook) -> None:
    old.latest(Card, "silence")
    (backup,) = backups_of(old.path)
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (1,)
    assert is_whole(backup)


def test_an_old_workbook_ends_up_laid_out_like_a_new_one(old: Workbook, tmp_path: Path) -> None:
    new = Workbook(tmp_path / "new.sqlite3", old.now)
    for workbook in (old, new):
        workbook.save("hello", Card(lesson="x", if_="a", then="b"))
    assert _layout(old.path) == _layout(new.path)
    assert _layout(new.path)[1:] == ((VERSION,), (APPLICATION_ID,))


def test_forgetting_reaches_backups_of_an_older_form(old: Workbook) -> None:
    old.save("hello", Card(lesson="x", if_="a", then="b"))
    assert forget(old, "interviewer-1").not_cleaned == ()
    for path in (old.path, *backups_of(old.path)):
        assert b"Nokuthula" not in path.read_bytes()


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_every_form_leads_to_todays(version: int) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        teach_sums(connection)
        for statement in (statement for step in MIGRATIONS[:version] for statement in step):
            connection.execute(statement)
        migrate(connection, version)
        assert connection.execute("select count(*) from forgotten").fetchone() == (0,)
        assert connection.execute("pragma user_version").fetchone() == (VERSION,)


def test_a_migration_that_breaks_off_changes_nothing(old: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.path.read_bytes()
    monkeypatch.setattr(
        "rapportkit.workbook.migrations.MIGRATIONS", (*MIGRATIONS[:1], ("create table a (b)", "nonsense"))
    )
    with pytest.raises(Exception, match="nonsense"):
        old.save("hello", Card(lesson="x", if_="a", then="b"))
    assert old.path.read_bytes() == before
