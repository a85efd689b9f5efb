"""Who is late, and what the coach makes of it: counted as on time, or kept as late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field

from rapportkit.coaching.desk import Desk, Enrolled, as_file, write_whole
from rapportkit.errors import InvalidValue
from rapportkit.handin import read_object
from rapportkit.record import Record, Short, build

LATE = "late.json"
FORMAT: Final = "rapportkit late list"
_MOST_BYTES = 16 * 1024 * 1024


class Decided(Record):
    """What the coach decided on one hand-in; a newer one of the same learner is asked about anew."""

    hand_in: Short
    on_time: bool


class _Decisions(Record):
    format: Literal["rapportkit late list"] = FORMAT
    version: Literal[1] = 1
    decided: Annotated[dict[Short, Decided], Field(default_factory=dict)]


class Late(NamedTuple):
    """A learner whose newest hand-in is late, and what was decided on it; None where nothing was."""

    learner: Enrolled
    hand_in: str
    made_at: datetime
    on_time: bool | None


def decided(folder: Path) -> Mapping[str, Decided]:
    """
    What the coach has decided, by the learner's id.

    Raises:
        UnreadableFile: the list is damaged.
    """
    path = folder / LATE
    if not path.exists():
        return {}
    values = read_object(path.name, path.read_bytes(), FORMAT, 1, _MOST_BYTES)
    return build(_Decisions, values, f"'{path}'").decided


def excused(folder: Path) -> frozenset[tuple[str, str]]:
    """The learners' ids and hand-ins that are late by the clock, and count as on time."""
    return frozenset((learner, one.hand_in) for learner, one in decided(folder).items() if one.on_time)


def decide(folder: Path, late: Sequence[Late], ids: Sequence[str], *, on_time: bool) -> tuple[str, ...]:
    """
    Count the hand-ins of these learners as on time, or keep them as late, of all where no id is given; their names.

    Raises:
        InvalidValue: somebody is not late.
        RapportError: the folder cannot be written.
    """
    by_id = {one.learner.id: one for one in late}
    strange = next((one for one in ids if one not in by_id), None)
    if strange is not None or not by_id:
        who = f"Nobody with the id '{strange}' is late." if strange is not None else "Nobody is late."
        raise InvalidValue(f"{who} Collect first if more has come.")
    chosen = [by_id[one] for one in ids] or list(late)
    new = {one.learner.id: Decided(hand_in=one.hand_in, on_time=on_time) for one in chosen}
    write_whole(folder / LATE, as_file(_Decisions(decided={**decided(folder), **new})))
    return tuple(one.learner.name for one in chosen)


def how_late(desk: Desk, made_at: datetime) -> str:
    """By how much a hand-in is late: `2 days late`, `1 hour late`, `1 minute late`."""
    minutes = max(1, int((made_at - desk.due).total_seconds() // 60))
    size, word = next(one for one in ((24 * 60, "day"), (60, "hour"), (1, "minute")) if minutes >= one[0])
    number = minutes // size
    return f"{number} {word}{'' if number == 1 else 's'} late"


def late_told(desk: Desk, one: Late) -> str:
    """How late somebody is, and what was decided: `2 days late, which you count as on time`."""
    said = {None: "", True: ", which you count as on time", False: ", which you keep as late"}
    return f"{how_late(desk, one.made_at)}{said[one.on_time]}"
