"""`rapportkit coach report`: what goes back is written, and the class is told to its coach."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli.assign import clock
from rapportkit.cli.desk_options import AsJson, DeskFolder
from rapportkit.cli.output import counted, file_bytes, print_json, say
from rapportkit.cli.progress import progress

if TYPE_CHECKING:
    from rapportkit.coaching.lms import Sheet
    from rapportkit.coaching.report import Report


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
    from rapportkit.coaching.desk import open_desk
    from rapportkit.coaching.report import fill as fill_sheet
    from rapportkit.coaching.report import report

    desk = open_desk(folder)
    with progress("Pages") as tick:
        done = report(folder, desk, clock(), nbgrader, zips=as_zip, tick=tick)
    sheet, filled = fill_sheet(folder, desk, fill.name, file_bytes(fill)) if fill else (None, None)
    if json:
        print_json(_as_json(folder, done, sheet, filled))
    else:
        _tell(folder, done, sheet, filled)


def _as_json(folder: Path, done: Report, sheet: Path | None, filled: Sheet | None) -> Mapping[str, Any]:
    from rapportkit.coaching.report import COHORT_PAGE, COHORT_TABLE

    stuck = {one.learner.id: one.stuck for one in done.cohort.may_want_a_word}
    return {
        "given_back": done.given_back, "back": str(done.back), "page": str(folder / COHORT_PAGE),
        "table": str(folder / COHORT_TABLE), "stuck": list(stuck), "reasons": stuck,
        "to_judge": done.cohort.to_judge._asdict(),
        "to_teach": [{"exercise": one.exercise, "line": one.says, "lesson": one.lesson, "share": one.share}
                     for one in done.cohort.to_teach],
        "sheet": None if sheet is None else str(sheet), "filled": filled.filled if filled else 0,
        "remarks": list(filled.remarks if filled else ()),
    }  # fmt: skip


def _tell(folder: Path, done: Report, sheet: Path | None, filled: Sheet | None) -> None:
    from rapportkit.coaching.desk import full_path
    from rapportkit.coaching.report import LEFT_OUT

    left = done.cohort.to_judge
    if left.lines:
        say(left.told, f'Their marks stay open{" in the sheet" if filled else ""}. '
            f'Judge them: rapportkit coach mark "{folder}"')  # fmt: skip
    if filled is not None and filled.remarks:
        say(*filled.remarks, f"All of these: '{full_path(folder / LEFT_OUT)}'.")
    _tell_class(folder, done)
    if filled is not None and sheet is not None:
        say(f"Filled: {counted(filled.filled, 'row')}, in '{full_path(sheet)}'. Your own sheet is as it was.")


def _tell_class(folder: Path, done: Report) -> None:
    """Where all lies that was written, what to teach next, and who may want a word."""
    from rapportkit.coaching.collection import first_few
    from rapportkit.coaching.desk import full_path
    from rapportkit.coaching.report import COHORT_PAGE, COHORT_TABLE

    say(f"To give back: '{full_path(done.back)}', a letter, a page and a feedback file for each of {done.given_back}.")
    say(f"The class, for you alone: '{full_path(folder / COHORT_PAGE)}' and '{full_path(folder / COHORT_TABLE)}'.")
    say(*(f"To teach next: {one.says} ({one.in_lesson})" for one in done.cohort.to_teach))
    words = [f"  {one.learner.name}: {one.stuck}" for one in done.cohort.may_want_a_word]
    if words:
        say("Who may want a word:", *first_few(words, "more, on that page"))
