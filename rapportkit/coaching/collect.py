"""What came back, taken in: every hand-in known by what stands inside it, every other file listed with a reason."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from rapportkit.assignment import ASSIGNMENT_FORMAT
from rapportkit.coaching.collection import Collection, NotTaken, Remark, RemarkKind, name_of
from rapportkit.coaching.desk import Desk, Enrolled, write_streamed, write_whole
from rapportkit.coaching.lateness import Decided, Late, decided, late_told
from rapportkit.coaching.parcels import Parcel, Source, parcels
from rapportkit.coaching.sheets import csv_lines
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile
from rapportkit.handin import FORMAT, HandIn, day_and_hour, hand_in_file, read_hand_in
from rapportkit.people.plain_text import one_line
from rapportkit.workbook.export import FORMAT as WORKBOOK_FORMAT

COLLECTED = "collected"
"""The folder of what was taken in: one folder for each learner, every version in it."""

NOT_TAKEN = "not-taken.csv"
MOST_LISTED = 5_000
MOST_ASKED = 120
"""Letters of a question that are shown in a list."""

_BEGINNING = 200
"""Bytes in which a file of ours says what it is."""


class Newest(NamedTuple):
    """The newest hand-in of a learner, and how many there are."""

    learner: Enrolled
    path: Path
    versions: int


def collect(
    folder: Path, desk: Desk, sources: Sequence[Source], now: datetime, tick: Callable[[], None] = lambda: None
) -> Collection:
    """
    Take the hand-ins in *sources* into the desk's *folder*; nothing in them is ever run.

    A file's name says nothing: the token inside tells whose it is. Doing it twice adds nothing. *tick* is called
    after each file.

    Raises:
        RapportError: a source is not there, or the folder cannot be written.
    """
    for source in sources:
        if isinstance(source, Path) and not source.exists():
            raise UnreadableFile(f"There is no file or folder '{source}'. Check the name.")
    so_far = _Round(folder, desk, now)
    for parcel in parcels(sources):
        tick()
        so_far.take(parcel)
    not_taken = so_far.not_taken
    rows = ([one.name, one.reason, one.where] for one in not_taken)
    write_streamed(folder / NOT_TAKEN, csv_lines(["File", "Why it was not taken", "Where it lay"], rows))
    there = {one.learner.id: one for one in newest(folder, desk)}
    late = tuple(_late(decided(folder), desk, there.values()))
    return Collection(
        taken=so_far.taken,
        again=so_far.again,
        not_taken=not_taken,
        more_not_taken=so_far.more_not_taken,
        remarks=(*_late_and_double(desk, late, there.values()), *dict.fromkeys(so_far.odd)),
        late=tuple(one.learner.id for one in late),
        missing=tuple(learner.id for learner in desk.learners if learner.id not in there),
    )


def newest(folder: Path, desk: Desk) -> Iterator[Newest]:
    """The newest hand-in of each learner from whom one has come, in the order of the list."""
    for learner in desk.learners:
        there = sorted((folder / COLLECTED / learner.folder).glob("*.json"))
        if there:
            yield Newest(learner, there[-1], len(there))


def moment_of(path: Path) -> datetime:
    """When the hand-in that was taken in under this name was made."""
    return datetime.strptime(path.name.partition("Z")[0], _STAMP).replace(tzinfo=UTC)


def late_ones(folder: Path, desk: Desk) -> tuple[Late, ...]:
    """
    Everybody whose newest hand-in is late by its clock, with what the coach has decided on it.

    Raises:
        UnreadableFile: the list of what was decided is damaged.
    """
    return tuple(_late(decided(folder), desk, newest(folder, desk)))


def _late(known: Mapping[str, Decided], desk: Desk, there: Iterable[Newest]) -> Iterator[Late]:
    for learner, path, _ in there:
        made = moment_of(path).astimezone(desk.due.tzinfo)
        if desk.is_late(made):
            said = known.get(learner.id)
            yield Late(learner, path.name, made, said.on_time if said and said.hand_in == path.name else None)


class _Foreign(InvalidValue):
    """A hand-in that can be read, and is not this class's."""


_STAMP = "%Y-%m-%dT%H-%M-%S-%f"


