"""`rapportkit coach`: assign exercises, collect what came back, mark it, give it back; one client's call sheet."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli import call_sheet, mark
from rapportkit.cli.output import file_bytes, print_json
from rapportkit.errors import InvalidValue
from rapportkit.handin import day_and_hour
from rapportkit.interviews import zone_called
from rapportkit.workbook.place import machine_zone

if TYPE_CHECKING:
    from rapportkit.coaching.desk import Desk

app = typer.Typer(
    help="For coaches: assign exercises, collect what came back, mark it, give it back. Files in a folder, no server.",
    no_args_is_help=True,
)

app.command("mark")(mark.mark)
app.command("client")(call_sheet.client)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
DeskFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that `coach assign` made.")]


@app.command()
def assign(
    *,
    roster: Annotated[Path, typer.Argument(metavar="ROSTER", help="Your list of learners: CSV, with names and ids.")],
    exercise: Annotated[list[str], typer.Option(metavar="ID", help="An exercise; once for each.")],
    due: Annotated[str, typer.Option(metavar="DATE", help="The last day, such as 2026-12-10; it counts whole.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for all that belongs to this assignment.")],
    title: Annotated[str, typer.Option(help="What learners see. Default: the folder's name.")] = "",
    says: Annotated[str, typer.Option(metavar="TEXT", help="Words of yours, for the letter.")] = "",
    exercises: Annotated[Path | None, typer.Option(metavar="DIR", help="A folder with exercises of your own.")] = None,
    tz: Annotated[str, typer.Option(metavar="ZONE", help="Where the day ends, such as Europe/London.")] = "",
    as_zip: Annotated[bool, typer.Option("--zip", help="One ZIP folder in place of a folder for each.")] = False,
    json: AsJson = False,
) -> None:
    """
    Make one small file and a letter for each learner.

    Once more with the same folder adds those who are new on the list; nobody else's file changes.
    """
    from rapportkit.coaching.assign import (
        desk_in,
        enrolled,
        find_exercises,
        new_desk,
        put_assignment,
        put_desk,
        put_zip,
    )
    from rapportkit.coaching.roster import read_roster

    listed = read_roster(roster.name, file_bytes(roster))
    chosen, ends, before = find_exercises(exercise, exercises), end_of(due, tz), desk_in(out)
    if before is None:
        desk = new_desk(listed, chosen, title or out.absolute().name, ends, clock(), coach_says=says)
    elif before.exercises == chosen and before.due == ends:
        desk = enrolled(before, listed)
    else:
        raise InvalidValue(
            f"In '{out}' lies another assignment, due on {day_and_hour(before.due)}. Choose another folder."
        )
    put = (put_zip if as_zip else put_assignment)(desk, out)
    put_desk(out)
    added = len(desk.learners) - (len(before.learners) if before else 0)
    if json:
        print_json({"assignment": desk.id, "due": desk.due.isoformat(), "learners": len(desk.learners), "added": added,
                    "send": str(put), "remarks": list(listed.remarks)})  # fmt: skip
        return
    _say(*listed.remarks)
    typer.echo(f"{desk.title}, due {day_and_hour(desk.due)}: {_count(added, 'file')} made, each with a letter.")
    typer.echo(f"To send: '{put}'. The rest of '{out}' is yours alone: it holds everybody's secret figures.")
    typer.echo(f'When files come back: rapportkit coach collect "{out}" FILE_OR_FOLDER ...')
    typer.echo(f"Or do it all in the notebook '{out / 'desk.ipynb'}'.")


@app.command()
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
    from rapportkit.coaching.collect import NOT_TAKEN, collect
    from rapportkit.coaching.desk import open_desk

    desk = open_desk(folder)
    done = collect(folder, desk, sources, clock())
    if json:
        print_json(done.model_dump(mode="json"))
        return
    _say(*done.remarks, *(f"{one.where}: {one.reason}" for one in done.not_taken[:_MOST_SHOWN]))
    names = {learner.id: learner.name for learner in desk.learners}
    _say(f"Taken in: {done.taken} new, {done.again} that were there already.")
    if done.not_taken:
        refused = len(done.not_taken) + done.more_not_taken
        _say(f"Not taken: {refused}, each with its reason in '{folder / NOT_TAKEN}'.")
    for label, ids in (("Late", done.late), ("Nothing yet from", done.missing)):
        if ids:
            _say(f"{label}: {_listed(ids, names)}")
    typer.echo(f'Next: rapportkit coach grade "{folder}"')


@app.command()
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
    from rapportkit.coaching.by_hand import hand_marks, marks_for_person
    from rapportkit.coaching.desk import open_desk
    from rapportkit.coaching.grade import grade, marks

    desk = open_desk(folder)
    away = None
    if scheduler:
        from rapportkit.coaching.cluster import executor_at

        away = executor_at(scheduler)
    done = grade(folder, desk, workers, away, _show_progress)
    waiting = marks_for_person(desk, marks(folder), hand_marks(folder))
    to_mark = sum(bool(one.open) for one in waiting)
    if json:
        print_json({"hand_ins": done.hand_ins, "chunks": done.chunks, "marked_now": done.marked_now,
                    "for_a_person": to_mark})  # fmt: skip
        return
    typer.echo(f"{_count(done.hand_ins, 'hand-in')} marked by the rules.")
    typer.echo(f"For you to judge: {_count(to_mark, 'answer')}. The same answer of several learners counts once.")
    if to_mark:
        typer.echo(f"""Judge them in '{folder / "desk.ipynb"}', or here: rapportkit coach mark "{folder}\"""")
    typer.echo(f'Then: rapportkit coach report "{folder}"')


