"""What a coach sets for their people: how the aim is called, when to invite, which topics to leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator

from rapportkit.follow_ups.follow_up import Invitation
from rapportkit.ground.link import Light
from rapportkit.record import Record

GUIDANCE = "guidance"
"""The key under which a learner's workbook keeps it."""

Word = Literal["friend", "ally"]


def _known(lights: Mapping[str, Light]) -> Mapping[str, Light]:
    from rapportkit.ground.lights import topic_names  # late: no lesson needs the topics in order to open

    stranger = next((topic for topic in lights if topic not in topic_names()), None)
    if stranger is not None:
        raise ValueError(f"has no topic '{stranger[:60]}'; the topics are {', '.join(topic_names())}")
    return lights


class Guidance(Record):
    """
    It travels in the assignment, and holds in the learner's panels until another one is brought.

    `word` is what the person across the table is to become. `lights` take the place of the built-in lights of those
    topics.
    """

    word: Word = "friend"
    invitation: Invitation = Invitation()
    lights: Annotated[Mapping[str, Light], AfterValidator(_known)] = {}

    @property
    def aim(self) -> str:
        """The word with its article: `a friend`, `an ally`."""
        return "an ally" if self.word == "ally" else "a friend"

    def sentences(self) -> tuple[str, ...]:
        """What differs from what the lessons say, for the learner; empty where nothing does."""
        said = []
        if self.word == "ally":
            said.append("Where these lessons say friend, your coach says ally: somebody who is glad to know you.")
        if self.invitation != Invitation():
            said.append(f"Your coach would have you invite people to connect {self.invitation.in_words}.")
        said += [f"{topic}: your coach has set it to {light}." for topic, light in self.lights.items()]
        return tuple(said)
