"""What came back, taken in: every hand-in known by what stands inside it, every other file listed with a reason."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from rapportkit.assignment import ASSIGNMENT_FORMAT
from rapportkit.coaching.desk import Desk, Enrolled, write_streamed, write_whole
from rapportkit.coaching.parcels import parcels
from rapportkit.coaching.sheets import csv_lines
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile
from rapportkit.handin import HandIn, day_and_hour, hand_in_file, read_hand_in
from rapportkit.people.plain_text import one_line
from rapportkit.record import Record
from rapportkit.workbook.export import FORMAT as WORKBOOK_FORMAT

COLLECTED = "collected"
"""The folder of what was taken in: one folder for each learner, every version in it."""

NOT_TAKEN = "not-taken.csv"
MOST_LISTED = 5_000
_MOST_SHOWN = 20


class NotTaken(Record):
    """A file that is no hand-in for this assignment, and why."""

    where: str
    reason: str


class Collection(Record):
    """
    What one round of collecting brought.

    `taken` counts hand-ins that are new, `again` those that were there already; `late` are the ids of learners whose
    newest is late; `missing` of those from whom nothing has come yet; `remarks` are for the coach to look at.
    """

    taken: int
    again: int
    not_taken: tuple[NotTaken, ...]
    more_not_taken: int = 0
    remarks: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Newest(NamedTuple):
    """The newest hand-in of a learner, and how many there are."""

    learner: Enrolled
    path: Path
    versions: int


def collect(
    folder: Path, desk: Desk, sources: Sequence[Path], now: datetime, tick: Callable[[], None] = lambda: None
) -> Collection:
    """
    Take the hand-ins in *sources* into the desk's *folder*; nothing in them is ever run.

    A file's name says nothing: the token inside tells whose it is. Doing it twice adds nothing. *tick* is called
    after each file.

    Raises:
        RapportError: a source is not there, or the folder cannot be written.
    """
    for source in sources:
        if not source.exists():
            raise UnreadableFile(f"There is no file or folder '{source}'. Check the name.")
    by_id = {learner.id: learner for learner in desk.learners}
    counts, more = [0, 0], 0
    not_taken: list[NotTaken] = []
    remarks: list[str] = []
    for parcel in parcels(sources):
        tick()
        try:
            if parcel.trouble:
                raise UnreadableFile(parcel.trouble)
            hand_in = read_hand_in(re.split("[/>] ?", parcel.where)[-1], parcel.data)
            learner = _owner(desk, by_id, hand_in)
        except RapportError as error:
            if len(not_taken) < MOST_LISTED:
                not_taken.append(NotTaken(where=parcel.where, reason=_told(error, parcel.data)))
            else:
                more += 1
            continue
        counts[_keep(folder, learner, hand_in)] += 1
        if len(remarks) < MOST_LISTED:
            remarks += _remarks(parcel.where, desk, learner, hand_in, now)
    rows = ([one.where, one.reason] for one in not_taken)
    write_streamed(folder / NOT_TAKEN, csv_lines(["File", "Why it was not taken"], rows))
    there = {one.learner.id: one for one in newest(folder, desk)}
    return Collection(
        taken=counts[0],
        again=counts[1],
        not_taken=tuple(not_taken),
        more_not_taken=more,
        remarks=tuple(remarks),
        late=tuple(key for key, one in there.items() if is_late(desk, moment_of(one.path))),
        missing=tuple(learner.id for learner in desk.learners if learner.id not in there),
    )


def listed(names: Sequence[str]) -> str:
    """
    The first twenty of *names* on one line, and how many more there are.

        >>> listed(["Ada", "Ben"])
        'Ada, Ben'
    """
    shown = ", ".join(names[:_MOST_SHOWN])
    return f"{shown} and {len(names) - _MOST_SHOWN} more" if len(names) > _MOST_SHOWN else shown


def newest(folder: Path, desk: Desk) -> Iterator[Newest]:
    """The newest hand-in of each learner from whom one has come, in the order of the list."""
    for learner in desk.learners:
        there = sorted((folder / COLLECTED / learner.folder).glob("*.json"))
        if there:
            yield Newest(learner, there[-1], len(there))


def is_late(desk: Desk, made_at: datetime) -> bool:
    """Whether what was made then is late, by the clock of the learner's machine."""
    return made_at > desk.due


def moment_of(path: Path) -> datetime:
    """When the hand-in that was taken in under this name was made."""
    return datetime.strptime(path.name.partition("Z")[0], _STAMP).replace(tzinfo=UTC)


_STAMP = "%Y-%m-%dT%H-%M-%S-%f"


def _owner(desk: Desk, by_id: dict[str, Enrolled], hand_in: HandIn) -> Enrolled:
    """The learner whose token a hand-in carries; that token alone tells."""
    if hand_in.assignment != desk.id:
        raise InvalidValue(f"It is for another assignment: '{one_line(hand_in.assignment)[:60]}'.")
    learner = by_id.get(hand_in.learner.id)
    shown = one_line(hand_in.learner.id)[:60]
    if learner is None:
        raise InvalidValue(f"Nobody on the list has the id '{shown}' that it gives.")
    if not hmac.compare_digest(learner.token, hand_in.token):
        raise InvalidValue(
            f"It says that it is from '{shown}', and does not carry the secret figures that {learner.name} was sent."
        )
    return learner


def _keep(folder: Path, learner: Enrolled, hand_in: HandIn) -> bool:
    """Put a hand-in into its learner's folder; whether it was there already."""
    data = hand_in_file(hand_in)
    stamp = hand_in.made_at.astimezone(UTC).strftime(_STAMP)
    path = folder / COLLECTED / learner.folder / f"{stamp}Z-{hashlib.sha256(data).hexdigest()[:12]}.json"
    if path.exists():
        return True
    write_whole(path, data)
    return False


def _remarks(where: str, desk: Desk, learner: Enrolled, hand_in: HandIn, now: datetime) -> list[str]:
    found = []
    if one_line(hand_in.learner.name) != one_line(learner.name):
        called = one_line(hand_in.learner.name)[:60]
        found.append(f"{where} is {learner.name}'s by its secret figures, and calls itself '{called}'.")
    if hand_in.made_at > now + timedelta(days=1):
        found.append(f"{where} ({learner.name}) is dated {day_and_hour(hand_in.made_at)}, which is still to come.")
    if hand_in.made_at < desk.made_at - timedelta(days=1):
        found.append(
            f"{where} ({learner.name}) is dated {day_and_hour(hand_in.made_at)}, before this assignment was made."
        )
    return found


def _told(error: RapportError, data: bytes) -> str:
    """Why a file was not taken; what it is instead, where it is something of ours."""
    if f'"{ASSIGNMENT_FORMAT}"'.encode() in data[:200]:
        return "It is the assignment itself, as it was sent out, and not the answers."
    if f'"{WORKBOOK_FORMAT}"'.encode() in data[:200]:
        return "It is a learner's whole workbook, with notes on people. Delete it, and ask for the hand-in."
    return str(error)
