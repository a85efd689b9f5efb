"""The commands, put together, and the one place where an error becomes a sentence and an exit status."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path

import typer

from rapportkit.cli import brief, coach, doctor, exercise, follow_ups, people, rehearse, reset, review, start, workbook
from rapportkit.disk import is_full
from rapportkit.errors import RapportError, WorkbookError

app = typer.Typer(
    name="rapportkit",
    help="A coaching workbook: go into the interview to make a friend of the interviewer. Everything stays here.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("start")(start.start)
app.command("reset")(reset.reset)
app.command("read")(people.read)
app.command("common-ground")(people.common_ground)
app.command("not-understood")(people.not_understood)
app.add_typer(review.app, name="review")
app.command("rehearse")(rehearse.rehearse)
app.add_typer(rehearse.app, name="scene")
app.command("kitchen-table")(rehearse.kitchen_table)
app.command("follow-ups")(follow_ups.follow_ups)
app.command("brief")(brief.brief)
app.add_typer(workbook.app, name="workbook")
app.add_typer(exercise.app, name="exercise")
app.add_typer(coach.app, name="coach")
app.command("doctor")(doctor.doctor)


def run(arguments: list[str]) -> int:
    """Run one command; the exit status. What a person can mend is one sentence on standard error."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")  # a pipe on Windows may not know the letters of a folder
    try:
        result = app(args=arguments or ["--help"], standalone_mode=False)
    except WorkbookError as error:
        return _fail(error.at_the_prompt, 1)
    except RapportError as error:
        return _fail(str(error), 1)
    except typer.Abort:
        return _fail("Stopped.", 1)
    except typer.Exit as leave:
        return leave.exit_code
    except typer.TyperException as error:
        return _fail(error.format_message().removeprefix("Value error, "), 2)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        if not is_full(error):
            raise
        _let_go_of_what_is_printed()
        what = f"'{error.filename}'" if error.filename else "what the command writes"
        return _fail(f"The disk is full: there is no room for {what}. Make some, then give the command again.", 1)
    return result if isinstance(result, int) else 0


def _let_go_of_what_is_printed() -> None:
    """Python would try to write it once more as it leaves, and complain where nobody asked."""
    with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _fail(sentence: str, status: int) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return status
