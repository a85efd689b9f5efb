"""Files at the command line: the workbook that is meant, and a page that replaces only its like."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.disk import write_whole
from rapportkit.errors import RapportError, WorkbookError, unwritable

if TYPE_CHECKING:
    from rapportkit.workbook.store import Workbook


WorkbookFile = Annotated[
    str,
    typer.Option(
        "--workbook",
        metavar="FILE",
        help="The workbook. Default: $RAPPORTKIT_WORKBOOK, else workbook.sqlite3 in this folder, "
        "else ~/rapportkit/workbook.sqlite3.",
    ),
]
"""The option by which every command on a workbook takes its file; empty means the usual one."""


def workbook_at(named: str, *, must_exist: bool = False) -> Workbook:
    """
    The workbook of that name, or the learner's usual one where *named* is empty.

    Raises:
        WorkbookError: it must exist, and does not.
    """
    from rapportkit.workbook.backups import backups_of
    from rapportkit.workbook.place import default_workbook
    from rapportkit.workbook.store import Workbook

    path = Path(named).expanduser() if named else default_workbook(os.environ, Path.cwd(), Path.home())
    if must_exist and not path.exists() and not backups_of(path):  # with backups, it was there: the sentence says so
        raise WorkbookError(
            f"There is no workbook '{path}' yet. It is made at the first save in a lesson; "
            "if yours lies elsewhere, name it with --workbook FILE."
        )
    return Workbook(path, lambda: datetime.now().astimezone())


_NEAR_THE_BEGINNING = 1_000


def replace_page(path: Path, page: bytes, mark: str, what: str) -> None:
    """
    Write the whole page or nothing, and only where there is nothing, or an older page of the same kind (*what*), which
    carries *mark*.

    Raises:
        RapportError: something else is there, or it cannot be written.
    """
    try:
        if path.is_dir():
            raise RapportError(
                f"--html: '{path}' is a folder. Name a file in it, such as {what.replace(' ', '-')}.html."
            )
        if path.exists() and not _carries(path, mark):
            raise RapportError(f"--html: '{path}' is there already and is no {what} of ours. Choose another name.")
        write_whole(path, page)
    except FileNotFoundError:
        raise RapportError(f"--html: there is no folder '{path.parent}'. Make it first, or choose another.") from None
    except (OSError, ValueError) as error:
        raise RapportError(unwritable(path, error, "--html: ")) from None


def _carries(path: Path, mark: str) -> bool:
    with path.open("rb") as file:
        return mark.encode() in file.read(_NEAR_THE_BEGINNING)
