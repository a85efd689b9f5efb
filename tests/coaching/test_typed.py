"""What a coach types: figures in the order of the lines, and a line by its number where a rule is wrong."""

from __future__ import annotations

import pytest

from rapportkit.coaching.by_hand import ForPerson, marks_for_person
from rapportkit.coaching.own import find_exercises
from rapportkit.coaching.typed import marks_typed, points_typed
from rapportkit.errors import InvalidValue
from tests.coaching.classroom import BEGIN, IDS, POOR, a_desk
from tests.coaching.test_by_hand import marked

ONE = marks_for_person(a_desk(), [marked("s1", POOR)], {})[0]


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("21", {2: 2, 3: 1}),
        ("2, 1", {2: 2, 3: 1}),
        ("2-", {2: 2}),
        ("1=0", {0: 0}),
        ("21 1=0 2=-", {2: 2, 3: 1, 0: 0, 1: None}),
        ("3=2", {2: 2}),
    ],
)
def test_figures_stand_for_lines(typed: str, points: dict[int, int | None]) -> None:
    assert points_typed(ONE, typed) == points


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1", "Type a figure for each of the 2 lines"),
        ("", "Type a figure for each of the 2 lines"),
        ("²1", "Type a figure for each of the 2 lines"),
        ("9=1", "has lines 1 to 4, and no line 9"),
        ("0=1", "has lines 1 to 4, and no line 0"),
        ("1=x", "'1=x' is not understood"),
        ("=1", "'=1' is not understood"),
    ],
)
def test_what_is_not_understood_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        points_typed(ONE, typed)


def test_one_line_may_have_ten_points_or_more() -> None:
    exercise = find_exercises([IDS[0]])[0]
    rubric = (exercise.rubric[0], exercise.rubric[1], exercise.rubric[2].with_(points=12))
    one = ForPerson(exercise.with_(rubric=rubric), "key", POOR, ONE.lines[:3], (2,), False, 1, ())

    assert points_typed(one, "12") == {2: 12}


def test_where_no_line_waits_only_a_rule_can_be_overruled() -> None:
    judged = ONE._replace(lines=ONE.lines[:2] * 2)

    assert points_typed(judged, "2=1") == {1: 1}
    with pytest.raises(InvalidValue, match="No line of this answer waits for you"):
        points_typed(judged, "1")


def test_marks_are_of_the_answer_and_the_moment() -> None:
    (made,) = marks_typed(ONE, "1=0", BEGIN)

    assert (made.exercise, made.answer, made.line, made.points, made.at) == (IDS[0], ONE.answer, 0, 0, BEGIN)
