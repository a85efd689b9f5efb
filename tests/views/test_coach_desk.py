"""The coach's desk in a notebook: collect, mark with figures and Enter, give back."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from rapportkit.coaching.by_hand import HandMarks, hand_marks
from rapportkit.coaching.desk import open_desk
from rapportkit.coaching.report import BACK
from rapportkit.errors import InvalidValue
from rapportkit.views.lesson import Lesson
from rapportkit.views.mark_answers import MarkAnswers, mark_answers
from rapportkit.views.run_desk import RunDesk, run_desk
from tests.coaching.classroom import GOOD, a_desk, hand_in_of
from tests.views.conftest import said, upload_of

NASTY = "My <script>alert(1)</script> first winter in Glasgow was cold. How was yours?"


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder in which the desk notebook lies, where it remembers the last class."""
    home = tmp_path / "home of the desk"
    home.mkdir()
    monkeypatch.chdir(home)


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
    view.came.source.value = str(folder.parent / "came")
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
    view.came.source.value = str(folder.parent / "came")

    view.collect()

    assert "Taken in: 3 new" in view.came.message.value
    assert "&lt;b&gt;: " in view.came.told.value
    view.grade()
    assert "Marked by the rules: 3. 6 lines in 3 hand-ins are still to be judged." in view.message.value
    assert "so that is 2 to look at" in view.message.value


def test_files_and_a_zip_are_brought_and_taken_in_at_once(lesson: Lesson, folder: Path) -> None:
    desk = open_desk(folder)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Learner 2/x.json", hand_in_of(desk, desk.learners[1], GOOD))
    view = run_desk(lesson, str(folder))

    one = upload_of("x.json", hand_in_of(desk, desk.learners[0], GOOD))
    view.came.bring.value = (*one, *upload_of("all.zip", packed.getvalue()), *upload_of("../../x", b"{}"))

    assert "Taken in: 2 new, 0 that were there already. Not taken: 1." in view.came.message.value
    assert "x: Its name leads out of its folder. (In ../../x.)" in view.came.told.value
    assert view.came.bring.value == ()
    view.collect()
    assert "What you brought is taken in already. Next: 2 Have the rules mark." in view.came.message.value


def test_the_newest_run_replaces_what_the_one_before_said(lesson: Lesson, folder: Path) -> None:
    view = run_desk(lesson, str(folder))
    view.came.source.value = str(folder.parent / "came")
    view.collect()
    assert "Foreign: left aside" in view.came.told.value

    (folder.parent / "came" / "<b>").unlink()
    view.collect()

    assert "Foreign" not in view.came.told.value


def enter(marking: MarkAnswers, typed: str) -> None:
    """Type into the field for points, and press Enter."""
    marking.through.sheet.points.value = typed
    marking.through.sheet.points._handle_custom_msg({"event": "submit"}, [])


def test_figures_and_enter_mark_an_answer_for_all_who_gave_it(marking: MarkAnswers, folder: Path) -> None:
    assert "1 of 2 (2 learners wrote this)" in marking.through.sheet.answer.value
    marking.through.sheet.comment.value = "The doors are yours."

    enter(marking, "21")

    kept = hand_marks(folder).values()
    assert [(mark.line, mark.points, mark.comment) for mark in kept] == [
        (2, 2, ""),
        (3, 1, ""),
        (None, None, "The doors are yours."),
    ]
    assert all(mark.at.astimezone(UTC).year == 2026 for mark in kept)
    assert "2 of 2" in marking.through.sheet.answer.value
    assert marking.through.sheet.points.value == ""
    assert ("The doors are yours.", "The doors are yours.") in marking.through.sheet.phrases.options


def test_letters_move_and_take_back(marking: MarkAnswers, folder: Path) -> None:
    steps = (("b", "1 of 2"), ("n", "2 of 2"), ("n", "That was the last one"), ("b", "2 of 2"))
    for typed, where in steps:
        enter(marking, typed)
        assert where in marking.through.sheet.answer.value
    enter(marking, "2-")
    assert len(hand_marks(folder)) == 1
    assert "That was the last one" in marking.through.sheet.answer.value
    enter(marking, "u")
    assert hand_marks(folder) == {}
    assert "2 of 2" in marking.through.sheet.answer.value, "back at the answer whose mark was taken"


def test_leaving_the_field_for_points_keeps_nothing_and_turns_no_page(marking: MarkAnswers, folder: Path) -> None:
    marking.through.sheet.points.value = "21"

    assert hand_marks(folder) == {}
    assert "1 of 2" in marking.through.sheet.answer.value

    marking.through.sheet.comment.value = "After the points."
    marking.through.mark()

    first = marking.through.pile.answers[0]
    assert {(mark.answer, mark.comment) for mark in hand_marks(folder).values()} == {
        (first.answer, ""),
        (first.answer, "After the points."),
    }


