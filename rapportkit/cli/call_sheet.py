"""`rapportkit coach client`: one client's workbook as a page for the call."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rapportkit.cli.files import replace_page
from rapportkit.cli.output import file_bytes, print_json


def client(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .json that your client downloaded in a lesson.")],
    html: Annotated[Path, typer.Option("--html", metavar="FILE", help="Where to write the page.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """One client's workbook as a page for the call: before and after, what is due, what to ask. Nobody is named."""
    from rapportkit.coaching.client import MARK, call_sheet, call_sheet_page

    sheet = call_sheet(file_bytes(file), clock())
    replace_page(html, call_sheet_page(sheet).encode("utf-8"), MARK, "call sheet")
    if json:
        print_json({"html": str(html), "due": len(sheet.due), "changes": len(sheet.changes), "ask": list(sheet.ask)})
        return
    typer.echo(f"The call sheet is in '{html}'. Open it in a browser, or print it.")


def clock() -> datetime:
    """Now: the one place of this command that reads the clock."""
    return datetime.now(UTC)
