"""`rapportkit reset`: one lesson as it came, the learner's own kept beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapportkit.lessons import lesson_called, reset_lesson


def reset(
    lesson: Annotated[str, typer.Argument(metavar="LESSON", help="Its number or the start of its name, such as 03.")],
    folder: Annotated[Path, typer.Option(help="Where your lessons live.")] = Path("~/rapportkit"),
) -> None:
    """Put one lesson back as it came. Yours is kept beside it, and your answers stay in your workbook."""
    shipped = lesson_called(lesson)
    aside = reset_lesson(folder, shipped)
    typer.echo(f"{shipped.name} is as it came.")
    if aside:
        typer.echo(f"Your own is kept beside it, '{aside.name}'.")
    typer.echo(
        "Your answers are in your workbook, as before. If the lesson is open in a browser, load that page again."
    )
