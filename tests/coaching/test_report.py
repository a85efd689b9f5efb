from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from rapportkit.coaching.by_hand import HandMark, answer_key, set_mark, undo
from rapportkit.coaching.cohort import cohort_of
from rapportkit.coaching.collect import collect, late_ones
from rapportkit.coaching.desk import Desk
from rapportkit.coaching.feedback import Feedback, read_feedback
from rapportkit.coaching.grade import grade, marks
from rapportkit.coaching.lateness import LATE, decide
from rapportkit.coaching.report import BACK, COHORT_PAGE, COHORT_TABLE, comment_for, report
from rapportkit.coaching.to_judge import to_judge
from rapportkit.coaching.to_send import called_on_disk
from rapportkit.errors import InvalidValue, UnreadableFile
from tests.coaching.classroom import BEGIN, DUE, GOOD, HANDED_IN, IDS, POOR, a_desk, hand_in_of

NASTY = 'My first job was <script>alert(1)</script> in Glasgow. <img src=x onerror="alert(2)"> \u202eDid you?'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Four have handed in: a good line, a bare one, a hostile one, a late one; the fifth has not."""
    desk = a_desk(tmp_path, 5)
    texts = (GOOD, POOR, NASTY, "=cmd|'/C calc'!A0")
    for learner, text in zip(desk.learners, texts, strict=False):
        late = DUE + timedelta(days=1) if learner.id == "s4" else HANDED_IN
        (tmp_path / learner.id).write_bytes(hand_in_of(desk, learner, text, at=late))
        collect(tmp_path, desk, [tmp_path / learner.id], HANDED_IN)
    grade(tmp_path, desk, workers=1)
    return desk


def mark_by_hand(folder: Path, desk: Desk, text: str, line: int | None, points: int | None, comment: str = "") -> None:
    made = HandMark(exercise=IDS[0], answer=answer_key(text), line=line, points=points, comment=comment, at=BEGIN)
    set_mark(folder, desk, made)


def back_to(folder: Path, desk: Desk, number: int) -> tuple[Feedback, str]:
    learner = desk.learners[number - 1]
    whose = called_on_disk(learner)
    path = folder / BACK / whose / f"feedback-week-1-2026-12-10 {whose}.json"
    return read_feedback(path.name, path.read_bytes()), path.with_suffix(".html").read_text("utf-8")


def test_each_learner_gets_a_page_and_a_file_of_their_own(tmp_path: Path, desk: Desk) -> None:
    mark_by_hand(tmp_path, desk, GOOD, 2, 2, "The frozen doors are yours.")
    mark_by_hand(tmp_path, desk, GOOD, 3, 1)
    mark_by_hand(tmp_path, desk, GOOD, None, None, "Say it aloud once more.")

    assert report(tmp_path, desk, HANDED_IN).given_back == 4

    feedback, page = back_to(tmp_path, desk, 1)
    assert [line.state for line in feedback.answers[0].lines] == ["yes", "yes", "yes", "in part"]
    assert feedback.answers[0].comment == "Say it aloud once more."
    assert feedback.answers[1].lines[0].state == "not tried"
    for words in ("The frozen doors are yours.", "Say it aloud once more.", "Not tried. Half a sentence is a start."):
        assert words in page
    assert page.index("What is there") < page.index("What to work on")
    assert "Learner 2" not in page
    assert desk.learners[0].token not in page + feedback.model_dump_json()


def test_late_is_said_on_the_learners_page_and_in_the_table(tmp_path: Path, desk: Desk) -> None:
    report(tmp_path, desk, HANDED_IN)

    assert [back_to(tmp_path, desk, number)[0].late for number in (1, 4)] == [False, True]
    assert "which was after the last day" in back_to(tmp_path, desk, 4)[1]
    assert "after the last day" not in back_to(tmp_path, desk, 1)[1]
    rows = list(csv.reader(io.StringIO((tmp_path / COHORT_TABLE).read_text("utf-8-sig"), newline="")))
    assert [row[3] for row in rows] == ["Late", "", "", "", "late", ""]


def test_what_nobody_has_judged_is_open_and_not_wrong(tmp_path: Path, desk: Desk) -> None:
    report(tmp_path, desk, HANDED_IN)

    feedback, page = back_to(tmp_path, desk, 2)
    assert [line.state for line in feedback.answers[0].lines] == ["yes", "yes", "open", "open"]
    assert "your coach has not said yet" in page


def test_a_person_outranks_a_rule_and_it_is_said_beside_what_the_rule_said(tmp_path: Path, desk: Desk) -> None:
    mark_by_hand(tmp_path, desk, POOR, 0, 0, "Glasgow is only named.")
    done = report(tmp_path, desk, HANDED_IN)

    feedback, page = back_to(tmp_path, desk, 2)
    line = feedback.answers[0].lines[0]
    assert (line.state, line.rule_said, line.remark) == ("not yet", "yes", "Glasgow is only named.")
    assert "(not yet, by your coach; the rule said: yes)" in page
    assert "The shared place is in it (by hand; Glasgow is only named.)" in comment_for(feedback)
    assert done.cohort.standings[1].cells[0] == "1 of 4, 2 open, 1 by hand"
    assert (done.cohort.lines[0].by_hand, done.cohort.lines[0].no) == (1, 1)
    assert "1 of 4, 2 open, 1 by hand" in (tmp_path / COHORT_PAGE).read_text("utf-8")
    assert "1 of 4, 2 open, 1 by hand" in (tmp_path / COHORT_TABLE).read_text("utf-8-sig")


def test_what_a_rule_missed_counts_when_a_person_says_so_and_grading_again_keeps_it(tmp_path: Path, desk: Desk) -> None:
    long = f"{GOOD} {'And so on and on. ' * 20}"
    (tmp_path / "long").write_bytes(hand_in_of(desk, desk.learners[3], long, at=DUE + timedelta(days=2)))
    collect(tmp_path, desk, [tmp_path / "long"], HANDED_IN)
    mark_by_hand(tmp_path, desk, long, 1, 1)
    grade(tmp_path, desk, workers=1)
    report(tmp_path, desk, HANDED_IN)

    line = back_to(tmp_path, desk, 4)[0].answers[0].lines[1]
    assert (line.state, line.rule_said, line.remark) == ("yes", "not yet", "")
    assert list(marks(tmp_path))[3].answers[0].lines[1].state == "not yet", "the rule's own mark stays"

    undo(tmp_path)
    report(tmp_path, desk, HANDED_IN)
    line = back_to(tmp_path, desk, 4)[0].answers[0].lines[1]
    assert (line.state, line.rule_said) == ("not yet", None)
    assert line.remark


def test_a_rule_that_was_overruled_can_stand_again(tmp_path: Path, desk: Desk) -> None:
    mark_by_hand(tmp_path, desk, POOR, 0, 0)
    mark_by_hand(tmp_path, desk, POOR, 0, None)
    report(tmp_path, desk, HANDED_IN)

    line = back_to(tmp_path, desk, 2)[0].answers[0].lines[0]
    assert (line.state, line.rule_said) == ("yes", None)


def test_feedback_of_before_is_read_still(tmp_path: Path, desk: Desk) -> None:
    report(tmp_path, desk, HANDED_IN)
    data = back_to(tmp_path, desk, 1)[0].model_dump(mode="json")
    for answer in data["answers"]:
        for line in answer["lines"]:
            del line["rule_said"]

    assert read_feedback("x.json", json.dumps(data).encode()).answers[0].lines[0].state == "yes"


def test_pages_are_inert_whatever_was_written(tmp_path: Path, desk: Desk) -> None:
    mark_by_hand(tmp_path, desk, NASTY, 2, 1, NASTY)
    report(tmp_path, desk, HANDED_IN)

    for page in (back_to(tmp_path, desk, 3)[1], (tmp_path / COHORT_PAGE).read_text("utf-8")):
        assert "<script" not in page
        assert "<img" not in page
        assert "\u202e" not in page
        assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_the_class_shows_who_is_stuck_and_what_is_weak(tmp_path: Path, desk: Desk) -> None:
    for text, points in ((GOOD, 2), (POOR, 0), (NASTY, 0)):
        mark_by_hand(tmp_path, desk, text, 2, points)
    cohort = report(tmp_path, desk, HANDED_IN).cohort

    assert cohort.to_teach[0].says == "A story of Ivo's own comes before the link"
    assert [one.late for one in cohort.standings] == [False, False, False, True, False]
    assert cohort.standings[4].stuck == "nothing has come yet; it is due on Thursday 10 December"
    assert cohort.standings[0].cells == ("3 of 4, 1 open", "not tried")
    page = (tmp_path / COHORT_PAGE).read_text("utf-8")
    assert "weak, 33&nbsp;%" in page
    assert "lesson 4)" in page
    assert "4 of 5 have handed in, 1 of them late" in page


def test_what_is_late_and_counts_as_on_time_is_so_everywhere(tmp_path: Path, desk: Desk) -> None:
    late = late_ones(tmp_path, desk)
    assert [(one.learner.id, one.on_time) for one in late] == [("s4", None)]

    assert decide(tmp_path, late, [], on_time=True) == ("Learner 4",)
    done = report(tmp_path, desk, HANDED_IN)

    assert not back_to(tmp_path, desk, 4)[0].late
    assert (done.cohort.standings[3].late, done.cohort.standings[3].excused) == (False, True)
    assert "late by the clock, counted as on time" in (tmp_path / COHORT_PAGE).read_text("utf-8")
    decide(tmp_path, late, ["s4"], on_time=False)
    report(tmp_path, desk, HANDED_IN)
    assert back_to(tmp_path, desk, 4)[0].late


def test_a_newer_late_hand_in_is_decided_on_anew(tmp_path: Path, desk: Desk) -> None:
    decide(tmp_path, late_ones(tmp_path, desk), [], on_time=True)
    (tmp_path / "again").write_bytes(hand_in_of(desk, desk.learners[3], GOOD, at=DUE + timedelta(days=3)))

    collect(tmp_path, desk, [tmp_path / "again"], HANDED_IN)
    grade(tmp_path, desk, workers=1)

    assert late_ones(tmp_path, desk)[0].on_time is None
    assert report(tmp_path, desk, HANDED_IN).cohort.standings[3].late


def test_nobody_who_is_on_time_can_be_excused(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(InvalidValue, match="Nobody with the id 's1' is late"):
        decide(tmp_path, late_ones(tmp_path, desk), ["s1"], on_time=True)
    with pytest.raises(InvalidValue, match="Nobody is late"):
        decide(tmp_path, (), [], on_time=True)
    (tmp_path / LATE).write_text("{")
    with pytest.raises(UnreadableFile, match=r"late\.json"):
        late_ones(tmp_path, desk)


def test_what_waits_for_a_person_stands_on_the_page_of_the_class(tmp_path: Path, desk: Desk) -> None:
    done = report(tmp_path, desk, HANDED_IN)

    told = to_judge(desk, marks(tmp_path), {}).told
    assert done.cohort.to_judge.told == told
    assert told.endswith("hand-ins are still to be judged.")
    assert told in (tmp_path / COHORT_PAGE).read_text("utf-8")


def test_the_table_of_the_class_holds_no_formula(tmp_path: Path, desk: Desk) -> None:
    named = desk.with_(learners=(desk.learners[0].with_(name="@SUM(A1)"), *desk.learners[1:]))
    report(tmp_path, named, HANDED_IN)

    data = (tmp_path / COHORT_TABLE).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 6
    assert rows[1][1] == "'@SUM(A1)"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_nbgraders_tree_is_filled_too(tmp_path: Path, desk: Desk) -> None:
    report(tmp_path, desk, HANDED_IN, tmp_path / "course")

    name = "week-1-2026-12-10"
    assert (tmp_path / "course" / "feedback" / "learner-2-s2" / name / f"{name}.html").is_file()


def test_a_comment_for_a_cell_says_first_what_is_there(tmp_path: Path, desk: Desk) -> None:
    report(tmp_path, desk, HANDED_IN)

    said = comment_for(back_to(tmp_path, desk, 1)[0])
    assert said.startswith("Mend a line that was tossed out. There: The shared place is in it;")
    assert said.endswith("Answer a refusal that you did not expect. Not tried.")


def test_nothing_marked_yet_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Nothing is marked yet"):
        report(tmp_path, a_desk(tmp_path), HANDED_IN)


def test_points_are_whole_only_when_everything_is_judged(tmp_path: Path, desk: Desk) -> None:
    standings = cohort_of(desk, marks(tmp_path), {}, HANDED_IN).standings
    assert [one.points for one in standings] == [None] * 5


@pytest.mark.parametrize("data", [b"{}", b'{"format": "rapportkit feedback", "version": 1, "answers": []}'])
def test_what_is_no_feedback_is_refused(data: bytes) -> None:
    with pytest.raises((UnreadableFile, InvalidValue)):
        read_feedback("x.json", data)
