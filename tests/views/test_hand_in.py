"""Handing in: an assignment is brought, done in the same panels, looked at, and made into a file."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from rapportkit.assignment import Learner, Returned
from rapportkit.coaching.desk import Desk, Enrolled, as_file
from rapportkit.coaching.feedback import Feedback, feedback_for
from rapportkit.coaching.give_back import files_back
from rapportkit.coaching.handout import handout
from rapportkit.coaching.marking import Marked, Paper, exercises_as_json, mark_chunk
from rapportkit.coaching.to_send import put_for
from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.handin import HandIn, hand_in_file, read_hand_in
from rapportkit.people.dossier import Dossier
from rapportkit.views.hand_in import HandInDesk
from rapportkit.views.lesson import Lesson
from tests.coaching.classroom import GOOD, HANDED_IN, IDS, a_desk, handed_in
from tests.views.conftest import said, upload_of

DESK = a_desk()


def brought(lesson: Lesson) -> HandInDesk:
    """The panel after the learner has brought the assignment."""
    view = HandInDesk(lesson)
    view.bring.value = upload_of("assignment.json", as_file(DESK.assignment_for(DESK.learners[0])))
    return view


def made(view: HandInDesk) -> HandIn:
    """What stands behind the link to download."""
    found = re.search(
        r'download="([^"]+\.json)" href="data:application/json;base64,([^"]+)"', view.goes_out.preview.value
    )
    assert found
    return read_hand_in(found[1], base64.b64decode(found[2]))


def test_the_exercises_of_an_assignment_are_laid_out_and_stay(lesson: Lesson) -> None:
    view = brought(lesson)

    assert [panel.exercise.id for panel in view.exercises.children] == list(IDS)
    assert "due on Thursday 10 December 2026" in view.message.value
    assert [panel.exercise.id for panel in HandInDesk(lesson).exercises.children] == list(IDS)


def test_what_is_handed_in_is_what_was_written_and_nothing_else(lesson: Lesson) -> None:
    view = brought(lesson)
    view.exercises.children[0].answer.value = GOOD
    view.goes_out.hand_in()

    hand_in = made(view)
    assert (hand_in.token, hand_in.learner.id, hand_in.assignment) == (DESK.learners[0].token, "s1", DESK.id)
    assert [(answer.exercise, answer.text) for answer in hand_in.answers] == [(IDS[0], GOOD)]
    assert hand_in.answers[0].own_checks == ("earned", "earned", "for a person", "for a person")
    assert "1 of 2 exercises" in view.goes_out.message.value


def test_names_are_left_out_unless_the_learner_wants_them_in(lesson: Lesson) -> None:
    lesson.workbook.save("p1", Dossier(name="Helen Marsh"))
    lesson.workbook.save("p2", Dossier(name="Amal Haddad"))
    view = brought(lesson)
    view.exercises.children[1].answer.value = "Dear Ms Haddad, Helen <b>Marsh</b> said so."

    view.goes_out.look()
    assert "Dear Ms Haddad, N. N. &lt;b&gt;N. N.&lt;/b&gt; said so." in view.goes_out.preview.value

    view.goes_out.hide_names.value = False
    view.goes_out.look()
    assert "Helen &lt;b&gt;Marsh" in view.goes_out.preview.value


def test_an_answer_can_be_kept_back(lesson: Lesson) -> None:
    view = brought(lesson)
    for panel in view.exercises.children:
        panel.answer.value = "I washed vans."
    view.goes_out.may_go.children[0].value = False

    view.goes_out.hand_in()

    assert [answer.exercise for answer in made(view).answers] == [IDS[1]]


def test_nothing_to_hand_in_is_a_sentence(lesson: Lesson) -> None:
    with pytest.raises(InvalidValue, match="Bring your assignment first"):
        HandInDesk(lesson).goes_out.hand_in()
    with pytest.raises(InvalidValue, match="no answer to hand in yet"):
        brought(lesson).goes_out.hand_in()


def test_a_wrong_file_says_what_it_is_not(lesson: Lesson) -> None:
    view = HandInDesk(lesson)
    view.bring.value = upload_of("x.json", b"[]")
    assert "no assignment of rapportkit" in view.message.value
    with pytest.raises(UnreadableFile):
        view.take()


def test_feedback_is_shown_escaped(lesson: Lesson) -> None:
    feedback = feedback_on(DESK, DESK.learners[0], f"<script>{GOOD}")
    view = HandInDesk(lesson)
    view.came_back.bring.value = upload_of("feedback.json", as_file(feedback))
    assert "never brought into this workbook" in view.came_back.message.value
    view = brought(lesson)

    view.came_back.bring.value = upload_of("feedback.json", as_file(feedback))

    assert "Back to you, Learner 1: Week 1" in said(view)
    assert "&lt;script&gt;" in view.came_back.feedback.value
    assert "<script" not in view.came_back.feedback.value
    assert "Not tried." in view.came_back.feedback.value

    assert "Back to you, Learner 1: Week 1" in HandInDesk(lesson).came_back.feedback.value


def feedback_on(desk: Desk, learner: Enrolled, text: str = GOOD) -> Feedback:
    data = hand_in_file(handed_in(desk, learner, text))
    line = mark_chunk(exercises_as_json(desk), (Paper(learner.id, "x", 1, data),))
    return feedback_for(desk, learner, Marked.model_validate_json(line), {})


@pytest.mark.parametrize("with_figures", [True, False])
def test_feedback_on_somebody_elses_work_is_refused_and_not_kept(lesson: Lesson, *, with_figures: bool) -> None:
    view = brought(lesson)
    theirs = feedback_on(DESK, DESK.learners[1])
    theirs = theirs if with_figures else theirs.with_(seal="")

    view.came_back.bring.value = upload_of("feedback.json", as_file(theirs))

    assert "for Learner 2, and the assignment in this workbook is Learner 1&#x27;s" in view.came_back.message.value
    assert "Back to you" not in view.came_back.feedback.value
    assert lesson.workbook.all(Returned) == {}


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"seal": "0" * 16}, "does not carry the figures"),
        ({"assignment": "week-9"}, "never brought into this workbook"),
        ({"learner": Learner(id="s9", name="Chi <b>Wu")}, "for Chi &lt;b&gt;Wu, and the assignment"),
    ],
)
def test_feedback_that_only_looks_like_mine_is_refused(lesson: Lesson, changed: dict[str, object], says: str) -> None:
    view = brought(lesson)

    view.came_back.bring.value = upload_of("f.json", as_file(feedback_on(DESK, DESK.learners[0]).with_(**changed)))

    assert says in view.came_back.message.value
    assert lesson.workbook.all(Returned) == {}


def test_feedback_on_last_weeks_assignment_still_comes_home(lesson: Lesson) -> None:
    brought(lesson)
    later = DESK.with_(id="week-2", title="Week 2")
    view = HandInDesk(lesson)
    view.bring.value = upload_of("a.json", as_file(later.assignment_for(later.learners[0])))

    view.came_back.bring.value = upload_of("f.json", as_file(feedback_on(DESK, DESK.learners[0])))

    assert "Back to you, Learner 1: Week 1" in view.came_back.feedback.value


def test_a_workbook_with_somebody_elses_assignment_asks_before_it_takes_mine(lesson: Lesson) -> None:
    view = brought(lesson)
    theirs = DESK.assignment_for(DESK.learners[1])

    view.bring.value = upload_of("a.json", as_file(theirs))

    assert "for Learner 2, and this workbook holds one for Learner 1" in view.message.value
    assert view.assignment == DESK.assignment_for(DESK.learners[0])
    view.take_all_the_same()
    assert view.assignment == theirs
    with pytest.raises(InvalidValue, match="Bring your assignment first"):
        view.take_all_the_same()


@pytest.mark.parametrize("name", ["LEARNER 1", "Learner  1"])
def test_a_name_in_other_letters_is_no_other_learner(lesson: Lesson, name: str) -> None:
    view = brought(lesson)
    mine = DESK.assignment_for(DESK.learners[0].with_(name=name, id="new-id"))

    view.bring.value = upload_of("a.json", as_file(mine))

    assert view.assignment == mine


def test_what_one_asks_the_coach_is_kept_shown_and_goes_out_without_names(lesson: Lesson) -> None:
    lesson.workbook.save("p1", Dossier(name="Helen Marsh"))
    view = brought(lesson)
    assert view.goes_out.asks.value == ""
    view.goes_out.asks.value = "I am stuck: may I mention <Helen> Marsh?"
    view.goes_out.keep()

    again = HandInDesk(lesson)
    again.goes_out.look()
    assert "I am stuck: may I mention &lt;N. N.&gt; N. N.?" in again.goes_out.preview.value
    again.goes_out.hand_in()

    assert made(again).asks == "I am stuck: may I mention <N. N.> N. N.?"
    assert "0 of 2 exercises are in it, and your question" in again.goes_out.message.value


def test_the_zip_as_it_came_is_brought_for_assignment_and_feedback(lesson: Lesson, tmp_path: Path) -> None:
    learner = DESK.learners[0]
    given = put_for(tmp_path / "send", learner, handout(DESK, learner), HANDED_IN)
    feedback = feedback_on(DESK, learner)
    back = put_for(tmp_path / "back", learner, files_back(DESK, learner, feedback, b"a page"), HANDED_IN)
    view = HandInDesk(lesson)

    view.bring.value = upload_of(given.name, given.read_bytes())
    assert view.assignment == DESK.assignment_for(learner)
    view.came_back.bring.value = upload_of(given.name, given.read_bytes())
    assert "There is no feedback in the ZIP" in view.came_back.message.value
    view.came_back.bring.value = upload_of(back.name, back.read_bytes())

    assert "Back to you, Learner 1: Week 1" in view.came_back.feedback.value
