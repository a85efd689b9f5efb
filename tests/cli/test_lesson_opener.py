from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rapportkit.cli.lesson_opener import what_is_amiss
from rapportkit.manifest import MANIFEST


@pytest.fixture
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment with the extension in it, and a home of its own."""
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("site.getuserbase", lambda: str(tmp_path / "user"))
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path / "home")
    shutil.copytree(MANIFEST.parent, tmp_path / "share" / "jupyter" / "labextensions" / "rapportkit")
    return tmp_path


def here(prefix: Path) -> Path:
    return prefix / "share" / "jupyter" / "labextensions" / "rapportkit"


def test_one_that_is_whole_and_ours_is_fine(prefix: Path) -> None:
    assert what_is_amiss(prefix) is None


def test_one_that_is_not_there_is_told(prefix: Path) -> None:
    shutil.rmtree(here(prefix))

    assert what_is_amiss(prefix) == "not installed"


def test_one_that_pip_put_into_the_home_folder_is_found(prefix: Path) -> None:
    (prefix / "user").mkdir()
    shutil.move(prefix / "share", prefix / "user" / "share")

    assert what_is_amiss(prefix) is None


def test_one_on_jupyters_own_path_is_found(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(prefix / "share" / "jupyter"))

    assert what_is_amiss(prefix / "elsewhere") is None


def test_a_part_that_is_missing_is_named(prefix: Path) -> None:
    (here(prefix) / "remoteEntry.js").unlink()

    assert "remoteEntry.js' is missing" in str(what_is_amiss(prefix))


def test_one_that_knows_other_lessons_is_told(prefix: Path) -> None:
    (here(prefix) / "manifest.json").write_text('{"lessons": {}}')

    assert "of another version" in str(what_is_amiss(prefix))


@pytest.mark.parametrize("folder", ["home/.jupyter", "etc/jupyter"])
@pytest.mark.parametrize("off", [{"rapportkit": True}, ["rapportkit"]])
def test_one_that_is_switched_off_is_told(prefix: Path, folder: str, off: object) -> None:
    page = prefix / folder / "labconfig" / "page_config.json"
    page.parent.mkdir(parents=True)
    page.write_text(json.dumps({"disabledExtensions": off}))

    assert str(page) in str(what_is_amiss(prefix))


@pytest.mark.parametrize("said", ["", "[]", "{", '{"disabledExtensions": {"other": true}}'])
def test_a_page_of_settings_that_says_nothing_of_us_is_passed_over(prefix: Path, said: str) -> None:
    page = prefix / "etc" / "jupyter" / "labconfig" / "page_config.json"
    page.parent.mkdir(parents=True)
    page.write_text(said)

    assert what_is_amiss(prefix) is None
