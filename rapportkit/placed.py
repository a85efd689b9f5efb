"""What became of the lessons in a learner's folder, and what is remembered of them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from rapportkit.record import Record

What = Literal["put", "updated", "same", "kept", "beside"]


class Placement(Record):
    """
    What became of one lesson.

    `put`: it was not there. `updated`: an untouched copy gave way to a newer lesson. `same`: nothing to do.
    `kept`: the learner changed it. `beside`: the learner's own was kept and the shipped one put at `path`.
    """

    name: str
    what: What
    path: Path


class Placed(Record):
    """What became of all lessons in a learner's folder."""

    folder: Path
    lessons: tuple[Placement, ...]
    first: Path
    """The lesson to open: the first, or a whole copy of it where the learner's own cannot be read."""

    def sentences(self) -> tuple[str, ...]:
        """What was done, for the learner, nothing that was not."""
        count = {what: sum(lesson.what == what for lesson in self.lessons) for what in ("put", "updated")}
        said = [f"Your lessons are in {self.folder}"]
        if count["put"]:
            said.append(f"{_lessons(count['put'])} put there now.")
        if count["updated"]:
            said.append(f"{_lessons(count['updated'])} brought up to date: nothing in there was changed by you.")
        return (*said, *self.kept())

    def kept(self) -> tuple[str, ...]:
        """Which were left as their owner has changed them, and where a newer one is."""
        new = {"kept": "", "beside": "; the new one is beside it, '{}'"}
        kept = (one for one in self.lessons if one.what in new)
        return tuple(f"{one.name} is as you left it{new[one.what].format(one.path.name)}." for one in kept)


class Shipped(Record):
    """
    A lesson as it was when it was put: SHA-256 of the file and of what its cells say.

    `beside` is the sum of a newer lesson that was put beside the learner's own, so that it is put once.
    """

    file: str
    cells: str
    beside: str | None = None


class Memory(Record):
    """All that is remembered of a learner's folder."""

    format: Literal[1] = 1
    lessons: dict[str, Shipped] = Field(default_factory=dict)


def _lessons(count: int) -> str:
    return "1 lesson was" if count == 1 else f"{count} lessons were"
