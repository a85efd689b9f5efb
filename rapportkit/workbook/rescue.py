"""Bring a backup back, whatever has become of the workbook itself."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from rapportkit.errors import WorkbookError
from rapportkit.workbook.backups import is_whole
from rapportkit.workbook.connection import reading
from rapportkit.workbook.export import Restored, export, restore
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.trouble import WorkbookDamaged, damaged


def bring_back(workbook: Workbook, backup: Path) -> Restored:
    """
    Restore what is in the backup, as `restore` does with a download.

    A damaged workbook is kept beside the new one under another name; from one that is whole nothing is lost,
    and what was saved last stays the latest. The backup itself is only read.

    Raises:
        WorkbookError: the backup is damaged, or the workbook cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite3"
        try:
            shutil.copyfile(backup, copy)
        except OSError as error:
            raise WorkbookError(f"The backup '{backup}' cannot be opened ({error.strerror}).") from None
        if not is_whole(copy):
            raise WorkbookError(f"The backup '{backup}' is damaged too, or no workbook. Choose an older one beside it.")
        data = export(Workbook(copy, workbook.now))
    try:
        check(workbook)
    except WorkbookDamaged:
        _set_aside(workbook.path)
    return restore(workbook, data)


def check(workbook: Workbook) -> None:
    """
    Read the whole file once, and return when it is sound (or not there).

    Raises:
        WorkbookDamaged: it is not; the sentence names the newest good backup.
        WorkbookError: it is busy, not ours or too new.
    """
    with reading(workbook.path, workbook.now().date()) as connection:
        if connection is not None and connection.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
            raise damaged(workbook.path)
    export(workbook)


def _set_aside(path: Path) -> None:
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():  # it belongs to the damaged file, and would be played into the new one
        journal.rename(aside.with_name(f"{aside.name}-journal"))
