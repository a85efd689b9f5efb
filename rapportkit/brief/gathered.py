"""Brief: what goes onto the page, before anything is chosen or shortened."""

from __future__ import annotations

from collections.abc import Mapping

from rapportkit.cards import Card
from rapportkit.follow_ups.follow_up import FollowUp
from rapportkit.ground.link import Choice
from rapportkit.interviews import Interview, Line, Proof
from rapportkit.people.person import Person
from rapportkit.practice import MyWays
from rapportkit.record import Record, Short


class Brief(Record):
    """
    All that the page for one interview is made of.

    `people` are the interviewers by their keys, in order; `shortlist`, `lines` and `follow_ups` name them by these.
    Everything else stands in the order in which the learner made it; the first is taken for the most important.
    `listen_for` is the one thing to listen for, empty where none was chosen; `aim` what the interviewer is to become.
    `ways` tells what they do in place of a tip.
    `above` says that the page is shown below the panels that fill it, so that a gap points there and to no lesson.
    `to_mend` tells of a line, by person, kind and label (`line_key`), what should be mended before it is said.
    `here` is the time zone of the machine on which the page is made, empty where it does not matter.
    """

    interview: Interview
    people: Mapping[Short, Person] = {}
    shortlist: tuple[Choice, ...] = ()
    lines: tuple[Line, ...] = ()
    proofs: tuple[Proof, ...] = ()
    cards: tuple[Card, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    listen_for: str = ""
    ways: MyWays = MyWays()
    aim: str = "a friend"
    above: bool = False
    to_mend: Mapping[str, str] = {}
    here: str = ""

    def made_in(self, lesson: str) -> str:
        """Where what is missing is made: the *lesson*, or the panels above."""
        return "in its panel, above" if self.above else lesson


def line_key(line: Line) -> str:
    """By what a line is found in `to_mend`: `helen/place/Leeds`."""
    return f"{line.person}/{line.about_kind}/{line.about_label}"
