"""An assignment made: exercises chosen, everybody's file and letter written."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from rapportkit.coaching.desk import DESK_FILE, Desk, Enrolled, open_desk, save_desk, write_whole
from rapportkit.coaching.handout import MARKING_PAGE, handout, marking_page
from rapportkit.coaching.roster import Roster
from rapportkit.coaching.to_send import put_for
from rapportkit.disk import NAMES_OF_DEVICES
from rapportkit.errors import InvalidValue
from rapportkit.exercises import Exercise
from rapportkit.guidance import Guidance
from rapportkit.handin import day_and_hour, slug
from rapportkit.lessons import desk_notebook, put_all
from rapportkit.placed import Placed
from rapportkit.talk.scene import Scene

SEND = "send"
"""The folder in which each learner has one thing by their name, to send or to upload."""

_LATEST = timedelta(days=5 * 365)


def random_token() -> str:
    """32 figures that nobody can guess."""
    return secrets.token_hex(16)


def new_desk(
    roster: Roster,
    exercises: Sequence[Exercise],
    title: str,
    due: datetime,
    now: datetime,
    token: Callable[[], str] = random_token,
    **more: Any,
) -> Desk:
    """
    An assignment for everybody on the list; its id is the title in plain letters, and the day on which it is due.

    *more* are further fields of a `Desk`: what the coach says, scenes, guidance.

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
        **more,
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


def put_assignment(
    desk: Desk,
    folder: Path,
    *,
    notebooks: bool = False,
    zips: bool = False,
    tick: Callable[[int, int], None] = lambda _done, _all: None,
) -> Path:
    """
    Write the coach's list, and a folder with assignment, letter and page for each learner; where these lie.

    With *zips* it is a ZIP for each. With *notebooks*, each has the lesson too, which takes the assignment beside it
    by itself. *tick* is told how many are done.

    Raises:
        RapportError: the folder cannot be written.
    """
    save_desk(folder, desk)
    for done, learner in enumerate(desk.learners, start=1):
        put_for(folder / SEND, learner, handout(desk, learner, notebook=notebooks), desk.made_at if zips else None)
        tick(done, len(desk.learners))
    return folder / SEND


def put_desk(folder: Path) -> Placed:
    """
    Put the desk notebook into *folder*, where it finds the assignment that lies there; what was done to it.

    It is put as a learner's lessons are: one that the coach has changed is kept, an older one gives way.

    Raises:
        RapportError: the folder cannot be written.
    """
    return put_all(folder, [desk_notebook()])


class Assigned(NamedTuple):
    """What was made: the assignment, what to send, how many learners are new, whether everybody's file has changed."""

    desk: Desk
    send: Path
    added: int
    renewed: bool


class Wanted(NamedTuple):
    """What a coach chose. Where one of the last four is None, it stays as it was when the class was assigned before."""

    exercises: tuple[Exercise, ...]
    due: datetime
    title: str
    says: str | None = None
    scenes: tuple[Scene, ...] | None = None
    guidance: Guidance | None = None


def assign(
    folder: Path,
    roster: Roster,
    wanted: Wanted,
    now: datetime,
    put: Callable[[Desk, Path], Path] = put_assignment,
) -> Assigned:
    """
    Make an assignment in *folder*, or add those who are new on the list to the one that lies there.

    Raises:
        InvalidValue: another assignment lies in *folder*, or the day cannot be.
        RapportError: the folder cannot be written.
    """
    before = desk_in(folder)
    chosen = {"coach_says": wanted.says, "scenes": wanted.scenes, "guidance": wanted.guidance}
    more: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    if before is None:
        title = wanted.title or folder.absolute().name
        desk = new_desk(roster, wanted.exercises, title, wanted.due, now, **more)
    elif before.exercises == wanted.exercises and before.due == wanted.due:
        desk = enrolled(before.with_(**more), roster)
    else:
        raise InvalidValue(
            f"In '{folder}' lies another assignment, due on {day_and_hour(before.due)}. Choose another folder."
        )
    send = put(desk, folder)
    write_whole(folder / MARKING_PAGE, marking_page(desk).encode("utf-8"))
    put_desk(folder)
    known = before.learners if before else ()
    return Assigned(desk, send, len(desk.learners) - len(known), bool(before) and desk.with_(learners=known) != before)


def desk_in(folder: Path) -> Desk | None:
    """The assignment that lies in *folder* already; None where there is none."""
    return open_desk(folder) if (folder / DESK_FILE).exists() else None


def _folder_for(name: str, taken: set[str]) -> str:
    """A name on disk that nobody else has, on a disk that does not know capitals either."""
    plain = slug(name) or "learner"
    number, folder = 1, plain
    while folder in taken or folder in NAMES_OF_DEVICES:
        number += 1
        folder = f"{plain}-{number}"
    return folder
