"""
How much longer a learner waits than with nothing of ours: ratios, both sides measured in turns in one run.

`make bench` prints them; `make test` goes through each once, so that they go on working. No time is ever asserted: the
machine that runs the tests may be busy.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import nbformat
import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.lessons import lessons
from rapportkit.people.person import Person
from rapportkit.people.samples import sample_interviewers, sample_learners
from rapportkit.talk.report import review_talk
from rapportkit.talk.transcript import read_transcript
from tests.talk.talks import WHOLE

ALWAYS = ("00", "03")
"""Lessons that every run of the tests goes through."""

Compare = Callable[[str, str, Callable[[], object], Callable[[], object], int], float]


@pytest.fixture
def compare(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Compare:
    """Takes the time of ours and of theirs in turns, and prints the medians and their ratio."""
    rounds_wanted = request.config.getoption("benchmark_enable")

    def told(ours: str, theirs: str, do_ours: Callable[[], object], do_theirs: Callable[[], object], n: int) -> float:
        pairs = [(seconds(do_ours), seconds(do_theirs)) for _ in range(n if rounds_wanted else 1)]
        one, other = (median(times) for times in zip(*pairs, strict=True))
        with capsys.disabled():
            if rounds_wanted:
                sys.stdout.write(f"\n{ours}: {one:.3f} s; {theirs}: {other:.3f} s; ratio {one / other:.2f}\n")
        return one / other

    return told


def seconds(do: Callable[[], object]) -> float:
    """How long it takes; where it tells a time itself, as the browser does, that one."""
    before = perf_counter()
    told = do()
    return told if isinstance(told, float) else perf_counter() - before


def python(code: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_importing_rapportkit_against_bare_python(compare: Compare) -> None:
    assert compare("import rapportkit", "bare Python", python("import rapportkit"), python("pass"), 15)


def test_a_thousand_others_against_one(compare: Compare) -> None:
    (me, *_), others = sample_learners().values(), invented(1_000)
    find_common_ground(me, others[0])  # names of places and the like are read once

    def all_of_them() -> float:
        return seconds(lambda: [find_common_ground(me, other) for other in others]) / len(others)

    assert compare("each of 1,000 others", "one other", all_of_them, lambda: find_common_ground(me, others[0]), 3)


def invented(many: int) -> list[Person]:
    """People with six facts each, drawn from those of all samples."""
    chance = random.Random(1_000)
    facts = [fact for person in (*sample_interviewers().values(), *sample_learners().values()) for fact in person.facts]
    return [Person(name=f"Person {number}", facts=tuple(chance.sample(facts, 6))) for number in range(many)]


@pytest.mark.notebooks
@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.stem)
def test_a_lesson_under_papermill_against_as_many_bare_widgets(
    compare: Compare, lesson: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    only_some_unless_measuring(lesson, request)
    bare = bare_widgets(lesson, tmp_path)
    ran, workbook = tmp_path / "ran.ipynb", str(tmp_path / "workbook.sqlite3")

    def papermill(notebook: Path) -> Callable[[], object]:
        import papermill

        what = {"parameters": {"WORKBOOK": workbook}, "progress_bar": False, "execution_timeout": 60}
        return lambda: papermill.execute_notebook(str(notebook), str(ran), **what)

    assert compare(lesson.stem, f"{bare.stem} of as many cells", papermill(lesson), papermill(bare), 5)


def only_some_unless_measuring(lesson: Path, request: pytest.FixtureRequest) -> None:
    """`make bench` measures every lesson; elsewhere two show that the measure works."""
    if lesson.stem[:2] not in ALWAYS and not request.config.getoption("benchmark_enable"):
        pytest.skip("measured by make bench")


def bare_widgets(lesson: Path, folder: Path) -> Path:
    """A notebook of as many cells as the lesson, in which each code cell shows one empty widget."""
    notebook = nbformat.read(lesson, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code):
        cell.source = "import ipywidgets\nipywidgets.HTML()" if number else 'WORKBOOK = ""'
    for cell in notebook.cells:
        cell.source = cell.source if cell.cell_type == "code" else "Nothing"
    path = folder / "bare widgets.ipynb"
    nbformat.write(notebook, path)
    return path


def test_two_hours_of_talk_against_an_hour(compare: Compare) -> None:
    hour = "\n".join(f"{line} {number}" for number in range(60) for line in WHOLE)
    one, two = (f"{hour}\n{hour}".encode()[: len(hour) * times + times] for times in (1, 2))
    assert compare("mirror, two hours", "mirror, an hour", lambda: mirrored(two), lambda: mirrored(one), 5)


def mirrored(text: bytes) -> object:
    return review_talk(read_transcript("talk", text), "Me").question_count
