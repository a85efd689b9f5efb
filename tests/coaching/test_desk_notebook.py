"""The desk notebook is tidy, and runs from nothing, without a click and without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit.lessons import lessons_folder
from tests.test_papermill import run_lesson
from tests.tidy import is_tidy, read

DESK = lessons_folder() / "coach" / "desk.ipynb"


def test_the_desk_is_tidy_and_calls_without_defining() -> None:
    assert is_tidy(DESK)
    for cell in read(DESK)["cells"]:
        if cell["cell_type"] == "code":
            assert len("".join(cell["source"]).splitlines()) <= 4
            assert "".join(cell["source"]).startswith("# ")


@pytest.mark.notebooks
@pytest.mark.timeout(420)
@pytest.mark.filterwarnings("default")
def test_the_desk_runs_without_a_click(tmp_path: Path) -> None:
    run_lesson(DESK, tmp_path / "done.ipynb", WORKBOOK=str(tmp_path / "w.sqlite3"), TODAY="2026-12-01")
