"""Several lessons at once, kernels killed in the middle of a save, a file damaged, a clock set back."""

from __future__ import annotations

import json
import os
import random
import shlex
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rapportkit.cards import Card
from rapportkit.cli.app import run
from rapportkit.errors import RapportError, WorkbookTooNew
from rapportkit.interviews import Line
from rapportkit.people.person import Person
from rapportkit.workbook.backups import backups_of, is_whole, set_aside_of
from rapportkit.workbook.export import export, restore
from rapportkit.workbook.forget import forget
from rapportkit.workbook.migrations import VERSION
from rapportkit.workbook.rescue import check
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.trouble import WorkbookDamaged
from tests.workbook.conftest import Clock

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows forks no process and has no kill -9")

_SAVE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from rapportkit.cards import Card
from rapportkit.workbook import connection
from rapportkit.workbook.store import Workbook

connection.PATIENCE = 300.0  # what counts here is that nothing is lost, however long a busy machine makes each wait
workbook, who, many = Workbook(Path(sys.argv[1]), lambda: datetime.now(UTC)), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
for number in range(many):
    workbook.save(f"{who} {number % 5}", Card(lesson=who, if_=str(number), then="x" * (number % 7 * 500)))
    print(number, flush=True)
"""


def _lesson(path: Path, who: str, many: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _SAVE, str(path), who, str(many)], stdout=subprocess.PIPE, text=True)


def _saves(workbook: Workbook, who: str) -> int:
    return sum(len(workbook.history(Card, f"{who} {number}")) for number in range(5))


def test_four_lessons_that_save_500_records_each_keep_2000(tmp_path: Path) -> None:
    workbook = Workbook(tmp_path / "new" / "workbook.sqlite3", lambda: datetime.now(UTC))
    lessons = [_lesson(workbook.path, who, 500) for who in "abcd"]
    for lesson in lessons:
        lesson.communicate()
    assert [lesson.returncode for lesson in lessons] == [0, 0, 0, 0]
    assert [_saves(workbook, who) for who in "abcd"] == [500, 500, 500, 500]


class Nursery:
    """The process of nursery.py: each life in it is killed at some moment, and tells what was acknowledged."""

    def __init__(self, path: Path, work: str) -> None:
        command = [sys.executable, str(Path(__file__).with_name("nursery.py")), str(path), work]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, text=True, **pipes)  # type: ignore[call-overload]

    def life(self, who: str, day: int, saves: int, part: float) -> int:
        self.process.stdin.write(f"{who} {day} {saves} {part}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()


def _kept_of(workbook: Workbook) -> Counter[str]:
    """How many saves of each life the workbook holds."""
    return Counter(entry["body"]["lesson"] for entry in _cards_in(workbook))


def _cards_in(workbook: Workbook) -> list[dict[str, Any]]:
    return [entry for entry in json.loads(export(workbook))["records"] if entry["kind"] == "card"]


@needs_fork
def test_killed_at_any_moment_200_times_it_opens_and_holds_every_acknowledged_answer(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime(2026, 11, 23, tzinfo=UTC))
    journal = workbook.path.with_name("workbook.sqlite3-journal")
    acknowledged: dict[str, int] = {}
    in_the_middle = 0
    with Nursery(workbook.path, "save") as nursery:
        for life in range(200):
            # Another day every few lives: the first save of it is killed while it makes its backup, too.
            acknowledged[f"life-{life}"] = nursery.life(f"life-{life}", life // 4, chance.randrange(6), chance.random())
            in_the_middle += journal.exists()
            kept = sum(len(workbook.history(Card, f"life-{life} {key}")) for key in range(5))
            assert acknowledged[f"life-{life}"] <= kept <= acknowledged[f"life-{life}"] + 1
    kept_of = _kept_of(workbook)
    assert all(many <= kept_of[life] <= many + 1 for life, many in acknowledged.items())
    assert sum(acknowledged.values()) > 200
    assert in_the_middle > 20, "the kills must hit the middle of a save, or this proves nothing"
    check(workbook)
    assert all(is_whole(backup) for backup in backups_of(workbook.path))


@needs_fork
def test_killed_while_it_restores_forgets_and_backs_up_it_still_holds_every_answer(tmp_path: Path) -> None:
    chance = random.Random(20261124)
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime(2026, 11, 23, tzinfo=UTC))
    with Nursery(workbook.path, "mixed") as nursery:
        for life in range(60):
            acknowledged = nursery.life(f"life-{life}", life, chance.randrange(3), chance.random())
            kept = sum(len(workbook.history(Card, f"life-{life} {key}")) for key in range(5))
            assert acknowledged <= kept <= acknowledged + 1
    check(workbook)
    assert all(is_whole(backup) for backup in backups_of(workbook.path))
    for person in {line.person for line in workbook.all(Line).values()}:  # those whose forgetting was cut short
        assert forget(workbook, person).not_cleaned == ()
    rest = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Judo?" not in rest


@pytest.mark.parametrize("block", range(6))
def test_damaged_at_random_the_sentence_offers_a_backup_that_the_command_brings_back(
    workbook: Workbook, clock: Clock, block: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for day in range(3):
        for number in range(12):
            workbook.save(f"card {number}", Card(lesson="x", if_=f"day {day}, {number}", then="I ask " * 20))
        clock.move(days=1)
    good = workbook.path.read_bytes()
    for seed in range(block * 12, block * 12 + 12):
        workbook.path.write_bytes(_damaged(good, random.Random(seed)))
        damage = _trouble(workbook)
        if isinstance(damage, WorkbookDamaged):
            assert damage.backup == backups_of(workbook.path)[0]
            assert run(shlex.split(str(damage).partition("rapportkit ")[2])) == 0, capsys.readouterr().err
            assert workbook.latest(Card, "card 3") == Card(lesson="x", if_="day 1, 3", then="I ask " * 20)
            (aside,) = set_aside_of(workbook.path)
            aside.unlink()
        elif isinstance(damage, WorkbookTooNew):
            assert VERSION < workbook.path.read_bytes()[63] < 100  # the form, which may be a coming one
        else:
            assert damage is None
            assert len(_cards_in(workbook)) == 36


def _trouble(workbook: Workbook) -> RapportError | None:
    try:
        check(workbook)
    except RapportError as error:  # anything else fails the test
        return error
    return None


def _damaged(good: bytes, chance: random.Random) -> bytes:
    """A few bytes changed anywhere, or in the header; a piece of zeros; or the end missing."""
    data, how = bytearray(good), chance.randrange(4)
    start = chance.randrange(len(data))
    if how == 0:
        return good[: max(start, 1)]
    if how == 1:
        piece = slice(start, start + chance.choice((16, 512, 4096)))
        data[piece] = bytes(len(data[piece]))
    for _ in range(chance.choice((1, 10, 1_000)) if how == 2 else how == 3):
        data[chance.randrange(len(data) if how == 2 else 100)] = chance.randrange(256)
    return bytes(data)


def test_a_clock_set_back_loses_nothing_and_what_was_said_last_stays_the_latest(
    workbook: Workbook, clock: Clock
) -> None:
    for number, days in enumerate((0, -2_000, -10_000, 12_000, -1, -5_000)):
        clock.move(days=days)
        workbook.save("card", Card(lesson="x", if_="a", then=str(number)))
        workbook.save(f"card {number}", Card(lesson="x", if_="a", then="b"), typing=True)
        assert workbook.latest(Card, "card") == Card(lesson="x", if_="a", then=str(number))
    assert [saved.record.then for saved in workbook.history(Card, "card")] == ["0", "1", "2", "3", "4", "5"]
    copy = Workbook(workbook.path.with_name("copy.sqlite3"), clock)
    restore(copy, export(workbook))
    assert copy.all(Card) == workbook.all(Card)
    assert all(is_whole(backup) for backup in backups_of(workbook.path))


def _card(then: str) -> Card:
    return Card(lesson="x", if_="a", then=then)


def _save_on_days(workbook: Workbook, clock: Clock, days: int) -> None:
    for _ in range(days):
        workbook.save("card", _card(f"{clock.at:%Y-%m-%d}"))
        clock.move(days=1)


def test_backups_from_a_clock_that_was_ahead_come_after_those_that_are_newer(workbook: Workbook, clock: Clock) -> None:
    _save_on_days(workbook, clock, 3)
    clock.move(days=3_000)
    _save_on_days(workbook, clock, 2)
    clock.move(days=-3_000)
    _save_on_days(workbook, clock, 2)
    workbook.path.write_bytes(bytes(5_000))
    with pytest.raises(WorkbookDamaged) as damage:
        workbook.save("card", _card("on the bad day"))
    assert damage.value.backup == workbook.path.parent / "backups" / "workbook-2026-11-29.sqlite3"
    assert Workbook(damage.value.backup, clock).latest(Card, "card") == _card("2026-11-28")


def test_with_the_clock_set_back_the_backup_of_the_day_is_the_newest_and_stays(
    workbook: Workbook, clock: Clock
) -> None:
    _save_on_days(workbook, clock, 14)
    clock.move(days=-5_000)
    _save_on_days(workbook, clock, 1)
    on = (clock.at - timedelta(days=1)).date()
    kept = backups_of(workbook.path, on)
    assert len(kept) == 10
    assert kept[0].name == f"workbook-{on}.sqlite3"
    assert Workbook(kept[0], clock).latest(Card, "card") == _card("2026-12-06")
    assert len(workbook.history(Card, "card")) == 15


def test_with_the_clock_set_back_whoever_was_forgotten_stays_out_until_they_are_added_again(
    workbook: Workbook, clock: Clock
) -> None:
    line = Line(person="ama", about_kind="sport", about_label="judo", text="Judo?")
    workbook.save("ama", Person(name="Ama Owusu"))
    workbook.save("ama/sport/judo", line)
    old = export(workbook)
    clock.move(days=-400)
    forget(workbook, "ama")
    assert restore(workbook, old).added == 0
    clock.move(days=-400)
    assert restore(workbook, old).left_out == 2
    workbook.save("ama", Person(name="Ama Owusu"))
    assert restore(workbook, old).left_out == 0
    assert workbook.latest(Line, "ama/sport/judo") == line


def test_an_export_while_another_lesson_saves_is_whole(tmp_path: Path) -> None:
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime.now(UTC))
    exports: list[bytes] = []

    def save() -> None:
        for number in range(60):
            for key in ("left", "right"):
                workbook.save(key, Card(lesson="x", if_=str(number), then=key))

    thread = threading.Thread(target=save)
    thread.start()
    while thread.is_alive():
        exports.append(export(workbook))
        time.sleep(0.01)
    thread.join()
    for number, data in enumerate((*exports[::4], export(workbook))):
        copy = Workbook(tmp_path / f"{number}.sqlite3", workbook.now)
        restore(copy, data)
        left, right = (len(copy.history(Card, key)) for key in ("left", "right"))
        assert left - right in (0, 1)
    assert left == right == 60
