"""
A large class marked by the rules: hand-ins a second on one core, memory, and a Dask cluster of one worker against two.

`make bench` marks 5,000 hand-ins of four lines and four messages; `make test` marks a few, so that it goes on working.
nbgrader's autograde needs an environment of its own (it pins other packages than ours), and is measured there by hand.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import pytest

from rapportkit.coaching.assign import new_desk, put_assignment
from rapportkit.coaching.cluster import executor_at
from rapportkit.coaching.collect import collect
from rapportkit.coaching.desk import Desk
from rapportkit.coaching.grade import MARKS, PARTS, grade
from rapportkit.coaching.own import exercise_choices, find_exercises
from rapportkit.handin import Answered, HandIn, hand_in_file
from tests.coaching.classroom import BEGIN, DUE, HANDED_IN, a_class, tokens

pytestmark = pytest.mark.timeout(1800)

WHOLE, FEW, AWAY = 5_000, 12, 600
"""Hand-ins of a large class, of a test, and of one round on the cluster."""

WORDS = ("winter", "van", "bakery", "choir", "bridge", "harbour", "engine", "garden", "letter", "kettle", "market")


def lines_and_messages() -> tuple[list[str], list[str]]:
    """The ids of four exercises on a line and four on a message."""
    every = find_exercises(list(exercise_choices()))
    lines = [one.id for one in every if one.answer == "opening"]
    notes = [one.id for one in every if one.answer not in ("opening", "prose")]
    return (lines * 4)[:4], (notes * 4)[:4]


def a_large_class(folder: Path, size: int) -> Desk:
    """A desk with *size* hand-ins, no two answers the same."""
    wanted = list(dict.fromkeys(one for ids in lines_and_messages() for one in ids))
    exercises = find_exercises(wanted)
    desk = new_desk(a_class(size), exercises, "Week 1", DUE, BEGIN, tokens())
    put_assignment(desk.with_(learners=desk.learners[:1]), folder)
    rng = random.Random(8)
    (folder / "came").mkdir()
    for learner in desk.learners:
        answers = tuple(
            Answered(exercise=one.id, text=f"{one.model.strip()} It was the {' '.join(rng.sample(WORDS, 5))}.")
            for one in exercises
        )
        made = HandIn(assignment=desk.id, learner={"id": learner.id, "name": learner.name}, token=learner.token,
                      made_at=HANDED_IN, answers=answers)  # fmt: skip
        (folder / "came" / f"{learner.id}.json").write_bytes(hand_in_file(made))
    collect(folder, desk, [folder / "came"], HANDED_IN)
    return desk


def forget_marks(folder: Path) -> None:
    for part in (folder / PARTS).glob("*"):
        part.unlink()


@pytest.fixture
def size(request: pytest.FixtureRequest) -> int:
    return WHOLE if request.config.getoption("benchmark_enable") else FEW


def told(capsys: pytest.CaptureFixture[str], sentence: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{sentence}\n")


def test_a_class_on_one_core(size: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = a_large_class(tmp_path, size)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, perf_counter()

    assert grade(tmp_path, desk, workers=1).hand_ins == size

    rate = size / (perf_counter() - began)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    if size == WHOLE:
        told(capsys, f"{size} hand-ins on one core: {rate:.1f} a second; memory grew by {grown:.0f} MB")


@pytest.mark.filterwarnings("default")  # of distributed's own servers, not of ours
def test_two_workers_of_a_cluster_against_one(size: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if size != WHOLE:
        pytest.skip("a cluster is measured by `make bench` only")
    pytest.importorskip("distributed")
    desk = a_large_class(tmp_path, AWAY)
    times: dict[int, list[float]] = {1: [], 2: []}
    marks = set()
    for _ in range(5):
        for workers, taken in times.items():
            with a_cluster(workers, tmp_path / f"workers-{workers}") as address:
                for _ in range(2):  # the first time the workers wake, and read the word lists
                    forget_marks(tmp_path)
                    began = perf_counter()
                    grade(tmp_path, desk, executor=executor_at(address))
                taken.append(perf_counter() - began)
                marks.add((tmp_path / MARKS).read_bytes())

    assert len(marks) == 1
    one, two = (median(taken) for taken in times.values())
    told(capsys, f"{AWAY} hand-ins on a cluster: {one:.1f} s with one worker, {two:.1f} s with two: {one / two:.2f}")


@contextmanager
def a_cluster(workers: int, folder: Path) -> Iterator[str]:
    """A scheduler and so many worker processes, as at Dask's own command line; the scheduler's address."""
    folder.mkdir(exist_ok=True)
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    with ExitStack() as started:
        started.enter_context(running("dask_scheduler", "--scheduler-file", file, "--port", "0", "--no-dashboard"))
        while not file.exists():
            sleep(0.1)
        for _ in range(workers):
            started.enter_context(running("dask_worker", "--scheduler-file", file, "--nthreads", "1", "--no-dashboard"))
        yield str(json.loads(file.read_text())["address"])


@contextmanager
def running(what: str, *arguments: object) -> Iterator[None]:
    command = [sys.executable, "-m", f"distributed.cli.{what}", "--host", "127.0.0.1", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
