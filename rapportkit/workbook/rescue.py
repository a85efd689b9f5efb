"""Bring a backup back, whatever has become of the workbook itself."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from rapportkit.disk import move_into_place
from rapportkit.errors import WorkbookError, WorkbookTooNew
from rapportkit.workbook.backups import copy_into, is_whole
from rapportkit.workbook.connection import reading
from rapportkit.workbook.export import Restored, export, restore
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.there import WorkbookGone
from rapportkit.workbook.trouble import WorkbookDamaged, damaged


def bring_back(workbook: Workbook, backup: Path) -> Restored:
    """
    Restore what is in the backup, as `restore` does with a download.

    A damaged workbook is kept beside the new one under another name; from one that is whole nothing is lost,
    and what was saved last stays the latest. The backup itself is only read.

    Raises:
        WorkbookError: the backup is damaged, or the workbook cannot be written.
    """
    data = _content(backup, workbook)
    try:
        check(workbook)
    except WorkbookDamaged:
        _set_aside(workbook.path)
    except WorkbookGone:
        pass
    return restore(workbook, data)


def check(workbook: Workbook) -> None:
    """
    Read the whole file once, and return when it is sound (or not there).

    Raises:
        WorkbookDamaged: it is not; the sentence names the newest good backup.
        WorkbookError: it is busy, not ours or too new.
    """
    today = workbook.now().date()
    with reading(workbook.path, today) as connection:
        if connection is not None and connection.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
            raise damaged(workbook.path, today)
    export(workbook)


def _content(backup: Path, workbook: Workbook) -> bytes:
    """What is in the backup, as a download; read from a copy, which may be brought to today's form."""
    if not backup.is_file():
        raise WorkbookError(f"There is no backup '{backup}'. Check the name and the folder.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Workbook(Path(folder) / "copy.sqlite3", workbook.now)
        try:
            copy_into(backup, copy.path)
            check(copy)
            if is_whole(copy.path):
                return export(copy)
        except WorkbookTooNew:
            raise WorkbookTooNew(
                f"The backup '{backup}' was written by a newer rapportkit. Nothing was changed. "
                "Update rapportkit, then restore it again."
            ) from None
        except (WorkbookError, sqlite3.Error):
            pass  # said below, by the name that the learner knows
    raise WorkbookError(f"The backup '{backup}' is damaged too, or is no workbook. Choose an older one beside it.")


def _set_aside(path: Path) -> None:
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    move_into_place(path, aside)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():  # it belongs to the damaged file, and would be played into the new one
        move_into_place(journal, aside.with_name(f"{aside.name}-journal"))
