from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.workbook.store import Workbook

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workbook(tmp_path: Path, clock: Clock) -> Workbook:
    return Workbook(tmp_path / "learner" / "workbook.sqlite3", clock)


def card(then: str) -> Card:
    """What to do in a silence."""
    return Card(lesson="04_conversation", if_="there is a silence", then=then)


@pytest.fixture
def saved(workbook: Workbook, clock: Clock) -> Workbook:
    """A workbook with a card, and with one backup."""
    for words in ("I count to three", "I ask about the journey"):
        workbook.save("silence", card(words))
        clock.move(days=1)
    return workbook
