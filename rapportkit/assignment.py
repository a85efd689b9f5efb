"""Assignment: what a coach gives to one learner."""

from __future__ import annotations

import hashlib
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field

from rapportkit.exercises import Exercise
from rapportkit.guidance import Guidance
from rapportkit.people.plain_text import one_line
from rapportkit.record import Prose, Record, Short
from rapportkit.talk.scene import Scene

ASSIGNMENT_FORMAT: Final = "rapportkit assignment"
IN_HAND: Final = "in-hand"
"""Under which a workbook keeps the assignment that was brought last; those of before are its history."""

MOST_EXERCISES: Final = 50
MOST_SCENES: Final = 20

Token = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
"""32 random figures, one set for each learner and assignment: they show from whom a hand-in comes."""

Exercises = Annotated[tuple[Exercise, ...], Field(min_length=1, max_length=MOST_EXERCISES)]


Scenes = Annotated[tuple[Scene, ...], Field(max_length=MOST_SCENES)]
"""Practice partners that the coach wrote; they travel whole, since nobody else has them."""


class Learner(Record):
    """Somebody of the coach's list: the id by which the coach knows them, and their name."""

    id: Short
    name: Short


class Assignment(Record):
    """The exercises, the day on which they are due, and the token by which what is handed in is known."""

    format: Literal["rapportkit assignment"] = ASSIGNMENT_FORMAT
    version: Literal[1] = 1
    id: Short
    title: Short
    due: AwareDatetime
    learner: Learner
    token: Token
    exercises: Exercises
    coach_says: Prose = ""
    scenes: Scenes = ()
    guidance: Guidance = Guidance()

    def is_same_learner_as(self, other: Assignment) -> bool:
        """Whether two assignments are one person's, by the name, which a coach may write in capitals the next time."""
        return one_line(self.learner.name).casefold() == one_line(other.learner.name).casefold()


def seal_of(assignment: str, token: str) -> str:
    """
    16 figures by which what goes back is known as one learner's own, and which do not tell the token.

        >>> len(seal_of("week-1", "0" * 32))
        16
    """
    return hashlib.sha256(f"{assignment}\n{token}".encode()).hexdigest()[:16]


class ToCoach(Record):
    """What a learner wishes to ask their coach along with a hand-in, kept while it is typed."""

    text: Prose


class Returned(Record):
    """What a coach gave back for an assignment: the text of their file, to the letter, read anew each time."""

    file: Prose
