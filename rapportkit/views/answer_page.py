"""An answer beside its rubric and the model, as a coach sees it who marks."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from rapportkit.coaching.by_hand import ForPerson
from rapportkit.coaching.feedback import BY_HAND, BY_RULE, WORDS
from rapportkit.coaching.marking import LineMark
from rapportkit.exercises import Criterion
from rapportkit.views._page import paragraphs

_MOST_NAMED = 10


def points_wanted(one: ForPerson) -> str:
    """What to type for this answer: `Points for line 3 (0 to 2) and line 4 (0 to 2), then Enter`."""
    lines = [f"line {place + 1} (0 to {one.exercise.rubric[place].points})"
             for place, line in enumerate(one.lines) if line.state == "for a person"]  # fmt: skip
    return f"Points for {' and '.join(lines)}, then Enter" if lines else "No line waits for you. n is the next answer"


def answer_as_html(one: ForPerson, made: Mapping[int, int | None], where: str) -> str:
    """
    An answer, where it stands among the others, and each line of the rubric; what people typed is escaped.

    *made* are the points that the coach has given, by line.
    """
    named = f"{', '.join(one.learners[:_MOST_NAMED])}{' and others' if len(one.learners) > _MOST_NAMED else ''}"
    whose = f", by {named}" if one.learners else ""
    same = f" ({one.how_many} learners wrote this)" if one.how_many > 1 else ""
    differs = "<p>The learner's own checks said more than ours.</p>" if one.differs else ""
    lines = (
        f"<li>{escape(criterion.says)} <small>({line_told(criterion, line, made.get(place))})</small> "
        f"{escape(line.says)}</li>"
        for place, (criterion, line) in enumerate(zip(one.exercise.rubric, one.lines, strict=True))
    )
    return (
        f"<h4>{escape(one.exercise.title)}: {where}{escape(whose)}{same}</h4>{differs}"
        f"<blockquote>{escape(one.text)}</blockquote><ol>{''.join(lines)}</ol>"
        f"<details><summary>The exercise</summary>{paragraphs(one.exercise.prompt)}</details>"
        f"<details><summary>A good answer</summary><blockquote>{escape(one.exercise.model)}</blockquote></details>"
    )


def end_as_html(left: int, whole: int) -> str:
    """What stands after the last answer: how many wait still, or where to go next."""
    if left:
        return (
            f"<h4>That was the last one</h4><p>{left} of {whole} {'waits' if left == 1 else 'wait'} for you still. "
            "Their marks stay open until you judge them.</p>"
        )
    return (
        f"<h4>All {whole} are marked</h4><p>Go on in <em>Your desk</em>: press <em>3 Write what goes back</em>. "
        "Nothing is overwritten: <em>Before</em> shows the last one again, <em>Take back</em> takes its mark away.</p>"
    )


def line_told(criterion: Criterion, line: LineMark, points: int | None) -> str:
    """Who has judged a line, and how: `yours: 2 of 2`, `by the rule: yes`, `by hand: 0 of 1; the rule said: yes`."""
    given = "" if points is None else f"{points} of {criterion.points}"
    if line.state == "for a person":
        return f"yours: {given or f'still open, 0 to {criterion.points}'}"
    said = WORDS[BY_RULE[line.state]]
    return f"{BY_HAND}: {given}; the rule said: {said}" if given else f"by the rule: {said}"
