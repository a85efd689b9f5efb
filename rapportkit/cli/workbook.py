"""`rapportkit workbook`: download it, bring it back, look into it, take a person out of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli.files import WorkbookFile, workbook_at
from rapportkit.cli.output import file_bytes, print_json
from rapportkit.errors import InvalidValue, WorkbookError, unwritable
from rapportkit.workbook.codec import KINDS

if TYPE_CHECKING:
    from rapportkit.workbook.store import Workbook

app = typer.Typer(help="Everything you have written: download it, bring it back, look into it, forget a person.")


@app.command("export")
def export_(
    file: Annotated[str, typer.Argument(help="Where to write it; - for standard output. Default: a dated name.")] = "",
    workbook: WorkbookFile = "",
) -> None:
    """Write everything into one readable JSON file. A file that is there already is never overwritten."""
    from rapportkit.workbook.export import export

    opened = workbook_at(workbook, must_exist=True)
    data = export(opened)
    if file == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    written = _write_new(Path(file or f"rapportkit-workbook-{opened.now():%Y-%m-%d}.json"), data)
    typer.echo(f"Everything is in '{written}'. It holds your notes on people: keep it to yourself.")


@app.command("restore")
def restore_(
    file: Annotated[Path, typer.Argument(help="A .json that you downloaded, or a backup (.sqlite3).")],
    workbook: WorkbookFile = "",
) -> None:
    """Bring a download or a backup back. Nothing is deleted, and what you wrote last stays the latest."""
    from rapportkit.workbook.export import restore
    from rapportkit.workbook.rescue import bring_back

    opened = workbook_at(workbook)
    data = file_bytes(file)
    done = bring_back(opened, file) if data.startswith(b"SQLite format 3\0") else restore(opened, data)
    left = f", about people whom you asked to forget and so left out: {done.left_out}" if done.left_out else ""
    typer.echo(f"Brought back into '{opened.path}': {done.added}; there already: {done.already_there}{left}.")


@app.command("show")
def show(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for a program to read.")] = False,
    workbook: WorkbookFile = "",
) -> None:
    """Show what is in the workbook: what you saved last under each name."""
    from rapportkit.workbook.export import export

    opened = workbook_at(workbook, must_exist=True)
    holds: dict[str, dict[str, object]] = {kind: {} for kind in KINDS}
    for row in json.loads(export(opened))["records"]:  # in the order of saving: the last one stays
        holds.setdefault(row["kind"], {})[row["key"]] = row["body"]
    holds = {kind: {key: body for key, body in held.items() if body is not None} for kind, held in holds.items()}
    if as_json:
        print_json({"workbook": str(opened.path), "records": holds})
        return
    typer.echo(f"The workbook '{opened.path}' holds:")
    for kind, held in holds.items():
        if held:
            typer.echo(f"  {kind} ({len(held)}): {', '.join(map(_in_one_line, held))}")
    if not any(holds.values()):
        typer.echo("  nothing yet")


@app.command("forget")
def forget_(
    who: Annotated[str, typer.Argument(metavar="NAME_OR_KEY", help="The person: name, surname alone, or key.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
    workbook: WorkbookFile = "",
) -> None:
    """Take a person, and all notes on them, out of the workbook, its history and its backups, for good."""
    from rapportkit.workbook.forget import forget, people_called, was_forgotten

    opened = workbook_at(workbook, must_exist=True)
    people = people_called(opened, who)
    again = [who] if not people and was_forgotten(opened, who) else []  # texts that named them may have been changed
    key, name = (who, who) if again else _only(people, who, opened)
    if not yes:
        told = name if key == name else f"{name} ({key})"
        typer.confirm(f"Take {told} out for good? There is no way back.", abort=True, err=True)
    typer.echo(str(forget(opened, key, *again)))


def _only(people: dict[str, str], who: str, opened: Workbook) -> tuple[str, str]:
    """Key and name of the only person who can be meant; else the sentence names everybody who may be."""
    from rapportkit.workbook.forget import known_people

    if len(people) == 1:
        return next(iter(people.items()))
    if people:
        listed = ", ".join(f"{name} ({key})" for key, name in people.items())
        raise InvalidValue(f"Several people are called '{who}'. Name one in full, or by the key behind it: {listed}.")
    known = ", ".join(known_people(opened).values())
    raise InvalidValue(
        f"The workbook '{opened.path}' knows nobody called '{who}'. "
        + (f"Name one of these: {known}." if known else "There is nobody in it.")
    )


def _write_new(wanted: Path, data: bytes) -> Path:
    """Write *data* under that name or, where it is taken, under the next free one with a number."""
    path, number = wanted, 1
    while True:
        try:
            file = path.open("xb")
        except FileExistsError:
            number += 1
            path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        except OSError as error:
            raise _unwritable(path, error) from None
        else:
            break
    try:
        with file:
            file.write(data)
    except OSError as error:
        path.unlink(missing_ok=True)  # half a download looks like a whole one until the day it is needed
        raise _unwritable(path, error) from None
    return path


def _unwritable(path: Path, error: OSError) -> WorkbookError:
    return WorkbookError(unwritable(path, error))


def _in_one_line(key: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in key)
