"""What a coach wrote: exercises and practice scenes in one folder of their own, checked and used like the built-in."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from rapportkit.errors import InvalidValue, RapportError, UnreadableFile
from rapportkit.exercises import Exercise, faults_of, read_exercise
from rapportkit.lessons import exercises_folder
from rapportkit.talk import proof
from rapportkit.talk.scene import Scene, read_scene

T = TypeVar("T", Exercise, Scene)
_MOST_BYTES = 1024 * 1024


class Own(NamedTuple):
    """A file in a coach's folder: what is in it (`exercise`, `scene`, or nothing), and what to mend, in sentences."""

    path: Path
    kind: str
    id: str
    title: str
    faults: tuple[str, ...]


def look_through(folder: Path) -> tuple[Own, ...]:
    """
    Every TOML file in a coach's *folder* and the folders in it, with what should be mended before it is given out.

    Raises:
        UnreadableFile: there is no such folder.
    """
    return tuple(_looked_at(path) for path in _files(folder))


def find_exercises(ids: Sequence[str], own: Path | None = None) -> tuple[Exercise, ...]:
    """
    The exercises of these ids, in that order: the coach's *own* come before those that are shipped.

    Raises:
        InvalidValue: there is no such exercise, or one is named twice; the sentence lists those there are.
        RapportError: an exercise of the coach's own is not what it should be.
    """
    return _found("exercise", ids, _exercises(own), read_exercise)


def find_scenes(ids: Sequence[str], own: Path | None) -> tuple[Scene, ...]:
    """
    The scenes of these ids in the coach's *own* folder; those that are shipped every learner has already.

    Raises:
        InvalidValue: there is no such scene, or one is named twice; the sentence lists those there are.
        RapportError: a scene is not what it should be.
    """
    return _found("scene", ids, _of_kind("scene", own), read_scene)


def exercise_choices(own: Path | None = None) -> Mapping[str, str]:
    """
    All exercises that can be given out, by id, with title and lesson: the coach's own first, then by lesson.

    One that cannot be read goes by its file's name.
    """
    mine = _of_kind("exercise", own)
    told = {name: _title(path) for name, path in _exercises(own).items()}
    return dict(sorted(told.items(), key=lambda item: (item[0] not in mine, item[1].rpartition("(")[2], item[1])))


def scene_choices(own: Path | None) -> Mapping[str, str]:
    """The same for the scenes in the coach's *own* folder."""
    return {name: _title(path) for name, path in _of_kind("scene", own).items()}


def remarks_on(own: Path | None, ids: Sequence[str]) -> tuple[str, ...]:
    """What should be mended in those of the coach's own files that are about to be given out."""
    chosen = [path for path in (_files(own) if own is not None else ()) if path.stem in ids]
    return tuple(f"{path.name}: {fault}" for path in chosen for fault in _looked_at(path).faults)


def _exercises(own: Path | None) -> dict[str, Path]:
    """The coach's own first; of two by one name the coach's."""
    mine = _of_kind("exercise", own)
    return {**mine, **{path.stem: path for path in sorted(exercises_folder().glob("*.toml")) if path.stem not in mine}}


def _found(what: str, ids: Sequence[str], there: Mapping[str, Path], read: Callable[[str, bytes], T]) -> tuple[T, ...]:
    found = []
    for wanted in ids:
        if wanted not in there:
            listed = (
                f"Choose from: {', '.join(sorted(there))}" if there else f"Put your {what}s in a folder, and name it"
            )
            raise InvalidValue(f"There is no {what} '{wanted}'. {listed}.")
        found.append(read(there[wanted].name, _bytes(there[wanted])))
    names = [one.id for one in found]
    twice = next((one for one in names if names.count(one) > 1), None)
    if twice is not None:
        raise InvalidValue(f"The {what} '{twice}' is named twice. Name each once.")
    return tuple(found)


def _looked_at(path: Path) -> Own:
    kind = title = name = ""
    try:
        values = _values(path)
        kind, name, title = _kind(values), str(values.get("id", "")), str(values.get("title", path.stem))
        faults = list(_faults(path, kind))
    except RapportError as error:
        return Own(path, kind, name, title, (str(error),))
    if name != path.stem:
        faults.append(f"Its id is '{name}'; call the file {name}.toml, or change the id.")
    return Own(path, kind, name, title, tuple(faults))


def _faults(path: Path, kind: str) -> Iterator[str]:
    if kind == "exercise":
        yield from faults_of(read_exercise(path.name, _bytes(path)))
    elif kind == "scene":
        yield from proof.faults_of(read_scene(path.name, _bytes(path)))
    else:
        yield "It is neither an exercise (those have a [[rubric]]) nor a scene (those have a temperament)."


def _of_kind(kind: str, own: Path | None) -> dict[str, Path]:
    found = {}
    for path in _files(own) if own is not None else ():
        try:
            if _kind(_values(path)) == kind:
                found[path.stem] = path
        except RapportError:  # whether it was meant to be one, nobody can tell; `look_through` says what is wrong
            found[path.stem] = path
    return found


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UnreadableFile(f"There is no folder '{folder}'. Name the folder in which your exercises and scenes lie.")
    return sorted(path for path in folder.rglob("*.toml") if path.is_file())


def _kind(values: Mapping[str, object]) -> str:
    return "exercise" if "rubric" in values else "scene" if "temperament" in values else ""


def _title(path: Path) -> str:
    try:
        values = _values(path)
        title, lesson = str(values.get("title", path.stem)), str(values.get("lesson", ""))[:2]
        return f"{title} (lesson {int(lesson)})" if lesson.isdecimal() else title
    except RapportError:
        return path.stem


def _values(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{path.name} cannot be read ({error}). Check quotes and brackets there.") from None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(f"'{path}' cannot be opened ({error.strerror}). Check that it is yours to read.") from None
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(f"'{path}' is larger than a megabyte, which no exercise and no scene is.")
    return data
