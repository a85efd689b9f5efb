"""From memory: say it first, then look."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, press, row, show, show_only_if, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.one_before import one_before
from rapportkit.views.paths import titles
from rapportkit.views.saved import SAVED, quote
from rapportkit.views.tries import is_fresh, last_time_as_html, left_in_box

NOTHING_YET = "<p>There is nothing saved to compare with yet. What you typed is kept here.</p>"

ASK_ALIKE = {"line-and-proof": ("04_conversation", "05_listening", "06_rehearsal", "07_interview_day")}
"""The lessons that ask for the same from memory, by what they show of the learner's own."""


def recall(lesson: Lesson, question: str, shows: str = "line-and-proof", quoted: str = "", why: str = "") -> Recall:
    """
    The panel that asks *question* from memory, then shows beside the answer what it was about.

    *shows* is what of the learner's own is shown: `them`, `shortlist`, `line-and-proof`, `reason-and-proof`,
    `next-steps` or `their-words`. Where the question is about a text of the lesson itself, *quoted* is that text,
    and it alone is shown; *why* answers what the question asks besides.

    Raises:
        InvalidValue: *shows* is none of these.
    """
    if shows not in SAVED:
        raise InvalidValue(f"recall() can show {', '.join(SAVED)}; '{shows}' is none of them.")
    return Recall(lesson, question, shows, quoted, why)


class Recall(View):
    """
    A field to write in from memory, a button that shows what was saved, and below it one moment from before.

    The field is empty on each day on which it is asked anew. What was said a moment ago in a lesson that asks the
    same is not asked at once again, unless the learner wants it.
    """

    def __init__(
        self, lesson: Lesson, question: str, shows: str = "line-and-proof", quoted: str = "", why: str = ""
    ) -> None:
        self.lesson, self.shows, self.quoted = lesson, shows, quoted
        self.why = f"<h4>And why?</h4><p>{escape(why)}</p>" if why else ""
        self.key = f"recall-{lesson.id}"
        history = lesson.workbook.history(Answer, self.key)
        typed = left_in_box(lesson, history)
        self._last_time = last_time_as_html(lesson, history, typed)
        self._begun = bool(typed)
        self.asks = f"<p>{escape(question)}</p>"
        self.question = html(self.asks)
        self.answer = some_lines("Without looking up", typed, rows=3)
        self.look_button = press("Now show me the line" if quoted else "Now show me what I saved")
        self.anyway_button = press("Ask me all the same")
        self.saved = html("")
        self.before = one_before(lesson)
        buttons = row(self.look_button, self.anyway_button)
        parts = (self.question, self.answer, buttons, self.saved)
        super().__init__("From memory", *parts, below=[self.before] if self.before else [])
        self._ask_or_wait()
        self.when_clicked(self.look_button, self.look)
        self.when_clicked(self.anyway_button, self.ask)
        self.when_typing_pauses(self.keep, self.answer)

    def ask(self) -> None:
        """Ask it now, whenever it was asked before."""
        self.question.value = self.asks
        show_only_if(True, self.answer, self.look_button)
        show_only_if(False, self.anyway_button)

    def keep(self, typing: bool = True) -> None:
        """Keep what was typed."""
        if self.answer.value or self._begun:
            self._begun = True
            self.lesson.workbook.save(self.key, Answer(exercise=self.key, text=self.answer.value), typing=typing)

    def look(self) -> None:
        """Show what the question was about, once something has been tried, and what was said the last time."""
        if not self.answer.value.strip():
            raise InvalidValue("Try first, even if only half of it comes. Trying is what makes it stay.")
        self.keep(typing=False)
        page = self._page()
        told = f"{page}<p>Not word for word? Good. Nobody wants a recital.</p>{self.why}" if page else NOTHING_YET
        show(self.saved, told + self._last_time)

    def _page(self) -> str:
        if self.quoted:
            return f"<h4>The line was</h4>{quote(self.quoted)}"
        return SAVED[self.shows](self.lesson, self.answer.value)

    def _ask_or_wait(self) -> None:
        said_in = "" if self._begun or self.quoted else self._said_a_moment_ago()
        if not said_in:
            self.ask()
            return
        self.question.value = (
            f"<p>You have said this from memory within the last day, in {escape(titles()[said_in])}. So soon it "
            "would train nothing. Come back to it tomorrow, or on the morning of the interview.</p>"
        )
        show_only_if(False, self.answer, self.look_button)

    def _said_a_moment_ago(self) -> str:
        """The lesson in which the same was said from memory within the day; empty where none was."""
        others = [one for one in ASK_ALIKE.get(self.shows, ()) if one != self.lesson.id]
        book = self.lesson.workbook
        fresh = [one for one in others if is_fresh(self.lesson, book.history(Answer, f"recall-{one}"))]
        return fresh[-1] if fresh else ""
