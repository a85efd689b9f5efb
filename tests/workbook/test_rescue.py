from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.errors import WorkbookError, WorkbookTooNew
from rapportkit.workbook.backups import backups_of, is_whole
from rapportkit.workbook.export import Restored, restore
from rapportkit.workbook.forget import forget
from rapportkit.workbook.rescue import bring_back, check
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.trouble import WorkbookDamaged
from tests.workbook.conftest import card

_EMPTY = b'{"format": "rapportkit workbook", "version": 1, "exported_at": "2026-11-27T12:00:00+00:00", "records": []}'


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


@pytest.mark.parametrize("part", [b"journey", b"silence", b"card", b"2026-11-24"])
def test_one_letter_changed_by_the_disk_is_noticed_and_the_backup_offered(saved: Workbook, part: bytes) -> None:
    for _ in range(2):  # what is changed is neither the newest nor the only state
        saved.save("silence", card("I ask about the journey home"))
        saved.save("hello", card("I say her name"))
    before = saved.path.read_bytes()
    (backup, *_) = backups_of(saved.path)
    for place in (found.start() for found in re.finditer(re.escape(part), before)):
        ruin = bytearray(before)
        ruin[place + len(part) - 1] ^= 1
        saved.path.write_bytes(ruin)
        with pytest.raises(WorkbookDamaged) as damage:
            check(saved)
        assert damage.value.backup == backup


def test_a_damaged_answer_is_not_shown_as_if_it_were_the_learners(saved: Workbook) -> None:
    saved.path.write_bytes(saved.path.read_bytes().replace(b"the journey", b"the joorney"))
    (backup,) = backups_of(saved.path)
    uses: tuple[Callable[[], object], ...] = (
        lambda: saved.latest(Card, "silence"),
        lambda: saved.all(Card),
        lambda: saved.history(Card, "silence"),
        lambda: saved.save("silence", card("I smile")),
        lambda: restore(saved, _EMPTY),
        lambda: forget(saved, "interviewer-1"),
    )
    for use in uses:
        with pytest.raises(WorkbookDamaged) as damage:
            use()
        assert damage.value.backup == backup
    assert bring_back(saved, backup) == Restored(added=1, already_there=0, left_out=0)
    assert saved.latest(Card, "silence") == card("I count to three")


def test_a_backup_with_a_letter_changed_is_not_a_good_one(saved: Workbook) -> None:
    (backup,) = backups_of(saved.path)
    backup.write_bytes(backup.read_bytes().replace(b"count to three", b"count to thrfe"))
    assert not is_whole(backup)


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
