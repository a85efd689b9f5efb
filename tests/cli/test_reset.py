"""`rapportkit reset`: what it says, and that it touches one lesson only."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit.cli.app import run
from rapportkit.lessons import desk_notebook, lessons, put_lessons


def test_a_changed_lesson_is_put_back_and_kept_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Zoé's interviews"
    put_lessons(folder)
    own = folder / "03_common_ground.ipynb"
    own.write_text('{"cells": []}', encoding="utf-8")
    (folder / "04_conversation.ipynb").write_text('{"cells": []}', encoding="utf-8")

    assert run(["reset", "3", "--folder", str(folder)]) == 0

    assert own.read_bytes() == next(one for one in lessons() if one.name == own.name).read_bytes()
    assert (folder / "03_common_ground (mine).ipynb").read_text(encoding="utf-8") == '{"cells": []}'
    assert (folder / "04_conversation.ipynb").read_text(encoding="utf-8") == '{"cells": []}'
    said = capsys.readouterr().out
    assert "03_common_ground.ipynb is as it came." in said
    assert "'03_common_ground (mine).ipynb'" in said


def test_the_coachs_desk_may_be_put_back_too(tmp_path: Path) -> None:
    own = tmp_path / "desk.ipynb"
    own.write_text('{"cells": []}', encoding="utf-8")

    assert run(["reset", "desk", "--folder", str(tmp_path)]) == 0

    assert own.read_bytes() == desk_notebook().read_bytes()
    assert (tmp_path / "desk (mine).ipynb").read_text(encoding="utf-8") == '{"cells": []}'


def test_a_lesson_that_is_none_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["reset", "42", "--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("'42' names no lesson. Choose one of: 00_welcome, ")
