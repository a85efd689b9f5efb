"""The pile of answers that a coach goes through at the desk, one on top, and what they say of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from rapportkit.coaching.by_hand import (
    ForPerson,
    HandMark,
    HandMarks,
    hand_marks,
    is_marked,
    marks_for_person,
    phrases_used,
    set_mark,
    undo,
)
from rapportkit.coaching.desk import open_desk
from rapportkit.coaching.grade import marks
from rapportkit.coaching.typed import marks_typed
from rapportkit.errors import InvalidValue


class Pile:
    """
    The answers of one assignment that are to be looked at, and which of them is on top; after the last comes the end.

    Marks are kept at once in the folder from which the pile came, whatever is opened meanwhile.
    """

    def __init__(self, folder: Path, *, blind: bool, only_open: bool) -> None:
        """
        Lay out the pile; with *only_open* just those with a line that nobody has marked yet.

        Raises:
            UnreadableFile: there is no assignment in *folder*, or nothing is marked by the rules yet.
        """
        self._folder = folder
        self._desk = open_desk(folder)
        self._given: HandMarks = hand_marks(folder)
        found = marks_for_person(self._desk, marks(folder), self._given, blind=blind, every=not only_open)
        self.answers = [one for one in found if one.open or not only_open]
        self._at = 0

    @property
    def top(self) -> ForPerson:
        """
        The answer that is to be judged now.

        Raises:
            InvalidValue: the pile is empty, or this is its end.
        """
        if not self.answers:
            raise InvalidValue("Nothing is left to judge. Open again to see whether more has come.")
        if self.ended:
            raise InvalidValue("This is the end: there is no answer here. Go back with Before (b) to see the last one.")
        return self.answers[self._at]

    @property
    def ended(self) -> bool:
        """Whether the last answer has been left behind, so that none is on top."""
        return self._at >= len(self.answers)

    @property
    def is_done(self) -> bool:
        """Whether the end is reached, and no line of all these waits."""
        return self.ended and not self.left

    @property
    def where(self) -> str:
        """Where the top stands: `2 of 7`."""
        return f"{self._at + 1} of {len(self.answers)}"

    @property
    def left(self) -> int:
        """How many answers have a line that nobody has marked."""
        return sum(map(self._is_open, self.answers))

    @property
    def points(self) -> dict[int, int | None]:
        """The points that the coach has given to the top, by line."""
        top = self.top
        return {line: mark.points for (exercise, answer, line), mark in self._given.items()
                if line is not None and (exercise, answer) == (top.exercise.id, top.answer)}  # fmt: skip

    @property
    def comment(self) -> str:
        """What the coach has said of the top as a whole."""
        known = self._given.get((self.top.exercise.id, self.top.answer, None))
        return known.comment if known else ""

    @property
    def phrases(self) -> list[str]:
        """The coach's own comments, those used most often first."""
        return phrases_used(self._given)

    def step(self, by: int) -> None:
        """Go on, or back where *by* is below 0; it stops before the first and at the end."""
        self._at = max(0, min(self._at + by, len(self.answers)))

    def to_first_open(self) -> bool:
        """Put the first answer on top that has a line which nobody has marked; whether there is one."""
        waiting = next((at for at, one in enumerate(self.answers) if self._is_open(one)), None)
        self._at = self._at if waiting is None else waiting
        return waiting is not None

    def keep(self, typed: str, comment: str, at: datetime) -> str:
        """
        Keep what was typed for the top: points, a new comment, or both; what was kept, as a sentence, or nothing.

        Points that stood there before are told, since they are replaced: `take_back` brings them back.

        Raises:
            InvalidValue: the points are not understood, or too many.
        """
        if self.ended and not (typed.strip() or comment.strip()):
            return ""
        top, before, at = self.top, self.points, self._after(at)
        made = marks_typed(top, typed, at) if typed.strip() else []
        replaced = [f"line {one.line + 1} had {before[one.line]}" for one in made
                    if one.line is not None and before.get(one.line) not in (None, one.points)]  # fmt: skip
        kinds = ["points"] if made else []
        if comment.strip() != self.comment:
            made.append(self._mark(None, None, comment.strip(), at))
            kinds.append("comment")
        if not made:
            return ""
        self._set(*made)
        learners = f", {top.how_many} learners" if top.how_many > 1 else ""
        instead = f" Before, {', '.join(replaced)}: Take back brings that back." if replaced else ""
        return f"Kept for number {self._at + 1}{learners}: {' and '.join(kinds)}.{instead}"

    def overrule(self, line: int, points: int | None, why: str, at: datetime) -> None:
        """
        Put *points* in the place of what a rule made of a line of the top; None lets the rule stand again.

        Raises:
            InvalidValue: the line has not so many points.
        """
        self._set(self._mark(line, points, why, self._after(at)))

    def take_back(self) -> str:
        """Take the last mark back, put its answer on top if it is in the pile, and say so."""
        last = undo(self._folder)
        self._given = hand_marks(self._folder)
        if last is None:
            return "There is no mark to take back."
        there = [at for at, one in enumerate(self.answers)
                 if (one.exercise.id, one.answer) == (last.exercise, last.answer)]  # fmt: skip
        self._at = there[0] if there else self._at
        return f"Taken back: your last mark, on {'this answer' if there else 'an answer that is not among these'}."

    def _set(self, *made: HandMark) -> None:
        """Keep marks, and read what stands once: somebody may be marking at the command line too."""
        set_mark(self._folder, self._desk, *made)
        self._given = hand_marks(self._folder)

    def _after(self, at: datetime) -> datetime:
        """A moment of its own for what is typed now, since what has one moment is taken back together."""
        taken = {mark.at for mark in self._given.values()}
        while at in taken:
            at += timedelta(microseconds=1)
        return at

    def _is_open(self, one: ForPerson) -> bool:
        lines = (place for place, line in enumerate(one.lines) if line.state == "for a person")
        return any(not is_marked(self._given.get((one.exercise.id, one.answer, line))) for line in lines)

    def _mark(self, line: int | None, points: int | None, comment: str, at: datetime) -> HandMark:
        top = self.top
        return HandMark(exercise=top.exercise.id, answer=top.answer, line=line, points=points, comment=comment, at=at)
