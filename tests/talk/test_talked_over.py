"""Questions about one's own answer, words of grief, and what only looks like a question."""

from __future__ import annotations

import pytest

from rapportkit.talk.hearing import Heard
from rapportkit.talk.memory import asked_in
from rapportkit.talk.rehearsal import answer
from rapportkit.talk.voice import voices
from tests.talk.played import play

ARRIVED = "Yes, it was easy, thank you, I came by train."


@pytest.mark.parametrize("said", ["Would you like an example?", "Should I just... start?", "Does a paper round count?"])
def test_an_offer_is_accepted_and_the_floor_stays_with_the_learner(said: str) -> None:
    before = play("chatty", ARRIVED)
    talk = play("chatty", ARRIVED, said)

    assert talk.memory.at == before.memory.at
    assert "?" not in talk.reply


def test_offers_without_an_end_do_not_hold_up_the_talk() -> None:
    before = play("formal", ARRIVED)

    assert play("formal", ARRIVED, *["Shall I start?"] * 3).memory.at > before.memory.at


@pytest.mark.parametrize(
    "said",
    [
        "You let them shout first, you know?",
        "The late thing? I would ring at once.",
        "Didn't want it? My uncle Ned.",
        "Do you know the kind who never says a word?",
        "That I turn up? That I notice things?",
        "Well, I mean, I read the registers, and the best bit was the handwriting?",
    ],
)
def test_what_only_sounds_like_a_question_is_an_answer(said: str) -> None:
    assert not Heard(said).questions


@pytest.mark.parametrize(
    "said", ["Is it cold here? I walked.", "I mean the pay per hour? My wife will ask.", "Nights?"]
)
def test_a_question_before_a_remark_is_still_one(said: str) -> None:
    assert Heard(said).questions


@pytest.mark.parametrize("said", ["My dad would have loved that.", "My mum is not well. And you?"])
def test_grief_is_heard_however_short_and_nothing_is_let_fall_after_it(said: str) -> None:
    talk = play("phone", ARRIVED, f"It is near us. {said}")

    assert "omething sad was told" in talk.reason
    assert "let fall" not in talk.reason


def test_who_answers_beside_a_request_or_a_falter_is_not_asked_again() -> None:
    for said in ("Sorry, what, the shift? Yes, I want the same.", "I said, um. The same shift. And kind people."):
        before = play("phone", ARRIVED)
        talk = play("phone", ARRIVED, said)
        asked = asked_in(talk.scene, before.memory.step)
        assert asked is not None
        assert asked.asks not in talk.reply


def test_asked_whether_that_is_all_in_the_end_they_say_goodbye() -> None:
    talk = play("chatty", ARRIVED)
    while talk.memory.step.kind != "questions":
        talk = answer(talk, f"I mended pump {talk.turns} and nobody noticed it at all.")

    assert answer(talk, "Is that everything?").over


def test_nobody_is_told_that_they_told_what_they_did_not() -> None:
    lines = [line for says in voices().values() for line in (*says.hears_story, *says.takes, *says.hears)]

    assert not any("what went wrong" in line or "it worked" in line or "what you did" in line for line in lines)


def test_who_is_not_scared_is_not_soothed() -> None:
    assert "kind word" not in play("hurried", ARRIVED, "I'm not scared of hard work.").reason
    assert "kind word" in play("hurried", ARRIVED, "Sorry, I'm a bit nervous.").reason


def test_a_request_at_the_end_is_a_request_whatever_was_told_before_it() -> None:
    talk = play("chatty", ARRIVED, "He does the crossword at me all day long. Anyway. What were you asking?")

    assert "asks for the question again" in talk.reason


def test_a_dog_in_the_hobby_of_another_makes_no_common_ground_of_the_hobby() -> None:
    talk = play("phone", ARRIVED, "We had a Labrador at home for nine years, and the children want another.")

    assert "quilt" not in talk.reply.lower()


def test_a_sceptic_does_not_ask_for_grounds_that_were_given() -> None:
    said = "That I'm thorough. My old manager put it in writing, and I can show you the letter."

    assert "how one knows" not in play("sceptic", ARRIVED, said).reason


def test_at_my_age_in_a_story_is_not_hushed() -> None:
    assert (
        "private" not in play("formal", ARRIVED, "At my age one walks and calls it a plan, for the most part.").reason
    )


def test_a_funeral_in_a_joke_is_no_grief() -> None:
    assert "sad" not in play("sceptic", "The coffee's all right, I've had worse at a funeral.").reason
    assert (
        "sad" not in play("hurried", ARRIVED, "The fryer died at noon, so I ran next door and borrowed theirs.").reason
    )
    assert "sad" in play("sceptic", "I missed my train after her funeral, so I walked here.").reason


def test_a_sceptic_who_doubts_has_not_just_believed() -> None:
    claim = "It would suit me because I am patient and I am very fond of order."
    talk = play("sceptic", ARRIVED, "Ten minutes, roughly, from the gate, and I measured.", claim)

    assert "how one knows" in talk.reason
    assert "believe" not in talk.reply


@pytest.mark.parametrize("said", ["Sorry, could I take a second?", "Well. May I have a moment to think about that?"])
def test_whoever_asks_for_a_moment_beside_an_answer_gets_it(said: str) -> None:
    talk = play("panel", TOLD_FIRST, f"I would like to learn how to test things properly. {said}")

    assert "announced pause" in talk.reason
    assert talk.memory.at == 1


TOLD_FIRST = "The lift was slow, but it came in the end."
