"""What an interviewer can be asked about, and what they say of it: in short, at length, and to the likely questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from rapportkit.record import Record, Short
from rapportkit.talk.voice import Line

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
"""Small letters, digits and hyphens: `night-shift`."""

Spoken = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^(#|[a-z0-9][a-z0-9 |_~*]*)$")
]
"""
Words to listen for, in small letters without signs: `night shift`. `a|b` is either, `~` up to four words in
between, and `#` alone is any number.
"""


class Topic(Record):
    """
    Something that the interviewer can be asked about.

    `about` is one of the subjects known by name (those of `data/asked.toml`, and hobby, town, way, team, cares, day,
    role, training, hours, pay, next, company, hard) or a word of the scene's own; `words` are further words by which it
    is asked for. `short` answers a question for a fact; `closed` begins with yes or no and answers a closed one; `more`
    goes deeper with each follow-up. `why`, `since` and `like` answer "why?", "since when?" and "do you like it?"; `to`
    holds pairs: words of a nearer question, and its answer. `hint` is let fall in passing, for the learner to hear.

    Of a panel the first tells it; with `by` the one who is named there. `subject` is the subject known by name where
    `about` is not: what the second of a panel says of their own way has an `about` of its own and the subject `way`.
    """

    about: Id
    subject: Id | None = None
    by: Short | None = None
    words: tuple[Short, ...] = ()
    short: Line
    closed: Line | None = None
    more: tuple[Line, ...] = ()
    why: Line | None = None
    since: Line | None = None
    like: Line | None = None
    to: tuple[tuple[Spoken, Line], ...] = ()
    hint: Line | None = None

    def __hash__(self) -> int:
        """By its name and first line: a reply looks into some two hundred topics, and hashes each several times."""
        return hash((self.about, self.short))

    @property
    def lines(self) -> tuple[str, ...]:
        """All that there is to tell."""
        single = (self.short, self.closed, self.why, self.since, self.like)
        return (*(one for one in single if one), *self.more, *(line for _, line in self.to))


class Subject(Topic):
    """
    A subject that candidates ask about, as `data/asked.toml` lists it, with what any interviewer can say of it.

    `asked` are phrases by which it is asked for; `under` is a wider subject that answers where a scene has it and not
    this one; `is_own` where it is about the interviewer's own life, of which the notes on a real person say nothing,
    and `of_place` where one asks it without a "you" as well: "what was the worst day?"
    """

    asked: tuple[str, ...] = Field(default=())
    under: Id | None = None
    is_own: bool = False
    of_place: bool = False
