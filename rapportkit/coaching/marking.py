"""Hand-ins marked by the rules: bytes in, bytes out, so that any process on any machine gives the same."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

from rapportkit.coaching.desk import Desk
from rapportkit.exercises import Exercise, MarkState, mark
from rapportkit.handin import Answered, Text, read_hand_in
from rapportkit.record import Record, Short
from rapportkit.workbook.codec import dump, encode
from rapportkit.workbook.export import Moment

WE_BROKE = "Something broke on our side while this was looked at, so a person has to."
_KEPT = 2_000
"""Answers whose marks are remembered: the same one comes more than once, above all the empty one."""


class LineMark(Record):
    """What one line of the rubric makes of an answer; `says` is what stands in the way."""

    state: MarkState
    says: str = ""


class MarkedAnswer(Record):
    """
    An answer with a mark for each line of its rubric, in order.

    `differs` where the learner's own checks said "earned" of a line and ours do not: another version, or a file
    that was changed by hand.
    """

    exercise: Short
    text: Text
    lines: tuple[LineMark, ...]
    differs: bool = False


class Marked(Record):
    """The newest hand-in of one learner, marked as far as rules can; `versions` counts all, *asks* is for the coach."""

    learner: Short
    hand_in: Short
    made_at: Moment
    versions: int
    answers: tuple[MarkedAnswer, ...]
    asks: Text = ""


class Paper(NamedTuple):
    """A hand-in to be marked: whose, under which name it was taken in, how many versions came, its bytes."""

    learner: str
    name: str
    versions: int
    data: bytes


def exercises_as_json(desk: Desk) -> bytes:
    """The exercises of an assignment, as they travel to whoever marks."""
    return dump([one.model_dump(mode="json") for one in desk.exercises]).encode("utf-8")


def mark_chunk(exercises: bytes, papers: tuple[Paper, ...]) -> bytes:
    """
    One line of JSON for each paper, in order: a `Marked`. It depends on nothing but its arguments.

    Raises:
        RapportError: a paper is not what was taken in.
    """
    asked = _exercises(exercises)
    return b"".join(_line(asked, Paper(*paper)) for paper in papers)


def _line(asked: tuple[Exercise, ...], paper: Paper) -> bytes:
    hand_in = read_hand_in(paper.name, paper.data)
    given = {answer.exercise: answer for answer in hand_in.answers}
    nothing = {one.id: Answered(exercise=one.id, text="") for one in asked if one.id not in given}
    marked = Marked(
        learner=paper.learner,
        hand_in=paper.name,
        made_at=hand_in.made_at,
        versions=paper.versions,
        answers=tuple(_marked(one, given.get(one.id) or nothing[one.id]) for one in asked),
        asks=hand_in.asks,
    )
    return f"{encode(marked)}\n".encode()


def _marked(exercise: Exercise, answer: Answered) -> MarkedAnswer:
    lines = _lines(_Asked(exercise), answer.text)
    own = zip(answer.own_checks, lines, strict=False)
    differs = any(said == "earned" != found.state for said, found in own)
    return MarkedAnswer(exercise=exercise.id, text=answer.text, lines=lines, differs=differs)


class _Asked:
    """An exercise, known by its identity: its fields need not be compared for each answer."""

    __slots__ = ("exercise",)

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and other.exercise is self.exercise

    def __hash__(self) -> int:
        return id(self.exercise)


@lru_cache(_KEPT)
def _lines(asked: _Asked, text: str) -> tuple[LineMark, ...]:
    try:
        marks = mark(asked.exercise, text)
    except Exception:  # noqa: BLE001 - whatever a rule stumbles over in one answer, the rest of the class is marked
        return tuple(LineMark(state="for a person", says=WE_BROKE) for _ in asked.exercise.rubric)
    return tuple(LineMark(state=one.state, says=one.remark.says if one.remark else "") for one in marks)


@lru_cache(4)
def _exercises(exercises: bytes) -> tuple[Exercise, ...]:
    return tuple(Exercise.model_validate(one) for one in json.loads(exercises))