class _Round:
    """What one round has brought so far; of what is listed, no more is held than anybody reads."""

    def __init__(self, folder: Path, desk: Desk, now: datetime) -> None:
        self._folder, self._desk, self._now = folder, desk, now
        self._by_id = {learner.id: learner for learner in desk.learners}
        self._not_taken: list[NotTaken] = []
        self.taken = self.again = self.more_not_taken = 0
        self.odd: list[Remark] = []

    def take(self, parcel: Parcel) -> None:
        """Keep the hand-in in *parcel*, or the reason why it is none."""
        try:
            hand_in, learner = _opened(self._desk, self._by_id, parcel)
        except RapportError as error:
            self._refuse(parcel, error)
            return
        was_there = _keep(self._folder, learner, hand_in)
        self.taken, self.again = self.taken + (not was_there), self.again + was_there
        if len(self.odd) < MOST_LISTED:
            self.odd += _oddities(name_of(parcel.where), self._desk, learner, hand_in, self._now)

    @property
    def not_taken(self) -> tuple[NotTaken, ...]:
        """The files that were not taken; what has to be asked for again comes last."""
        return tuple(sorted(self._not_taken, key=lambda one: one.kind == "damaged"))

    def _refuse(self, parcel: Parcel, error: RapportError) -> None:
        if len(self._not_taken) < MOST_LISTED:
            self._not_taken.append(_refused(parcel, error))
        else:
            self.more_not_taken += 1


def _owner(desk: Desk, by_id: dict[str, Enrolled], hand_in: HandIn) -> Enrolled:
    """The learner whose token a hand-in carries; that token alone tells."""
    if hand_in.assignment != desk.id:
        raise _Foreign(f"It is for another assignment: '{one_line(hand_in.assignment)[:60]}'.")
    learner = by_id.get(hand_in.learner.id)
    shown = one_line(hand_in.learner.id)[:60]
    if learner is None:
        raise _Foreign(f"Nobody on the list has the id '{shown}' that it gives.")
    if not hmac.compare_digest(learner.token, hand_in.token):
        raise _Foreign(
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


def _opened(desk: Desk, by_id: dict[str, Enrolled], parcel: Parcel) -> tuple[HandIn, Enrolled]:
    if parcel.trouble:
        raise UnreadableFile(parcel.trouble)
    hand_in = read_hand_in(name_of(parcel.where), parcel.data)
    return hand_in, _owner(desk, by_id, hand_in)


def _late_and_double(desk: Desk, late: Sequence[Late], there: Iterable[Newest]) -> Iterator[Remark]:
    for one in late:
        yield _remark("late", one.learner, late_told(desk, one))
    for learner, _, versions in there:
        if versions > 1:
            yield _remark("double", learner, f"{versions} times")


def _oddities(file: str, desk: Desk, learner: Enrolled, hand_in: HandIn, now: datetime) -> Iterator[Remark]:
    made, asked = day_and_hour(hand_in.made_at), one_line(hand_in.asks)
    if asked:
        yield _remark("asks", learner, f"“{asked[:MOST_ASKED]}{' ...' if len(asked) > MOST_ASKED else ''}”")
    if one_line(hand_in.learner.name) != one_line(learner.name):
        called = one_line(hand_in.learner.name)[:60]
        yield _remark("odd", learner, f"'{file}' is theirs by its secret figures, and calls itself '{called}'")
    if {one.exercise for one in hand_in.answers} - {one.id for one in desk.exercises}:
        yield _remark(
            "odd", learner, f"'{file}' answers an exercise that is not in this assignment, which does not count"
        )
    if hand_in.made_at > now + timedelta(days=1):
        yield _remark("odd", learner, f"'{file}' is dated {made}, which is still to come")
    if hand_in.made_at < desk.made_at - timedelta(days=1):
        yield _remark("odd", learner, f"'{file}' is dated {made}, before this assignment was made")


def _remark(kind: RemarkKind, learner: Enrolled, says: str) -> Remark:
    return Remark(kind=kind, learner=learner.id, name=learner.name, says=says)


def _refused(parcel: Parcel, error: RapportError) -> NotTaken:
    """Why a file was not taken, without its name in front; what it is instead, where it is something of ours."""
    # What an editor has saved in UTF-16 is a zero byte longer at each letter, and can be told all the same.
    start, name = parcel.data[:_BEGINNING].replace(b"\0", b""), f"'{one_line(name_of(parcel.where))[:80]}'"
    was_ours = not isinstance(error, _Foreign) and (not start.strip() or f'"{FORMAT}"'.encode() in start)
    damaged = parcel.damaged or (was_ours and not parcel.trouble)
    reason = str(error).removeprefix(f"{name}: ")
    if reason.startswith(f"{name} "):
        reason = f"It{reason.removeprefix(name)}"
    if f'"{ASSIGNMENT_FORMAT}"'.encode() in start:
        reason = "It is the assignment itself, as it was sent out, and not the answers."
    elif f'"{WORKBOOK_FORMAT}"'.encode() in start:
        reason = "It is a learner's whole workbook, with notes on people. Delete it, and ask for the hand-in."
    return NotTaken(where=parcel.where, reason=reason, kind="damaged" if damaged else "foreign")
