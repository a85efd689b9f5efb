"""The coach's own record of one assignment, and the folder in which everything about it lies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from rapportkit import disk
from rapportkit.assignment import Assignment, Exercises, Learner, Scenes, Token
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile, unwritable
from rapportkit.guidance import Guidance
from rapportkit.handin import read_object
from rapportkit.record import Prose, Record, Short, build
from rapportkit.workbook.codec import dump
from rapportkit.workbook.export import Moment

DESK_FORMAT: Final = "rapportkit coach's list"
VERSION: Final = 1

DESK_FILE = "keep-this-to-yourself.json"
"""The coach's list with everybody's token: whoever has it can hand in for anybody."""

_MOST_DESK_BYTES = 256 * 1024 * 1024


class Enrolled(Learner):
    """A learner on the coach's list. `folder` is their name on disk, in plain letters and nobody else's."""

    email: str = ""
    token: Token
    folder: Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,90}$")]


class Desk(Record):
    """An assignment as the coach has it: the exercises as they were given out, and everybody's token."""

    format: Literal["rapportkit coach's list"] = DESK_FORMAT
    version: Literal[1] = VERSION
    id: Short
    title: Short
    due: Moment
    made_at: Moment
    exercises: Exercises
    learners: tuple[Enrolled, ...]
    coach_says: Prose = ""
    scenes: Scenes = ()
    guidance: Guidance = Guidance()

    def is_late(self, made_at: datetime) -> bool:
        """Whether what was made then is late, by the clock of the learner's machine."""
        return made_at > self.due

    def assignment_for(self, learner: Enrolled) -> Assignment:
        """The file that goes to *learner*."""
        return Assignment(
            id=self.id,
            title=self.title,
            due=self.due,
            learner=Learner(id=learner.id, name=learner.name),
            token=learner.token,
            exercises=self.exercises,
            coach_says=self.coach_says,
            scenes=self.scenes,
            guidance=self.guidance,
        )


def open_desk(folder: Path) -> Desk:
    """
    The assignment that lies in *folder*.

    Raises:
        UnreadableFile: there is none, or its list is damaged.
    """
    path = folder / DESK_FILE
    try:
        data = path.read_bytes()
    except OSError:
        raise UnreadableFile(
            f"There is no assignment in '{folder}' (no {DESK_FILE}). "
            "Name the folder that `rapportkit coach assign` made."
        ) from None
    return build(Desk, read_object(path.name, data, DESK_FORMAT, VERSION, _MOST_DESK_BYTES), f"'{path}'")


def desk_here() -> str:
    """The folder in which we run where an assignment lies in it, such as a desk notebook's own; else empty."""
    return full_path(Path()) if Path(DESK_FILE).exists() else ""


def folder_named(name: str, ask: str = "Type the folder of the assignment first, such as week-1.") -> Path:
    """
    The file or folder that a coach typed, with `~` for home.

    Raises:
        InvalidValue: nothing is typed; *ask* is the sentence.
    """
    if not name.strip():
        raise InvalidValue(ask)
    return Path(name.strip().strip("\"'")).expanduser()


def folder_if_named(name: str) -> Path | None:
    """The same where something is typed; None where nothing is."""
    return folder_named(name) if name.strip() else None


def full_path(path: Path) -> str:
    """
    A path from the root of the disk, as one can paste it into any program on this machine.

    No link is followed, so it is the path that the coach knows.
    """
    return str(path.expanduser().absolute())


def save_desk(folder: Path, desk: Desk) -> None:
    """Keep the coach's list in *folder*, whole or not at all, and readable by its owner alone."""
    write_whole(folder / DESK_FILE, as_file(desk))


def as_file(record: Record) -> bytes:
    """A record as an indented JSON file."""
    return (dump(record.model_dump(mode="json"), indent=1) + "\n").encode("utf-8")


def write_whole(path: Path, *content: bytes) -> None:
    """
    Write all of *content* or nothing, into a folder that is made where it is missing.

    Raises:
        RapportError: the disk is full, or the folder is not ours to write in.
    """
    write_streamed(path, content)


def write_streamed(path: Path, pieces: Iterable[bytes]) -> None:
    """
    The same for pieces that are made as they are written: memory holds one at a time.

    Raises:
        RapportError: the disk is full, or the folder is not ours to write in.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.write_streamed(path, pieces)
    except OSError as error:
        raise RapportError(unwritable(path, error)) from None
