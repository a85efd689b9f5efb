"""Whether a thank-you goes out in time."""

from __future__ import annotations

from datetime import date

LATEST_DAYS_AFTER = 1
"""A thank-you goes out on the day of the interview or the day after: custom, no law."""


def days_late(interview: date, sent: date) -> int:
    """
    By how many days a thank-you misses the day after the interview; 0 where it does not.

        >>> days_late(date(2026, 12, 3), date(2026, 12, 4)), days_late(date(2026, 12, 3), date(2026, 12, 6))
        (0, 2)
    """
    return max(0, (sent - interview).days - LATEST_DAYS_AFTER)
