"""What the interviewer says where the scene has no answer."""

from __future__ import annotations

import pytest

from tests.talk.played import play


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("Who waters the cactus?", "cactus"),
        ("How many lampshades do you have?", "lampshades"),
        ("Is there a trampoline?", "trampoline"),
        ("Why is the ceiling green?", "ceiling"),
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
