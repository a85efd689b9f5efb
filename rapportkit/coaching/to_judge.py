"""What still waits for a person: told wherever a coach might go on without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapportkit.coaching.by_hand import HandMarks
from rapportkit.coaching.desk import Desk
from rapportkit.coaching.feedback import results
from rapportkit.coaching.marking import Marked


class ToJudge(NamedTuple):
    """How many lines nobody has judged, and in how many hand-ins they are."""

    lines: int
    hand_ins: int

    @property
    def told(self) -> str:
        """
        The same as a sentence; empty where nothing waits.

            >>> ToJudge(12, 4).told
            '12 lines in 4 hand-ins are still to be judged.'
        """
        if not self.lines:
            return ""
        lines = f"{self.lines} line{'' if self.lines == 1 else 's'}"
        hand_ins = f"{self.hand_ins} hand-in{'' if self.hand_ins == 1 else 's'}"
        return f"{lines} in {hand_ins} {'is' if self.lines == 1 else 'are'} still to be judged."


def to_judge(desk: Desk, marked: Iterable[Marked], given: HandMarks) -> ToJudge:
    """What is open, from marks that are read one learner at a time."""
    lines = hand_ins = 0
    for one in marked:
        found = (result for asked, answer in zip(desk.exercises, one.answers, strict=True)
                 for result in results(asked, answer, given))  # fmt: skip
        waiting = sum(result.state == "open" for result in found)
        lines, hand_ins = lines + waiting, hand_ins + bool(waiting)
    return ToJudge(lines, hand_ins)
