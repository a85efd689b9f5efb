"""From memory: say it first, then look."""

from __future__ import annotations

from html import escape

from rapportkit.cards import Card
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, press, row, show, some_lines
from rapportkit.views.lesson import Lesson


def recall(lesson: Lesson, question: str) -> Recall:
    """The panel that asks *question* from memory, then shows the learner's own lines and cards beside the answer."""
    return Recall(lesson, question)


class Recall(View):
    """A field to write in from memory, and a button that shows what was saved."""

    def __init__(self, lesson: Lesson, question: str) -> None:
        self.lesson = lesson
        self.key = f"recall-{lesson.id}"
        known = lesson.workbook.latest(Answer, self.key)
        self.answer = some_lines("Without looking up", known.text if known else "", rows=3)
        self.look_button = press("Now show me what I saved")
        self.saved = html("")
        super().__init__(
            "From memory", html(f"<p>{escape(question)}</p>"), self.answer, row(self.look_button), self.saved
        )
        self.when_clicked(self.look_button, self.look)
        self.when_typing_pauses(self.keep, self.answer)

    def keep(self, typing: bool = True) -> None:
        """Keep what was typed."""
        if self.answer.value or self.lesson.workbook.latest(Answer, self.key):
            self.lesson.workbook.save(self.key, Answer(exercise=self.key, text=self.answer.value), typing=typing)

    def look(self) -> None:
        """Show the saved lines and cards, once something has been tried."""
        if not self.answer.value.strip():
            raise InvalidValue("Try first, even if only half of it comes. Trying is what makes it stay.")
        self.keep(typing=False)
        mine = [line.text for line in self.lesson.lines.values() if line.text.strip()]
        mine += [card.sentence for card in self.lesson.workbook.all(Card).values() if card.sentence]
        if not mine:
            show(self.saved, "<p>There is nothing saved to compare with yet. What you typed is kept here.</p>")
            return
        quotes = "".join(f"<blockquote>{escape(text)}</blockquote>" for text in mine)
        show(self.saved, f"<h4>What you saved</h4>{quotes}<p>Not word for word? Good. Nobody wants a recital.</p>")
