"""More exercises: opened when wanted, left out where their tips are skipped, with one's own way where replaced."""

from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.practice import MyWays
from rapportkit.views.do_exercise import DoExercise, do_exercise
from rapportkit.views.lesson import Lesson
from rapportkit.views.more_exercises import more_exercises
from tests.views.conftest import said

RIDE, TAKE_UP, PANEL = "ride_a_change_of_subject", "take_up_what_was_said", "thank_a_whole_panel"


def is_shown(control: object) -> bool:
    return getattr(control, "layout").display != "none"  # noqa: B009 - any control has one


def test_an_exercise_opens_once_and_says_where(lesson: Lesson) -> None:
    view = more_exercises(lesson, RIDE, PANEL)
    assert not [child for child in view.panels.children if isinstance(child, DoExercise)]

    view.show(PANEL)
    view.show(PANEL)

    assert [type(child) is DoExercise for child in view.panels.children] == [False, True, False]
    assert "Below: One note for three people." in said(view)


def test_one_that_was_begun_says_so(lesson: Lesson) -> None:
    lesson.workbook.save(PANEL, Answer(exercise=PANEL, text="Dear all,"))

    view = more_exercises(lesson, RIDE, PANEL)

    assert [button.description.endswith("(begun)") for button in view.buttons.values()] == [False, True]


def test_one_on_skipped_tips_alone_is_not_offered(lesson: Lesson) -> None:
    view = more_exercises(lesson, RIDE, TAKE_UP)

    lesson.keep_ways(MyWays(tips={"T3": "skip", "T4": "skip"}))

    assert [is_shown(view.buttons[one]) for one in (RIDE, TAKE_UP)] == [False, True]
    assert "Skipped, by your choice: Ride a change of subject." in said(view)


def test_an_unknown_one_is_named(lesson: Lesson) -> None:
    with pytest.raises(InvalidValue, match="There is no exercise 'none'"):
        more_exercises(lesson, "none")


def test_the_main_exercise_stands_back_where_its_tips_are_skipped_and_comes_on_demand(lesson: Lesson) -> None:
    lesson.keep_ways(MyWays(tips={"T3": "skip", "T4": "skip"}))
    view = do_exercise(lesson, RIDE)

    assert "a tip that you skip" in said(view)
    assert not is_shown(view.answer)

    view.do_all_the_same()

    assert "Farida" in said(view)
    assert is_shown(view.answer)
    assert not is_shown(view.all_the_same_button)


def test_a_replaced_tip_brings_the_learners_own_way(lesson: Lesson) -> None:
    lesson.keep_ways(MyWays(tips={"T4": "replace"}, instead={"T4": "I say: <one word> to end that."}))

    assert "I say: &lt;one word&gt; to end that." in said(do_exercise(lesson, RIDE))
