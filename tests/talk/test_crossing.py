"""Lines that are crossed: what the learner did is told apart, taken kindly, and said afterwards."""

from __future__ import annotations

import pytest

from rapportkit.talk.crossing import Way, way_of
from rapportkit.talk.debrief import debrief
from rapportkit.talk.hearing import Heard
from rapportkit.talk.memory import Talk
from rapportkit.talk.rehearsal import answer
from rapportkit.talk.scene import Scene, built_in_scenes, scene_called
from tests.talk.played import play

CROSSING = [scene for scene in built_in_scenes().values() if scene.crosses_a_line]
TOLD = "I kept a list of the crates, and by noon every one of them stood where the slip said."


def at_the_line(scene: str) -> Talk:
    """A talk in which the first crossed line has just been spoken."""
    talk = play(scene)
    while talk.memory.step.kind != "crossing":
        talk = answer(talk, TOLD)
    return talk


@pytest.mark.parametrize(
    ("scene", "said", "way"),
    [
        ("line-age", "I can lift all day, that's what counts, isn't it?", "job"),
        ("line-age", "I'm forty-nine.", "told"),
        ("line-age", "I'm 31", "told"),
        ("line-age", "I'd rather not say.", "declined"),
        ("line-age", "What does the yard load on a Monday?", "steer"),
        ("line-age", "Hm.", None),
        ("line-children", "I can work to any rota you have.", "job"),
        ("line-children", "I have two kids, they are at school.", "told"),
        ("line-children", "Whether I have children does not change the hours that I can work.", "job"),
        ("line-children", "Is that a question you ask everyone?", "declined"),
        ("line-origin", "I live here in Bristol, and I have the right to work.", "job"),
        ("line-origin", "My parents came from Ghana.", "told"),
        ("line-faith", "You can trust me with the books, ask my last employer.", "job"),
        ("line-faith", "I am a Christian.", "told"),
        ("line-health", "I had personal reasons, and I'm ready to work.", "job"),
        ("line-health", "I had cancer.", "told"),
        ("line-number", "My number is on the application.", "job"),
        ("line-number", "No, thank you. I keep that private.", "declined"),
        ("line-pay", "I'd expect something in line with the market.", "job"),
        ("line-pay", "I make 2,400 a month.", "told"),
        ("line-politics", "I get along with everybody at work.", "job"),
        ("line-politics", "I voted for the Greens.", "told"),
        ("line-politics", "Can we talk about the trees instead?", "job"),
    ],
)
def test_what_was_done_is_told_apart(scene: str, said: str, way: Way | None) -> None:
    assert way_of(Heard(said), scene_called(scene).crossing[0]) == way


def test_there_are_eight_of_them_and_each_has_red_topics() -> None:
    assert len(CROSSING) == 8
    assert all(len(scene.crossing) == 2 for scene in CROSSING)


@pytest.mark.parametrize("scene", CROSSING, ids=lambda scene: scene.id)
def test_what_says_nothing_yet_is_pressed_once_and_then_let_go(scene: Scene) -> None:
    talk = at_the_line(scene.id)
    crossing = talk.scene.crossing[0]

    pressed = answer(talk, "Well, well.")
    assert crossing.presses in pressed.reply

    assert answer(pressed, "Well, well.").memory.at > talk.memory.at


@pytest.mark.parametrize("scene", CROSSING, ids=lambda scene: scene.id)
@pytest.mark.parametrize("said", ["I'd rather not answer that.", "Let's stop."])
def test_saying_no_and_stopping_are_taken_kindly_and_named_afterwards(scene: Scene, said: str) -> None:
    talk = answer(at_the_line(scene.id), said)

    crossed = debrief(talk).crossed

    assert [one.way for one in crossed] == ["stopped" if talk.over else "declined"]
    assert "fine" in crossed[0].says or "your right" in crossed[0].says


def test_a_question_that_steers_is_answered() -> None:
    talk = answer(at_the_line("line-politics"), "What would I be doing in spring?")

    assert "spring we plant" in talk.reply
