"""Several lessons at once, and a kernel killed in the middle of a save."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from rapportkit.cards import Card
from rapportkit.workbook.backups import is_whole
from rapportkit.workbook.export import export, restore
from rapportkit.workbook.store import Workbook

_SAVE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from rapportkit.cards import Card
from rapportkit.workbook.store import Workbook

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


def test_whatever_was_acknowledged_before_a_kill_is_there(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime.now(UTC))
    for turn in range(12):
        lesson = _lesson(workbook.path, f"turn {turn}", 100_000)
        assert lesson.stdout
        assert lesson.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.08))
        lesson.kill()
        acknowledged = len(lesson.communicate()[0].splitlines())
        kept = _saves(workbook, f"turn {turn}")
        assert acknowledged <= kept <= acknowledged + 1
    assert is_whole(workbook.path)


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
