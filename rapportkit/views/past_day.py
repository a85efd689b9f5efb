"""A day that is past, for an interview: a slip, or meant, to look back?"""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.interviews import Interview
from rapportkit.views._page import column, press, row, show_only_if

if TYPE_CHECKING:
    from rapportkit.views.plan_interview import PlanInterview


class PastDay:
    """The part of the panel about the interview that asks before a day in the past is kept."""

    def __init__(self, panel: PlanInterview) -> None:
        self.panel = panel
        self.next_button = press("")
        self.was_button = press("")
        self._asked: date | None = None
        self._said: date | None = None
        self._box = column(row(self.next_button, self.was_button))
        self.settle()

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self._box,)

    def is_meant(self, interview: Interview, known: Interview | None) -> bool:
        """Whether the day is to come, is the one that was kept before, or was said to be meant."""
        day, today = interview.starts.date(), self._today(interview)
        return day >= today or day == self._said or bool(known and known.starts.date() == day)

    def ask(self, interview: Interview) -> None:
        """Ask what is meant; nothing is kept yet."""
        day = interview.starts.date()
        self._asked = day
        again = _next(day, self._today(interview))
        self.next_button.description = f"It is on {in_words(again)}"
        self.was_button.description = f"It was on {in_words(day)}: I look back"
        show_only_if(True, self._box)
        self.panel.tell(
            f"{in_words(day)} is past, so nothing is saved yet. Is it on {in_words(again)}, or was it then, and you "
            "look back? Choose below, or another day above.",
            careful=True,
        )

    def settle(self) -> None:
        """Nothing is asked any more."""
        self._asked = None
        show_only_if(False, self._box)

    def is_next(self) -> None:
        """Take the same day when it comes next, and save."""
        if self._asked:
            form = self.panel.form
            form.day.value = _next(self._asked, self.panel.lesson.now().date())
            self.panel.save()

    def was_then(self) -> None:
        """Take the day as it was told, and save."""
        if self._asked:
            self._said = self._asked
            self.panel.save()

    def _today(self, interview: Interview) -> date:
        return self.panel.lesson.now().astimezone(interview.starts.tzinfo).date()


def in_words(day: date) -> str:
    """A day as it is said."""
    return f"{day.day} {day:%B %Y}"


def _next(day: date, today: date) -> date:
    """The same day of the year when it comes next; for a leap day the 1st of March, where there is none."""
    for year in (today.year, today.year + 1):
        is_there = (day.month, day.day) != (2, 29) or isleap(year)
        then = date(year, day.month, day.day) if is_there else date(year, 3, 1)
        if then >= today:
            return then
    raise AssertionError("a day comes at least once in two years")
