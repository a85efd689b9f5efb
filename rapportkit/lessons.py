"""The lessons as they were shipped, and the learner's own copies of them, which are never overwritten."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from rapportkit import __version__
from rapportkit.disk import write_whole
from rapportkit.errors import RapportError
from rapportkit.record import Record

WORKBOOK = "workbook.sqlite3"
"""The name of the workbook in a learner's folder."""

MEMORY = ".rapportkit.json"
"""The file in a learner's folder that remembers which lessons were put there, as they were shipped."""

_PACKAGE = Path(__file__).resolve().parent

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

    @property
    def first(self) -> Path:
        """The lesson to open: the first, or a whole copy of it where the learner's own cannot be read."""
        first = self.lessons[0]
        own = self.folder / first.name
        return own if _cells(own.read_bytes()) is not None else first.path

    def sentences(self) -> tuple[str, ...]:
        """What was done, for the learner, nothing that was not."""
        count = {what: sum(lesson.what == what for lesson in self.lessons) for what in ("put", "updated")}
        said = [f"Your lessons are in {self.folder}"]
        if count["put"]:
            said.append(f"{_lessons(count['put'])} put there now.")
        if count["updated"]:
            said.append(f"{_lessons(count['updated'])} brought up to date: nothing in there was changed by you.")
        for lesson in self.lessons:
            if lesson.what == "kept":
                said.append(f"{lesson.name} is as you left it.")
            elif lesson.what == "beside":
                said.append(f"{lesson.name} is as you left it; the new one is beside it, '{lesson.path.name}'.")
        return tuple(said)


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


def lessons_folder() -> Path:
    """The folder of the lessons as shipped: in an installed package, or in the checkout that is worked on."""
    return _shipped("lessons", in_checkout="notebooks")


def exercises_folder() -> Path:
    """The folder of the exercises as shipped, found in the same way."""
    return _shipped("exercises", in_checkout="exercises")


def lessons() -> tuple[Path, ...]:
    """All lessons as shipped, in their order."""
    found = tuple(sorted(lessons_folder().glob("*.ipynb")))
    if not found:
        raise _missing("lessons")
    return found


def put_lessons(folder: Path) -> Placed:
    """
    Put every lesson into *folder*, which is made where it is missing; what was done to each.

    What a learner changed is never overwritten. A change is one in what the cells say: Jupyter itself writes
    outputs, counts and metadata into a lesson that is merely run, and an empty cell at its end.

    Raises:
        RapportError: *folder* is a file, or cannot be written.
    """
    folder = folder.expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        memory = _remembered(folder)
        known = dict(memory.lessons)
        placed = [_put(lesson, folder, known) for lesson in lessons()]
        if known != memory.lessons:
            write_whole(folder / MEMORY, Memory(lessons=known).model_dump_json(indent=1).encode())
    except FileExistsError:
        raise RapportError(f"'{folder}' is a file. Choose a folder for your lessons.") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise RapportError(
            f"The lessons cannot be put into '{folder}' ({reason}). Choose a folder that is yours to write in."
        ) from None
    return Placed(folder=folder, lessons=tuple(placed))


def _put(lesson: Path, folder: Path, known: dict[str, Shipped]) -> Placement:
    """Put one lesson, and remember in *known* how it was shipped."""
    shipped = lesson.read_bytes()
    new = Shipped(file=_sum(shipped), cells=_cells(shipped) or "")
    own, before = folder / lesson.name, known.get(lesson.name)
    if not own.exists() or own.stat().st_size == 0:
        known[lesson.name] = new
        write_whole(own, shipped)
        return Placement(name=lesson.name, what="put", path=own)
    cells = _cells(own.read_bytes())
    if cells == new.cells and (before is None or before.file == new.file):
        known[lesson.name] = new
        return Placement(name=lesson.name, what="same", path=own)
    if cells == new.cells or (before is not None and cells == before.cells):
        known[lesson.name] = new
        write_whole(own, shipped)
        return Placement(name=lesson.name, what="updated", path=own)
    if cells is not None and before is not None and new.cells in (before.cells, before.beside):
        return Placement(name=lesson.name, what="kept", path=own)
    return _put_beside(own, shipped, new, known)


def _put_beside(own: Path, shipped: bytes, new: Shipped, known: dict[str, Shipped]) -> Placement:
    """Put a lesson beside the learner's own, once; the name says which version it came with."""
    number = 1
    while True:
        also = "" if number == 1 else f", {number}"
        beside = own.with_name(f"{own.stem} (new in {__version__}{also}){own.suffix}")
        there = beside.exists()
        if not there or _cells(beside.read_bytes()) == new.cells:
            break
        number += 1
    if not there:
        write_whole(beside, shipped)
    before = known.get(own.name, new)
    known[own.name] = before.with_(beside=new.cells)
    return Placement(name=own.name, what="beside", path=beside)


def _remembered(folder: Path) -> Memory:
    """
    What is remembered of *folder*.

    A memory that is missing or damaged is an empty one: lessons that differ from the shipped ones then count
    as changed by the learner, so nothing is lost by it.
    """
    try:
        return Memory.model_validate_json((folder / MEMORY).read_bytes())
    except (FileNotFoundError, ValidationError):
        return Memory()


def _cells(notebook: bytes) -> str | None:
    """SHA-256 of what the cells of a notebook say, in order, without empty ones; None where it is no notebook."""
    try:
        cells = json.loads(notebook)["cells"]
        said = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
        return _sum(json.dumps([pair for pair in said if pair[1].strip()]).encode())
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _shipped(what: str, in_checkout: str) -> Path:
    """An editable install has no copy inside the package, but a checkout around it."""
    for folder in (_PACKAGE / f"_{what}", _PACKAGE.parent / in_checkout):
        if folder.is_dir():
            return folder
    raise _missing(what)


def _missing(what: str) -> RapportError:
    return RapportError(f"The {what} that come with rapportkit are missing here. Install rapportkit again.")


def _lessons(count: int) -> str:
    return "1 lesson was" if count == 1 else f"{count} lessons were"
