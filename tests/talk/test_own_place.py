"""What the interviewer of each scene knows of their own place, and that it is the same in every answer."""

from __future__ import annotations

import pytest

from rapportkit.talk.scene import Scene, built_in_scenes
from tests.talk.played import play

KNOWN = (
    "team", "hours", "training", "first-week", "who-teaches", "hard", "like-job", "here-long", "way", "why-free",
    "people-leave", "day", "busy-time", "regulars", "complaints", "takes-complaints", "would-change", "pay",
    "start-date", "next", "breaks", "before", "goes-wrong", "own-mistake", "best-day", "worst-day", "learnt",
    "difficult-boss", "growth", "expect-of-me", "time-off", "permanent", "weekends", "keys", "other-covers",
    "food", "family",
    "humour", "quarrel", "uniform", "cold", "noise", "hired-last", "why-us", "why-stay",
)  # fmt: skip


@pytest.mark.parametrize("scene", built_in_scenes().values(), ids=lambda scene: scene.id)
def test_every_interviewer_knows_their_own_place(scene: Scene) -> None:
    told = {topic.subject or topic.about for topic in scene.topic}

    missing = [about for about in KNOWN if about not in told]

    assert missing == []


@pytest.mark.parametrize(
    ("scene", "said", "reply"),
    [
        ("line-faith", "When would I be paid?", "twenty-sixth"),
        ("line-faith", "What is the pay?", "twenty-sixth"),
        ("line-faith", "Who keeps the books with me?", "Eto'o"),
        ("line-children", "How many dentists are there?", "Two dentists"),
        ("line-pay", "How many pharmacies do you have?", "Eleven"),
        ("phone", "Is there a bus?", "21"),
        ("chatty", "Whose cat is it?", "Doyle"),
    ],
)
def test_numbers_and_names_are_the_same_in_every_answer(scene: str, said: str, reply: str) -> None:
    assert reply in play(scene, said).reply


@pytest.mark.parametrize(
    ("scene", "said", "reply"),
    [
        ("line-health", "Could you talk me through an ordinary night?", "Slips at three"),
        ("hurried", "Who steps in when one of you is sick?", "My sister"),
        ("note-taker", "Do you have a favourite moment of the shift?", "pot's empty"),
        ("sceptic", "What do beginners get wrong at first?", "label"),
        ("phone", "What happens when somebody complains?", "Luz"),
        ("line-origin", "How much leave would I have?", "Twenty-eight"),
        ("line-number", "Is there anything you would fix here?", "curtain"),
    ],
)
def test_a_question_in_other_words_finds_what_the_scene_knows(scene: str, said: str, reply: str) -> None:
    assert reply in play(scene, said).reply


@pytest.mark.parametrize(
    ("said", "names"), [("Do you sell candles?", "candles"), ("Is there a piano tuner?", "piano tuner")]
)
def test_what_is_not_known_is_said_and_named(said: str, names: str) -> None:
    talk = play("line-age", said)

    assert "no answer" in talk.reason
    assert names in talk.reply.lower()


def test_of_two_questions_both_are_answered() -> None:
    reply = play("line-pay", "Who owns it all, and when does one get paid?").reply

    assert "family" in reply
    assert "twenty-eighth" in reply


def test_a_second_question_without_an_answer_is_not_passed_over() -> None:
    reply = play("hurried", "Who is the boss here? And does the baker next door still paint boats?").reply

    assert "Ahmed" in reply or "Me." in reply
    assert any(word in reply for word in ("ask", "check", "far as I know", "Reckon"))


@pytest.mark.parametrize("said", ["Who is the boss here, right?", "It opens at six. Is that right? When is it busy?"])
def test_a_tag_is_no_second_question(said: str) -> None:
    assert "check" not in play("hurried", said).reply
