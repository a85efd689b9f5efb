"""Files at the command line: the workbook that is meant, and writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.errors import WorkbookError

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
    from rapportkit.workbook.place import default_workbook
    from rapportkit.workbook.store import Workbook

    path = Path(named).expanduser() if named else default_workbook(os.environ, Path.cwd(), Path.home())
    if must_exist and not path.exists():
        raise WorkbookError(
            f"There is no workbook '{path}' yet. It is made at the first save in a lesson; "
            "if yours lies elsewhere, name it with --workbook FILE."
        )
    return Workbook(path, lambda: datetime.now().astimezone())


def write_whole(path: Path, content: bytes) -> None:
    """Write all of *content* or nothing: first beside *path*, then moved into its place."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".rapportkit-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