@app.command()
def report(
    *,
    folder: DeskFolder,
    fill: Annotated[
        Path | None, typer.Option(metavar="SHEET", help="A sheet exported from Moodle or Canvas, to fill.")
    ] = None,
    nbgrader: Annotated[
        Path | None, typer.Option(metavar="COURSE", help="An nbgrader course: its feedback folders are filled too.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Write a page and a feedback file for each learner, and for you the class: table, heat map, what to teach next."""
    from rapportkit.coaching.desk import open_desk
    from rapportkit.coaching.report import COHORT_PAGE, COHORT_TABLE, report

    desk = open_desk(folder)
    done = report(folder, desk, nbgrader, _show_progress)
    sheet, filled, remarks = _filled(folder, desk, fill) if fill else (None, 0, ())
    stuck = [one.learner.id for one in done.cohort.standings if one.stuck]
    if json:
        print_json({
            "given_back": done.given_back, "back": str(done.back), "page": str(folder / COHORT_PAGE),
            "table": str(folder / COHORT_TABLE), "stuck": stuck,
            "to_teach": [{"exercise": one.exercise, "line": one.says, "lesson": one.lesson, "share": one.share}
                         for one in done.cohort.to_teach],
            "sheet": None if sheet is None else str(sheet), "filled": filled, "remarks": list(remarks),
        })  # fmt: skip
        return
    _say(*remarks)
    _say(f"To give back: '{done.back}', a page and a feedback file for each of {done.given_back}.")
    _say(f"The class, for you alone: '{folder / COHORT_PAGE}' and '{folder / COHORT_TABLE}'.")
    _say(*(f"To teach next: {one.says} (lesson {one.lesson})" for one in done.cohort.to_teach))
    if stuck:
        _say(f"Who may want a word: {_count(len(stuck), 'learner')}; the reasons stand on that page.")
    if sheet is not None:
        _say(f"Filled: {_count(filled, 'row')}, in '{sheet}'. Your own sheet is as it was.")


def _filled(folder: Path, desk: Desk, sheet: Path) -> tuple[Path, int, tuple[str, ...]]:
    """Fill a copy of the sheet, which lies in the desk's folder."""
    from rapportkit.coaching.desk import write_whole
    from rapportkit.coaching.lms import fill_sheet
    from rapportkit.coaching.report import earned_by

    most = sum(line.points for one in desk.exercises for line in one.rubric)
    done = fill_sheet(sheet.name, file_bytes(sheet), desk.learners, earned_by(folder, desk), most, desk.title)
    path = folder / f"filled-{sheet.name}"
    write_whole(path, done.data)
    return path, done.filled, done.remarks


def clock() -> datetime:
    """Now: the one place of these commands that reads the clock."""
    return datetime.now(UTC)


def end_of(day: str, zone: str) -> datetime:
    """
    The last second of a day in *zone*, or where this machine is.

    Raises:
        InvalidValue: it is no day, or nobody knows the zone.
    """
    try:
        last = date.fromisoformat(day.strip())
    except ValueError:
        raise InvalidValue(f"--due should be a date such as 2026-12-10, not '{day}'.") from None
    moment = datetime.combine(last, time(23, 59, 59))
    return moment.replace(tzinfo=zone_called(zone or machine_zone(os.environ, moment)))


_MOST_SHOWN = 20


def _show_progress(done: int, whole: int) -> None:
    """On a screen only, and on the stream that no program reads."""
    if sys.stderr.isatty() and whole > 1 and (done % 10 == 0 or done == whole):
        sys.stderr.write(f"\r{done} of {whole}" + ("\n" if done == whole else ""))
        sys.stderr.flush()


def _listed(ids: Sequence[str], names: Mapping[str, str]) -> str:
    shown = ", ".join(names[one] for one in ids[:_MOST_SHOWN])
    return f"{shown} and {len(ids) - _MOST_SHOWN} more" if len(ids) > _MOST_SHOWN else shown


def _say(*sentences: str) -> None:
    for sentence in sentences:
        typer.echo("".join(sign if sign.isprintable() else "?" for sign in sentence))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