def test_what_is_typed_is_kept_for_its_answer_by_next_which_moves_by_one(marking: MarkAnswers, folder: Path) -> None:
    marking.through.sheet.comment.value, marking.through.sheet.points.value = "Mine.", "21"

    marking.through.next()

    assert {mark.answer for mark in hand_marks(folder).values()} == {marking.through.pile.answers[0].answer}
    assert "Kept for number 1, 2 learners: points and comment." in marking.message.value
    assert (marking.through.sheet.comment.value, marking.through.sheet.points.value) == ("", "")
    assert "2 of 2" in marking.through.sheet.answer.value


def test_nothing_typed_is_no_mark(marking: MarkAnswers) -> None:
    with pytest.raises(InvalidValue, match="Type points or a comment first"):
        marking.through.mark()


def test_the_end_of_marking_is_told(marking: MarkAnswers) -> None:
    enter(marking, "22")
    assert "1 to go." in marking.message.value
    enter(marking, "01")
    assert "All of these are marked. Next: 3 Write what goes back" in marking.message.value
    assert "All 2 are marked" in marking.through.sheet.answer.value


def test_after_the_end_nothing_is_marked_by_mistake_and_undo_goes_back(marking: MarkAnswers, folder: Path) -> None:
    enter(marking, "22")
    enter(marking, "01")
    before = hand_marks(folder)

    enter(marking, "00")
    enter(marking, "n")

    assert hand_marks(folder) == before
    assert "All 2 are marked" in marking.through.sheet.answer.value
    enter(marking, "u")
    assert "2 of 2" in marking.through.sheet.answer.value
    assert len(hand_marks(folder)) == 2


def test_marks_that_are_replaced_are_told_and_come_back(marking: MarkAnswers, folder: Path) -> None:
    enter(marking, "21")
    marking.through.back()

    enter(marking, "20")

    assert "Before, line 4 had 1: Take back brings that back." in marking.message.value
    enter(marking, "u")
    assert sorted(mark.points or 0 for mark in hand_marks(folder).values()) == [1, 2]
    enter(marking, "21")
    assert "Before" not in marking.message.value, "the same points replace nothing"


def test_the_end_leads_to_the_first_that_waits(marking: MarkAnswers) -> None:
    marking.through.next()
    enter(marking, "22")
    assert "1 of 2 waits for you still" in marking.through.sheet.answer.value
    assert marking.through.steps.first_button.layout.display is None

    marking.through.to_first_open()

    assert "Here is number 1 of 2." in marking.message.value
    enter(marking, "22")
    marking.through.to_first_open()
    assert "All of these are marked." in marking.message.value


