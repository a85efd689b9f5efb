"""Jupyter's own files go beside the lessons only where the home folder cannot be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rapportkit.cli.locked_home import can_write, find_room_for_jupyter

VARIABLES = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "JUPYTER_PATH")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_home_that_can_be_written_is_left_as_it_is(home: Path, tmp_path: Path) -> None:
    home.mkdir()
    environ = dict(os.environ)

    assert find_room_for_jupyter(tmp_path / "lessons", environ) is None
    assert environ == dict(os.environ)
    assert list(home.iterdir()) == [], "looking leaves nothing behind"


def test_a_locked_home_sends_everything_beside_the_lessons_and_what_is_installed_there_is_found(
    home: Path, tmp_path: Path
) -> None:
    home.write_text("no folder")
    environ = {"JUPYTER_PATH": "/opt/mine"}

    told = find_room_for_jupyter(tmp_path / "lessons", environ)

    assert told
    assert str(tmp_path / "lessons" / ".jupyter") in told
    assert all(environ[name].startswith(str(tmp_path / "lessons")) for name in VARIABLES[:4])
    first, installed = environ["JUPYTER_PATH"].split(os.pathsep)
    assert first == "/opt/mine"
    assert Path(installed).is_relative_to(home)


def test_a_folder_of_somebody_elses_in_a_home_of_ones_own_is_the_only_one_that_is_moved(
    home: Path, tmp_path: Path
) -> None:
    home.mkdir()
    (home / ".ipython").write_text("no folder")
    environ: dict[str, str] = {}

    assert find_room_for_jupyter(tmp_path / "lessons", environ)
    assert list(environ) == ["IPYTHONDIR"]


def test_what_can_be_written_is_tried_not_asked(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert can_write(tmp_path)
    assert can_write(tmp_path / "not" / "yet")
    assert not can_write(tmp_path / "file" / "below")
