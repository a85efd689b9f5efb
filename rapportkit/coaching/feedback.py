"""What goes back to a learner: each line of the rubric with what became of it, and the coach's words."""

from __future__ import annotations

from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field

from rapportkit.assignment import Assignment, Learner, seal_of
from rapportkit.coaching.by_hand import HandMark, HandMarks, answer_key
from rapportkit.coaching.desk import Desk, Enrolled
from rapportkit.coaching.marking import LineMark, Marked, MarkedAnswer
from rapportkit.exercises import Criterion, Exercise, MarkState
from rapportkit.handin import MOST_ANSWERS, Text, day_and_hour, read_object
from rapportkit.printed import printed
from rapportkit.record import Prose, Record, Short, build
from rapportkit.workbook.export import Moment

FEEDBACK_FORMAT: Final = "rapportkit feedback"
VERSION: Final = 1
MARK = '<meta name="generator" content="rapportkit feedback">'
_MOST_BYTES = 8 * 1024 * 1024

LineState = Literal["yes", "in part", "not yet", "open", "not tried"]
WORDS: dict[LineState, str] = {
    "yes": "yes",
    "in part": "in part",
    "not yet": "not yet",
    "open": "your coach has not said yet",
    "not tried": "not tried",
}
BY_RULE: dict[MarkState, LineState] = {"earned": "yes", "not yet": "not yet", "not attempted": "not tried"}
"""What a rule's mark says; of a line for a person it says nothing."""

BY_HAND = "by hand"
"""Of a mark that a person put in the place of a rule's."""


class LineFeedback(Record):
    """
    One line of a rubric, what became of it, and what stands in the way or was said of it.

    `rule_said` is what a rule made of it, where the coach's own mark stands in its place.
    """

    says: Short
    state: LineState
    remark: Prose = ""
    rule_said: LineState | None = None

    @property
    def word(self) -> str:
        """What became of it, in words for the learner: `yes, by your coach; the rule said: not yet`."""
        by_hand = f", by your coach; the rule said: {WORDS[self.rule_said]}" if self.rule_said else ""
        return f"{WORDS[self.state]}{by_hand}"


class AnswerFeedback(Record):
    """What is said of one answer; `comment` is the coach's, on the whole of it."""

    exercise: Short
    title: Short
    text: Text
    lines: tuple[LineFeedback, ...]
    comment: Prose = ""


class Feedback(Record):
    """
    What one learner gets back. There is no sum in it: it compares nobody, and scores nobody.

    `late` is said where the hand-in was made after the last day. `seal` tells for which learner's assignment it is;
    it is empty in files of before.
    """

    format: Literal["rapportkit feedback"] = FEEDBACK_FORMAT
    version: Literal[1] = VERSION
    assignment: Short
    title: Short
    learner: Learner
    made_at: Moment
    answers: Annotated[tuple[AnswerFeedback, ...], Field(max_length=MOST_ANSWERS)]
    late: bool = False
    seal: Annotated[str, Field(pattern="^([0-9a-f]{16})?$")] = ""

    def is_for(self, assignment: Assignment) -> bool:
        """Whether it is about what was handed in for this one learner's assignment."""
        return (self.assignment, self.learner.id) == (assignment.id, assignment.learner.id) and self.seal in (
            "",
            seal_of(assignment.id, assignment.token),
        )


class Result(NamedTuple):
    """
    A line of a rubric, and the points that an answer has for it; None while nobody has judged it.

    `rule_said` is what a rule made of it, where a person has overruled that.
    """

    criterion: Criterion
    state: LineState
    points: int | None
    remark: str
    rule_said: LineState | None = None


def results(exercise: Exercise, answer: MarkedAnswer, given: HandMarks) -> list[Result]:
    """What became of each line of the rubric, rules and person together. A person outranks a rule."""
    key = answer_key(answer.text)
    return [
        _result(criterion, line, given.get((exercise.id, key, place)))
        for place, (criterion, line) in enumerate(zip(exercise.rubric, answer.lines, strict=True))
    ]


def feedback_for(
    desk: Desk, learner: Enrolled, marked: Marked, given: HandMarks, *, is_excused: bool = False
) -> Feedback:
    """What *learner* gets back; nothing in it is anybody else's. What is late counts as on time where *is_excused*."""
    pairs = zip(desk.exercises, marked.answers, strict=True)
    return Feedback(
        assignment=desk.id,
        title=desk.title,
        learner=Learner(id=learner.id, name=learner.name),
        made_at=marked.made_at,
        answers=tuple(_on_answer(exercise, answer, given) for exercise, answer in pairs),
        late=desk.is_late(marked.made_at) and not is_excused,
        seal=seal_of(desk.id, learner.token),
    )


def feedback_page(feedback: Feedback) -> str:
    """
    The same to read and to print: one HTML file without scripts; what is there comes before what is not yet.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("feedback.html", mark=MARK, feedback=feedback, made=day_and_hour(feedback.made_at))


def read_feedback(name: str, data: bytes) -> Feedback:
    """
    The feedback in a file that a coach gave back.

    Raises:
        UnreadableFile: it is no feedback, a damaged one, or one of a newer form.
        InvalidValue: a field in it is not what it should be.
    """
    values = read_object(name, data, FEEDBACK_FORMAT, VERSION, _MOST_BYTES)
    return build(Feedback, values, f"'{name[:80]}'")


def _on_answer(exercise: Exercise, answer: MarkedAnswer, given: HandMarks) -> AnswerFeedback:
    comment = given.get((exercise.id, answer_key(answer.text), None))
    lines = (LineFeedback(says=one.criterion.says, state=one.state, remark=one.remark, rule_said=one.rule_said)
             for one in results(exercise, answer, given))  # fmt: skip
    return AnswerFeedback(
        exercise=exercise.id,
        title=exercise.title,
        text=answer.text,
        lines=tuple(lines),
        comment=comment.comment if comment and answer.text.strip() else "",
    )


def _result(criterion: Criterion, line: LineMark, hand: HandMark | None) -> Result:
    if line.state == "not attempted":
        return Result(criterion, "not tried", 0, "")
    by_rule = BY_RULE.get(line.state)
    if hand is not None and hand.points is not None:
        whole, some = hand.points >= criterion.points, hand.points > 0
        state: LineState = "yes" if whole else "in part" if some else "not yet"
        return Result(criterion, state, hand.points, hand.comment, by_rule)
    said = hand.comment if hand else ""
    if by_rule is None:
        return Result(criterion, "open", None, said)
    return Result(criterion, by_rule, criterion.points if by_rule == "yes" else 0, said or line.says)
