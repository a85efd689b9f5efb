"""What the learner told before it was asked."""

from __future__ import annotations

import pytest

from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import Crossing, Scene, built_in_scenes, scene_called
from tests.talk.played import play


@pytest.mark.parametrize(
    ("scene", "said", "asked"),
    [
        ("hurried", "No trouble at all. I've always loved baking, and I bake for the whole street.", "Why a bakery"),
        ("note-taker", "Freezing. I cooked for a camp of sixty, so this is a warm place to me.", "Why a kitchen"),
        ("phone", "I hear you well. I applied through a friend, that is why I am calling so early.", "made you click"),
    ],
)
def test_a_reason_that_was_told_is_not_asked_for(scene: str, said: str, asked: str) -> None:
    talk = play(scene, said)

    assert asked not in talk.reply
    assert "told already" in talk.reason


@pytest.mark.parametrize("said", ["No trouble, I took the tram from my aunt's.", "Fine, thanks. Nice smell in here."])
def test_what_was_not_told_is_asked(said: str) -> None:
    assert "Why a bakery" in play("hurried", said).reply


def test_an_animal_that_was_told_of_is_not_asked_after() -> None:
    talk = start(scene_called("phone"), 3)
    said = ["Yes, all good.", "My rabbit woke me, and then I saw it on a poster at the station last week."]
    for one in (*said, *["I carried beams for a roofer and I was never late in nine years."] * 9):
        talk = answer(talk, one)

    assert not any("Do you have any animals" in one.reply for one in talk.exchanges)


def test_a_crossed_line_is_asked_about_knowing_what_was_told() -> None:
    talk = play(
        "line-children",
        "My twins cycled ahead of me, against that wind.",
        "I would look at the calendar first, and I would ask them to sit down and breathe.",
    )

    assert "told me something of home already" in talk.reply


@pytest.mark.parametrize("scene", built_in_scenes().values(), ids=lambda scene: scene.id)
def test_what_is_known_is_another_question(scene: Scene) -> None:
    for crossing in scene.crossing:
        assert isinstance(crossing, Crossing)
        assert crossing.knowing is None or crossing.knowing != crossing.asks
