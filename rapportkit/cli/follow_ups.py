"""`rapportkit follow-ups`: the four, with their days, as a table, as JSON, as a calendar file and as mail drafts."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from rapportkit.cli.output import file_bytes, print_json
from rapportkit.disk import write_whole
from rapportkit.errors import InvalidValue, RapportError, unwritable
from rapportkit.follow_ups import (
    FollowUp,
    Recipient,
    calendar_file,
    local_moment,
    mail_file,
    mail_name,
    plan_follow_ups,
)
from rapportkit.follow_ups.calendar import PRODUCER
from rapportkit.follow_ups.wording import one_line, plain
from rapportkit.interviews import Interview, Outcome, OutcomeKind, zone_called
from rapportkit.record import build
from rapportkit.workbook.place import machine_zone

_PRINTED = {"kind", "to", "due", "state", "draft", "reason"}
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ] *([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?)?"
    r" *([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)


def follow_ups(
    *,
    interviewer: Annotated[list[str], typer.Option(metavar="NAME", help="Who interviewed you; once for each person.")],
    interview: Annotated[str, typer.Option(metavar="DATETIME", help="When it starts, such as '2026-12-03 14:00'.")],
    tz: Annotated[str | None, typer.Option(metavar="ZONE", help="Such as Europe/London; else this machine's.")] = None,
    outcome: Annotated[OutcomeKind | None, typer.Option(help="How it ended.")] = None,
    outcome_date: Annotated[str | None, typer.Option(metavar="DATE", help="The day on which you heard.")] = None,
    accepted: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day on which they accepted your LinkedIn invitation.")
    ] = None,
    ics: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a calendar file.")] = None,
    eml: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the mail drafts into this folder.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """The four follow-ups to each interviewer: when, why then, and a draft to fill. Nothing is sent."""
    if (outcome is None) != (outcome_date is None):
        raise typer.BadParameter("--outcome and --outcome-date go together: give both, or neither.")
    now = clock()
    ended = None
    if outcome is not None and outcome_date is not None:
        ended = Outcome(kind=outcome, on=_day(outcome_date, "--outcome-date"))
    met = _interview(interview, tz, interviewer, ended)
    recipients = _recipients(interviewer, _day(accepted, "--accepted") if accepted is not None else None)
    planned = plan_follow_ups(met, recipients, now)
    if ics is not None:
        _write_calendar(ics, calendar_file(met, planned, now))
    if eml is not None:
        _write_mails(eml, planned, met)
    if json:
        print_json({"follow_ups": [_printed(one) for one in planned]})
    else:
        _show(planned, met)


def clock() -> datetime:
    """Now: the one place of this command that reads the clock."""
    return datetime.now(UTC)


def _recipients(names: Sequence[str], accepted: date | None) -> tuple[Recipient, ...]:
    if not all(name.strip() for name in names):
        raise InvalidValue("--interviewer: the name is empty. Write whom you met, such as 'Ana Ruiz'.")
    values = ({"key": " ".join(name.split()), "name": name, "accepted": accepted} for name in names)
    return tuple(build(Recipient, value, "--interviewer") for value in values)


def _interview(text: str, tz: str | None, names: Sequence[str], outcome: Outcome | None) -> Interview:
    at, zone = _moment(text, tz)
    return Interview(
        id=f"interview {at.astimezone(UTC).isoformat()}",
        at=at,
        zone=zone,
        format="panel" if len(names) > 1 else "room",
        outcome=outcome,
    )


def _moment(text: str, tz: str | None) -> tuple[datetime, str]:
    """The moment that *text* names and the zone to count days in: the one asked for, else its own, else ours."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise _no_moment(text, "is not a date and a time")
    day, hour, minute, second, offset = found.groups()
    if hour is None:
        raise _no_moment(text, "has no time of day")
    try:
        start = time(int(hour), int(minute), int(second or 0))
        if offset:
            offset = "+00:00" if offset in "Zz" else f"{offset[:3]}:{offset[-2:]}"
            at = datetime.combine(date.fromisoformat(day), start, tzinfo=zone_called(offset))
            at.astimezone(UTC)
            return at, offset if tz is None else tz
        zone = machine_zone(os.environ, datetime.combine(date.fromisoformat(day), start)) if tz is None else tz
        return local_moment(date.fromisoformat(day), start, zone_called(zone)), zone
    except (ValueError, OverflowError):
        raise _no_moment(text, "is not a date and a time that exist") from None


def _no_moment(text: str, trouble: str) -> InvalidValue:
    return InvalidValue(f"--interview: '{text}' {trouble}. Write both, such as 2026-12-03 14:00.")


def _day(text: str, option: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise InvalidValue(f"{option}: '{text}' is not a date. Write year, month and day, such as 2026-12-03.")


def _printed(one: FollowUp) -> dict[str, object]:
    due = one.due.isoformat() if one.due else None  # as the contract has it: pydantic would write Z for +00:00
    return {**one.model_dump(include=_PRINTED), "due": due}


def _show(planned: Sequence[FollowUp], met: Interview) -> None:
    lines = [f"Interview: {met.starts:%a %d %b %Y, %H:%M} ({met.zone})", ""]
    for one in planned:
        when = f"{one.due:%a %d %b %Y, %H:%M}" if one.due else "no day yet" if one.state == "waiting" else ""
        lines.append(f"{one.kind:<22} {one.state:<11} {when:<23} {one_line(one.to)}".rstrip())
        lines.append(f"    {one_line(one.reason)}")
    encoding = sys.stdout.encoding or "utf-8"
    typer.echo(plain("\n".join(lines)).encode(encoding, "replace").decode(encoding))


def _write_calendar(path: Path, content: bytes) -> None:
    with _a_sentence_for(path):
        if not path.parent.is_dir():
            raise InvalidValue(f"--ics: there is no folder '{path.parent}'. Make it first, or choose another folder.")
        if path.exists() and PRODUCER.encode() not in file_bytes(path):
            raise InvalidValue(f"--ics: '{path}' is there already and is no calendar of ours. Choose another name.")
        write_whole(path, content)


def _write_mails(folder: Path, planned: Sequence[FollowUp], met: Interview) -> None:
    with _a_sentence_for(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for one in planned:
            if one.draft is not None:
                _write_beside(folder / mail_name(one), mail_file(one, met))


def _write_beside(path: Path, content: bytes) -> None:
    """Write *content* to *path*, or to `name (2).eml` and so on: a draft that the learner has edited is kept."""
    free = path
    for number in count(2):
        if not free.exists():
            write_whole(free, content)
            return
        if free.is_file() and free.read_bytes() == content:
            return
        free = path.with_stem(f"{path.stem} ({number})")


@contextmanager
def _a_sentence_for(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise RapportError(unwritable(path, error)) from None
