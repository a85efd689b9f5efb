"""What a lesson promises to show is what it shows; a false promise is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from rapportkit.lessons import lessons
from tests.tidy import PROMISE, promises, read

pytestmark = [pytest.mark.notebooks, pytest.mark.timeout(420)]


def nbval(folder: Path, *notebooks: Path) -> subprocess.CompletedProcess[str]:
    """Run nbval on *notebooks*, with a workbook of nobody's in *folder*; only promised outputs are compared."""
    options = [
        "--nbval-lax",
        "--nbval-current-env",
        "--nbval-cell-timeout",
        "30",
        "--nbval-kernel-startup-timeout",
        "60",
    ]
    quiet = ["-p", "no:cacheprovider", "-p", "nbval", "-c", os.devnull, "--rootdir", str(folder), "-q"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *quiet, *options, *map(str, notebooks)],
        cwd=folder,
        env={**os.environ, "RAPPORTKIT_WORKBOOK": str(folder / "workbook.sqlite3"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=400,
    )


def test_some_lessons_promise_an_output() -> None:
    assert [lesson.name for lesson in lessons() if promises(read(lesson))]


def test_every_promised_output_is_what_the_lesson_shows(tmp_path: Path) -> None:
    told = nbval(tmp_path, *[lesson for lesson in lessons() if promises(read(lesson))])

    assert told.returncode == 0, told.stdout + told.stderr


def test_a_false_promise_is_noticed_and_nothing_else_is_compared(tmp_path: Path) -> None:
    shown = nbformat.v4.new_output("execute_result", {"text/plain": "2"}, execution_count=1)
    other = nbformat.v4.new_output("execute_result", {"text/plain": "3"}, execution_count=1)
    cells = [nbformat.v4.new_code_cell("1 + 1", execution_count=1, outputs=[output]) for output in (shown, other)]
    cells[0].metadata["tags"] = [PROMISE]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(notebook, tmp_path / "made.ipynb")
    told = nbval(tmp_path, tmp_path / "made.ipynb")
    assert told.returncode == 0, told.stdout + told.stderr

    cells[1].metadata["tags"] = [PROMISE]
    nbformat.write(notebook, tmp_path / "made.ipynb")
    told = nbval(tmp_path, tmp_path / "made.ipynb")

    assert told.returncode == 1
    assert "1 failed" in told.stdout


def test_a_lesson_whose_promise_is_falsified_fails(tmp_path: Path) -> None:
    lesson = next(lesson for lesson in lessons() if promises(read(lesson)))
    notebook = read(lesson)
    output = next(cell["outputs"][0] for cell in notebook["cells"] if PROMISE in cell["metadata"].get("tags", []))
    if "data" in output:
        output["data"] = dict.fromkeys(output["data"], "a friend in every room")
    else:
        output["text"] = "a friend in every room"
    nbformat.write(notebook, tmp_path / lesson.name)

    told = nbval(tmp_path, tmp_path / lesson.name)

    assert told.returncode == 1
    assert "1 failed" in told.stdout
