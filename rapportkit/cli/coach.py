"""`rapportkit coach`: assign exercises, collect what came back, mark it, give it back; one client's call sheet."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from rapportkit.cli import assign, call_sheet, late, mark, offered
from rapportkit.cli.assign import clock
from rapportkit.cli.output import file_bytes, print_json, say
from rapportkit.cli.progress import progress

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


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
DeskFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that `coach assign` made.")]


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
    from rapportkit.coaching.collection import first_few, to_do
    from rapportkit.coaching.desk import full_path, open_desk

    desk = open_desk(folder)
    with progress("Files looked at") as tick:
        seen = count(1)
        done = collect(folder, desk, sources, clock(), lambda: tick(next(seen), 0))
    if json:
        print_json(done.model_dump(mode="json"))
        return
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
    from rapportkit.coaching.to_judge import to_judge

    desk = open_desk(folder)
    away = None
    if scheduler:
        from rapportkit.coaching.cluster import executor_at

        away = executor_at(scheduler)
    with progress("Parts marked") as tick:
        done = grade(folder, desk, workers, away, tick)
    waiting = marks_for_person(desk, marks(folder), hand_marks(folder))
    to_mark = sum(bool(one.open) for one in waiting)
    left = to_judge(desk, marks(folder), hand_marks(folder))
    if json:
        print_json({"hand_ins": done.hand_ins, "chunks": done.chunks, "marked_now": done.marked_now,
                    "for_a_person": to_mark,
                    "to_judge": left._asdict()})  # fmt: skip
        return
    typer.echo(f"{_count(done.hand_ins, 'hand-in')} marked by the rules.")
    typer.echo(left.told or "Nothing is left for you to judge.")
    if to_mark:
        typer.echo(
            f"The same answer of several learners comes once, so that is {_count(to_mark, 'answer')} to look at."
        )
        typer.echo(f'Judge them here: rapportkit coach mark "{folder}"')
        typer.echo(f'Or in the browser: rapportkit coach desk "{folder}"')
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
    as_zip: Annotated[bool, typer.Option("--zip", help="A ZIP for each, to attach, in place of a folder.")] = False,
    json: AsJson = False,
) -> None:
    """Write letter, page and file for each learner, and for you the class: table, heat map, what to teach next."""
    from rapportkit.coaching.collection import first_few
    from rapportkit.coaching.desk import full_path, open_desk
    from rapportkit.coaching.report import COHORT_PAGE, COHORT_TABLE, LEFT_OUT, report
    from rapportkit.coaching.report import fill as fill_sheet

    desk = open_desk(folder)
    with progress("Pages") as tick:
        done = report(folder, desk, clock(), nbgrader, zips=as_zip, tick=tick)
    left = done.cohort.to_judge
    sheet, filled = fill_sheet(folder, desk, fill.name, file_bytes(fill)) if fill else (None, None)
    remarks = filled.remarks if filled else ()
    stuck = {one.learner.id: one.stuck for one in done.cohort.may_want_a_word}
    if json:
        print_json({
            "given_back": done.given_back, "back": str(done.back), "page": str(folder / COHORT_PAGE),
            "table": str(folder / COHORT_TABLE), "stuck": list(stuck), "reasons": stuck, "to_judge": left._asdict(),
            "to_teach": [{"exercise": one.exercise, "line": one.says, "lesson": one.lesson, "share": one.share}
                         for one in done.cohort.to_teach],
            "sheet": None if sheet is None else str(sheet), "filled": filled.filled if filled else 0,
            "remarks": list(remarks),
        })  # fmt: skip
        return
    if left.lines:
        say(left.told, f'Their marks stay open{" in the sheet" if fill else ""}. '
            f'Judge them: rapportkit coach mark "{folder}"')  # fmt: skip
    say(*remarks)
    if remarks:
        say(f"All of these: '{full_path(folder / LEFT_OUT)}'.")
    say(f"To give back: '{full_path(done.back)}', a letter, a page and a feedback file for each of {done.given_back}.")
    say(f"The class, for you alone: '{full_path(folder / COHORT_PAGE)}' and '{full_path(folder / COHORT_TABLE)}'.")
    say(*(f"To teach next: {one.says} ({one.in_lesson})" for one in done.cohort.to_teach))
    words = [f"  {one.learner.name}: {one.stuck}" for one in done.cohort.may_want_a_word]
    if words:
        say("Who may want a word:", *first_few(words, "more, on that page"))
    if filled is not None and sheet is not None:
        say(f"Filled: {_count(filled.filled, 'row')}, in '{full_path(sheet)}'. Your own sheet is as it was.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
