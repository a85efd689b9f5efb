"""A workbook whose file goes with the kernel, and what stays on the drive: two lessons, a reload, a full disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rapportkit.errors import WorkbookError
from rapportkit.interviews import InHand
from rapportkit.people.dossier import Dossier
from rapportkit.workbook.drive import is_kept, kept_in
from rapportkit.workbook.export import export
from rapportkit.workbook.forget import forget
from rapportkit.workbook.store import Workbook

Lesson = Callable[[str], Workbook]


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file on the drive, in a folder that holds nothing yet."""
    kept = tmp_path / "drive" / "workbook.sqlite3"
    kept.parent.mkdir()
    monkeypatch.setenv("RAPPORTKIT_KEPT", str(kept))
    return kept


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """A kernel with a memory of its own."""
    return lambda kernel: Workbook(tmp_path / kernel / "workbook.sqlite3", lambda: datetime(2026, 12, 1, 9, tzinfo=UTC))


def in_hand(workbook: Workbook, key: str = "in-hand") -> str | None:
    found = workbook.latest(InHand, key)
    return found.interview if found else None


def test_without_a_drive_nothing_is_written_but_the_workbook(tmp_path: Path, lesson: Lesson) -> None:
    lesson("home").save("in-hand", InHand(interview="one"))

    assert [path.name for path in (tmp_path / "home").iterdir()] == ["workbook.sqlite3"]


def test_what_was_saved_is_there_after_the_kernel_is_gone(drive: Path, lesson: Lesson) -> None:
    lesson("before").save("in-hand", InHand(interview="one"))

    assert in_hand(lesson("after")) == "one"
    assert [path.name for path in drive.parent.iterdir()] == ["workbook.sqlite3"]


@pytest.mark.usefixtures("drive")
def test_two_lessons_open_at_once_keep_each_others_saves(lesson: Lesson) -> None:
    one, other = lesson("one"), lesson("other")
    for number in range(5):
        one.save(f"one-{number}", InHand(interview="of one"))
        other.save(f"other-{number}", InHand(interview="of the other"))

    assert len(lesson("after").all(InHand)) == len(one.all(InHand)) == 10


def test_reading_writes_nothing_to_the_drive_and_neither_does_saving_the_same(drive: Path, lesson: Lesson) -> None:
    workbook = lesson("kernel")
    workbook.save("in-hand", InHand(interview="one"))
    before = drive.stat().st_mtime_ns

    workbook.save("in-hand", InHand(interview="one"), typing=True)
    export(workbook)

    assert drive.stat().st_mtime_ns == before


def test_who_is_forgotten_is_gone_from_the_drive(drive: Path, lesson: Lesson) -> None:
    workbook = lesson("kernel")
    workbook.save("helen", Dossier(name="Helen Ashworth"))
    assert b"Ashworth" in drive.read_bytes()

    forget(workbook, "helen")

    assert b"Ashworth" not in drive.read_bytes()


@pytest.mark.usefixtures("drive")
def test_no_backups_are_made_where_they_would_go_with_the_kernel(tmp_path: Path, lesson: Lesson) -> None:
    workbook = lesson("kernel")
    workbook.save("in-hand", InHand(interview="one"))
    workbook.save("in-hand", InHand(interview="two"))

    assert not (tmp_path / "kernel" / "backups").exists()


def test_a_browser_that_keeps_nothing_is_told_of_and_what_was_typed_stays_until_then(
    drive: Path, lesson: Lesson
) -> None:
    drive.parent.rmdir()
    workbook = lesson("kernel")

    with pytest.raises(WorkbookError, match=r"This browser does not keep your workbook .*Prepare my download"):
        workbook.save("in-hand", InHand(interview="one"))

    assert in_hand(workbook) == "one"
    assert not is_kept(drive)
    drive.parent.mkdir()
    workbook.save("other", InHand(interview="two"))
    assert in_hand(lesson("after")) == "one"


def test_a_save_that_the_storage_cuts_short_leaves_what_was_kept(
    drive: Path, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = lesson("kernel")
    workbook.save("in-hand", InHand(interview="one"))
    whole = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda self, data: whole(self, data[:100]))

    with pytest.raises(WorkbookError, match="it was cut short"):
        workbook.save("in-hand", InHand(interview="two"))

    monkeypatch.undo()
    monkeypatch.setenv("RAPPORTKIT_KEPT", str(drive))
    assert in_hand(lesson("after")) == "one"


def test_the_file_is_named_by_the_surroundings() -> None:
    assert kept_in({}) is None
    assert kept_in({"RAPPORTKIT_KEPT": " /drive/workbook.sqlite3 "}) == Path("/drive/workbook.sqlite3")
