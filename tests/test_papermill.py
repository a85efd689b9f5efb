"""All lessons run in order on one workbook, without a click and without an error: empty, half filled, twice over."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest

from rapportkit.lessons import lessons
from rapportkit.workbook.export import export
from rapportkit.workbook.store import Workbook

SECONDS = 20
TODAY = "2026-12-01"
pytestmark = [
    pytest.mark.notebooks,
    # papermill can stall even with a limit for each cell.
    pytest.mark.timeout(420),
    # Of the tools that run kernels, not of ours: nothing of a lesson runs in this process.
    pytest.mark.filterwarnings("default"),
]


class Unfit(AssertionError):
    """A lesson that papermill would run wrongly without saying so."""


def run_lesson(lesson: Path, out: Path, *, seconds: int = SECONDS, **parameters: str) -> dict[str, Any]:
    """The lesson as it ran, after everything that papermill only logs was looked at."""
    import papermill

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        known = papermill.inspect_notebook(str(lesson))
        unknown = set(parameters) - set(known)
        if unknown:
            raise Unfit(f"{lesson.name} has no parameter {', '.join(sorted(unknown))}")
        ran = papermill.execute_notebook(
            str(lesson), str(out), parameters, cwd=str(out.parent), execution_timeout=seconds, progress_bar=False
        )
    for cell in ran.cells:
        if cell.get("metadata", {}).get("papermill", {}).get("duration", 0) and took(cell) >= seconds:
            raise Unfit(f"{lesson.name}, cell {cell['id']}: it used its whole {seconds} seconds")
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error":
                raise Unfit(f"{lesson.name}, cell {cell['id']}: {output['ename']}: {output['evalue']}")
            if output.get("name") == "stderr":
                raise Unfit(f"{lesson.name}, cell {cell['id']} complains: {output['text']}")
    return dict(ran)


def took(cell: dict[str, Any]) -> float:
    return float(cell["metadata"]["papermill"]["duration"])


def run_all(folder: Path, **parameters: str) -> None:
    for lesson in lessons():
        run_lesson(lesson, folder / lesson.name, TODAY=TODAY, **parameters)


def kept(path: Path) -> dict[str, Any]:
    """Everything that a workbook holds, but for the time at which it is asked."""
    exported: dict[str, Any] = json.loads(export(Workbook(path, lambda: datetime(2026, 12, 1, 9, tzinfo=UTC))))
    return exported | {"exported_at": None}


def sample_learner() -> str:
    from rapportkit.people.samples import sample_learners

    return next(iter(sample_learners()))


def test_all_lessons_run_on_an_empty_workbook_twice_and_write_nothing_into_it(tmp_path: Path) -> None:
    workbook = tmp_path / "Zoé's workbook.sqlite3"

    run_all(tmp_path, WORKBOOK=str(workbook))
    before = kept(workbook)
    run_all(tmp_path, WORKBOOK=str(workbook))

    assert before["records"] == []
    assert kept(workbook) == before


def test_all_lessons_run_on_a_half_filled_workbook_twice_and_change_nothing_in_it(
    tmp_path: Path, half_filled: Callable[[Path], None]
) -> None:
    workbook = tmp_path / "workbook.sqlite3"
    half_filled(workbook)
    before = kept(workbook)

    run_all(tmp_path, WORKBOOK=str(workbook))
    run_all(tmp_path, WORKBOOK=str(workbook))

    assert kept(workbook) == before


def test_all_lessons_run_on_the_sample_people(tmp_path: Path) -> None:
    workbook = tmp_path / "workbook.sqlite3"

    run_all(tmp_path, WORKBOOK=str(workbook), SAMPLE=sample_learner())

    assert kept(workbook)["records"]


@pytest.fixture
def half_filled() -> Callable[[Path], None]:
    """Fills a workbook as far as a learner gets who stops in the middle: a date and a sample, no line."""

    def fill(path: Path) -> None:
        from rapportkit.interviews import Interview
        from rapportkit.views.lesson import open_lesson

        lesson = open_lesson("00_welcome", str(path), TODAY, sample_learner())
        at = datetime(2026, 12, 3, 14, tzinfo=UTC)
        keys = tuple(lesson.interviewers)
        lesson.workbook.save(
            "interview-1",
            Interview(id="interview-1", at=at, zone="Europe/London", role="Nurse", company="", interviewers=keys),
        )

    return fill


def made(folder: Path, *sources: str) -> Path:
    """A notebook of these cells, the first of them with the parameters."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    cells[0].metadata["tags"] = ["parameters"]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path = folder / "made.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    return path


def test_a_parameter_that_a_lesson_does_not_have_is_noticed(tmp_path: Path) -> None:
    lesson = made(tmp_path, 'WORKBOOK = ""')

    with pytest.raises(Unfit, match="has no parameter WORKBOK"):
        run_lesson(lesson, tmp_path / "ran.ipynb", WORKBOK="typo")


def test_an_error_that_a_cell_says_to_expect_is_noticed(tmp_path: Path) -> None:
    from papermill import PapermillExecutionError

    lesson = made(tmp_path, 'WORKBOOK = ""', "1 / 0")

    with pytest.raises((Unfit, PapermillExecutionError), match="ZeroDivisionError"):
        run_lesson(lesson, tmp_path / "ran.ipynb", WORKBOOK="x")


def test_a_cell_that_uses_its_whole_time_is_noticed(tmp_path: Path) -> None:
    lesson = made(tmp_path, 'WORKBOOK = ""', "import time\ntime.sleep(30)")

    with pytest.raises(Exception, match=r"timed out|whole 2 seconds"):
        run_lesson(lesson, tmp_path / "ran.ipynb", seconds=2, WORKBOOK="x")


def test_a_cell_that_complains_is_noticed(tmp_path: Path) -> None:
    lesson = made(tmp_path, 'WORKBOOK = ""', "import warnings\nwarnings.warn('old')")

    with pytest.raises(Unfit, match="complains"):
        run_lesson(lesson, tmp_path / "ran.ipynb", WORKBOOK="x")
