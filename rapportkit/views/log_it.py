"""A practice put into the log: a note to oneself, about how long it took, and a button."""

from __future__ import annotations

from rapportkit.practice import READ_ONCE, Practice, practice_key
from rapportkit.views._page import View, choice, one_line, press, row
from rapportkit.views.lesson import Lesson

MINUTES = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30)


class LogIt(View):
    """What belongs below a drill: one entry a day, which a second press renews."""

    def __init__(self, lesson: Lesson, drill: str, minutes: int) -> None:
        self.lesson = lesson
        self.drill = drill
        known = lesson.workbook.latest(Practice, practice_key(self._practice("", minutes)))
        self.note = one_line("A note to myself, if I like", known.note if known else "")
        took = known.minutes if known else minutes
        self.minutes = choice("Minutes, about", [(str(number), number) for number in MINUTES], took)
        self.button = press("Done: put it in my log")
        super().__init__("", row(self.note, self.minutes), row(self.button))
        self.when_clicked(self.button, self.put_in_log)

    def put_in_log(self) -> None:
        """Put it into the log."""
        self.lesson.keep_practice(self._practice(self.note.value, self.minutes.value))
        self.tell("It is in your practice log.")

    def _practice(self, note: str, minutes: int) -> Practice:
        return Practice(on=self.lesson.now().date(), drill=self.drill, note=note, minutes=minutes)


def log_listening(lesson: Lesson, who: str) -> None:
    """Put it into the log that somebody was listened to: one entry a day, with everybody who was."""
    practice = Practice(on=lesson.now().date(), drill=READ_ONCE, note=who)
    known = lesson.workbook.latest(Practice, practice_key(practice))
    people = list(dict.fromkeys([*(known.note.split("; ") if known else ()), who]))
    lesson.keep_practice(practice.with_(note="; ".join(people), minutes=2 * len(people)))
