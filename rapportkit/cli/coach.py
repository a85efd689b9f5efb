"""`rapportkit coach`: assign exercises, collect what came back, mark it, give it back; one client's call sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapportkit.cli import assign, call_sheet, collect, grade, late, mark, offered, report

app = typer.Typer(
    help="For coaches: assign exercises, collect what came back, mark it, give it back. Files in a folder, no server.",
    no_args_is_help=True,
)

app.command("assign")(assign.assign)
app.command("own")(assign.own)
app.command("exercises")(offered.exercises)
app.command("late")(late.late)
app.command("mark")(mark.mark)
app.command("client")(call_sheet.client)


@app.command()
def desk(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The folder of an assignment, or one for those to come.")
    ] = Path("~/rapportkit-coach"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The next free one is used if it is taken.")] = 8888,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address to open.")] = False,
) -> None:
    """Open your desk in JupyterLab: give out, collect, mark, give back, with nothing to type in a terminal."""
    from rapportkit.cli.start import check_jupyterlab, serve
    from rapportkit.coaching.assign import put_desk

    check_jupyterlab()
    placed = put_desk(folder)
    for sentence in placed.kept():
        typer.echo(sentence)
    serve(placed.folder, placed.first.name, port, no_browser, f"Your assignments lie in {placed.folder}")


app.command("collect")(collect.collect)
app.command("grade")(grade.grade)
app.command("report")(report.report)
