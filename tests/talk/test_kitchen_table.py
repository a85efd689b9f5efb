"""The interviewer's part for a friend."""

from __future__ import annotations

import pytest

from rapportkit.brief.kitchen_page import KITCHEN_MARK, kitchen_page
from rapportkit.talk.kitchen_table import PLAYED, kitchen_table
from rapportkit.talk.scene import Scene, built_in_scenes, scene_called


@pytest.mark.parametrize("scene", built_in_scenes().values(), ids=lambda scene: scene.id)
def test_every_question_of_a_scene_is_on_the_sheet(scene: Scene) -> None:
    script = kitchen_table(scene)
    said = [beat.says for beat in script.beats]

    assert said[0] == scene.first.asks
    assert {ask.asks for ask in scene.ask} <= set(said)
    assert {change.asks for change in scene.change} == {beat.says for beat in script.beats if beat.is_change}
    assert script.play_it == PLAYED[scene.temperament]


def test_openings_are_hidden_in_it_and_the_tally_is_there() -> None:
    script = kitchen_table(scene_called("chatty"))

    assert sum(bool(beat.lets_fall) for beat in script.beats) >= 2
    assert len(script.tally) == 7


def test_the_page_is_whole_and_escapes_what_people_typed() -> None:
    scene = scene_called("formal").with_(company="<b>Sly & Co</b>")

    page = kitchen_page(kitchen_table(scene))

    assert KITCHEN_MARK in page[:200]
    assert "&lt;b&gt;Sly &amp; Co&lt;/b&gt;" in page
    assert "<b>Sly" not in page
    assert "<script" not in page
    assert "http:" not in page
    assert "https:" not in page
    assert "@page" in page
