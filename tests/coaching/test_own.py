"""A coach's own exercises and scenes: looked through, and given out like the built-in ones."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from rapportkit.coaching.own import exercise_choices, find_exercises, find_scenes, look_through, scene_choices
from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.lessons import exercises_folder
from tests.coaching.classroom import IDS


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with an exercise, a scene, and three files in which something is wrong."""
    exercise = (exercises_folder() / f"{IDS[0]}.toml").read_text("utf-8").replace(IDS[0], "mine")
    (tmp_path / "mine.toml").write_text(exercise, "utf-8")
    scene = (files("rapportkit") / "data" / "new_scene.toml").read_text("utf-8").replace("my-scene", "night-shift")
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "night-shift.toml").write_text(scene, "utf-8")
    (tmp_path / "broken.toml").write_text("title = ")
    (tmp_path / "other.toml").write_text('id = "other"\ntitle = "Neither"')
    (tmp_path / "renamed.toml").write_text(exercise, "utf-8")
    return tmp_path


def test_a_folder_is_looked_through_and_each_fault_is_named(own: Path) -> None:
    found = {one.path.name: one for one in look_through(own)}

    assert (found["mine.toml"].kind, found["mine.toml"].faults) == ("exercise", ())
    assert (found["night-shift.toml"].kind, found["night-shift.toml"].faults) == ("scene", ())
    assert "cannot be read" in found["broken.toml"].faults[0]
    assert "neither an exercise" in found["other.toml"].faults[0]
    assert found["renamed.toml"].faults == ("Its id is 'mine'; call the file mine.toml, or change the id.",)


def test_what_is_ones_own_is_offered_before_what_is_shipped(own: Path) -> None:
    offered = list(exercise_choices(own))

    assert offered.index("mine") < offered.index(IDS[0])
    assert list(scene_choices(own)) == ["broken", "night-shift"]
    assert scene_choices(None) == {}


def test_scenes_are_found_by_their_id(own: Path) -> None:
    assert [one.id for one in find_scenes(["night-shift"], own)] == ["night-shift"]
    with pytest.raises(InvalidValue, match=r"no scene 'x'. Choose from: broken, night-shift"):
        find_scenes(["x"], own)
    with pytest.raises(InvalidValue, match="Put your scenes in a folder"):
        find_scenes(["x"], None)


def test_two_files_with_one_id_are_one_too_many(own: Path) -> None:
    with pytest.raises(InvalidValue, match="'mine' is named twice"):
        find_exercises(["mine", "renamed"], own)


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no folder"):
        look_through(tmp_path / "none")
