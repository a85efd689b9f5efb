"""The practice log: what was practised when, in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from rapportkit.drills import drills
from rapportkit.practice import READ_ONCE, VANISHING_LINE, Practice
from rapportkit.views._page import View, html
from rapportkit.views.lesson import Lesson

OTHERS = {READ_ONCE: "Read once, then ask", VANISHING_LINE: "The line that vanishes"}
NOTHING_YET = "<p>Nothing yet. What you practise here, and put in your log, is listed with its day.</p>"
NO_MORE = "<p><small>It is a list and no more: no days in a row, no marks.</small></p>"


def practice_log(lesson: Lesson) -> PracticeLog:
    """The panel with the practice log."""
    return PracticeLog(lesson)


class PracticeLog(View):
    """The log as it is now; it is renewed when anything is put into it."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.page = html("")
        super().__init__("Your practice log", self.page)
        lesson.when_kept(self.renew)
        self.renew()

    def renew(self) -> None:
        """Say it as it is now."""
        self.page.value = log_as_html(self.lesson.workbook.all(Practice).values())


def log_as_html(practices: Iterable[Practice]) -> str:
    """Every practice under its day, the newest day first."""
    newest_first = sorted(practices, key=lambda one: one.on, reverse=True)
    if not newest_first:
        return NOTHING_YET
    days = "".join(
        f"<h4>{day:%A} {day.day} {day:%B}</h4><ul>{''.join(map(_entry, of_the_day))}</ul>"
        for day, of_the_day in groupby(newest_first, lambda one: one.on)
    )
    return f"{days}{NO_MORE}"


def _entry(practice: Practice) -> str:
    known = drills().get(practice.drill)
    title = known.title if known else OTHERS.get(practice.drill, practice.drill)
    took = "1 minute" if practice.minutes == 1 else f"{practice.minutes} minutes"
    note = f": {escape(practice.note.strip())}" if practice.note.strip() else ""
    return f"<li><strong>{escape(title)}</strong>, about {took}{note}</li>"
