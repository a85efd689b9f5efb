"""What a coach types for an answer: figures for the lines that are theirs, and for a line where a rule is wrong."""

from __future__ import annotations

from datetime import datetime

from rapportkit.coaching.by_hand import ForPerson, HandMark
from rapportkit.errors import InvalidValue

OVERRULE = "="
"""Between a line's number and its points: `1=2` overrules the rule, `1=-` lets it stand again."""


def points_typed(one: ForPerson, typed: str) -> dict[int, int | None]:
    """
    The points that a coach typed, by line: one figure for each line that a person judges, `-` to leave it open.

    `1=2` beside them, or alone, gives line 1 (they count from 1) two points, whatever a rule said of it; `1=-` takes
    that back, which is None.

    Raises:
        InvalidValue: there are not as many figures as lines, no such line, or something else was typed.
    """
    words = typed.replace(",", " ").split()
    named = dict(_named(one, word) for word in words if OVERRULE in word)
    rest = [word for word in words if OVERRULE not in word]
    return {**(_in_order(one, rest) if rest or not named else {}), **named}


def marks_typed(one: ForPerson, typed: str, at: datetime) -> list[HandMark]:
    """
    The same as marks that can be kept.

    Raises:
        InvalidValue: as above.
    """
    return [HandMark(exercise=one.exercise.id, answer=one.answer, line=line, points=points, at=at)
            for line, points in points_typed(one, typed).items()]  # fmt: skip


def _in_order(one: ForPerson, words: list[str]) -> dict[int, int | None]:
    lines = [place for place, line in enumerate(one.lines) if line.state == "for a person"]
    figures = words if len(words) > 1 or len(lines) == 1 else list("".join(words))
    if not lines:
        raise InvalidValue(
            "No line of this answer waits for you. To overrule a rule, type the line, = and points: 1=0."
        )
    if len(figures) != len(lines) or not all(figure == "-" or figure.isdecimal() for figure in figures):
        most = ", ".join(f"0 to {one.exercise.rubric[line].points}" for line in lines)
        what = f"a figure for each of the {len(lines)} lines" if len(lines) > 1 else "one figure"
        raise InvalidValue(f"Type {what} ({most}), or - to leave {'one' if len(lines) > 1 else 'it'} open.")
    return {line: int(figure) for line, figure in zip(lines, figures, strict=True) if figure != "-"}


def _named(one: ForPerson, word: str) -> tuple[int, int | None]:
    number, _, points = word.partition(OVERRULE)
    if not (number.isdecimal() and (points == "-" or points.isdecimal())):
        raise InvalidValue(
            f"'{word[:20]}' is not understood. Type the line, = and points, such as 1=2, or 1=- for the rule."
        )
    line = int(number) - 1
    if not 0 <= line < len(one.exercise.rubric):
        raise InvalidValue(f"This rubric has lines 1 to {len(one.exercise.rubric)}, and no line {number[:6]}.")
    return line, None if points == "-" else int(points)
