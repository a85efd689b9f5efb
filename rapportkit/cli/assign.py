"""`rapportkit coach assign` and `coach own`: giving out exercises and scenes, built in and of the coach's own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rapportkit.cli.desk_options import AsJson
from rapportkit.cli.output import counted, file_bytes, print_json, say
from rapportkit.cli.progress import progress
from rapportkit.errors import InvalidValue
from rapportkit.handin import day_and_hour
from rapportkit.interviews import zone_called
from rapportkit.workbook.place import machine_zone

if TYPE_CHECKING:
    from rapportkit.coaching.assign import Assigned
    from rapportkit.guidance import Guidance

OwnFolder = Annotated[
    Path | None,
    typer.Option("--own", "--exercises", metavar="DIR", help="A folder with exercises and scenes of your own."),
]


def assign(
    *,
    roster: Annotated[Path, typer.Argument(metavar="ROSTER", help="Your list of learners: CSV, with names and ids.")],
    exercise: Annotated[list[str], typer.Option(metavar="ID", help="An exercise; once for each.")],
    due: Annotated[str, typer.Option(metavar="DATE", help="The last day, such as 2026-12-10; it counts whole.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for all that belongs to this assignment.")],
    title: Annotated[str, typer.Option(help="What learners see. Default: the folder's name.")] = "",
    says: Annotated[str | None, typer.Option(metavar="TEXT", help="Words of yours, for the letter.")] = None,
    own: OwnFolder = None,
    scene: Annotated[list[str] | None, typer.Option(metavar="ID", help="A scene of your own; once for each.")] = None,
    word: Annotated[
        Literal["friend", "ally"] | None, typer.Option(help="What the interviewer is to become, in their panels.")
    ] = None,
    invite_after: Annotated[
        Literal["outcome", "interview"] | None, typer.Option(help="From when the days to the invitation count.")
    ] = None,
    invite_days: Annotated[int | None, typer.Option(min=1, max=60, help="How many days; else 3.")] = None,
    light: Annotated[
        list[str] | None, typer.Option(metavar="TOPIC=LIGHT", help="Such as 'Alcohol and betting=red'; once for each.")
    ] = None,
    tz: Annotated[str, typer.Option(metavar="ZONE", help="Where the day ends, such as Europe/London.")] = "",
    as_zip: Annotated[bool, typer.Option("--zip", help="A ZIP for each, to attach, in place of a folder.")] = False,
    notebooks: Annotated[
        bool, typer.Option("--notebooks", help="Add the lesson for each: it finds the file beside it.")
    ] = False,
    json: AsJson = False,
) -> None:
    """
    Make one small file, a letter and a page to print for each learner.

    Once more with the same folder adds those who are new on the list; nobody else's file changes, unless you give
    other settings.
    """
    from rapportkit.coaching.assign import Wanted, assign, desk_in, put_assignment
    from rapportkit.coaching.own import find_exercises, find_scenes, remarks_on
    from rapportkit.coaching.roster import read_roster

    listed, before = read_roster(roster.name, file_bytes(roster)), desk_in(out)
    wanted = Wanted(
        exercises=find_exercises(exercise, own),
        due=end_of(due, tz),
        title=title,
        says=says,
        scenes=find_scenes(scene, own) if scene else None,
        guidance=_guided(before.guidance if before else None, word, invite_after, invite_days, light or ()),
    )
    remarks = (*listed.remarks, *remarks_on(own, (*exercise, *(scene or ()))))
    with progress("Files") as tick:
        put = partial(put_assignment, zips=as_zip, notebooks=notebooks, tick=tick)
        done = assign(out, listed, wanted, clock(), put)
    if json:
        print_json({"assignment": done.desk.id, "due": done.desk.due.isoformat(), "learners": len(done.desk.learners),
                    "added": done.added, "send": str(done.send), "remarks": list(remarks)})  # fmt: skip
    else:
        _tell(out, done, remarks)


def own(
    *,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Your folder, with one TOML file for each.")],
    json: AsJson = False,
) -> None:
    """Look through the exercises and scenes that you wrote: what is in order, what to mend, how to give them out."""
    from rapportkit.coaching.own import look_through

    found = look_through(folder)
    if json:
        print_json({"own": [{"file": str(one.path), "kind": one.kind or None, "id": one.id, "title": one.title,
                             "faults": list(one.faults)} for one in found]})  # fmt: skip
    else:
        for one in found:
            flag = f"--{one.kind} {one.id}" if one.kind else ""
            say(f"{one.path.name}: {one.title or 'cannot be read'}. {f'In order: {flag}' if not one.faults else ''}")
            say(*(f"  To mend: {fault}" for fault in one.faults))
        if not found:
            typer.echo("There is none yet. Begin: rapportkit exercise new ID, rapportkit scene new ID.")
    if any(one.faults for one in found):
        raise typer.Exit(1)


def _tell(out: Path, done: Assigned, remarks: Sequence[str]) -> None:
    from rapportkit.coaching.desk import full_path

    say(*(["Have a look at your list:"] if remarks else []), *(f"  {one}" for one in remarks))
    made = f"{counted(done.added, 'file')} made, each with a letter and a page to print"
    typer.echo(f"{done.desk.title}, due {day_and_hour(done.desk.due)}: {made}.")
    if done.renewed:
        typer.echo("The settings are new, so everybody's file is: send all of them again.")
    typer.echo(f"To send: '{full_path(done.send)}', to each learner what bears their name.")
    typer.echo(f"The rest of '{full_path(out)}' is yours alone: it holds everybody's secret figures.")
    typer.echo(f'When files come back: rapportkit coach collect "{out}" FILE_OR_FOLDER ...')
    typer.echo(f'Or do it all at your desk, in the browser: rapportkit coach desk "{out}"')


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


def _guided(
    before: Guidance | None, word: str | None, after: str | None, days: int | None, lights: Sequence[str]
) -> Guidance | None:
    """What the options change of the settings *before*; None where they change nothing."""
    from rapportkit.guidance import Guidance
    from rapportkit.record import build

    if not (word or after or days or lights):
        return None
    known = (before or Guidance()).model_dump()
    set_now = {"after": after, "days": days}
    known["invitation"] |= {name: value for name, value in set_now.items() if value}
    pairs = [light.rpartition("=") for light in lights]
    known |= {
        "word": word or known["word"],
        "lights": {**known["lights"], **{topic.strip(): said.strip() for topic, _, said in pairs}},
    }
    return build(Guidance, known, "--light")
