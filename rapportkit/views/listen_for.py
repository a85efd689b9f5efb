"""The one thing to listen for in the interview."""

from __future__ import annotations

from rapportkit.practice import LISTEN_FOR, ListenFor
from rapportkit.views._page import View, html, one_line, press, row
from rapportkit.views.lesson import Lesson

HOW = (
    "<p>Nobody can listen for everything. Choose one thing, and let the rest come. It might be: what they are proud "
    "of; what they laugh at; what nearly made them leave; a word that they use twice; what the day is like at four "
    "o'clock.</p>"
)


def listen_for(lesson: Lesson) -> OneThing:
    """The panel for the one thing to listen for."""
    return OneThing(lesson)


class OneThing(View):
    """One field, kept while it is typed."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        known = lesson.workbook.latest(ListenFor, LISTEN_FOR)
        self.what = one_line("I will listen for", known.what if known else "", "what they are proud of")
        self.button = press("Save", primary=True)
        super().__init__("One thing to listen for", html(HOW), self.what, row(self.button))
        self.when_clicked(self.button, self.save)
        self.when_typing_pauses(self.keep, self.what)

    def save(self) -> None:
        """Keep it, and say so."""
        self.keep(typing=False)
        self.tell("Saved. It stands on your brief." if self.what.value.strip() else "Write one thing first.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed."""
        if self.what.value or self.lesson.workbook.latest(ListenFor, LISTEN_FOR):
            self.lesson.workbook.save(LISTEN_FOR, ListenFor(what=self.what.value), typing=typing)
