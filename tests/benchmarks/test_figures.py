"""How long a learner waits: `make bench` prints the figures; `make test` runs each once, as a test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rapportkit.cards import Card
from rapportkit.ground.find import find_common_ground
from rapportkit.lessons import lessons, put_lessons
from rapportkit.people.read import read_person
from rapportkit.workbook.store import Workbook
from tests.talk.talks import WHOLE
from tests.talk.transcripts import captions

PEOPLE = Path(__file__).resolve().parents[2] / "rapportkit" / "data" / "people"


def sample(kind: str) -> bytes:
    return min((PEOPLE / kind).glob("*.json")).read_bytes()


def test_importing_rapportkit(benchmark: Any) -> None:
    benchmark(lambda: subprocess.run([sys.executable, "-c", "import rapportkit"], check=True, timeout=60))


def test_reading_a_person(benchmark: Any) -> None:
    data = sample("learners")

    assert benchmark(lambda: read_person("me.json", data)).person.facts


def test_finding_what_two_people_share(benchmark: Any) -> None:
    me, them = (read_person("one.json", sample(kind)).person for kind in ("learners", "interviewers"))

    assert benchmark(lambda: find_common_ground(me, them)) == find_common_ground(me, them)


def test_saving_an_answer(benchmark: Any, tmp_path: Path) -> None:
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime.now(UTC))
    counted = iter(range(10**9))

    def save() -> None:
        workbook.save("card", Card(lesson="00_welcome", if_=f"they ask {next(counted)}", then="I tell"))

    benchmark(save)

    assert workbook.latest(Card, "card")


def test_putting_the_lessons(benchmark: Any, tmp_path: Path) -> None:
    assert len(benchmark(lambda: put_lessons(tmp_path / "mine")).lessons) == len(lessons())


def test_reviewing_a_talk_of_two_hours(benchmark: Any, tmp_path: Path) -> None:
    """
    From the command line, with all that Python and its packages take to load: two seconds of work.

    Of work, and not by the clock on the wall: what else the machine does meanwhile is not in it. (Windows counts none.)
    """
    (tmp_path / "talk.vtt").write_text(captions(WHOLE, 7200), encoding="utf-8")
    command = [sys.executable, "-m", "rapportkit", "review", "talk", tmp_path / "talk.vtt", "--me", "Me", "--json"]

    worked: list[float] = []

    def review() -> bytes:
        before = _work_of_children()
        printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
        worked.append(_work_of_children() - before)
        return printed

    printed = benchmark(review)

    assert len(json.loads(printed)["turns"]) > 1000
    assert min(worked) < 2


def _work_of_children() -> float:
    """Seconds for which a processor worked for the programs that this one has started and that have ended."""
    told = os.times()
    return told.children_user + told.children_system
