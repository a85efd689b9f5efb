from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Protocol

import pytest

from rapportkit.cards import Card
from rapportkit.errors import WorkbookError, WorkbookTooNew
from rapportkit.workbook.backups import backups_of
from rapportkit.workbook.export import Restored
from rapportkit.workbook.rescue import bring_back, check
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.trouble import WorkbookDamaged


class Clock(Protocol):
    """The clock of conftest.py: it stands still until it is moved."""

    def move(self, **by: float) -> None: ...


def card(then: str) -> Card:
    return Card(lesson="04_conversation", if_="there is a silence", then=then)


@pytest.fixture
def saved(workbook: Workbook, clock: Clock) -> Workbook:
    """A workbook with a card, and with one backup."""
    for words in ("I count to three", "I ask about the journey"):
        workbook.save("silence", card(words))
        clock.move(days=1)
    return workbook


def test_a_backup_takes_the_place_of_a_damaged_workbook_which_is_kept_aside(saved: Workbook) -> None:
    ruin = b"\0" * 200 + saved.path.read_bytes()[200:]
    saved.path.write_bytes(ruin)
    with pytest.raises(WorkbookDamaged) as damage:
        check(saved)
    assert damage.value.backup
    assert bring_back(saved, damage.value.backup) == Restored(added=1, already_there=0, left_out=0)
    assert saved.latest(Card, "silence") == card("I count to three")
    assert saved.path.with_name("workbook-damaged-1.sqlite3").read_bytes() == ruin
    check(saved)


def test_a_second_ruin_does_not_replace_the_first(saved: Workbook) -> None:
    (backup,) = backups_of(saved.path)
    for _ in range(2):
        saved.path.write_bytes(b"\0" * 5_000)
        bring_back(saved, backup)
    assert len(list(saved.path.parent.glob("workbook-damaged-*.sqlite3"))) == 2


def test_a_backup_brought_into_a_sound_workbook_loses_nothing(saved: Workbook) -> None:
    (backup,) = backups_of(saved.path)
    before = backup.read_bytes()
    assert bring_back(saved, backup) == Restored(added=0, already_there=1, left_out=0)
    assert saved.latest(Card, "silence") == card("I ask about the journey")
    assert backup.read_bytes() == before
    assert not (backup.parent / "backups").exists()


@pytest.mark.parametrize("content", [b"", b"\0" * 5_000, b"SQLite format 3\0" + bytes(500)])
def test_a_damaged_backup_is_refused_and_the_workbook_left_alone(saved: Workbook, content: bytes) -> None:
    (backup,) = backups_of(saved.path)
    backup.write_bytes(content)
    before = saved.path.read_bytes()
    with pytest.raises(WorkbookError, match="damaged too, or is no workbook"):
        bring_back(saved, backup)
    assert saved.path.read_bytes() == before


def test_a_backup_that_is_not_there_is_told(saved: Workbook) -> None:
    with pytest.raises(WorkbookError, match="There is no backup"):
        bring_back(saved, Path("nowhere.sqlite3"))


def test_a_backup_of_a_newer_version_says_so(saved: Workbook) -> None:
    (backup,) = backups_of(saved.path)
    with closing(sqlite3.connect(backup)) as newer:
        newer.execute("pragma user_version = 99")
    with pytest.raises(WorkbookTooNew, match="Update rapportkit"):
        bring_back(saved, backup)


def test_a_newer_workbook_is_not_set_aside(saved: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    (backup,) = backups_of(saved.path)
    monkeypatch.setattr("rapportkit.workbook.connection.VERSION", 1)
    saved_bytes = saved.path.read_bytes()
    with pytest.raises(WorkbookTooNew):
        bring_back(saved, backup)
    assert saved.path.read_bytes() == saved_bytes
