"""`rapportkit coach mark`: what only a person can judge, one answer after the other."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli.desk_options import DeskFolder
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.people.plain_text import shown

if TYPE_CHECKING:
    from rapportkit.coaching.by_hand import ForPerson, HandMark
    from rapportkit.coaching.desk import Desk

HOW = (
    "A figure for each line and Enter; - leaves a line open, n goes on, u takes your last mark back, q stops. "
    "1=0 overrules the rule on line 1, 1=- lets it stand again."
)


def mark(
    folder: DeskFolder,
    names: Annotated[bool, typer.Option("--names", help="Show whose answer it is; else marking is blind.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Every answer, also those that are marked, to overrule a rule that is wrong.")
    ] = False,
) -> None:
    """Judge what no rule can; each mark is kept at once. The same answer of several learners comes once."""
    from rapportkit.coaching.by_hand import hand_marks, marks_for_person
    from rapportkit.coaching.desk import open_desk
    from rapportkit.coaching.grade import marks
    from rapportkit.coaching.to_judge import to_judge

    desk = open_desk(folder)
    found = marks_for_person(desk, marks(folder), hand_marks(folder), blind=not names, every=every)
    waiting = [one for one in found if one.open or every]
    if waiting:
        typer.echo(HOW)
    for number, one in enumerate(waiting, start=1):
        _show(one, f"{number} of {len(waiting)}")
        if not _judged(folder, desk, one):
            break
    typer.echo(to_judge(desk, marks(folder), hand_marks(folder)).told or "Nothing is left for you to judge.")
    typer.echo(f'When you are done: rapportkit coach report "{folder}"')


def clock() -> datetime:
    """Now: the one place of this command that reads the clock."""
    return datetime.now(UTC)


def _show(one: ForPerson, where: str) -> None:
    whose = f", by {', '.join(one.learners)}" if one.learners else ""
    same = f" ({one.how_many} learners wrote this)" if one.how_many > 1 else ""
    typer.echo(f"\n{shown(one.exercise.title)}: {where}{shown(whose)}{same}\n\n{shown(one.text.strip())}\n")
    for number, (criterion, line) in enumerate(zip(one.exercise.rubric, one.lines, strict=True), start=1):
        by_rule = "" if line.state == "for a person" else f" (by the rule: {line.state})"
        typer.echo(f"  {number}, 0 to {criterion.points}: {shown(criterion.says)}{by_rule}")


def _with_reasons(one: ForPerson, made: list[HandMark]) -> list[HandMark]:
    """The marks, those that overrule a rule with the coach's reason, which is asked for."""
    overruling = [mark for mark in made if mark.points is not None and mark.line is not None
                  and one.lines[mark.line].state != "for a person"]  # fmt: skip
    if not overruling:
        return made
    why = typer.prompt("Why is the rule wrong? The learner reads it", default="", show_default=False).strip()
    if not why:
        raise InvalidValue("Nothing was kept. Say why in a few words: the learner reads it beside your points.")
    return [mark.with_(comment=why) if mark in overruling else mark for mark in made]


def _judged(folder: Path, desk: Desk, one: ForPerson) -> bool:
    """Ask until the answer is judged or passed by; False to stop."""
    from rapportkit.coaching.by_hand import set_mark, undo
    from rapportkit.coaching.typed import marks_typed

    while True:
        try:
            typed = typer.prompt("Points", default="n", show_default=False).strip().casefold()
        except typer.Abort:  # nobody is there to type, or Ctrl-C: what was marked is kept
            typed = "q"
        if typed in ("n", "q"):
            return bool(typed == "n")
        if typed == "u":
            typer.echo("Taken back." if undo(folder) else "There is no mark to take back.")
            continue
        try:
            at = clock()
            set_mark(folder, desk, *_with_reasons(one, marks_typed(one, typed, at)))
        except RapportError as error:
            typer.echo(str(error))
            continue
        _ask_comment(folder, desk, one, at)
        return True


def _ask_comment(folder: Path, desk: Desk, one: ForPerson, at: datetime) -> None:
    """Ask for a comment on the whole answer, which is taken back together with the points of this moment."""
    from rapportkit.coaching.by_hand import HandMark, set_mark

    said = typer.prompt("Comment", default="", show_default=False).strip()
    if said:
        set_mark(folder, desk, HandMark(exercise=one.exercise.id, answer=one.answer, line=None, comment=said, at=at))
