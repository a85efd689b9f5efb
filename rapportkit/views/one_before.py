"""From memory, too: one moment of an earlier lesson, asked again in a later one."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.from_before import Asked, questions_for
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, press, row, show, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.paths import on_path, titles
from rapportkit.workbook.store import Saved


def one_before(lesson: Lesson) -> OneBefore | None:
    """What belongs below the recall of a lesson; None where nothing of before is asked in it."""
    question = _of_today(lesson) or _next(lesson)
    return OneBefore(lesson, question) if question else None


class OneBefore(View):
    """A question, a field to answer it from memory, and what to hold the answer against."""

    def __init__(self, lesson: Lesson, question: Asked) -> None:
        self.lesson = lesson
        self.asked = html("")
        self.answer = some_lines("What I would do", rows=2)
        self.look_button = press("Hold it against ours")
        self.another_button = press("Another one from before")
        self.told = html("")
        super().__init__("", self.asked, self.answer, row(self.look_button, self.another_button), self.told)
        self.when_clicked(self.look_button, self.look)
        self.when_clicked(self.another_button, self.turn)
        self.when_typing_pauses(self.keep, self.answer)
        self._ask(question)

    def keep(self, typing: bool = True) -> None:
        """Keep what was typed."""
        key = _key(self.question)
        if self.answer.value or self.lesson.workbook.latest(Answer, key):
            self.lesson.workbook.save(key, Answer(exercise=key, text=self.answer.value), typing=typing)

    def look(self) -> None:
        """Show what to hold the answer against, once something has been tried."""
        if not self.answer.value.strip():
            raise InvalidValue("Try first, half a sentence will do. It is the trying that keeps it.")
        self.keep(typing=False)
        show(self.told, f"<p>{escape(self.question.told)}</p>")

    def turn(self) -> None:
        """Go on to the one that was asked least often."""
        self.keep(typing=False)
        question = _next(self.lesson, besides=self.question)
        if question is None:
            raise InvalidValue("This is the only one here. Later lessons have others.")
        self._ask(question)

    def _ask(self, question: Asked) -> None:
        self.question = question
        known = self.lesson.workbook.latest(Answer, _key(question))
        heading = f"<h4>And one from before</h4><p><small>From {escape(titles()[question.of])}.</small></p>"
        self.asked.value = f"{heading}<p>{escape(question.asks)}</p>"
        self.answer.value = known.text if known and question == _of_today(self.lesson) else ""
        show(self.told, "")


def _key(question: Asked) -> str:
    return f"before-{question.id}"


def _here(lesson: Lesson) -> list[tuple[Asked, tuple[Saved[Answer], ...]]]:
    """What may be asked here, each with all that was answered to it."""
    questions = questions_for(lesson.id, lesson.ways, on_path(lesson.way) if lesson.way else None)
    return [(one, lesson.workbook.history(Answer, _key(one))) for one in questions]


def _next(lesson: Lesson, besides: Asked | None = None) -> Asked | None:
    """The question that was answered least often so far."""
    others = [(len(saved), one) for one, saved in _here(lesson) if one != besides]
    return min(others, key=lambda pair: pair[0])[1] if others else None


def _of_today(lesson: Lesson) -> Asked | None:
    """The question that was answered last, where that was today: a restart brings back what was on the screen."""
    now = lesson.now()
    last = [(saved[-1].saved_at.astimezone(now.tzinfo), one) for one, saved in _here(lesson) if saved]
    today = [pair for pair in last if pair[0].date() == now.date()]
    return max(today, key=lambda pair: pair[0])[1] if today else None
