"""A class to test with: a list, an assignment, and what its learners hand in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from rapportkit.assignment import Learner
from rapportkit.coaching.assign import new_desk, put_assignment
from rapportkit.coaching.desk import Desk, Enrolled
from rapportkit.coaching.own import find_exercises
from rapportkit.coaching.roster import Listed, Roster
from rapportkit.handin import Answered, HandIn, hand_in_file

IDS = ("repair_a_tossed_out_line", "answer_a_surprise_refusal")
BEGIN = datetime(2026, 12, 1, 9, tzinfo=UTC)
DUE = datetime(2026, 12, 10, 23, 59, 59, tzinfo=UTC)
HANDED_IN = datetime(2026, 12, 8, 18, 30, tzinfo=UTC)

GOOD, _ = (find_exercises([one])[0].model for one in IDS)
POOR = "You lived in Glasgow. Me too!"


def tokens() -> Callable[[], str]:
    """Tokens that come out the same each time."""
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"


def a_class(size: int) -> Roster:
    """A list of learners s1, s2 and so on."""
    return Roster(learners=tuple(Listed(id=f"s{n}", name=f"Learner {n}", email=f"s{n}@example.org")
                                 for n in range(1, size + 1)))  # fmt: skip


def a_desk(folder: Path | None = None, size: int = 3) -> Desk:
    """An assignment for a class, written into *folder* where one is given."""
    desk = new_desk(a_class(size), find_exercises(IDS), "Week 1", DUE, BEGIN, tokens())
    if folder is not None:
        put_assignment(desk, folder)
    return desk


def answers_of(*texts: str) -> tuple[Answered, ...]:
    """Answers to the exercises in their order."""
    return tuple(Answered(exercise=one, text=text) for one, text in zip(IDS, texts, strict=False))


def handed_in(desk: Desk, learner: Enrolled, *texts: str, at: datetime = HANDED_IN) -> HandIn:
    """What *learner* hands in."""
    return HandIn(
        assignment=desk.id,
        learner=Learner(id=learner.id, name=learner.name),
        token=learner.token,
        made_at=at,
        answers=answers_of(*texts),
    )


def hand_in_of(desk: Desk, learner: Enrolled, *texts: str, at: datetime = HANDED_IN) -> bytes:
    """The same as the file that comes."""
    return hand_in_file(handed_in(desk, learner, *texts, at=at))
