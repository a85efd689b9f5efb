"""The class at a glance: who is stuck, which line of which rubric is weak, what to teach next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rapportkit.coaching.by_hand import HandMarks
from rapportkit.coaching.desk import Desk, Enrolled
from rapportkit.coaching.feedback import BY_HAND, Result, results
from rapportkit.coaching.marking import Marked
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

    `points` is None while lines are open or nothing has come. `stuck` is the reason why somebody might want a word.
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


def cohort_of(desk: Desk, marked: Iterable[Marked], given: HandMarks) -> Cohort:
    """The class as it stands, from marks that are read one learner at a time."""
    cohort = Cohort(lines=[Weakness(one.title, one.lesson, line.says) for one in desk.exercises for line in one.rubric])
    most = sum(line.points for one in desk.exercises for line in one.rubric)
    left = iter(marked)
    one = next(left, None)
    for learner in desk.learners:
        if one is None or one.learner != learner.id:
            cells = tuple("–" for _ in desk.exercises)
            cohort.standings.append(Standing(learner, "", False, cells, None, most, 0, "nothing has come", False))
            continue
        found = [results(asked, answer, given) for asked, answer in zip(desk.exercises, one.answers, strict=True)]
        _count(cohort.lines, found)
        cohort.standings.append(_standing(desk, learner, one, found, most))
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
        late = "late" if one.late else ""
        yield [one.learner.id, one.learner.name, one.came, late, *one.cells, points, str(one.most), str(one.open),
               one.stuck]  # fmt: skip


def points_of(found: Iterable[Iterable[Result]]) -> int | None:
    """All points together; None while a line is open."""
    points = [one.points for lines in found for one in lines]
    return None if None in points else sum(one or 0 for one in points)


def _standing(desk: Desk, learner: Enrolled, one: Marked, found: list[list[Result]], most: int) -> Standing:
    states = [result.state for lines in found for result in lines]
    return Standing(
        learner=learner,
        came=f"{one.made_at.astimezone(desk.due.tzinfo):%Y-%m-%d %H:%M}",
        late=desk.is_late(one.made_at),
        cells=tuple(map(_cell, found)),
        points=points_of(found),
        most=most,
        open=states.count("open"),
        stuck=_stuck(found),
        differs=any(answer.differs for answer in one.answers),
    )


def _cell(lines: list[Result]) -> str:
    states = [one.state for one in lines]
    if "not tried" in states:
        return "not tried"
    waiting = f", {states.count('open')} open" if "open" in states else ""
    overruled = sum(one.rule_said is not None for one in lines)
    by_hand = f", {overruled} {BY_HAND}" if overruled else ""
    return f"{states.count('yes')} of {len(states)}{waiting}{by_hand}"


def _stuck(found: list[list[Result]]) -> str:
    untried = sum(any(one.state == "not tried" for one in lines) for lines in found)
    states = [one.state for lines in found for one in lines]
    judged = sum(state in ("yes", "in part", "not yet") for state in states)
    if untried * 2 > len(found):
        return f"{untried} of {len(found)} not tried"
    if judged and states.count("not yet") * 2 >= judged:
        return f"{states.count('not yet')} of {judged} lines not yet there"
    return ""


def _count(lines: list[Weakness], found: list[list[Result]]) -> None:
    for line, result in zip(lines, (one for asked in found for one in asked), strict=True):
        line.yes += result.state == "yes"
        line.part += result.state == "in part"
        line.no += result.state == "not yet"
        line.open += result.state == "open"
        line.by_hand += result.rule_said is not None
