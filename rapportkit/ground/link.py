"""Link and Ground: what two people share, with the evidence on both sides."""

from __future__ import annotations

import re
from typing import Literal

from rapportkit.people.person import FactKind, Source
from rapportkit.record import Prose, Record, Short

Status = Literal["confirmed", "possible"]
"""`confirmed`: both sides say it. `possible`: near enough to show, the learner decides."""

Light = Literal["green", "amber", "red"]
"""`green`: bring it up. `amber`: with care. `red`: leave it, even where it is shared."""

_AFTER_NAME = re.compile(r",|\s\(")

Stance = Literal["true", "curious"]
"""What the learner says of a link. There is no third: what is only pretended is refused."""


class Link(Record):
    """One thing that two people share. `why` is the reason in a sentence that a learner may read."""

    kind: FactKind
    label: Short
    status: Status
    light: Light
    mine: tuple[Source, ...]
    theirs: tuple[Source, ...]
    why: str

    @property
    def called(self) -> str:
        """The name that both sides give a place, where it is one: "Hull", of Kingston upon Hull; else the label."""
        if self.kind != "place" or not self.theirs:
            return self.label
        written = {_name_in(source.text).casefold() for source in (*self.mine, *self.theirs)}
        return _name_in(self.mine[0].text) if self.mine and len(written) == 1 else self.label


def _name_in(text: str) -> str:
    """The name of a place without where it lies or the sentence that it stands in."""
    return _AFTER_NAME.split(text, maxsplit=1)[0].strip()


class NotUnderstood(Record):
    """The phrases on either side that no matcher could place."""

    mine: tuple[Source, ...] = ()
    theirs: tuple[Source, ...] = ()


class Ground(Record):
    """All that two people share, best first, and what could not be read."""

    links: tuple[Link, ...] = ()
    not_understood: NotUnderstood = NotUnderstood()

    def suggested(self, most: int = 3) -> tuple[Link, ...]:
        """The best links to bring up, at most *most*; a red one is never among them."""
        return tuple(link for link in self.links if link.light != "red")[:most]


class LeftOut(Record):
    """A link that the learner leaves: it stays off the shortlist, and is not asked about again."""

    person: Short


class Choice(Record):
    """
    A link on the learner's shortlist, with what they say of it.

    `question` is what they would honestly ask; a curiosity about something that is theirs alone has a
    link whose `mine` is empty.
    """

    person: Short
    link: Link
    stance: Stance
    question: Prose = ""
