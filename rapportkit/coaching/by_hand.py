"""What only a person can judge: their marks and comments, kept one a line as they are made."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationError

from rapportkit.coaching.desk import Desk
from rapportkit.coaching.marking import LineMark, Marked, MarkedAnswer
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.exercises import Exercise
from rapportkit.record import Prose, Record, Short
from rapportkit.workbook.codec import encode
from rapportkit.workbook.export import Moment

BY_HAND = "by-hand.jsonl"


class HandMark(Record):
    """
    A person's mark on one line of a rubric, or, where `line` is None, a comment on the whole answer.

    It stands on the words of an answer: everybody who wrote the same has it, and a new version is looked at anew.
    `line` counts from 0. `points` is None where only something is said. On a line that a rule has marked, points
    overrule the rule; what the rule said stays beside them.
    """

    exercise: Short
    answer: Short
    line: Annotated[int, Field(ge=0, le=100)] | None
    points: Annotated[int, Field(ge=0, le=100)] | None = None
    comment: Prose = ""
    at: Moment


HandMarks = Mapping[tuple[str, str, int | None], HandMark]
"""The marks that stand, by exercise, answer and line."""


class ForPerson(NamedTuple):
    """
    An answer with lines that only a person can judge, and everybody who gave it.

    `learners` are ids, and none where marking is blind; `how_many` is their number. `open` are the lines, from
    0, that nobody has marked yet. `differs` where a learner's own checks said more than ours do.
    """

    exercise: Exercise
    answer: str
    text: str
    lines: tuple[LineMark, ...]
    open: tuple[int, ...]
    differs: bool
    how_many: int
    learners: tuple[str, ...]


class _Undo(NamedTuple):
    """Takes back the mark before it."""


def answer_key(text: str) -> str:
    """What stands for an answer's words, however they are spaced."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:20]


def hand_marks(folder: Path) -> HandMarks:
    """The marks of a person that stand: of two on one line the later, and none that was taken back."""
    return {(mark.exercise, mark.answer, mark.line): mark for mark in _standing(folder)}


def set_mark(folder: Path, desk: Desk, *marks: HandMark) -> None:
    """
    Keep a person's marks, all or none, at once and for good.

    Raises:
        InvalidValue: there is no such line, or it has not so many points.
        RapportError: the folder cannot be written.
    """
    for mark in marks:
        _check(desk, mark)
    _append(folder, *map(encode, marks))


def _check(desk: Desk, mark: HandMark) -> None:
    exercise = next((one for one in desk.exercises if one.id == mark.exercise), None)
    if exercise is None or (mark.line is not None and mark.line >= len(exercise.rubric)):
        raise InvalidValue(f"The assignment has no exercise '{mark.exercise}' with such a line.")
    most = 0 if mark.line is None else exercise.rubric[mark.line].points
    if mark.points is not None and mark.points > most:
        raise InvalidValue(f"This line has {most} point{'' if most == 1 else 's'} at most, not {mark.points}.")


def undo(folder: Path) -> HandMark | None:
    """
    Take back what was marked last, all that was typed for an answer in one go; what stood there before stands again.

    It tells the last of these marks; None where there is none.
    """
    standing = list(_standing(folder))
    if not standing:
        return None
    last = standing[-1]
    together = takewhile(lambda one: (one.answer, one.at) == (last.answer, last.at), reversed(standing))
    _append(folder, *('{"undo": true}' for _ in together))
    return last


def marks_for_person(
    desk: Desk, marked: Iterable[Marked], given: HandMarks, *, blind: bool = False, every: bool = False
) -> list[ForPerson]:
    """
    The answers that a person has to look at, exercise by exercise; the same one of several learners comes once.

    Those given most often come first. With *every*, those are among them that rules alone have marked, since a rule
    may be wrong. An answer that was not tried is never among them.
    """
    order = {one.id: place for place, one in enumerate(desk.exercises)}
    groups: dict[tuple[str, str], list[tuple[str, MarkedAnswer]]] = {}
    for one in marked:
        for answer in one.answers:
            wanted = any(line.state == "for a person" for line in answer.lines) or (every and answer.text.strip())
            if answer.exercise in order and wanted:
                groups.setdefault((answer.exercise, answer_key(answer.text)), []).append((one.learner, answer))
    ranked = sorted(groups, key=lambda key: (order[key[0]], -len(groups[key])))
    return [_for_person(desk.exercises[order[key[0]]], key[1], groups[key], given, blind) for key in ranked]


def is_marked(mark: HandMark | None) -> bool:
    """Whether a person's mark on a line is there, with points."""
    return mark is not None and mark.points is not None


def phrases_used(given: HandMarks, most: int = 20) -> list[str]:
    """The coach's own comments, those used most often first, so that none is typed twice."""
    counts = Counter(mark.comment.strip() for mark in given.values() if mark.comment.strip())
    return [comment for comment, _ in counts.most_common(most)]


def _for_person(
    exercise: Exercise, key: str, group: list[tuple[str, MarkedAnswer]], given: HandMarks, blind: bool
) -> ForPerson:
    answer = group[0][1]
    lines = (place for place, line in enumerate(answer.lines) if line.state == "for a person")
    return ForPerson(
        exercise=exercise,
        answer=key,
        text=answer.text,
        lines=answer.lines,
        open=tuple(place for place in lines if not is_marked(given.get((exercise.id, key, place)))),
        differs=any(one.differs for _, one in group),
        how_many=len(group),
        learners=() if blind else tuple(learner for learner, _ in group),
    )


def _standing(folder: Path) -> Iterator[HandMark]:
    standing: list[HandMark] = []
    for entry in _entries(folder):
        if isinstance(entry, HandMark):
            standing.append(entry)
        elif standing:
            standing.pop()
    yield from standing


def _entries(folder: Path) -> Iterator[HandMark | _Undo]:
    """What was written, in order; a line that was cut off when the machine went down was never a mark."""
    path = folder / BY_HAND
    if not path.exists():
        return
    for line in path.read_bytes().splitlines():
        try:
            values = json.loads(line)
            yield _Undo() if values == {"undo": True} else HandMark.model_validate(values)
        except (ValueError, ValidationError):
            continue


def _append(folder: Path, *lines: str) -> None:
    try:
        with (folder / BY_HAND).open("ab+") as file:
            file.seek(0, os.SEEK_END)
            is_whole = file.tell() == 0
            if not is_whole:
                file.seek(-1, os.SEEK_END)
                is_whole = file.read(1) == b"\n"
            file.write((("" if is_whole else "\n") + "".join(f"{line}\n" for line in lines)).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise RapportError(f"The mark could not be kept in '{folder}' ({error.strerror}). Make some room.") from None
