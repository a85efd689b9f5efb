"""`rapportkit brief`: the page to print for one interview."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rapportkit.brief import MARK, brief_page
from rapportkit.cli.files import WorkbookFile, replace_page, workbook_at
from rapportkit.errors import InvalidValue
from rapportkit.follow_ups.wording import one_line
from rapportkit.interviews import Interview
from rapportkit.workbook.gather import gather_brief
from rapportkit.workbook.place import machine_zone


def brief(
    *,
    interview: Annotated[
        str,
        typer.Argument(metavar="INTERVIEW", help="Its company, its day (2026-12-03) or its id; a beginning will do."),
    ],
    html: Annotated[
        Path, typer.Option("--html", metavar="FILE", help="Where to write it. An older brief is replaced.")
    ],
    workbook: WorkbookFile = "",
) -> None:
    """Write the brief for one interview: a page to read before, and on its back the days after. Nothing is sent."""
    now = clock()
    opened = workbook_at(workbook, must_exist=True)
    wanted = find_interview(opened.all(Interview), interview)
    here = machine_zone(os.environ, now.astimezone().replace(tzinfo=None))
    page = brief_page(gather_brief(opened, wanted, now, here)).encode("utf-8")
    replace_page(html, page, MARK, "brief")
    typer.echo(f"Your brief is in '{html}'. Open it in a browser and print it on both sides; it holds your notes.")


def clock() -> datetime:
    """Now: the one place of this command that reads the clock."""
    return datetime.now(UTC)


def find_interview(interviews: Mapping[str, Interview], wanted: str) -> Interview:
    """
    The interview that *wanted* names: by its id, or by a beginning of its id, its company, its role or its day.

    Raises:
        InvalidValue: none is meant, or several are; the sentence lists them.
    """
    text = " ".join(wanted.split()).casefold()
    if not interviews:
        raise InvalidValue("There is no interview in this workbook yet. Set its date in the welcome lesson first.")
    exact = [one for one in interviews.values() if one.id.casefold() == text]
    found = exact or [one for one in interviews.values() if text and any(name.startswith(text) for name in _names(one))]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(map(_told, found or interviews.values()))
    trouble = "means several interviews" if found else "is no interview in this workbook"
    raise InvalidValue(f"'{wanted}' {trouble}. Name one of these by its id, its company or its day: {listed}.")


def _names(one: Interview) -> list[str]:
    words = (one.id, one.company, one.role, f"{one.starts:%Y-%m-%d %H:%M}")
    return [" ".join(word.split()).casefold() for word in words]


def _told(one: Interview) -> str:
    return one_line(", ".join(filter(None, (one.id, one.company, f"{one.starts:%Y-%m-%d %H:%M}"))))
