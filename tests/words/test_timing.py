"""In time is the day of the interview or the day after, weekends and leap days included."""

from __future__ import annotations

from datetime import date

import pytest

from rapportkit.words.timing import days_late


@pytest.mark.parametrize(
    ("sent", "late"),
    [
        (date(2028, 2, 28), 0),
        (date(2028, 2, 29), 0),
        (date(2028, 3, 1), 1),
        (date(2028, 3, 9), 9),
        (date(2028, 2, 1), 0),
    ],
)
def test_days_are_counted_from_the_day_after(sent: date, late: int) -> None:
    assert days_late(date(2028, 2, 28), sent) == late
