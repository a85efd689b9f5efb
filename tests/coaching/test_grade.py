from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest

from rapportkit.coaching import grade as grading
from rapportkit.coaching import marking
from rapportkit.coaching.collect import collect
from rapportkit.coaching.desk import Desk
from rapportkit.coaching.grade import MARKS, PARTS, Grading, grade, marks
from rapportkit.coaching.marking import WE_BROKE
from rapportkit.errors import RapportError, UnreadableFile
from rapportkit.exercises import Exercise, mark
from rapportkit.handin import hand_in_file
from tests.coaching.classroom import GOOD, HANDED_IN, POOR, a_desk, hand_in_of, handed_in


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grading, "CHUNK", 2)


def filled(folder: Path, size: int = 7) -> Desk:
    """A desk on which everybody's hand-in lies."""
    desk = a_desk(folder, size)
    (folder / "came").mkdir()
    for number, learner in enumerate(desk.learners):
        text = GOOD if number % 2 else f"{POOR} {number}"
        (folder / "came" / learner.id).write_bytes(hand_in_of(desk, learner, text))
    collect(folder, desk, [folder / "came"], HANDED_IN)
    return desk


def test_marks_are_those_of_the_rules_in_the_order_of_the_list(tmp_path: Path) -> None:
    desk = filled(tmp_path)

    assert grade(tmp_path, desk) == Grading(hand_ins=7, chunks=1, marked_now=1)

    found = list(marks(tmp_path))
    assert [one.learner for one in found] == [learner.id for learner in desk.learners]
    for one in found:
        for exercise, answer in zip(desk.exercises, one.answers, strict=True):
            assert [line.state for line in answer.lines] == [it.state for it in mark(exercise, answer.text)]
    assert {line.state for line in found[0].answers[1].lines} == {"not attempted"}


@pytest.mark.usefixtures("small_chunks")
def test_however_it_is_done_the_bytes_are_the_same(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("alone", "cores", "elsewhere")]
    desks = [filled(folder) for folder in folders]

    grade(folders[0], desks[0], workers=1)
    grade(folders[1], desks[1], workers=2)
    grade(folders[2], desks[2], executor=nullcontext(ThreadPoolExecutor(3)))

    assert len({(folder / MARKS).read_bytes() for folder in folders}) == 1


@pytest.mark.usefixtures("small_chunks")
def test_what_is_marked_is_not_marked_again(tmp_path: Path) -> None:
    desk = filled(tmp_path)
    assert grade(tmp_path, desk).marked_now == 4
    assert grade(tmp_path, desk).marked_now == 0
    again = tmp_path / "again"
    again.write_bytes(hand_in_of(desk, desk.learners[3], POOR, at=HANDED_IN + timedelta(hours=1)))

    collect(tmp_path, desk, [again], HANDED_IN)

    assert grade(tmp_path, desk).marked_now == 1
    assert len(list((tmp_path / PARTS).iterdir())) == 4
    assert [one.versions for one in marks(tmp_path)] == [1, 1, 1, 2, 1, 1, 1]


def test_a_rule_that_breaks_leaves_the_line_to_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(exercise: Exercise, text: str) -> object:
        if "4" in text:
            raise ZeroDivisionError
        return mark(exercise, text)

    monkeypatch.setattr(marking, "mark", broken)
    marking._lines.cache_clear()
    desk = filled(tmp_path)
    grade(tmp_path, desk, workers=1)

    found = {one.learner: one.answers[0].lines[0] for one in marks(tmp_path)}
    assert (found["s5"].state, found["s5"].says) == ("for a person", WE_BROKE)
    assert found["s3"].state == "earned"
    marking._lines.cache_clear()


def test_checks_that_say_more_than_ours_are_pointed_out_and_not_believed(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    hand_in = handed_in(desk, desk.learners[0], POOR)
    doctored = hand_in.answers[0].with_(own_checks=("earned",) * 4)
    honest = handed_in(desk, desk.learners[1], POOR).answers[0].with_(own_checks=("earned", "earned", "for a person"))
    for learner, answer in zip(desk.learners, (doctored, honest), strict=False):
        path = tmp_path / f"{learner.id}.json"
        path.write_bytes(hand_in_file(handed_in(desk, learner, POOR).with_(answers=(answer,))))
        collect(tmp_path, desk, [path], HANDED_IN)

    grade(tmp_path, desk)

    one, other = marks(tmp_path)
    assert (one.answers[0].differs, other.answers[0].differs) == (True, False)
    assert one.answers[0].lines == other.answers[0].lines


def test_nothing_marked_yet_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="First: rapportkit coach grade"):
        list(marks(tmp_path))


def test_a_class_of_which_nothing_came_is_marked_too(tmp_path: Path) -> None:
    assert grade(tmp_path, a_desk(tmp_path)) == Grading(0, 0, 0)
    assert list(marks(tmp_path)) == []


def test_a_worker_that_dies_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grading, "CHUNK", 1)
    monkeypatch.setattr(grading, "mark_chunk", _die)
    desk = filled(tmp_path)

    with pytest.raises(RapportError, match="grade again"):
        grade(tmp_path, desk, workers=2)


def _die(*_: object) -> bytes:
    os._exit(9)


RUN = """
import sys
from pathlib import Path
from rapportkit.coaching import grade
from rapportkit.coaching.desk import open_desk
if __name__ == "__main__":
    grade.CHUNK = 1
    folder = Path(sys.argv[1])
    grade.grade(folder, open_desk(folder), workers=int(sys.argv[2]))
"""


@pytest.mark.parametrize(("workers", "kills"), [(1, 8), (2, 2)])
def test_a_run_that_is_killed_goes_on_and_nothing_is_lost_or_twice(tmp_path: Path, workers: int, kills: int) -> None:
    folder = tmp_path / "killed"
    desk = filled(folder, 12)
    script = tmp_path / "run.py"
    script.write_text(RUN)
    rng = random.Random(8)
    for _ in range(kills):
        before = len(list((folder / PARTS).glob("*.jsonl")))
        running = subprocess.Popen([sys.executable, script, folder, str(workers)])
        deadline = time.monotonic() + 60
        while len(list((folder / PARTS).glob("*.jsonl"))) == before and running.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.002)
        time.sleep(rng.random() * 0.02)
        running.kill()
        running.wait()
    subprocess.run([sys.executable, script, folder, "1"], check=True)

    assert Counter(one.learner for one in marks(folder)) == Counter(learner.id for learner in desk.learners)
    whole = tmp_path / "whole"
    grade(whole, filled(whole, 12), workers=1)
    assert (folder / MARKS).read_bytes() == (whole / MARKS).read_bytes()


@pytest.mark.filterwarnings("default")  # of distributed's own servers, not of ours
def test_a_cluster_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    from rapportkit.coaching.cluster import executor_at

    monkeypatch.setattr(grading, "CHUNK", 2)
    alone, away = tmp_path / "alone", tmp_path / "away"
    grade(alone, filled(alone), workers=1)
    desk = filled(away)
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        dashboard_address="127.0.0.1:0",
        protocol="tcp",
        host="127.0.0.1",
    ) as cluster:
        grade(away, desk, executor=executor_at(cluster.scheduler_address))

    assert (alone / MARKS).read_bytes() == (away / MARKS).read_bytes()


def test_without_a_scheduler_there_is_a_sentence() -> None:
    from rapportkit.coaching.cluster import executor_at

    with (
        pytest.raises(RapportError, match=r"needs the package distributed|No Dask scheduler answers"),
        executor_at(":"),
    ):
        pass
