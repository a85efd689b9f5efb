"""`rapportkit coach collect`: what came back, taken in, and what is to be done about the rest of it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli.assign import clock
from rapportkit.cli.desk_options import AsJson, DeskFolder
from rapportkit.cli.output import print_json, say
from rapportkit.cli.progress import progress

if TYPE_CHECKING:
    from rapportkit.coaching.collection import Collection
    from rapportkit.coaching.desk import Desk


def collect(
    *,
    folder: DeskFolder,
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="FROM...", help="Files, folders, ZIP folders, as they came."),
    ],
    json: AsJson = False,
) -> None:
    """Take in what came back. File names do not matter; whatever is no hand-in is listed, and nothing is run."""
    from rapportkit.coaching.collect import collect
    from rapportkit.coaching.desk import open_desk

    desk = open_desk(folder)
    with progress("Files looked at") as tick:
        seen = count(1)
        done = collect(folder, desk, sources, clock(), lambda: tick(next(seen), 0))
    if json:
        print_json(done.model_dump(mode="json"))
    else:
        _tell(folder, desk, done)


def _tell(folder: Path, desk: Desk, done: Collection) -> None:
    from rapportkit.coaching.collect import NOT_TAKEN
    from rapportkit.coaching.collection import first_few, to_do
    from rapportkit.coaching.desk import full_path

    if not (done.taken or done.again or done.not_taken):
        say("There is no file in what you named. Look where your downloads lie.")
    for heading, sentences in to_do(desk, done):
        say(heading, *(f"  {one}" for one in first_few(sentences)))
    say(f"Taken in: {done.taken} new, {done.again} that were there already.")
    if done.not_taken:
        refused = len(done.not_taken) + done.more_not_taken
        say(f"Not taken: {refused}, each with its reason in '{full_path(folder / NOT_TAKEN)}'.")
    if done.late:
        say(f'To count somebody as on time: rapportkit coach late "{folder}" ID ... --on-time')
    typer.echo(f'Next: rapportkit coach grade "{folder}"')
