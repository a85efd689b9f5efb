from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit import disk
from rapportkit.cards import Card
from rapportkit.workbook.backups import backups_of, is_whole, newest_good_backup
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.trouble import WorkbookDamaged
from tests.workbook.conftest import Clock


def card(then: str) -> Card:
    return Card(lesson="04_conversation", if_="there is a silence", then=then)


def save_on_days(workbook: Workbook, clock: Clock, days: int) -> None:
    for day in range(days):
        workbook.save("silence", card(f"day {day}"))
        clock.move(days=1)


def test_the_first_save_of_a_day_keeps_what_the_day_before_left(workbook: Workbook, clock: Clock) -> None:
    workbook.save("silence", card("on Monday"))
    clock.move(days=1)
    workbook.save("silence", card("on Tuesday"))
    workbook.save("silence", card("later on Tuesday"))
    (backup,) = backups_of(workbook.path)
    assert backup == workbook.path.parent / "backups" / "workbook-2026-11-24.sqlite3"
    assert Workbook(backup, workbook.now).latest(Card, "silence") == card("on Monday")


def test_the_newest_ten_are_kept(workbook: Workbook, clock: Clock) -> None:
    save_on_days(workbook, clock, 14)
    names = [backup.name for backup in backups_of(workbook.path)]
    assert names == [
        f"workbook-2026-{day}.sqlite3" for day in ("12-06", "12-05", "12-04", "12-03", "12-02", "12-01")
    ] + [f"workbook-2026-11-{day}.sqlite3" for day in (30, 29, 28, 27)]


def test_a_backup_that_somebody_has_open_stays_for_a_day_and_the_answer_is_kept(
    workbook: Workbook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while OneDrive takes it up to its cloud."""
    save_on_days(workbook, clock, 11)
    oldest, unlink = backups_of(workbook.path)[-1], Path.unlink

    def unlink_others(path: Path, missing_ok: bool = False) -> None:
        if path == oldest:
            raise PermissionError(13, "The process cannot access the file because it is being used")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as windows:
        windows.setattr(Path, "unlink", unlink_others)
        workbook.save("silence", card("a day more"))
        assert workbook.latest(Card, "silence") == card("a day more")
        assert oldest in backups_of(workbook.path)
        assert len(backups_of(workbook.path)) == 11

    clock.move(days=1)
    workbook.save("silence", card("another day"))
    assert oldest not in backups_of(workbook.path)
    assert len(backups_of(workbook.path)) == 10


def test_a_new_backup_that_is_looked_through_for_viruses_is_waited_for(
    workbook: Workbook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_on_days(workbook, clock, 1)
    replace, tried = Path.replace, list[Path]()

    def open_at_first(unfinished: Path, backup: Path) -> None:
        tried.append(backup)
        if len(tried) < 3:
            raise PermissionError(13, "The process cannot access the file because it is being used")
        replace(unfinished, backup)

    monkeypatch.setattr(disk, "PAUSES", (0, 0, 0))
    monkeypatch.setattr(Path, "replace", open_at_first)
    workbook.save("silence", card("a day more"))

    assert [len(tried), len(backups_of(workbook.path))] == [3, 1]
    assert workbook.latest(Card, "silence") == card("a day more")


def test_a_backup_that_goes_takes_its_journal_along(workbook: Workbook, clock: Clock) -> None:
    save_on_days(workbook, clock, 11)
    oldest = backups_of(workbook.path)[-1]
    journal = oldest.with_name(f"{oldest.name}-journal")
    journal.write_bytes(b"left by a kernel that was killed")
    workbook.save("silence", card("a day more"))
    assert not oldest.exists()
    assert not journal.exists()


def test_workbooks_in_one_folder_keep_their_own_backups(tmp_path: Path, clock: Clock) -> None:
    one, other = (Workbook(tmp_path / name, clock) for name in ("a.sqlite3", "a-b [1].sqlite3"))  # type: ignore[arg-type]
    for workbook in (one, other, one, other):
        workbook.save("silence", card(str(clock)))
        clock.move(days=1)
    one.save("silence", card("once more"))
    assert [path.name for path in backups_of(one.path)] == ["a-2026-11-27.sqlite3", "a-2026-11-25.sqlite3"]
    assert [path.name for path in backups_of(other.path)] == ["a-b [1]-2026-11-26.sqlite3"]


def test_a_damaged_workbook_is_never_backed_up(workbook: Workbook, clock: Clock) -> None:
    workbook.save("long", card("I breathe. " * 2_000))
    save_on_days(workbook, clock, 3)
    good = backups_of(workbook.path)
    data = bytearray(workbook.path.read_bytes())
    data[4096:12288] = b"\x55" * 8192
    workbook.path.write_bytes(data)
    with pytest.raises(WorkbookDamaged):
        workbook.save("silence", card("on the bad day"))
    assert backups_of(workbook.path) == good
    assert not list(good[0].parent.glob("*.unfinished"))


def test_the_newest_good_backup_passes_over_damaged_ones(workbook: Workbook, clock: Clock) -> None:
    assert newest_good_backup(workbook.path) is None
    save_on_days(workbook, clock, 5)
    newest, second, third, *_ = backups_of(workbook.path)
    newest.write_bytes(b"")
    second.write_bytes(second.read_bytes()[:5_000])
    assert newest_good_backup(workbook.path) == third


def test_a_workbook_whose_entries_are_garbled_is_not_whole(workbook: Workbook) -> None:
    workbook.save("silence", card("I count to three"))
    assert is_whole(workbook.path)
    workbook.path.write_bytes(workbook.path.read_bytes().replace(b'{"lesson"', b'{"less\x00n"'))
    assert not is_whole(workbook.path)
