"""The panels of the lesson on purpose: the decision played, three proofs, one said aloud, a reason of one's own."""

from __future__ import annotations

import pytest

from rapportkit.decision import rooms
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer, Proof
from rapportkit.moments import Played
from rapportkit.views.add_proof import AddProof
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_reason import PREPARING, REASON, OwnReason
from rapportkit.views.play_decision import PLAYED, PlayDecision
from rapportkit.views.recall import recall
from rapportkit.views.speak_proof import AFTERWARDS, SpeakProof
from tests.views.conftest import said

WHOLE = Proof(situation="A flood", action="I swept the ward with two porters", change="Beds were dry by noon")


def test_the_decision_says_that_it_is_a_model_of_ours_and_plays_nothing_by_itself(lesson: Lesson) -> None:
    view = PlayDecision(lesson)

    assert "They prove nothing about the world" in said(view)
    assert "Behind the door" not in said(view)
    assert lesson.workbook.all(Played) == {}


def test_both_halves_are_played_with_a_champion_and_what_it_does_to_the_others(lesson: Lesson) -> None:
    view = PlayDecision(lesson)
    view.proof.value = view.connection.value = True

    view.play()

    mine = rooms()[0].finalist[0]
    assert f"{mine.name} had a champion: {mine.sharer}" in said(view.talk)
    assert "Not fair:" in said(view.talk)


def test_every_way_that_was_tried_is_kept_once_and_shown_again(lesson: Lesson) -> None:
    view = PlayDecision(lesson)
    for proof, connection in ((False, False), (True, False), (False, True), (True, True), (True, True)):
        view.proof.value, view.connection.value = proof, connection
        view.play()
    view.marked.value = True
    view.play()

    tried = said(PlayDecision(lesson).tried)
    assert "What you have tried (5)" in tried
    assert "a connection alone; they talk it over: Amina did not get the place" in tried
    assert lesson.workbook.latest(Played, PLAYED) is not None


def test_another_room_has_other_people_and_an_empty_door(lesson: Lesson) -> None:
    view = PlayDecision(lesson)
    view.play()

    view.proof.value = view.connection.value = view.marked.value = True
    view.turn()
    assert (view.proof.value, view.connection.value, view.marked.value) == (False, False, True)

    assert rooms()[1].finalist[0].name in view.proof.description
    assert "Behind the door" not in said(view.talk)


def test_a_proof_of_nothing_is_kept_and_the_part_that_is_missing_named(lesson: Lesson) -> None:
    view = AddProof(lesson, how_many=3)
    for name, text in (("situation", "At work"), ("action", "I am good at many things"), ("change", "All were happy")):
        view.fields[name].value = text

    view.save()

    assert "no deed in it yet" in view.message.value
    assert "no result in it yet" in view.message.value
    assert "no deed in it yet" in said(view.so_far)
    assert lesson.workbook.latest(Proof, "proof-1") is not None

    view.fields["action"].value, view.fields["change"].value = WHOLE.action, WHOLE.change
    view.save()
    assert "Say it aloud once" in view.message.value


def test_three_proofs_say_at_once_what_each_still_needs(lesson: Lesson) -> None:
    view = AddProof(lesson, how_many=3)
    assert said(view.so_far).count("not begun") == 3

    view.fields["situation"].value = "A flood"
    view.keep()
    assert "First proof: still to come: what i did, what changed" in said(view.so_far)

    view.which.value = "proof-2"
    view.fields["action"].value = "I swept"
    view.which.value = "proof-1"

    assert view.fields["situation"].value == "A flood"
    assert lesson.workbook.latest(Proof, "proof-2") == Proof(situation="", action="I swept", change="")
    assert "Second proof: still to come: the situation, what changed" in said(view.so_far)


def test_a_whole_proof_is_timed_and_a_long_one_is_said_to_be_long(lesson: Lesson) -> None:
    lesson.workbook.save("proof-1", WHOLE)
    lesson.workbook.save("proof-2", WHOLE.with_(action="I swept and swept " * 50))

    page = said(AddProof(lesson, how_many=3).so_far)

    assert "First proof: all three parts are there, about 6 seconds aloud</li>" in page
    assert "more than a minute, so leave something out" in page


def test_the_first_of_three_is_the_one_that_goes_with_the_line(lesson: Lesson) -> None:
    lesson.workbook.save("proof-1", WHOLE)

    assert AddProof(lesson).fields["change"].value == WHOLE.change


def test_going_through_the_proofs_saves_nothing(lesson: Lesson) -> None:
    view = AddProof(lesson, how_many=3)
    view.which.value = "proof-3"
    view.which.value = "proof-1"

    assert lesson.workbook.all(Proof) == {}


def test_only_a_whole_proof_is_said_aloud_and_without_its_words(lesson: Lesson) -> None:
    view = SpeakProof(lesson)
    with pytest.raises(InvalidValue, match="not whole yet"):
        view.start()
    lesson.workbook.save("proof-1", WHOLE)

    view.start()
    assert "One minute; the bar fills" in said(view.page)
    assert "A flood" not in said(view)
    view.begin_without()
    assert "rk-clock" not in said(view.page)
    view.look()
    assert "A flood" in said(view.page)
    view.which.value = "proof-2"
    assert "A flood" not in said(view)


def test_what_is_said_after_the_minute_asks_for_the_change() -> None:
    assert "what changed" in AFTERWARDS


def test_a_reason_is_kept_and_an_empty_one_is_asked_for(lesson: Lesson) -> None:
    view = OwnReason(lesson)
    with pytest.raises(InvalidValue, match="no reason yet"):
        view.save()
    assert lesson.workbook.all(Answer) == {}

    view.fields[REASON].value = "I like people"
    view.fields[PREPARING].value = "Ask the porter"
    view.save()

    assert OwnReason(lesson).fields[REASON].value == "I like people"
    assert OwnReason(lesson).fields[PREPARING].value == "Ask the porter"


def test_the_reason_and_the_whole_proofs_are_what_is_shown_from_memory(lesson: Lesson) -> None:
    lesson.workbook.save(REASON, Answer(exercise=REASON, text="I like <people>"))
    lesson.workbook.save("proof-1", WHOLE)
    lesson.workbook.save("proof-2", WHOLE.with_(situation="A half", change=""))
    view = recall(lesson, "Why?", shows="reason-and-proof")
    view.answer.value = "something"

    view.look()

    assert "I like &lt;people&gt;" in said(view.saved)
    assert "A flood" in said(view.saved)
    assert "A half" not in said(view.saved)
