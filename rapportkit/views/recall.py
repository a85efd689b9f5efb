"""From memory: say it first, then look."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, press, row, show, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.one_before import one_before
from rapportkit.views.saved import SAVED, quote

NOTHING_YET = "<p>There is nothing saved to compare with yet. What you typed is kept here.</p>"


def recall(lesson: Lesson, question: str, shows: str = "line-and-proof", quoted: str = "") -> Recall:
    """
    The panel that asks *question* from memory, then shows beside the answer what it was about.

    *shows* is what of the learner's own is shown: `them`, `shortlist`, `line-and-proof`, `reason-and-proof`,
    `next-steps` or `their-words`. Where the question is about a text of the lesson itself, *quoted* is that text,
    and it alone is shown.

    Raises:
        InvalidValue: *shows* is none of these.
    """
    if shows not in SAVED:
        raise InvalidValue(f"recall() can show {', '.join(SAVED)}; '{shows}' is none of them.")
    return Recall(lesson, question, shows, quoted)


class Recall(View):
    """A field to write in from memory, a button that shows what was saved, and below it one moment from before."""

    def __init__(self, lesson: Lesson, question: str, shows: str = "line-and-proof", quoted: str = "") -> None:
        self.lesson = lesson
        self.shows = shows
        self.quoted = quoted
        self.key = f"recall-{lesson.id}"
        known = lesson.workbook.latest(Answer, self.key)
        self.answer = some_lines("Without looking up", known.text if known else "", rows=3)
        self.look_button = press("Now show me the line" if quoted else "Now show me what I saved")
        self.saved = html("")
        self.before = one_before(lesson)
        parts = (html(f"<p>{escape(question)}</p>"), self.answer, row(self.look_button), self.saved)
        super().__init__("From memory", *parts, below=[self.before] if self.before else [])
        self.when_clicked(self.look_button, self.look)
        self.when_typing_pauses(self.keep, self.answer)

    def keep(self, typing: bool = True) -> None:
        """Keep what was typed."""
        if self.answer.value or self.lesson.workbook.latest(Answer, self.key):
            self.lesson.workbook.save(self.key, Answer(exercise=self.key, text=self.answer.value), typing=typing)

    def look(self) -> None:
        """Show what the question was about, once something has been tried."""
        if not self.answer.value.strip():
            raise InvalidValue("Try first, even if only half of it comes. Trying is what makes it stay.")
        self.keep(typing=False)
        page = f"<h4>The line was</h4>{quote(self.quoted)}" if self.quoted else SAVED[self.shows](self.lesson)
        show(self.saved, f"{page}<p>Not word for word? Good. Nobody wants a recital.</p>" if page else NOTHING_YET)
