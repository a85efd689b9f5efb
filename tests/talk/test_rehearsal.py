"""The practice interviewer answers what was said, remembers, and says goodbye."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.talk.bank import subjects
from rapportkit.talk.memory import Talk
from rapportkit.talk.rehearsal import answer, begin, start
from rapportkit.talk.scene import scene_called
from rapportkit.talk.turn import LAST_TURN
from tests.talk.played import kinds, play, replies

TOLD = "I mended the freezer with my neighbour on a Sunday, and by the evening the whole street had ice."


def asked(talk: Talk) -> str:
    return talk.scene.first.asks


def test_it_opens_and_says_that_it_is_made_of_rules() -> None:
    talk = start(scene_called("chatty"), 1)

    assert "made of rules, not a person" in talk.reply
    assert talk.reply.endswith(asked(talk))
    assert not talk.over


@pytest.mark.parametrize("said", ["", "Hello!", "Good morning, thank you for having me."])
def test_who_only_greets_first_gets_the_opening(said: str) -> None:
    scene = scene_called("formal")

    assert begin(scene, 1, said) == start(scene, 1)


def test_who_asks_first_gets_the_opening_and_an_answer() -> None:
    talk = begin(scene_called("formal"), 1, "Are you a robot?")

    assert talk.reply.count("made of rules") >= 1
    assert len(talk.exchanges) == 2


@pytest.mark.parametrize("said", ["Are you a robot?", "am I talking to a real person", "is this AI?", "what are you"])
def test_it_is_honest_about_what_it_is(said: str) -> None:
    reply = play("sceptic", said).reply

    assert "rules" in reply or "rule" in reply


@pytest.mark.parametrize(
    "said",
    ["let's stop", "Stop.", "Can we stop here?", "I want to stop now", "stop the practice please", "quit", "lets stop"],
)
def test_stopping_is_always_fine(said: str) -> None:
    talk = play("hurried", said)

    assert talk.over
    assert kinds(talk) == ["stop"]


def test_a_stop_inside_a_story_stops_nothing() -> None:
    said = "The pump would not stop, so I told the crew to stop the lorry at the gate and wait there for the mechanic."

    assert not play("phone", said).over


@pytest.mark.parametrize("said", ["Goodbye", "thank you, bye!", "I have to go now", "Have a nice day!"])
def test_a_goodbye_is_returned_however_early(said: str) -> None:
    assert play("panel", said).over


def test_a_talk_that_is_over_stays_as_it_is() -> None:
    talk = play("chatty", "let's stop")

    assert answer(talk, "And another thing") == talk


def test_silence_is_given_time_then_other_words_then_another_question() -> None:
    talk = play("chatty", "", "", "")

    waited, in_other_words, another = replies(talk)[1:]
    assert talk.scene.first.simply not in waited
    assert talk.scene.first.simply in in_other_words
    assert any(ask.asks in another for ask in talk.scene.ask)


def test_silence_to_the_end_is_no_endless_talk() -> None:
    talk = play("note-taker", *[""] * LAST_TURN)

    assert talk.over


@pytest.mark.parametrize(
    ("said", "named"),
    [("Ich habe leider nicht verstanden, was Sie von mir wollen.", "German"), ("我不明白你的问题", None)],
)
def test_another_language_is_named_and_english_asked_for(said: str, named: str | None) -> None:
    reply = play("chatty", said).reply

    assert "English" in reply
    assert named is None or "{language}" not in reply


@pytest.mark.parametrize("said", ["asdf ghjkl qwrt", "blorp fnarg zibble wob", "xxxxxxx", "banana banana banana"])
def test_nonsense_is_not_guessed_at(said: str) -> None:
    assert "made out" in play("formal", said).reason


def test_rudeness_is_met_calmly_twice_and_then_ends_the_talk() -> None:
    talk = play("sceptic", "this is stupid", "you are useless")
    assert not talk.over

    assert answer(talk, "shut up").over


def test_a_story_with_one_rude_word_is_a_story() -> None:
    said = (
        "The customer told me that I was useless and shouted it through the whole shop, so I offered him a chair "
        "and a glass of water and asked him what had happened, and after a while he told me about the lost parcel."
    )

    assert "rude" not in kinds(play("hurried", said))


def test_a_question_is_repeated_then_put_simply() -> None:
    talk = play("formal", "Yes, without any trouble, the signs are good.", "Could you repeat that, please?")
    question = talk.scene.ask[0]
    assert question.asks in talk.reply

    assert question.simply in answer(talk, "What do you mean?").reply


def test_an_announced_pause_is_granted_and_nothing_is_asked() -> None:
    talk = play("formal", "Let me think for a moment.")

    assert kinds(talk) == ["pause"]
    assert "?" not in talk.reply


def test_a_closed_question_gets_a_short_answer_and_an_open_one_more() -> None:
    topic = next(one for one in scene_called("chatty").topic if one.about == "way")

    assert topic.more[0] in play("chatty", "How did you get into care work?").reply
    assert topic.since
    assert topic.since in play("chatty", "How long have you worked here?").reply


def test_follow_ups_go_deeper_and_are_noticed() -> None:
    talk = play("sceptic", "How did you come to this work?", "And what was that like?", "Why?")
    way = next(one for one in talk.scene.topic if one.about == "way")

    assert [line in "".join(replies(talk)) for line in way.more] == [True] * len(way.more)
    assert kinds(talk).count("follow-up") == 2
    assert talk.memory.warmth > 0


def test_the_same_question_again_is_noticed() -> None:
    talk = play("phone", "How many people work there?", "How many people work there?")

    assert "told before" in talk.reason


def test_what_it_does_not_know_it_says() -> None:
    assert "does not know" in play("formal", "Which brand of stapler is used in Peru?").reason


@pytest.mark.parametrize("subject", ["pay", "next", "training", "hours"])
def test_every_interviewer_can_be_asked_what_every_candidate_asks(subject: str) -> None:
    questions = {
        "pay": "What is the salary?",
        "next": "What are the next steps?",
        "training": "Will there be any training?",
        "hours": "What are the hours?",
    }
    for scene in ("chatty", "note-taker", "line-age", "line-politics"):
        assert f"about {subject}" in play(scene, questions[subject]).reason
    assert subject in subjects()


def test_what_was_let_fall_and_taken_up_warms_and_is_noted() -> None:
    talk = play("chatty", "Fine, thanks, the bus was nearly empty this morning.", seed=1)
    assert talk.memory.hinted == "team"

    talk = answer(talk, "What are they laughing about at the handover?")

    assert "taken" in kinds(talk)
    assert talk.memory.warmth == 2


def test_what_was_let_fall_and_not_taken_up_is_missed() -> None:
    assert "missed" in kinds(play("chatty", "Fine, thanks, the bus was nearly empty.", TOLD))


def test_common_ground_told_of_oneself_is_welcomed() -> None:
    talk = play("chatty", "Fine, the bus was quick.", "I have an allotment as well and I grow beans on it every year.")

    assert "shared" in kinds(talk)


def test_a_question_back_gets_the_interviewers_own_answer() -> None:
    talk = play("chatty", "And you?")

    assert talk.scene.first.mine
    assert talk.scene.first.mine in talk.reply


def test_why_do_you_ask_gets_the_reason() -> None:
    talk = play("chatty", "Why do you ask?")

    assert talk.scene.first.why
    assert talk.scene.first.why in talk.reply


def test_canned_phrases_bore() -> None:
    talk = play("formal", "I am a people person and I give 110 percent.")

    assert kinds(talk) == ["canned"]
    assert talk.memory.warmth < 0


def test_digging_takes_aback_and_ones_own_life_is_no_digging() -> None:
    assert kinds(play("formal", "I saw on your Instagram that you were at a wedding in June.")) == ["digging"]
    assert "digging" not in kinds(play("formal", "I walked round the block twice and posted it on my own Instagram."))


def test_a_private_question_is_kept_out() -> None:
    assert kinds(play("phone", "How old are you?")) == ["digging"]


@pytest.mark.parametrize("said", ["I'd rather not say.", "Next question, please.", "I don't know."])
def test_nobody_is_pressed(said: str) -> None:
    talk = play("formal", "Yes, I found it easily, thank you.", said)

    assert "pressed" in talk.reason


def test_a_short_answer_is_asked_about_once_and_then_left() -> None:
    talk = play("phone", "Yes.")
    assert talk.scene.first.follow
    assert talk.scene.first.follow in talk.reply

    assert answer(talk, "Yes.").memory.at == 1


def test_a_very_long_turn_is_cut_short_and_cools() -> None:
    talk = play("chatty", "and then we went on to the next thing " * 250)

    assert "long" in kinds(talk)
    assert talk.memory.warmth < 0


def test_the_sceptic_asks_how_one_knows_even_after_a_story() -> None:
    talk = play("sceptic", "I found it by the sign, thank you.", "I like order, and I believe I would be good at it.")

    assert "how one knows" in talk.reason


def test_no_more_questions_ends_the_talk() -> None:
    talk = play("formal", "What are the next steps?", "Who would I work with?", "Great, no more questions. Thanks!")

    assert talk.over


def test_of_a_panel_each_line_says_who_speaks() -> None:
    talk = play("panel", TOLD, TOLD)

    assert all(line.startswith(("Wanjiru Kamau: ", "Pieter de Boer: ")) for line in talk.reply.splitlines())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12), st.integers(0, 5))
def test_the_same_seed_and_words_give_the_same_talk(said: list[str], seed: int) -> None:
    assert play("subject-changer", *said, seed=seed) == play("subject-changer", *said, seed=seed)


def test_another_seed_gives_another_talk() -> None:
    assert replies(play("formal", *[TOLD] * 5, seed=1)) != replies(play("formal", *[TOLD] * 5, seed=2))
