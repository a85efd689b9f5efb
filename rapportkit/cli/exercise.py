"""`rapportkit exercise`: check an exercise of one's own, begin one, and the schema of its file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from rapportkit.cli.output import file_bytes, print_json
from rapportkit.disk import NAMES_OF_DEVICES, write_whole
from rapportkit.errors import InvalidValue, RapportError

app = typer.Typer(help="Exercises of your own: check one, begin one.", no_args_is_help=True)

_ID = re.compile(r"[a-z][a-z0-9_]{1,60}")


@app.command()
def check(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The exercise: a TOML file.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Look whether an exercise is whole, its model earns every automatic mark, and its poor answer does not."""
    from rapportkit.exercises import faults_of, read_exercise

    exercise = read_exercise(file.name, file_bytes(file))
    faults = list(faults_of(exercise))
    if exercise.id != file.stem:
        faults.append(f"Its id is '{exercise.id}'; call the file {exercise.id}.toml, or change the id.")
    by_rule = sum(line.rule is not None for line in exercise.rubric)
    if json:
        print_json({"id": exercise.id, "lines": len(exercise.rubric), "by_rule": by_rule, "faults": faults})
    elif not faults:
        typer.echo(f"'{exercise.title}' is in order: {len(exercise.rubric)} lines, {by_rule} of them marked by rules.")
    for fault in [] if json else faults:
        typer.echo(fault)
    if faults:
        raise typer.Exit(1)


@app.command()
def new(
    exercise: Annotated[str, typer.Argument(metavar="ID", help="Its id: small letters, figures and _.")],
) -> None:
    """Write ID.toml here, an exercise to change into your own."""
    from rapportkit.lessons import exercises_folder

    if not _ID.fullmatch(exercise) or exercise in NAMES_OF_DEVICES:
        raise InvalidValue(f"'{exercise}' cannot be an id. Use small letters, figures and _, such as tell_a_story.")
    path = Path(f"{exercise}.toml")
    if path.exists():
        raise RapportError(f"'{path}' is there already. Choose another id, or change that file.")
    pattern = (exercises_folder() / "repair_a_tossed_out_line.toml").read_text(encoding="utf-8")
    text = pattern.replace('id = "repair_a_tossed_out_line"', f'id = "{exercise}"')
    write_whole(path, text.encode("utf-8"))
    typer.echo(f"'{path}' is an exercise to change into your own. Then: rapportkit exercise check {path}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of an exercise's fields."""
    from rapportkit.exercises import Exercise

    print_json(Exercise.model_json_schema())
