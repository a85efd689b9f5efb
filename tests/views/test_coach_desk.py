"""The coach's desk in a notebook: collect, mark with figures and Enter, give back."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest

from rapportkit.coaching.by_hand import hand_marks
from rapportkit.coaching.report import BACK
from rapportkit.errors import InvalidValue
from rapportkit.views.lesson import Lesson
from rapportkit.views.mark_answers import MarkAnswers, mark_answers
from rapportkit.views.run_desk import RunDesk, run_desk
from tests.coaching.classroom import GOOD, a_desk, hand_in_of
from tests.views.conftest import said

NASTY = "My <script>alert(1)</script> first winter in Glasgow was cold. How was yours?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk on which lie three hand-ins: two of the same answer, one hostile one."""
    desk = a_desk(tmp_path / "week-1")
    (tmp_path / "came").mkdir()
    for learner, text in zip(desk.learners, (GOOD, GOOD, NASTY), strict=True):
        (tmp_path / "came" / learner.id).write_bytes(hand_in_of(desk, learner, text))
    (tmp_path / "came" / "<b>").write_text("no hand-in")
    return tmp_path / "week-1"


@pytest.fixture
def desk(lesson: Lesson, folder: Path) -> RunDesk:
    view = run_desk(lesson, str(folder))
    view.source.value = str(folder.parent / "came")
    view.collect()
    view.grade()
    return view


@pytest.fixture
def marking(lesson: Lesson, folder: Path, desk: RunDesk) -> MarkAnswers:
    assert desk
    view = mark_answers(lesson, str(folder))
    view.bring_up()
    return view


def test_what_came_is_taken_in_and_what_is_none_is_listed(lesson: Lesson, folder: Path) -> None:
    view = run_desk(lesson, str(folder))
    view.source.value = str(folder.parent / "came")

    view.collect()

    assert "Taken in: 3 new" in view.message.value
    assert "&lt;b&gt;: " in view.told.value
    view.grade()
    assert "Marked by the rules: 3. For you to judge: 2." in view.message.value


def test_figures_and_enter_mark_an_answer_for_all_who_gave_it(marking: MarkAnswers, folder: Path) -> None:
    assert "1 of 2 (2 learners wrote this)" in marking.answer.value
    marking.comment.value = "The doors are yours."

    marking.points.value = "21"

    kept = hand_marks(folder).values()
    assert [(mark.line, mark.points, mark.comment) for mark in kept] == [
        (2, 2, ""),
        (3, 1, ""),
        (None, None, "The doors are yours."),
    ]
    assert all(mark.at.astimezone(UTC).year == 2026 for mark in kept)
    assert "2 of 2" in marking.answer.value
    assert marking.points.value == ""
    assert ("The doors are yours.", "The doors are yours.") in marking.phrases.options


def test_letters_move_and_take_back(marking: MarkAnswers, folder: Path) -> None:
    for typed, where in (("n", "2 of 2"), ("n", "1 of 2"), ("b", "2 of 2")):
        marking.points.value = typed
        assert where in marking.answer.value
    marking.points.value = "2-"
    assert len(hand_marks(folder)) == 1
    marking.points.value = "u"
    assert hand_marks(folder) == {}


@pytest.mark.parametrize("typed", ["1", "123", "xy", "9 9", "²1"])
def test_figures_that_cannot_be_are_refused_and_nothing_is_kept(marking: MarkAnswers, folder: Path, typed: str) -> None:
    marking.points.value = typed

    assert hand_marks(folder) == {}
    assert "Type a figure for each of the 2 lines" in marking.message.value or "at most" in marking.message.value


def test_an_answer_is_shown_escaped_and_blind(marking: MarkAnswers) -> None:
    marking.next()
    assert "&lt;script&gt;" in said(marking)
    assert "<script" not in said(marking)
    assert "s3" not in marking.answer.value

    marking.blind.value = False
    marking.bring_up()
    marking.next()
    assert "by s3" in marking.answer.value


def test_when_all_is_marked_nothing_is_left(marking: MarkAnswers, desk: RunDesk, folder: Path) -> None:
    marking.points.value = "22"
    marking.points.value = "0 1"
    marking.bring_up()
    assert "Nothing is left for you to judge." in marking.message.value

    desk.report()

    assert len(list((folder / BACK).rglob("*.html"))) == 3
    assert "To teach next" in desk.told.value


def test_a_folder_that_is_none_is_a_sentence(lesson: Lesson) -> None:
    with pytest.raises(InvalidValue, match="Type the folder"):
        mark_answers(lesson, "").bring_up()
    with pytest.raises(InvalidValue, match="Open the folder"):
        mark_answers(lesson, "").next()
