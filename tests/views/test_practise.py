from __future__ import annotations

from typing import get_args

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Format
from rapportkit.talk.practice_talk import PracticeTalk
from rapportkit.views.lesson import Lesson, borrow_sample
from rapportkit.views.practise import STOP, Practise, practise


def say(view: Practise, *lines: str) -> None:
    for line in lines:
        view.talking.said.value = line
        view.say()


@pytest.fixture
def view(lesson: Lesson) -> Practise:
    view = practise(lesson)
    view.partner.value = "chatty"
    view.start()
    return view


def test_the_partner_says_first_that_it_is_made_of_rules(view: Practise) -> None:
    assert "made of rules" in view.talking.reply.value


def test_each_answer_is_kept_and_the_talk_goes_on_where_it_was_left(view: Practise, lesson: Lesson) -> None:
    say(view, "I came by train, thank you. How long have you been here?", "I ran the night desk for two years.")

    (kept,) = lesson.workbook.all(PracticeTalk).values()
    assert len(kept.said) == 2

    again = practise(lesson)
    assert again.talking.talked.value == view.talking.talked.value
    assert again.talking.reply.value == view.talking.reply.value


def test_nothing_typed_is_refused_with_a_sentence(view: Practise) -> None:
    with pytest.raises(InvalidValue, match="Type what you say first"):
        view.say()


def test_what_is_typed_and_not_said_outlives_the_stop_button(view: Practise) -> None:
    view.talking.said.value = "half a sent"
    view.stop()

    assert view.talking.said.value == "half a sent"
    assert view.talk
    assert view.talk.over
    assert view.talk.exchanges[-1].said == STOP


def test_the_partner_stays_chosen_when_the_lesson_is_opened_again_and_when_somebody_is_added(lesson: Lesson) -> None:
    first = practise(lesson)
    first.partner.value = "hurried"
    first.start()
    again = practise(lesson)
    assert again.partner.value == "hurried"

    borrow_sample(lesson, "nadia")
    lesson.renew_panels()

    assert again.partner.value == "hurried"
    assert any("as far as your notes go" in label for label, _ in again.partner.options)


def test_what_is_typed_and_not_said_is_there_again_and_gone_when_it_was_said(view: Practise, lesson: Lesson) -> None:
    view.talking.said.value = "half a sent"
    assert practise(lesson).talking.said.value == "half a sent"

    say(view, "half a sentence.")
    assert practise(lesson).talking.said.value == ""


def test_after_the_goodbye_there_are_strengths_a_map_and_a_minute_to_replay(view: Practise, lesson: Lesson) -> None:
    say(view, "Fine.", "I am a team player and a perfectionist.", "Yes.", STOP)

    assert "What worked" in view.after.page.value
    assert "<svg" in view.after.page.value

    view.after.moment.value = 2
    view.replay()
    assert view.talk
    assert not view.talk.over
    assert view.practice
    assert view.practice.said == ("Fine.",)
    assert len(lesson.workbook.all(PracticeTalk)) == 2  # the talk as it was is still there


def test_markup_in_what_was_said_is_shown_as_typed(view: Practise) -> None:
    say(view, "<script>alert(1)</script> & so on")

    assert "<script>" not in view.talking.talked.value


def test_ones_own_interviewer_knows_what_the_notes_say_and_is_forgotten_with_them(lesson: Lesson) -> None:
    from rapportkit.workbook.forget import forget

    borrow_sample(lesson, "nadia")
    view = practise(lesson)
    view.partner.value = next(value for _, value in view.partner.options if str(value).startswith("own: "))
    view.start()
    (kept,) = lesson.workbook.all(PracticeTalk).values()
    assert kept.person
    assert kept.own_scene

    forget(lesson.workbook, kept.person)
    assert not lesson.workbook.all(PracticeTalk)


def test_where_lines_are_crossed_only_such_partners_are_offered(lesson: Lesson) -> None:
    partners = [value for _, value in practise(lesson, crossing=True).partner.options]
    assert len(partners) >= 8
    assert all(str(value).startswith("line-") for value in partners)


def test_each_partner_begins_with_a_letter_by_which_it_is_chosen(lesson: Lesson) -> None:
    for crossing in (False, True):
        assert all(label[0].isalpha() for label, _ in practise(lesson, crossing).partner.options)


@pytest.mark.parametrize("form", get_args(Format))
def test_ones_own_interviewer_asks_about_the_way_only_where_there_is_one(half_way: Lesson, form: Format) -> None:
    interview = half_way.interview
    assert interview
    half_way.take_in_hand(interview.with_(format=form))
    view = practise(half_way)
    view.partner.value = next(value for _, value in view.partner.options if str(value).startswith("own: "))

    view.start()

    assert view.practice
    assert view.practice.own_scene
    assert ("the way" in view.practice.own_scene.first.asks) == (form in ("room", "panel"))
