"""The card, the proof, recall, the exercise, the evidence, the clock."""

from __future__ import annotations

import pytest

from rapportkit.cards import Card
from rapportkit.errors import InvalidValue
from rapportkit.evidence import ledger
from rapportkit.ground.link import Choice, Link
from rapportkit.interviews import Answer, Debrief, Line, Proof
from rapportkit.views.add_proof import AddProof
from rapportkit.views.clock import STAGES, ResearchClock
from rapportkit.views.do_exercise import do_exercise
from rapportkit.views.example import show_example
from rapportkit.views.how_sure import how_sure
from rapportkit.views.lesson import Lesson
from rapportkit.views.make_card import MakeCard
from rapportkit.views.recall import recall
from rapportkit.views.saved import SAVED
from tests.views.conftest import said


def test_a_card_is_kept_and_read_back_as_one_sentence(lesson: Lesson) -> None:
    view = MakeCard(lesson, "they change the subject,", "")
    view.then.value = "I go along & listen."

    view.save()

    assert lesson.workbook.latest(Card, lesson.id) == Card(
        lesson=lesson.id, if_="they change the subject,", then="I go along & listen."
    )
    assert "If they change the subject, then I go along &amp; listen." in said(view)


def test_half_a_card_is_kept_but_not_called_done(lesson: Lesson) -> None:
    view = MakeCard(lesson, "", "")
    view.then.value = "I breathe out."
    view.keep()

    with pytest.raises(InvalidValue, match="both halves"):
        view.save()

    assert MakeCard(lesson, "", "").then.value == "I breathe out."


def test_a_card_nobody_touched_is_not_saved(lesson: Lesson) -> None:
    MakeCard(lesson, "they change the subject,", "").keep()

    assert lesson.workbook.all(Card) == {}


def test_a_proof_says_which_beat_is_missing_and_keeps_the_rest(lesson: Lesson) -> None:
    view = AddProof(lesson)
    view.fields["action"].value = "I drew up a list."

    with pytest.raises(InvalidValue, match="the situation, what changed"):
        view.save()

    assert lesson.workbook.latest(Proof, "proof-1") == Proof(situation="", action="I drew up a list.", change="")


def test_recall_asks_to_try_before_it_shows(half_way: Lesson) -> None:
    view = recall(half_way, "What was it?", shows="them")

    with pytest.raises(InvalidValue, match="Try first"):
        view.look()
    assert "Helen Ashworth" not in said(view)
    view.answer.value = "something"
    view.look()

    assert "Helen Ashworth" in said(view)
    assert "Giant pumpkins" in said(view)


@pytest.mark.parametrize(
    ("shows", "there"),
    [("shortlist", "Rowing"), ("line-and-proof", "I row at six."), ("their-words", "nobody rings the night shift")],
)
def test_recall_shows_what_was_asked_about_and_nothing_else(half_way: Lesson, shows: str, there: str) -> None:
    key = next(iter(half_way.interviewers))
    link = Link(kind="sport", label="Rowing", status="confirmed", light="green", mine=(), theirs=(), why="Both row.")
    half_way.workbook.save("x", Choice(person=key, link=link, stance="true"))
    half_way.workbook.save("x", Line(person=key, about_kind="sport", about_label="Rowing", text="I row at six."))
    half_way.workbook.save("proof-1", Proof(situation="A flood", action="I swept", change="It was dry"))
    half_way.workbook.save("00", Card(lesson="00", if_="a", then="b"))
    half_way.workbook.save(
        "interview-1", Debrief(interview="interview-1", they_care_about="nobody rings the night shift")
    )
    view = recall(half_way, "What was it?", shows=shows)
    view.answer.value = "something"

    view.look()

    page = said(view.saved)
    assert there in page
    assert ("A flood" in page) == (shows == "line-and-proof")
    assert "If a, then b" not in page


def test_recall_of_a_text_of_the_lesson_shows_that_text(half_way: Lesson) -> None:
    view = recall(half_way, "How did it end?", quoted="What was it like <then>?")
    view.answer.value = "something"

    view.look()

    assert "What was it like &lt;then&gt;?" in said(view.saved)
    assert "Helen" not in said(view.saved)


def test_recall_with_nothing_saved_says_so(lesson: Lesson) -> None:
    for shows in SAVED:
        view = recall(lesson, "What was it?", shows=shows)
        view.answer.value = "something"
        view.look()
        assert "nothing saved to compare with" in said(view.saved)


def test_recall_names_what_it_can_show(lesson: Lesson) -> None:
    with pytest.raises(InvalidValue, match=r"them, shortlist.*'cards' is none"):
        recall(lesson, "What was it?", shows="cards")


def test_an_exercise_keeps_the_answer_and_shows_the_model_only_after_a_try(lesson: Lesson) -> None:
    view = do_exercise(lesson, "repair_a_tossed_out_line")
    with pytest.raises(InvalidValue, match="Try first"):
        view.show_model()

    view.answer.value = view.exercise.poor
    view.look()
    view.show_model()

    assert lesson.workbook.latest(Answer, "repair_a_tossed_out_line") is not None
    assert "not yet" in said(view.marks)
    assert "One good answer" in said(view)


def test_an_unknown_exercise_is_named(lesson: Lesson) -> None:
    with pytest.raises(InvalidValue, match="There is no exercise 'none'"):
        do_exercise(lesson, "none")


def test_the_evidence_shows_what_speaks_against_it() -> None:
    page = said(how_sure("champion"))

    assert ledger()["champion"].against in page.replace("&#x27;", "'")
    with pytest.raises(InvalidValue, match="no entry 'luck'"):
        how_sure("luck")


def test_the_clock_waits_at_each_boundary_and_ends_at_leave() -> None:
    view = ResearchClock()
    for stage in STAGES:
        view.next_stage()
        assert stage.title in said(view)

    view.next_stage()

    assert "never" in said(view)
    assert view.next_button.description.startswith("Start the clock again")


def test_the_clock_says_the_same_number_of_minutes_everywhere() -> None:
    view = ResearchClock()
    assert view.next_button.description == "Start the clock: the first 5 of 8 minutes"

    view.next_stage()

    assert "5 of the 8 minutes" in said(view)
    assert view.next_button.description == "Next: the other 3 minutes"


def test_the_clock_can_be_switched_off() -> None:
    view = ResearchClock()

    view.switch_off()

    assert all(stage.title in said(view) for stage in STAGES)


def test_an_example_is_a_page_and_a_text() -> None:
    shown = show_example("tossed-out")

    assert "Not so good" in shown._repr_html_()
    assert "What makes the difference" in repr(shown)


def test_the_sample_ground_is_worked_out_and_shows_a_red_light() -> None:
    page = show_example("sample-ground")._repr_html_()

    assert "green: bring it up" in page
    assert "red: leave it" in page
