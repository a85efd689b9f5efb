"""
Lessons that are killed in the middle of their work: `python nursery.py WORKBOOK WORK`, then one life a line on stdin.

A line is "NAME DAY SAVES PART": a fork does the work under that name, on that day, until so many saves are
acknowledged, and is killed when about that part of the next one is over, however slow the machine is just then. The
answer is how many saves it had acknowledged by then. Forks of one process that has imported everything: two hundred of
them cost seconds, not minutes.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from rapportkit.cards import Card
from rapportkit.interviews import Line
from rapportkit.workbook.export import export, restore
from rapportkit.workbook.forget import forget
from rapportkit.workbook.store import Workbook

FIRST_DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEYS = 5


def save(workbook: Workbook, who: str, done: Callable[[], None]) -> None:
    for number in count():
        card = Card(lesson=who, if_=str(number), then="x" * (number % 7 * 500))
        workbook.save(f"{who} {number % KEYS}", card)
        done()


def mixed(workbook: Workbook, who: str, done: Callable[[], None]) -> None:
    """Saves, with everything else that writes in between."""
    for number in count():
        workbook.save(f"{who} {number % KEYS}", Card(lesson=who, if_=str(number), then="x" * (number % 7 * 500)))
        done()
        person = f"stranger-{number}"
        workbook.save(f"{person}/sport/judo", Line(person=person, about_kind="sport", about_label="judo", text="Judo?"))
        if number % 3 == 0:
            restore(workbook, export(workbook))
        if number % 3 == 1:
            forget(workbook, person)


def _live(path: Path, work: Callable[[Workbook, str, Callable[[], None]], None], who: str, day: int, out: int) -> None:
    workbook = Workbook(path, lambda: FIRST_DAY + timedelta(days=day))
    work(workbook, who, lambda: os.write(out, b".") and None)


def one_life(path: Path, work: Callable[..., None], who: str, day: int, saves: int, part: float) -> int:
    """Fork, wait, kill: how many saves were acknowledged."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            _live(path, work, who, day, theirs)
        finally:
            os._exit(1)  # only an error gets here: nobody else's life goes on in this process
    os.close(theirs)
    began = time.monotonic()
    acknowledged = 0
    while acknowledged < saves and (more := os.read(ours, saves - acknowledged)):
        acknowledged += len(more)
    time.sleep(part * ((time.monotonic() - began) / saves if saves else 0.01))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(ours, "rb") as pipe:
        acknowledged += len(pipe.read())
    return acknowledged if os.WIFSIGNALED(status) else -1


def main() -> None:
    path, work = Path(sys.argv[1]), {"save": save, "mixed": mixed}[sys.argv[2]]
    for line in sys.stdin:
        who, day, saves, part = line.split()
        sys.stdout.write(f"{one_life(path, work, who, int(day), int(saves), float(part))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
