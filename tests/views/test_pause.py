from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from rapportkit.interviews import Answer
from rapportkit.views import pause as pauses
from rapportkit.views.lesson import Lesson, open_lesson
from rapportkit.views.pause import Pause, end_pauses
from rapportkit.views.recall import recall
from rapportkit.workbook.store import Workbook
from tests.views.conftest import NOW


def test_without_a_loop_a_pause_is_over_at_once() -> None:
    called: list[int] = []

    Pause(lambda: called.append(1)).begin()

    assert called == [1]


def test_with_a_loop_many_keys_are_one_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pauses, "PAUSE", 0.3)
    called: list[int] = []
    pause = Pause(lambda: called.append(1))

    async def type_quickly() -> None:
        for _ in range(5):
            pause.begin()
            await asyncio.sleep(0)
        await asyncio.sleep(0.6)

    asyncio.run(type_quickly())

    assert called == [1]


def test_a_pause_that_is_ended_early_calls_once_and_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pauses, "PAUSE", 0.02)
    called: list[int] = []
    pause = Pause(lambda: called.append(1))

    async def type_and_leave() -> None:
        pause.begin()
        end_pauses()
        assert called == [1]
        end_pauses()
        await asyncio.sleep(0.05)

    asyncio.run(type_and_leave())

    assert called == [1]


def test_a_slip_in_one_pause_does_not_keep_the_others_from_ending() -> None:
    called: list[int] = []

    def slip() -> None:
        raise ZeroDivisionError

    async def type_in_two() -> None:
        Pause(slip).begin()
        Pause(lambda: called.append(2)).begin()
        end_pauses()

    asyncio.run(type_in_two())

    assert called == [2]


def test_a_lesson_that_is_opened_finds_what_was_typed_a_moment_ago(lesson: Lesson) -> None:
    panel = recall(lesson, "How did your line begin?")

    async def type_and_open_again() -> str:
        panel.answer.value = "I lived by the har"
        again = open_lesson(lesson.id, str(lesson.workbook.path), f"{NOW:%Y-%m-%d}")
        return recall(again, "How did your line begin?").answer.value

    assert asyncio.run(type_and_open_again()) == "I lived by the har"


def test_what_was_typed_is_kept_when_the_kernel_ends_within_the_pause(tmp_path: Path) -> None:
    book = tmp_path / "workbook.sqlite3"
    types = f"""
import asyncio
from rapportkit import open_lesson, recall

async def type_and_stop():
    recall(open_lesson("06_rehearsal", {str(book)!r}, "2026-12-01"), "Your line?").answer.value = "Half a sen"

asyncio.run(type_and_stop())
"""
    subprocess.run([sys.executable, "-c", types], check=True)

    kept = Workbook(book, lambda: NOW).latest(Answer, "recall-06_rehearsal")
    assert kept is not None
    assert kept.text == "Half a sen"
