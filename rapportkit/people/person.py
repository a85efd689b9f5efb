"""Person, Fact and Source: what is known of somebody, and who said so."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from rapportkit.record import Record, Short

FactKind = Literal[
    "place",
    "school",
    "employer",
    "interest",
    "creative",
    "sport",
    "group",
    "cause",
    "language",
    "service",
    "skill",
]
"""What a fact is about. `service` is military service; a skill is kept but never becomes common ground."""

_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _partial_date(text: str) -> str:
    if not _PARTIAL_DATE.fullmatch(text):
        raise ValueError("should be a year, a year and month or a full date (2019, 2019-04, 2019-04-30)")
    return text


PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: no more than the person gave."""

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]
"""The words for a thing as its owner wrote them; a hobby told in a whole sentence is a label too."""


class Source(Record):
    """
    The words that something rests on, and where they stand.

    `where` names file and row, page or field: `maya.json: interests 2`, `profile.pdf, page 1: Experience`,
    `your own words`.
    """

    text: str
    where: str


class Fact(Record):
    """
    One thing known of a person, in the words in which it was given.

    A fact holds what was *said*; what it *means* (that "bouldering" is climbing) is the business of
    `rapportkit.ground`. An employer is one fact for each position held, with the job title in `detail`.
    """

    kind: FactKind
    label: Label
    detail: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool | None = None
    where: str

    @property
    def source(self) -> Source:
        """The words and the place that this fact rests on."""
        words = f"{self.label} ({self.detail})" if self.detail else self.label
        return Source(text=words, where=self.where)


class Person(Record):
    """A learner or an interviewer: a name, a headline and facts, each with its source."""

    name: Short
    headline: str | None = None
    facts: tuple[Fact, ...] = ()

    def of_kind(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, in the order in which they were read."""
        return tuple([fact for fact in self.facts if fact.kind in kinds])  # a list is faster; this runs a lot

    def and_also(self, facts: tuple[Fact, ...]) -> Person:
        """This person with *facts* added; a fact that is there already is not doubled."""
        return self.with_(facts=(*self.facts, *(fact for fact in facts if fact not in self.facts)))


class Reading(Record):
    """A person as read from a file or a form, and the phrases that nobody could make sense of."""

    person: Person
    not_understood: tuple[Source, ...] = ()
