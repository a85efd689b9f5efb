"""The class at a glance: who is stuck, which line of which rubric is weak, what to teach next."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from rapportkit.coaching.by_hand import HandMarks
from rapportkit.coaching.desk import Desk, Enrolled
from rapportkit.coaching.feedback import BY_HAND, Result, results
from rapportkit.coaching.marking import Marked
from rapportkit.coaching.stuck import Reason, reasons
from rapportkit.coaching.to_judge import ToJudge
from rapportkit.handin import day_and_hour
from rapportkit.printed import printed

MARK = '<meta name="generator" content="rapportkit cohort">'
WEAK, FAIR = 0.5, 0.8
"""The part of those who tried it who have a line, below which it is weak, or fair."""

TO_TEACH = 3
_ENOUGH = 3
"""Learners who tried it, before a weak line says anything of a class."""


@dataclass
class Weakness:
    """
    One line of a rubric over the class; `yes`, `part`, `no`, `open` count those who tried it.

    `by_hand` are those for whom a person has overruled the rule: where they are many, the rule is wrong here.
    """

    exercise: str
    lesson: str
    says: str
    yes: int = 0
    part: int = 0
    no: int = 0
    open: int = 0
    by_hand: int = 0

    @property
    def judged(self) -> int:
        """How many have been judged on it."""
        return self.yes + self.part + self.no

    @property
    def share(self) -> float | None:
        """The part of these who have it, a half for those in part; None where nobody was judged."""
        return (self.yes + self.part / 2) / self.judged if self.judged else None

    @property
    def in_lesson(self) -> str:
        """The lesson in which the exercise stands: `lesson 4`."""
        number = self.lesson[:2]
        return f"lesson {int(number) if number.isdecimal() else self.lesson}"

    @property
    def word(self) -> str:
        """The share as a word, so that nobody needs to see a colour."""
        if self.share is None:
            return "not judged yet"
        return "weak" if self.share < WEAK else "fair" if self.share < FAIR else "good"


class Standing(NamedTuple):
    """
    Where one learner stands. *cells* tells for each exercise how many lines are there, and of how many.

    `points` is None while lines are open or nothing has come. `stuck` tells why they might want a word, `rank` how soon
    (0 first); `excused` are late by the clock, and the coach counts them as on time.
    """

    learner: Enrolled
    came: str
    late: bool
    cells: tuple[str, ...]
    points: int | None
    most: int
    open: int
    stuck: str
    differs: bool
    rank: int = 0
    excused: bool = False


@dataclass
class Cohort:
    """The class: a standing for each learner, in the order of the list, and the lines of all rubrics."""

    standings: list[Standing] = field(default_factory=list)
    lines: list[Weakness] = field(default_factory=list)

    @property
    def to_teach(self) -> list[Weakness]:
        """The weakest lines that enough have tried, weakest first."""
        weak = [one for one in self.lines if one.judged >= _ENOUGH and one.share is not None and one.share < FAIR]
        return sorted(weak, key=lambda one: one.share or 0)[:TO_TEACH]

    @property
    def may_want_a_word(self) -> list[Standing]:
        """Those with a reason: who asks comes first, then of whom nothing has come; else in the order of the list."""
        return sorted((one for one in self.standings if one.stuck), key=lambda one: one.rank)

    @property
    def to_judge(self) -> ToJudge:
        """What nobody has judged yet."""
        return ToJudge(sum(one.open for one in self.standings), sum(bool(one.open) for one in self.standings))


def cohort_of(
    desk: Desk, marked: Iterable[Marked], given: HandMarks, now: datetime, excused: Container[tuple[str, str]] = ()
) -> Cohort:
    """
    The class as it stands, from marks that are read one learner at a time.

    *excused* are ids and hand-ins that are late by the clock and count as on time.
    """
    cohort = Cohort(lines=[Weakness(one.title, one.lesson, line.says) for one in desk.exercises for line in one.rubric])
    most = sum(line.points for one in desk.exercises for line in one.rubric)
    left = iter(marked)
    one = next(left, None)
    for learner in desk.learners:
        if one is None or one.learner != learner.id:
            cells = tuple("–" for _ in desk.exercises)
            nothing, rank = _why(reasons(desk.due, None, (), now))
            cohort.standings.append(Standing(learner, "", False, cells, None, most, 0, nothing, False, rank))
            continue
        found = [results(asked, answer, given) for asked, answer in zip(desk.exercises, one.answers, strict=True)]
        _count(cohort.lines, found)
        is_excused = (learner.id, one.hand_in) in excused
        why = _why(reasons(desk.due, one, found, now))
        cohort.standings.append(_standing(desk, learner, one, found, most, why, is_excused))
        one = next(left, None)
    return cohort


def cohort_page(desk: Desk, cohort: Cohort) -> str:
    """
    The class as one HTML page to read and to print: heat map, what to teach next, who is stuck, everybody.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("cohort.html", mark=MARK, desk=desk, cohort=cohort, due=day_and_hour(desk.due))


def cohort_rows(desk: Desk, cohort: Cohort) -> Iterator[list[str]]:
    """The rows of the class as a table, below a header."""
    yield ["Id", "Name", "Handed in", "Late", *(one.title for one in desk.exercises), "Points", "Of", "Open lines",
           "A word with them"]  # fmt: skip
    for one in cohort.standings:
        points = "" if one.points is None else str(one.points)
        late = "late" if one.late else "counted as on time" if one.excused else ""
        yield [one.learner.id, one.learner.name, one.came, late, *one.cells, points, str(one.most), str(one.open),
               one.stuck]  # fmt: skip


def points_of(found: Iterable[Iterable[Result]]) -> int | None:
    """All points together; None while a line is open."""
    points = [one.points for lines in found for one in lines]
    return None if None in points else sum(one or 0 for one in points)


def _standing(
    desk: Desk, learner: Enrolled, one: Marked, found: list[list[Result]], most: int, why: tuple[str, int],
    is_excused: bool,
) -> Standing:  # fmt: skip
    states = [result.state for lines in found for result in lines]
    return Standing(
        learner=learner,
        came=f"{one.made_at.astimezone(desk.due.tzinfo):%Y-%m-%d %H:%M}",
        late=desk.is_late(one.made_at) and not is_excused,
        cells=tuple(map(_cell, found)),
        points=points_of(found),
        most=most,
        open=states.count("open"),
        stuck=why[0],
        differs=any(answer.differs for answer in one.answers),
        rank=why[1],
        excused=desk.is_late(one.made_at) and is_excused,
    )


def _cell(lines: list[Result]) -> str:
    states = [one.state for one in lines]
    if "not tried" in states:
        return "not tried"
    waiting = f", {states.count('open')} open" if "open" in states else ""
    overruled = sum(one.rule_said is not None for one in lines)
    by_hand = f", {overruled} {BY_HAND}" if overruled else ""
    return f"{states.count('yes')} of {len(states)}{waiting}{by_hand}"


def _why(found: Sequence[Reason]) -> tuple[str, int]:
    return "; ".join(one.says for one in found), min((one.rank for one in found), default=0)


def _count(lines: list[Weakness], found: list[list[Result]]) -> None:
    for line, result in zip(lines, (one for asked in found for one in asked), strict=True):
        line.yes += result.state == "yes"
        line.part += result.state == "in part"
        line.no += result.state == "not yet"
        line.open += result.state == "open"
        line.by_hand += result.rule_said is not None
