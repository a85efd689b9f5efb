"""A moment of an earlier lesson, asked again below the recall of a later one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.practice import MyWays
from rapportkit.views.lesson import Lesson
from rapportkit.views.one_before import OneBefore, one_before
from rapportkit.views.recall import recall
from tests.views.conftest import said


def asked(lesson: Lesson) -> OneBefore:
    view = one_before(lesson)
    assert view
    return view


def test_a_recall_has_one_moment_from_before_below_it(lesson: Lesson) -> None:
    assert "And one from before" in said(recall(lesson, "Your line?"))
    assert "And one from before" not in said(recall(replace(lesson, id="00_welcome"), "The end?"))


def test_it_asks_to_try_before_it_tells(lesson: Lesson) -> None:
    view = asked(lesson)
    with pytest.raises(InvalidValue, match="Try first"):
        view.look()
    assert view.question.told not in said(view)

    view.answer.value = "I look at one thing of theirs."
    view.look()

    assert view.question.told.strip() in said(view)
    assert lesson.workbook.latest(Answer, f"before-{view.question.id}") is not None


def test_what_was_answered_today_is_there_again_after_a_restart_and_tomorrow_another_is_asked(lesson: Lesson) -> None:
    view = asked(lesson)
    view.answer.value = "I look at one thing of theirs."
    view.look()

    again = asked(lesson)
    tomorrow = asked(replace(lesson, now=lambda: lesson.now() + timedelta(days=1)))

    assert (again.question, again.answer.value) == (view.question, view.answer.value)
    assert tomorrow.question != view.question
    assert tomorrow.answer.value == ""


def test_another_one_comes_until_all_were_asked(lesson: Lesson) -> None:
    view = asked(lesson)
    seen = []
    for _ in range(5):
        seen.append(view.question.id)
        view.answer.value = "So."
        view.turn()

    assert len(set(seen)) == 5


def test_nothing_is_asked_about_tips_that_are_skipped(lesson: Lesson) -> None:
    in_rehearsal = replace(lesson, id="06_rehearsal")
    lesson.keep_ways(MyWays(tips={"T1": "skip", "T8": "skip", "T9": "skip", "T10": "skip"}))
    view = asked(in_rehearsal)
    for _ in range(8):
        assert not set(view.question.claims) <= {"T1", "T8", "T9", "T10"}
        view.answer.value = "So."
        view.turn()
