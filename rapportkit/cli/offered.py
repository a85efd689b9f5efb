"""`rapportkit coach exercises`: what can be given out, and what each asks, seen before it is."""

from __future__ import annotations

from typing import Annotated

import typer

from rapportkit.cli.assign import OwnFolder
from rapportkit.cli.output import print_json, say
from rapportkit.exercises import Exercise


def exercises(
    *,
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Show these; else list all by id.")] = None,
    own: OwnFolder = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """List the exercises that can be given out; of those that are named show prompt, rubric and points."""
    from rapportkit.coaching.own import exercise_choices, find_exercises

    if not ids and not json:
        say(*(f"{name}: {title}" for name, title in exercise_choices(own).items()))
        say("To see what one asks: rapportkit coach exercises ID")
        return
    found = find_exercises(ids or tuple(exercise_choices(own)), own)
    if json:
        print_json({"exercises": [_as_json(one) for one in found]})
        return
    for one in found:
        _show(one)


def _as_json(one: Exercise) -> dict[str, object]:
    rubric = [{"says": line.says, "points": line.points, "rule": line.rule} for line in one.rubric]
    return {
        "id": one.id,
        "title": one.title,
        "lesson": one.lesson,
        "points": _points(one),
        "prompt": one.prompt.strip(),
        "rubric": rubric,
    }


def _show(one: Exercise) -> None:
    say(f"{one.title} ({one.id}), {_points(one)} points", "", *one.prompt.strip().splitlines(), "")
    for number, line in enumerate(one.rubric, start=1):
        say(f"  {number}. {line.says} (0 to {line.points}, by {'a rule' if line.rule else 'you'})")
    say("")


def _points(one: Exercise) -> int:
    return sum(line.points for line in one.rubric)
