"""A question is answered in the way in which it was asked, and sidestepped in the part where nothing is known."""

from __future__ import annotations

import pytest

from rapportkit.people.person import Person
from rapportkit.talk.own_scene import scene_from
from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.voice import voices
from tests.talk.played import play, replies

DONT_KNOW = [*voices()["plain"].unknown]


@pytest.mark.parametrize(
    ("scene", "said", "begins"),
    [
        ("chatty", "Would I be alone at night?", "Never alone, no."),
        ("phone", "Do you have a dog?", "One dog, yes."),
        ("formal", "Shall I hear by letter or by telephone?", "By letter."),
        ("note-taker", "Do you like skating?", "(nods) Very much."),
    ],
)
def test_yes_no_or_a_choice_comes_first(scene: str, said: str, begins: str) -> None:
    assert begins in play(scene, said).reply


def test_why_and_since_when_ask_about_what_was_told_last() -> None:
    talk = play("hurried", "What do you do at the weekend?", "Since when?", "Why?")
    hobby = next(topic for topic in talk.scene.topic if topic.about == "hobby")

    assert hobby.since
    assert hobby.why
    assert hobby.since in replies(talk)[2]
    assert hobby.why in replies(talk)[3]


def test_of_a_panel_the_one_who_is_named_answers() -> None:
    talk = play("panel", "Pieter, what did you do before this?")

    assert "Pieter de Boer: Butchers" in talk.reply


@pytest.mark.parametrize(
    "said", ["Who painted that door?", "Why is the clock slow?", "Did the ladder hold?", "Is it oak?"]
)
def test_what_nothing_is_known_of_is_owed_and_no_answer_to_it_made_up(said: str) -> None:
    for scene in ("chatty", "formal", "line-health"):
        talk = play(scene, said)
        assert not any(line in talk.reply for line in DONT_KNOW)
        assert "names it and promises none" in talk.reason


def test_of_a_real_person_the_notes_are_named_and_nothing_is_made_up() -> None:
    talk = answer(start(scene_from(Person(name="Ana Roy"), ()), 1), "Do you have a dog?")

    assert "notes on the real person" in talk.reason


def test_what_was_told_is_told_again_as_such() -> None:
    said = "What is your dog called?"
    talk = answer(play("phone", said), said)

    assert "told before" in talk.reason


def test_a_story_beside_a_question_gets_a_nod_and_a_bare_answer_none() -> None:
    story = "I mended the old freezer with my neighbour on a Sunday. How many people work there?"

    nods = voices()["phone"].takes + voices()["plain"].takes

    assert play("phone", story).reply.startswith(tuple(line.split("{")[0] for line in nods))
    assert not play("phone", "Yes. How many people work there?").reply.startswith(tuple(nods))


@pytest.mark.parametrize(
    ("scene", "said", "not_said"),
    [
        ("hurried", "Can I take some bread home at the end?", "Every day of my life"),
        ("subject-changer", "Is your mother here in the hotel also?", "She does"),
        ("note-taker", "Do the children eat in one go or in sittings?", "porridge"),
        ("line-origin", "You got a repair stand for me or do I share?", "nobody is ashamed"),
    ],
)
def test_a_line_of_the_right_topic_that_answers_in_another_way_is_not_told(
    scene: str, said: str, not_said: str
) -> None:
    assert not_said not in play(scene, said).reply


def test_hours_and_pay_are_told_as_facts_however_openly_one_asks() -> None:
    assert "Six to two thirty" in play("phone", "What would the shift pattern be?").reply
    assert "in the ad" in play("phone", "What's the pay?").reply


@pytest.mark.parametrize(
    ("scene", "said", "not_said"),
    [
        ("phone", "How many are on a shift?", "Six to two"),
        ("formal", "What is the reading room like in winter?", "contract"),
        ("chatty", "And what would a Tuesday be like?", "waltz"),
    ],
)
def test_a_word_in_common_is_no_answer(scene: str, said: str, not_said: str) -> None:
    assert not_said not in play(scene, said).reply


def test_when_one_hears_is_told_whatever_the_words() -> None:
    assert "Friday" in play("chatty", "When will you let me know?").reply


def test_who_is_not_answered_by_hours() -> None:
    assert "till noon" not in play("hurried", "Who's on with me at four?").reply
