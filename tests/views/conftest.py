"""A lesson on an empty workbook, and one on a workbook with two sample people and an interview in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rapportkit.interviews import Interview
from rapportkit.views.lesson import Lesson, borrow_sample
from rapportkit.workbook.store import Workbook

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """A lesson on a workbook in which nothing is yet; it is Tuesday, 1 December 2026, nine o'clock in London."""
    return Lesson("04_conversation", Workbook(tmp_path / "workbook.sqlite3", lambda: NOW), lambda: NOW, "Europe/London")


@pytest.fixture
def half_way(lesson: Lesson) -> Lesson:
    """The same with Nadia, who meets Helen on Thursday at two."""
    borrow_sample(lesson, "nadia")
    at = datetime(2026, 12, 3, 14, 0, tzinfo=ZoneInfo("Europe/London"))
    keys = tuple(lesson.interviewers)
    lesson.workbook.save("interview-1", Interview(id="interview-1", at=at, zone="Europe/London", interviewers=keys))
    return lesson


def upload_of(name: str, data: bytes) -> tuple[dict[str, object], ...]:
    """What an upload button holds after the learner has chosen this file."""
    moment = datetime(2026, 12, 1, tzinfo=ZoneInfo("UTC"))
    file = {"name": name, "type": "", "size": len(data), "content": memoryview(data), "last_modified": moment}
    return (file,)


def said(view: object) -> str:
    """Everything that a panel shows in its pieces of page, as one text."""
    texts, waiting = [], [view]
    while waiting:
        widget = waiting.pop()
        waiting.extend(getattr(widget, "children", ()))
        value = getattr(widget, "value", "")
        if type(widget).__name__ == "HTML":
            texts.append(str(value))
    return "\n".join(texts)
