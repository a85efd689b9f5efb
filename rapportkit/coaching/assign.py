"""An assignment made: exercises chosen, everybody's file and letter written."""

from __future__ import annotations

import secrets
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from rapportkit.coaching.desk import DESK_FILE, Desk, Enrolled, as_file, open_desk, save_desk, write_whole
from rapportkit.coaching.roster import Roster
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.exercises import Exercise, read_exercise
from rapportkit.handin import day_and_hour, slug
from rapportkit.lessons import exercises_folder, lessons_folder

DESK_NOTEBOOK = "desk.ipynb"
SEND = "send"
"""The folder in which each learner has one of their own, to send or to upload."""


_LATEST = timedelta(days=5 * 365)


def random_token() -> str:
    """32 figures that nobody can guess."""
    return secrets.token_hex(16)


def find_exercises(ids: Sequence[str], own: Path | None = None) -> tuple[Exercise, ...]:
    """
    The exercises of these ids, in that order: the coach's *own* come before those that are shipped.

    Raises:
        InvalidValue: there is no such exercise, or one is named twice; the sentence lists those there are.
        RapportError: an exercise of the coach's own is not what it should be.
    """
    folders = [*([own] if own else []), exercises_folder()]
    there = {path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.toml"))}
    found = []
    for wanted in ids:
        if wanted not in there:
            raise InvalidValue(f"There is no exercise '{wanted}'. Choose from: {', '.join(sorted(there))}.")
        found.append(read_exercise(there[wanted].name, there[wanted].read_bytes()))
    names = [one.id for one in found]
    twice = next((one for one in names if names.count(one) > 1), None)
    if twice is not None:
        raise InvalidValue(f"The exercise '{twice}' is named twice. Name each once.")
    return tuple(found)


def new_desk(
    roster: Roster,
    exercises: Sequence[Exercise],
    title: str,
    due: datetime,
    now: datetime,
    token: Callable[[], str] = random_token,
    coach_says: str = "",
) -> Desk:
    """
    An assignment for everybody on the list; its id is the title in plain letters, and the day on which it is due.

    Raises:
        InvalidValue: the day is past already.
    """
    if due <= now:
        raise InvalidValue(f"The assignment would be due on {day_and_hour(due)}, which is past. Give a day to come.")
    if due > now + _LATEST:
        raise InvalidValue(f"The assignment would be due in {due.year}, years from now. Give a day within five years.")
    empty = Desk(
        id="-".join(filter(None, (slug(title), f"{due:%Y-%m-%d}"))),
        title=title,
        due=due,
        made_at=now,
        exercises=tuple(exercises),
        learners=(),
        coach_says=coach_says,
    )
    return enrolled(empty, roster, token)


def enrolled(desk: Desk, roster: Roster, token: Callable[[], str] = random_token) -> Desk:
    """The assignment with those on the list who are not on it yet; nobody's token changes, nobody is taken off."""
    known = {learner.id.casefold() for learner in desk.learners}
    folders = {learner.folder for learner in desk.learners}
    added = []
    for learner in roster.learners:
        if learner.id.casefold() in known:
            continue
        folder = _folder_for(f"{learner.name} {learner.id}" if learner.id != learner.name else learner.name, folders)
        folders.add(folder)
        added.append(Enrolled(**dict(learner), token=token(), folder=folder))
    return desk.with_(learners=(*desk.learners, *added))


def put_assignment(desk: Desk, folder: Path) -> Path:
    """
    Write the coach's list, and a folder with assignment and letter for each learner; where these lie.

    Raises:
        RapportError: the folder cannot be written.
    """
    save_desk(folder, desk)
    for learner in desk.learners:
        for name, content in _parcel(desk, learner):
            write_whole(folder / SEND / learner.folder / name, content)
    return folder / SEND


def put_zip(desk: Desk, folder: Path) -> Path:
    """
    Write the coach's list, and everybody's assignment and letter into one ZIP folder; where it lies.

    Raises:
        RapportError: the folder cannot be written.
    """
    save_desk(folder, desk)
    path = folder / f"{SEND}.zip"
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for learner in desk.learners:
                for name, content in _parcel(desk, learner):
                    archive.writestr(f"{learner.folder}/{name}", content)
    except OSError as error:
        raise RapportError(f"'{path}' cannot be written ({error.strerror}). Make some room.") from None
    return path


def put_desk(folder: Path) -> Path:
    """
    Put the desk notebook into *folder*, where it works on the assignment that lies there; where it is.

    Raises:
        RapportError: the folder cannot be written.
    """
    notebook = (lessons_folder() / "coach" / DESK_NOTEBOOK).read_text(encoding="utf-8")
    path = folder / DESK_NOTEBOOK
    if not path.exists():
        write_whole(path, notebook.replace('FOLDER = \\"\\"', 'FOLDER = \\".\\"').encode("utf-8"))
    return path


def desk_in(folder: Path) -> Desk | None:
    """The assignment that lies in *folder* already; None where there is none."""
    return open_desk(folder) if (folder / DESK_FILE).exists() else None


def letter(desk: Desk, learner: Enrolled) -> str:
    """The letter that goes with the file; the coach may change it before it is sent."""
    tasks = "\n".join(f"- {exercise.title}" for exercise in desk.exercises)
    own = f"\n{desk.coach_says.strip()}\n" if desk.coach_says.strip() else ""
    return _LETTER.format(
        name=learner.name, title=desk.title, due=day_and_hour(desk.due), tasks=tasks, own=own, file=_file_name(desk)
    )


_LETTER = """{title}, due {due}

Dear {name},

with this letter comes a file, {file}. It is made for you alone, so please do not pass it on.

What is in it:
{tasks}
{own}
How to do it:
1. Save the file on your machine.
2. Start the workbook (rapportkit start), open the lesson Your assignment, and bring the file there.
3. Write. Your answers are saved as you type, and you can stop and come back.
4. Press "Hand in". You see what goes out before it does, and choose what to leave out. You get two files:
   a .json, which is what counts, and an .html to read.
5. Send me the .json, or upload it where we agreed. You may hand in again: the newest counts.

What you wrote about the people you will meet stays on your machine.
"""


def _parcel(desk: Desk, learner: Enrolled) -> Iterator[tuple[str, bytes]]:
    yield _file_name(desk), as_file(desk.assignment_for(learner))
    yield "letter.txt", letter(desk, learner).encode("utf-8")


def _file_name(desk: Desk) -> str:
    return f"assignment-{slug(desk.id)}.json"


def _folder_for(name: str, taken: set[str]) -> str:
    """A name on disk that nobody else has, on a disk that does not know capitals either."""
    plain = slug(name) or "learner"
    number, folder = 1, plain
    while folder in taken:
        number += 1
        folder = f"{plain}-{number}"
    return folder
