"""Scenes: what comes with rapportkit, and what an error in one says."""

from __future__ import annotations

from importlib.resources import files
from typing import get_args

import pytest

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.talk.proof import faults_of
from rapportkit.talk.scene import Scene, Temperament, built_in_scenes, read_scene, scene_called
from rapportkit.talk.voice import Says, voices

GOOD = (files("rapportkit") / "data" / "new_scene.toml").read_text(encoding="utf-8")


def test_there_is_an_ordinary_scene_for_each_temperament_and_eight_that_cross_a_line() -> None:
    scenes = built_in_scenes().values()

    ordinary = [scene.temperament for scene in scenes if not scene.crosses_a_line]
    assert sorted(ordinary) == sorted(get_args(Temperament))
    assert sum(scene.crosses_a_line for scene in scenes) == 8


def test_each_is_named_as_its_file_and_says_where_it_is_from() -> None:
    for path in files("rapportkit").joinpath("data", "scenes").iterdir():
        text = path.read_text(encoding="utf-8")
        assert read_scene(path.name, text.encode()).id == path.name.removesuffix(".toml")
        assert "# Source:" in text
        assert "Licence:" in text
        assert "invented" in text


@pytest.mark.parametrize("scene", built_in_scenes().values(), ids=lambda scene: scene.id)
def test_every_learner_comes_to_the_end_of_every_scene(scene: Scene) -> None:
    assert faults_of(scene) == ()


@pytest.mark.parametrize(
    "scene", [one for one in built_in_scenes().values() if not one.crosses_a_line], ids=lambda s: s.id
)
def test_an_ordinary_interviewer_has_much_to_tell(scene: Scene) -> None:
    assert {"hobby", "town", "way", "team", "cares", "day", "role", "hard"} <= {topic.about for topic in scene.topic}
    assert any(topic.hint for topic in scene.topic)
    assert all(ask.mine for ask in (scene.first, *scene.ask))


@pytest.mark.parametrize("occasion", [one for one in Says.model_fields if one != "notes_name"])
def test_every_occasion_has_several_plain_lines_that_need_no_words_of_the_learners(occasion: str) -> None:
    lines = getattr(voices()["plain"], occasion)

    assert len([line for line in lines if "{" not in line]) >= 2


def test_every_temperament_has_a_voice_of_its_own() -> None:
    assert set(voices()) == {"plain", *get_args(Temperament)}


def test_the_scene_to_begin_with_can_be_played() -> None:
    assert faults_of(read_scene("my-scene.toml", GOOD.encode())) == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('temperament = "chatty"', 'temperament = "grumpy"'), "x.toml: temperament should be 'chatty'"),
        (('id = "my-scene"', 'id = "My Scene"'), "x.toml: id is not in its proper form"),
        (('asks = "What made you think of us?"', "asks = 3"), "x.toml: ask 1: asks should be text, not 3"),
        (('short = "I breed roses."', ""), "x.toml: topic 1: short is missing"),
        (('about = "role"', 'about = "hobby"'), "two topics are about 'hobby'"),
        (('temperament = "chatty"', 'temperament = "panel"'), 'add the line second = "Name"'),
        (
            ("What would your last colleagues say of you?", "What made you think of us?"),
            "the same question is asked twice",
        ),
        (("follow = ", "folow = "), "folow is not a field that we know"),
    ],
)
def test_an_error_names_file_place_and_remedy(change: tuple[str, str], says: str) -> None:
    with pytest.raises(InvalidValue) as error:
        read_scene("x.toml", GOOD.replace(*change, 1).encode())

    assert says in str(error.value)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"id = ", b"PK\x03\x04"])
def test_what_is_no_scene_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"x\.toml cannot be read as a scene"):
        read_scene("x.toml", data)


def test_an_unknown_scene_gets_the_list() -> None:
    with pytest.raises(InvalidValue, match="chatty, formal, hurried"):
        scene_called("nobody")
