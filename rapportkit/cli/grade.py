"""`rapportkit coach grade`: what rules can mark is marked, and the rest is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli.desk_options import AsJson, DeskFolder
from rapportkit.cli.output import counted, print_json
from rapportkit.cli.progress import progress

if TYPE_CHECKING:
    from rapportkit.coaching.desk import Desk
    from rapportkit.coaching.grade import Grading
    from rapportkit.coaching.to_judge import ToJudge


def grade(
    *,
    folder: DeskFolder,
    workers: Annotated[int, typer.Option(min=0, max=256, help="Processes at once; 0 lets the cores decide.")] = 0,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A Dask cluster to do it, such as tcp://10.0.0.5:8786.")
    ] = "",
    json: AsJson = False,
) -> None:
    """
    Mark by the rules what can be marked so, and say how much is left for you.

    It can be stopped at any moment, and goes on where it was.
    """
    from rapportkit.coaching.desk import open_desk

    desk = open_desk(folder)
    done = _graded(folder, desk, workers, scheduler)
    to_mark, left = _waiting(folder, desk)
    if json:
        print_json({"hand_ins": done.hand_ins, "chunks": done.chunks, "marked_now": done.marked_now,
                    "for_a_person": to_mark,
                    "to_judge": left._asdict()})  # fmt: skip
    else:
        _tell(folder, done, to_mark, left)


def _graded(folder: Path, desk: Desk, workers: int, scheduler: str) -> Grading:
    from rapportkit.coaching.grade import grade

    away = None
    if scheduler:
        from rapportkit.coaching.cluster import executor_at

        away = executor_at(scheduler)
    with progress("Parts marked") as tick:
        return grade(folder, desk, workers, away, tick)


def _waiting(folder: Path, desk: Desk) -> tuple[int, ToJudge]:
    """How many answers a person has to look at, each once, and how many lines that is in the whole class."""
    from rapportkit.coaching.by_hand import hand_marks, marks_for_person
    from rapportkit.coaching.grade import marks
    from rapportkit.coaching.to_judge import to_judge

    waiting = marks_for_person(desk, marks(folder), hand_marks(folder))
    return sum(bool(one.open) for one in waiting), to_judge(desk, marks(folder), hand_marks(folder))


def _tell(folder: Path, done: Grading, to_mark: int, left: ToJudge) -> None:
    typer.echo(f"{counted(done.hand_ins, 'hand-in')} marked by the rules.")
    typer.echo(left.told or "Nothing is left for you to judge.")
    if to_mark:
        typer.echo(
            f"The same answer of several learners comes once, so that is {counted(to_mark, 'answer')} to look at."
        )
        typer.echo(f'Judge them here: rapportkit coach mark "{folder}"')
        typer.echo(f'Or in the browser: rapportkit coach desk "{folder}"')
    typer.echo(f'Then: rapportkit coach report "{folder}"')