def test_one_mark_reads_the_marks_once(marking: MarkAnswers, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[Path] = []

    def counted(folder: Path) -> HandMarks:
        reads.append(folder)
        return hand_marks(folder)

    monkeypatch.setattr("rapportkit.coaching.pile.hand_marks", counted)

    enter(marking, "21")

    assert len(reads) == 1


@pytest.mark.parametrize("typed", ["1", "123", "xy", "9 9", "²1"])
def test_figures_that_cannot_be_are_refused_and_nothing_is_kept(marking: MarkAnswers, folder: Path, typed: str) -> None:
    enter(marking, typed)

    assert hand_marks(folder) == {}
    assert "Type a figure for each of the 2 lines" in marking.message.value or "at most" in marking.message.value


def test_an_answer_is_shown_escaped_and_blind(marking: MarkAnswers) -> None:
    marking.through.next()
    assert "&lt;script&gt;" in said(marking)
    assert "<script" not in said(marking)
    assert "s3" not in marking.through.sheet.answer.value

    marking.blind.value = False
    marking.bring_up()
    marking.through.next()
    assert "by s3" in marking.through.sheet.answer.value


def test_when_all_is_marked_nothing_is_left(marking: MarkAnswers, desk: RunDesk, folder: Path) -> None:
    enter(marking, "22")
    enter(marking, "0 1")
    marking.bring_up()
    assert "Nothing is left for you to judge." in marking.message.value

    desk.report()

    assert len(list((folder / BACK).rglob("feedback-*.html"))) == 3
    assert "To teach next" in desk.told.value


def test_a_rule_that_is_wrong_is_overruled_and_can_stand_again(marking: MarkAnswers, folder: Path) -> None:
    marking.through.sheet.points.value = "21"
    marking.through.overrule.line.value = 0
    assert "line 1 (0 to 1)" in marking.through.overrule.points.description
    marking.through.overrule.points.value, marking.through.overrule.reason.value = "0", "Only <named>."

    marking.through.overrule.overrule()

    one = marking.through.pile.top
    assert "1 of 2" in marking.through.sheet.answer.value, "what was typed is kept, and the answer stays"
    kept = hand_marks(folder)
    assert {line: kept[one.exercise.id, one.answer, line].points for line in (0, 2, 3)} == {0: 0, 2: 2, 3: 1}
    assert "by hand: 0 of 1; the rule said: yes" in marking.through.sheet.answer.value
    assert "you say 0" in marking.through.overrule.line.options[1][0]

    marking.through.overrule.line.value = 0
    marking.through.overrule.restore()

    assert hand_marks(folder)[one.exercise.id, one.answer, 0].points is None
    assert "by the rule: yes" in marking.through.sheet.answer.value


def test_overruling_can_be_taken_back(marking: MarkAnswers, folder: Path) -> None:
    marking.through.overrule.line.value = 0
    marking.through.overrule.points.value, marking.through.overrule.reason.value = "0", "Only named."
    marking.through.overrule.overrule()

    marking.through.take_back()

    assert hand_marks(folder) == {}
    assert "by the rule: yes" in marking.through.sheet.answer.value


def test_overruling_asks_for_what_is_missing(marking: MarkAnswers, folder: Path) -> None:
    with pytest.raises(InvalidValue, match="Choose the line"):
        marking.through.overrule.overrule()
    marking.through.overrule.line.value = 1
    with pytest.raises(InvalidValue, match="first, 0 to 1"):
        marking.through.overrule.overrule()
    marking.through.overrule.points.value = "7"
    with pytest.raises(InvalidValue, match="Say why first"):
        marking.through.overrule.overrule()
    marking.through.overrule.reason.value = "Only named."
    with pytest.raises(InvalidValue, match="1 point at most"):
        marking.through.overrule.overrule()
    assert hand_marks(folder) == {}


def test_marks_go_to_the_folder_that_was_opened(marking: MarkAnswers, folder: Path) -> None:
    marking.folder.value = str(folder.parent / "another")

    enter(marking, "21")

    assert len(hand_marks(folder)) == 2


def test_a_folder_that_is_none_is_a_sentence(lesson: Lesson) -> None:
    with pytest.raises(InvalidValue, match="Type the folder"):
        mark_answers(lesson, "").bring_up()
    with pytest.raises(InvalidValue, match="Open the folder"):
        mark_answers(lesson, "").through.next()


def test_what_waits_is_told_before_a_sheet_is_filled_and_leads_to_the_first(
    marking: MarkAnswers, desk: RunDesk, folder: Path
) -> None:
    sheet = upload_of("moodle.csv", b"ID,Grade,Comments\ns1,,\ns2,,\ns3,,\n")
    marking.through.next()
    enter(marking, "22")
    desk.report()
    assert "4 lines in 2 hand-ins are still to be judged. To give back: 3" in desk.message.value

    desk.sheet.bring.value = sheet

    assert "4 lines in 2 hand-ins are still to be judged. Their marks would be left out." in desk.sheet.message.value
    assert not list(folder.glob("filled-*"))
    desk.sheet.judge_first()
    assert "1 of 1 (2 learners wrote this)" in marking.through.sheet.answer.value
    enter(marking, "22")
    desk.sheet.offer()
    assert "Filled: 3" in desk.sheet.message.value
    assert desk.sheet.waiting.value == ""
    assert desk.sheet.first_button.layout.display == "none"


def test_the_end_of_marking_leads_on_to_what_goes_back(marking: MarkAnswers, desk: RunDesk, folder: Path) -> None:
    assert "6 lines in 3 hand-ins" in desk.sheet.waiting.value
    enter(marking, "22")
    assert marking.through.steps.write_button.layout.display == "none"
    enter(marking, "22")
    assert desk.sheet.waiting.value == "", "nothing waits any more, and nobody says so"
    assert marking.through.steps.write_button.layout.display is None

    marking.through.write_back()

    assert "To give back: 3" in desk.message.value
    assert (folder / BACK).is_dir()


def test_a_sheet_can_be_filled_all_the_same(desk: RunDesk, folder: Path) -> None:
    with pytest.raises(InvalidValue, match="Bring the sheet first"):
        desk.sheet.fill()
    desk.sheet.bring.value = upload_of("moodle.csv", b"ID,Grade,Comments\ns1,,\n")

    desk.sheet.fill()

    assert (folder / "filled-moodle.csv").is_file()
    assert "has lines that nobody has judged" in desk.sheet.told.value


def test_the_late_are_decided_on_one_by_one_or_together(lesson: Lesson, folder: Path) -> None:
    table = open_desk(folder)
    view = run_desk(lesson, str(folder))
    late = view.came.late
    assert late.who.layout.display == "none"
    with pytest.raises(InvalidValue, match="Nobody is late"):
        late.count_as_on_time()
    for number, learner in enumerate(table.learners):
        at = table.due + timedelta(hours=number)
        view.came.bring.value = upload_of("x.json", hand_in_of(table, learner, GOOD, at=at))
    assert [label for label, _ in late.who.options] == [
        "All 2 who are late", "Learner 2: 1 hour late", "Learner 3: 2 hours late",
    ]  # fmt: skip

    late.who.value = "s2"
    late.count_as_on_time()
    assert "Counted as on time: Learner 2." in late.message.value
    assert "which you count as on time" in late.who.options[1][0]
    assert "Learner 2: 1 hour late, which you count as on time." in late.told.value
    assert "1 hour late" not in view.came.told.value, "it is told once, where it is decided"
    late.who.value = ""
    late.keep_as_late()
    assert "Kept as late: Learner 2, Learner 3." in late.message.value
