from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from rapportkit.coaching.by_hand import BY_HAND, HandMark, answer_key, hand_marks, marks_for_person, set_mark, undo
from rapportkit.coaching.desk import Desk
from rapportkit.coaching.marking import LineMark, Marked, MarkedAnswer
from rapportkit.errors import InvalidValue, RapportError
from tests.coaching.classroom import BEGIN, GOOD, IDS, POOR, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def hand_mark(text: str = GOOD, line: int | None = 2, points: int | None = 1, comment: str = "") -> HandMark:
    return HandMark(exercise=IDS[0], answer=answer_key(text), line=line, points=points, comment=comment, at=BEGIN)


def marked(learner: str, text: str, differs: bool = False) -> Marked:
    states = ("earned", "not yet", "for a person", "for a person") if text else ("not attempted",) * 4
    lines = tuple(LineMark.model_validate({"state": state}) for state in states)
    answer = MarkedAnswer(exercise=IDS[0], text=text, lines=lines, differs=differs)
    return Marked(learner=learner, hand_in="x", made_at=BEGIN, versions=1, answers=(answer,))


def test_a_mark_is_there_when_it_is_made(tmp_path: Path, desk: Desk) -> None:
    set_mark(tmp_path, desk, hand_mark(comment="The frozen doors are yours. 🚪"))

    assert hand_marks(tmp_path) == {(IDS[0], answer_key(GOOD), 2): hand_mark(comment="The frozen doors are yours. 🚪")}


def test_the_later_of_two_marks_stands_until_it_is_taken_back(tmp_path: Path, desk: Desk) -> None:
    later = hand_mark(points=2).with_(at=BEGIN + timedelta(minutes=1))
    together = [hand_mark(line=line).with_(at=BEGIN + timedelta(minutes=2)) for line in (2, 3)]
    set_mark(tmp_path, desk, hand_mark(points=0))
    set_mark(tmp_path, desk, later)
    set_mark(tmp_path, desk, *together)

    assert undo(tmp_path) == together[1]
    assert list(hand_marks(tmp_path).values()) == [later]
    assert undo(tmp_path) == later
    assert list(hand_marks(tmp_path).values()) == [hand_mark(points=0)]
    assert undo(tmp_path) is not None
    assert undo(tmp_path) is None
    assert hand_marks(tmp_path) == {}


def test_a_mark_cut_off_when_the_machine_went_down_spoils_no_other(tmp_path: Path, desk: Desk) -> None:
    set_mark(tmp_path, desk, hand_mark(line=2))
    with (tmp_path / BY_HAND).open("ab") as file:
        file.write(b'{"exercise": "repa')
    set_mark(tmp_path, desk, hand_mark(line=3))

    assert [mark.line for mark in hand_marks(tmp_path).values()] == [2, 3]


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (hand_mark(points=3), "This line has 2 points at most, not 3"),
        (hand_mark(line=9), "with such a line"),
        (hand_mark(line=None, points=1), "0 points at most"),
        (hand_mark().with_(exercise="other"), "no exercise 'other'"),
    ],
)
def test_a_mark_that_cannot_be_is_refused(tmp_path: Path, desk: Desk, mark: HandMark, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        set_mark(tmp_path, desk, hand_mark(), mark)
    assert hand_marks(tmp_path) == {}


def test_the_same_answer_is_shown_once_for_all_who_gave_it(desk: Desk) -> None:
    class_ = [
        marked("s1", POOR),
        marked("s2", GOOD),
        marked("s3", f"  {GOOD.strip()}\n", differs=True),
        marked("s4", ""),
    ]

    first, second = marks_for_person(desk, class_, {})

    assert (first.learners, first.how_many, first.open, first.differs) == (("s2", "s3"), 2, (2, 3), True)
    assert (second.learners, second.text) == (("s1",), POOR)


def test_blind_names_nobody_and_what_is_marked_is_no_longer_open(desk: Desk) -> None:
    given = {
        (IDS[0], answer_key(POOR), 2): hand_mark(POOR),
        (IDS[0], answer_key(POOR), 3): hand_mark(POOR, 3, None, "?"),
    }

    (one,) = marks_for_person(desk, [marked("s1", POOR)], given, blind=True)

    assert (one.learners, one.how_many, one.open) == ((), 1, (3,))


def test_an_answer_that_rules_alone_have_marked_is_shown_when_every_one_is_wanted(desk: Desk) -> None:
    by_rules = tuple(LineMark.model_validate({"state": state}) for state in ("earned", "not yet"))
    answers = (MarkedAnswer(exercise=IDS[0], text=POOR, lines=by_rules),)
    class_ = [Marked(learner="s1", hand_in="x", made_at=BEGIN, versions=1, answers=answers), marked("s2", "")]

    assert marks_for_person(desk, class_, {}) == []
    (one,) = marks_for_person(desk, class_, {}, every=True)
    assert (one.text, one.open) == (POOR, ())


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(RapportError, match="could not be kept"):
        set_mark(tmp_path / "nowhere", desk, hand_mark())
