"""What the interviewer says where the scene has no answer."""

from __future__ import annotations

import pytest

from tests.talk.played import play


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("Who dusts the cactus?", "cactus"),
        ("How many lampshades do you have?", "lampshades"),
        ("Is there a trampoline?", "trampoline"),
        ("Why is the trampoline so big?", "trampoline"),
        ("What do you know about Zanzibar?", "Zanzibar"),
    ],
)
def test_the_thing_that_was_asked_is_named(said: str, thing: str) -> None:
    for scene in ("chatty", "formal", "sceptic"):
        assert thing in play(scene, said).reply


@pytest.mark.parametrize("said", ["Can you juggle?", "Would you rather not?", "Do you ever snore?"])
def test_of_oneself_nobody_promises_to_find_out(said: str) -> None:
    for scene in ("chatty", "formal", "phone"):
        reply = play(scene, said).reply
        assert not any(word in reply for word in ("check", "ask", "find out", "confirm"))


def test_what_one_may_do_is_granted_and_what_will_be_is_not_promised() -> None:
    assert "see why not" in play("chatty", "Could I juggle in the garden?").reply
    assert "depend" in play("chatty", "Will I juggle in the garden?").reply


@pytest.mark.parametrize("said", ["Who threw the bun?", "Is the water good to drink?", "How old is the notebook?"])
def test_of_what_is_their_own_they_do_not_say_that_they_must_ask(said: str) -> None:
    reply = play("sceptic", said).reply

    assert not any(word in reply for word in ("check", "look it up", "find out", "evidence to hand"))


def test_a_choice_of_which_the_scene_knows_nothing_is_not_made() -> None:
    reply = play("hurried", "Is the bread brown or white?").reply

    assert "Bit of both." in reply


@pytest.mark.parametrize("said", ["Is it too late to start at forty?", "Would it be a mistake to begin in juggling?"])
def test_what_one_fears_is_not_agreed_to(said: str) -> None:
    assert any(line in play("hurried", said).reply for line in ("Not at all", "say so", "not as I see it"))


def test_a_feeling_is_asked_of_them_whatever_else_is_named() -> None:
    assert "The winter" not in play("subject-changer", "Do you get lonely in the winter?").reply
