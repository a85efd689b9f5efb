"""An exercise as a coach wants to see it before it is given out: prompt, kind of answer, rubric with points."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rapportkit.exercises import AnswerKind, Exercise
from rapportkit.views._page import paragraphs

KINDS: dict[AnswerKind, str] = {
    "opening": "an opening line",
    "thank-you": "a thank-you note",
    "gracious-reply": "a gracious reply",
    "invitation": "an invitation to connect",
    "thanks-for-connecting": "a note of thanks for connecting",
    "prose": "free text, which no rule judges",
}


def exercises_as_html(exercises: Sequence[Exercise]) -> str:
    """What has been chosen: how much it is, and each exercise in a piece that opens on demand."""
    if not exercises:
        return ""
    count = f"{len(exercises)} exercise{'' if len(exercises) == 1 else 's'}"
    points = sum(line.points for one in exercises for line in one.rubric)
    return f"<h4>Chosen: {count}, {_points(points)} in all</h4>{''.join(map(exercise_as_html, exercises))}"


def exercise_as_html(exercise: Exercise) -> str:
    """One exercise in a piece that opens on demand; what its author wrote is escaped."""
    lines = "".join(
        f"<li>{escape(line.says)} <small>({_points(line.points)}, by {'a rule' if line.rule else 'you'})</small></li>"
        for line in exercise.rubric
    )
    total = sum(line.points for line in exercise.rubric)
    return (
        f"<details><summary>{escape(exercise.title)} ({_points(total)})</summary>{paragraphs(exercise.prompt)}"
        f"<p>To be written: {KINDS[exercise.answer]}. Not asked: {escape(exercise.not_asked.strip())}.</p>"
        f"<ol>{lines}</ol><p>A good answer:</p><blockquote>{escape(exercise.model.strip())}</blockquote></details>"
    )


def _points(number: int) -> str:
    return f"{number} point{'' if number == 1 else 's'}"
