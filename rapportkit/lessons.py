"""The lessons as they were shipped, and the learner's own copies of them, which are never overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from rapportkit import __version__
from rapportkit.disk import move_into_place, write_whole
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.placed import Memory, Placed, Placement, Shipped

WORKBOOK = "workbook.sqlite3"
"""The name of the workbook in a learner's folder."""

MEMORY = ".rapportkit.json"
"""The file in a learner's folder that remembers which lessons were put there, as they were shipped."""

_PACKAGE = Path(__file__).resolve().parent


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


def desk_notebook() -> Path:
    """The coach's desk as shipped, which is a lesson like the others, for somebody else."""
    return lessons_folder() / "coach" / "desk.ipynb"


def put_lessons(folder: Path) -> Placed:
    """
    Put every lesson into *folder*, which is made where it is missing; what was done to each.

    What a learner changed is never overwritten. A change is one in what the cells say: Jupyter itself writes
    outputs, counts and metadata into a lesson that is merely run, and an empty cell at its end.

    Raises:
        RapportError: *folder* is a file, or cannot be written.
    """
    return put_all(folder, lessons())


def put_all(folder: Path, shipped: Sequence[Path]) -> Placed:
    """
    Put these *shipped* notebooks into *folder* in the same way.

    Raises:
        RapportError: *folder* is a file, or cannot be written.
    """
    folder = _at_home(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        memory = _remembered(folder)
        known = dict(memory.lessons)
        placed = [_put(lesson, folder, known) for lesson in shipped]
        if known != memory.lessons:
            write_whole(folder / MEMORY, Memory(lessons=known).model_dump_json(indent=1).encode())
        own = folder / placed[0].name
        first = own if _cells(own.read_bytes()) is not None else placed[0].path
    except OSError as error:
        raise _refused(folder, error) from None
    return Placed(folder=folder, lessons=tuple(placed), first=first)


def lesson_called(name: str) -> Path:
    """
    The shipped lesson that is meant by *name*: its number, the start of its file's name, or the whole of it.

    Raises:
        InvalidValue: none is, or several are.
    """
    wanted = name.strip().lower().removesuffix(".ipynb")
    found = [lesson for lesson in (*lessons(), desk_notebook()) if wanted and lesson.stem.startswith(wanted.zfill(2))]
    exact = [lesson for lesson in found if lesson.stem == wanted]
    if len(exact or found) != 1:
        names = ", ".join(lesson.stem for lesson in found or lessons())
        raise InvalidValue(f"'{name}' names {'several lessons' if found else 'no lesson'}. Choose one of: {names}.")
    return (exact or found)[0]


def reset_lesson(folder: Path, lesson: Path) -> Path | None:
    """
    Put a *lesson* into *folder* as it is shipped; where the learner's own is kept now, None if there was none.

    The learner's own gets a name of its own, which no file had. Answers are in the workbook, and are not touched.

    Raises:
        RapportError: *folder* is a file, or cannot be written.
    """
    folder = _at_home(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        memory, shipped, own = _remembered(folder), lesson.read_bytes(), folder / lesson.name
        new = Shipped(file=_sum(shipped), cells=_cells(shipped) or "")
        changed = own.exists() and own.stat().st_size > 0 and _cells(own.read_bytes()) != new.cells
        aside = _free_name(own) if changed else None
        if aside:
            move_into_place(own, aside)
        write_whole(own, shipped)
        known = memory.lessons | {lesson.name: new}
        write_whole(folder / MEMORY, Memory(lessons=known).model_dump_json(indent=1).encode())
    except OSError as error:
        raise _refused(folder, error) from None
    return aside


def _at_home(folder: Path) -> Path:
    try:
        return folder.expanduser().absolute()
    except RuntimeError:
        raise RapportError("There is no home folder here. Name a folder for your lessons: --folder DIR.") from None


def _free_name(own: Path) -> Path:
    """Where a learner's own lesson is kept; room.js in the JupyterLab extension gives it the same name."""
    number, aside = 1, own.with_name(f"{own.stem} (mine){own.suffix}")
    while aside.exists():
        number += 1
        aside = own.with_name(f"{own.stem} (mine, {number}){own.suffix}")
    return aside


def _refused(folder: Path, error: OSError) -> RapportError:
    if isinstance(error, FileExistsError):
        return RapportError(f"'{folder}' is a file. Choose a folder.")
    reason = error.strerror or str(error)
    return RapportError(
        f"The lessons cannot be put into '{folder}' ({reason}). Name a folder that is yours to write in."
    )


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
