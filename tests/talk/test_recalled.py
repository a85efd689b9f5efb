"""What the interviewer said, or tells beside their topics, answers a question about just that."""

from __future__ import annotations

from rapportkit.talk.recalled import knows, recalled
from rapportkit.talk.scene import scene_called
from rapportkit.words.speech import Speech
from tests.talk.played import play


def test_what_they_would_say_of_themselves_answers_a_question_about_it() -> None:
    found = recalled(scene_called("note-taker"), Speech("How can you tell who's sad?"))

    assert found is not None
    assert "how they hold a tray" in found[1]


def test_a_yes_or_no_is_not_recalled() -> None:
    assert recalled(scene_called("note-taker"), Speech("Is the tray sad?")) is None


def test_it_is_said_in_the_talk() -> None:
    assert "how they hold a tray" in play("note-taker", "How can you tell who's sad?").reply


def test_they_know_what_stands_in_their_scene_and_the_place_itself() -> None:
    scene = scene_called("sceptic")

    assert knows(scene, Speech("the bun"))
    assert knows(scene, Speech("the laboratory"))
    assert not knows(scene, Speech("the trampoline"))
