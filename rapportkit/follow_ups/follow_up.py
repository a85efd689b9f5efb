"""FollowUp and Recipient: one note to one person, and what is known of that person so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from pydantic import AwareDatetime, Field

from rapportkit.record import Prose, Record, Short

FollowUpKind = Literal["thank-you", "gracious-reply", "invitation", "thanks-for-connecting"]
"""The four, in the order in which they come."""

FollowUpState = Literal["waiting", "planned", "due", "done", "not-needed"]
"""
`waiting`: what it waits for has not happened, or nobody has told us. `planned`: its day is known and to come.
`due`: its day is here or past. `done`: the learner did it. `not-needed`: its moment cannot come any more.
"""

KINDS: tuple[FollowUpKind, ...] = get_args(FollowUpKind)


class Invitation(Record):
    """
    When to invite people to connect: so many days after the outcome, as the method has it, or after the interview.

    When exactly is custom, and contested (grade D), so a coach may set it.
    """

    after: Literal["outcome", "interview"] = "outcome"
    days: int = Field(default=3, ge=1, le=60)

    @property
    def in_words(self) -> str:
        """Such as `on the third day after the outcome`, with figures beyond the third."""
        counted = {1: "the day", 2: "two days", 3: "the third day"}.get(self.days, f"{self.days} days")
        return f"{'on ' if self.days == 3 else ''}{counted} after the {self.after}"


class FollowUp(Record):
    """
    One of the four notes, to one person.

    `due` is on the clock of the interview's zone, and None until its day is known. `draft` is the learner's own
    text, or a frame of prompts in square brackets; None where the note is not needed. `reason` says in a sentence
    why then, or what it waits for. `person` is the key of *to* in the workbook.
    """

    kind: FollowUpKind
    to: Short
    due: AwareDatetime | None
    state: FollowUpState
    draft: Prose | None
    reason: str
    person: Short


class Recipient(Record):
    """
    An interviewer to whom the notes go.

    `accepted` is the day on which they accepted the LinkedIn invitation, `done` what the learner has written
    already, `drafts` the learner's own text for a kind of note.
    """

    key: Short
    name: Short
    accepted: date | None = None
    done: tuple[FollowUpKind, ...] = ()
    drafts: Mapping[FollowUpKind, Prose] = {}
