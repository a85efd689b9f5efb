"""A workbook that vanishes while a lesson is open, or whose name something else takes: told, and never begun anew."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.cli.app import run
from rapportkit.errors import WorkbookError
from rapportkit.workbook.backups import backups_of
from rapportkit.workbook.export import export, restore
from rapportkit.workbook.forget import forget
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.there import WorkbookGone
from rapportkit.workbook.trouble import WorkbookDamaged
from tests.workbook.conftest import Clock, card


def _is_a_folder_now(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _leads_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere/at/all.sqlite3")


def _leads_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _leads_to_a_folder(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent, target_is_directory=True)


def _is_a_pipe_now(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


WAYS = (Path.unlink, _is_a_folder_now, _leads_nowhere, _leads_to_itself, _leads_to_a_folder, _is_a_pipe_now)


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links only to administrators, and has no such pipes")
@pytest.mark.parametrize("vanish", WAYS)
def test_a_workbook_that_went_while_open_is_told_and_none_is_begun(
    saved: Workbook, vanish: Callable[[Path], None]
) -> None:
    before = {path.name for path in saved.path.parent.rglob("*")} - {saved.path.name}
    vanish(saved.path)
    uses: tuple[Callable[[], object], ...] = (
        lambda: saved.all(Card),
        lambda: saved.save("silence", card("I smile")),
        lambda: export(saved),
        lambda: forget(saved, "interviewer-1"),
    )
    for use in uses:
        with pytest.raises(
            WorkbookGone, match=r"is gone: it was moved, renamed or deleted.*still on the screen"
        ) as gone:
            use()
        assert str(backups_of(saved.path)[0]) in str(gone.value)
        assert "screen" not in gone.value.at_the_prompt
    assert {path.name for path in saved.path.parent.rglob("*")} - {saved.path.name} == before


def test_the_command_in_the_sentence_brings_the_backup_back_and_the_lesson_goes_on(
    saved: Workbook, capsys: pytest.CaptureFixture[str]
) -> None:
    saved.path.unlink()
    with pytest.raises(WorkbookGone) as gone:
        saved.save("silence", card("I smile"))
    command = str(gone.value).partition("rapportkit ")[2].partition(". To begin")[0]
    assert run(shlex.split(command)) == 0, capsys.readouterr().err
    saved.save("silence", card("I smile"))
    assert [one.record.then for one in saved.history(Card, "silence")] == ["I count to three", "I smile"]


def test_what_was_downloaded_comes_back_into_the_place_of_a_workbook_that_went(saved: Workbook) -> None:
    data = export(saved)
    shutil.rmtree(saved.path.parent)
    with pytest.raises(WorkbookGone, match=r"the .json that you downloaded last"):
        saved.all(Card)
    restore(saved, data)
    assert saved.latest(Card, "silence") == card("I ask about the journey")


def test_opened_anew_a_workbook_that_went_is_missed_where_its_backups_are(saved: Workbook, clock: Clock) -> None:
    saved.path.unlink()
    with pytest.raises(WorkbookGone, match="To begin a new one, move the folder"):
        Workbook(saved.path, clock).all(Card)
    (saved.path.parent / "backups").rename(saved.path.parent / "old backups")
    new = Workbook(saved.path, clock)
    assert new.all(Card) == {}
    new.save("silence", card("I smile"))


def test_the_commands_miss_it_too(saved: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    saved.path.unlink()
    for command in (["show"], ["export", "x.json"], ["forget", "Ama", "--yes"]):
        assert run(["workbook", *command, "--workbook", str(saved.path)]) == 1
        said = capsys.readouterr().err
        assert "is gone" in said
        assert "screen" not in said


def test_a_workbook_that_was_emptied_is_damaged_and_not_new(saved: Workbook, clock: Clock) -> None:
    saved.path.write_bytes(b"")
    for use in (lambda: saved.all(Card), lambda: saved.save("silence", card("I smile"))):
        with pytest.raises(WorkbookDamaged):
            use()
    with pytest.raises(WorkbookDamaged):
        Workbook(saved.path, clock).all(Card)
    assert saved.path.read_bytes() == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links only to administrators")
def test_a_workbook_that_was_moved_and_linked_to_goes_on(saved: Workbook) -> None:
    elsewhere = saved.path.with_name("elsewhere.sqlite3")
    saved.path.rename(elsewhere)
    saved.path.symlink_to(elsewhere)
    saved.save("silence", card("I smile"))
    assert saved.path.is_symlink()
    assert len(saved.history(Card, "silence")) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links only to administrators")
def test_a_link_to_a_drive_that_is_not_there_is_told_by_its_name(workbook: Workbook) -> None:
    workbook.path.parent.mkdir()
    workbook.path.symlink_to("/nowhere/at/all.sqlite3")
    with pytest.raises(WorkbookError, match=r"leads to '/nowhere/at/all.sqlite3', which is not there"):
        workbook.save("silence", card("I smile"))
