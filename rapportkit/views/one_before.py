"""From memory, too: one moment of an earlier lesson, asked again in a later one."""

from __future__ import annotations

from collections import Counter
from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.from_before import Asked, questions_for
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, press, row, show, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.paths import on_path, titles
from rapportkit.views.tries import History, is_fresh, last_time_as_html, left_in_box
from rapportkit.workbook.store import Saved


def one_before(lesson: Lesson) -> OneBefore | None:
    """What belongs below the recall of a lesson; None where nothing of before is asked in it."""
    question = _on_the_screen(lesson) or _next(lesson)
    return OneBefore(lesson, question) if question else None


class OneBefore(View):
    """A question, a field to answer it from memory, and what to hold the answer against."""

    def __init__(self, lesson: Lesson, question: Asked) -> None:
        self.lesson = lesson
        self._begun = False
        self._shown: Counter[str] = Counter()
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
        """Keep what was typed, and in which lesson."""
        if self.answer.value or self._begun:
            self._begun = True
            answer = Answer(exercise=_place(self.question, self.lesson), text=self.answer.value)
            self.lesson.workbook.save(_key(self.question), answer, typing=typing)

    def look(self) -> None:
        """Show what to hold the answer against, once something has been tried, and what was said the last time."""
        if not self.answer.value.strip():
            raise InvalidValue("Try first, half a sentence will do. It is the trying that keeps it.")
        self.keep(typing=False)
        show(self.told, f"<p>{escape(self.question.told)}</p>{self._last_time}")

    def turn(self) -> None:
        """Go on to the one that was shown and asked least often; one that was said a moment ago comes last."""
        self.keep(typing=False)
        others = [(one, saved) for one, saved in _here(self.lesson) if one != self.question]
        if not others:
            raise InvalidValue("This is the only one here. Later lessons have others.")
        self._ask(
            min(others, key=lambda pair: (is_fresh(self.lesson, pair[1]), self._shown[pair[0].id], len(pair[1])))[0]
        )

    def _ask(self, question: Asked) -> None:
        self.question = question
        self._shown[question.id] += 1
        history = self.lesson.workbook.history(Answer, _key(question))
        typed = left_in_box(self.lesson, history) if _is_begun_here(self.lesson, question, history) else ""
        self._begun = bool(typed)
        self._last_time = last_time_as_html(self.lesson, history, typed)
        heading = f"<h4>And one from before</h4><p><small>From {escape(titles()[question.of])}.</small></p>"
        self.asked.value = f"{heading}<p>{escape(question.asks)}</p>"
        self.answer.value = typed
        show(self.told, "")


def _key(question: Asked) -> str:
    return f"before-{question.id}"


def _place(question: Asked, lesson: Lesson) -> str:
    return f"{_key(question)}/{lesson.id}"


def _here(lesson: Lesson) -> list[tuple[Asked, tuple[Saved[Answer], ...]]]:
    """What may be asked here, each with all that was answered to it."""
    questions = questions_for(lesson.id, lesson.ways, on_path(lesson.way) if lesson.way else None)
    return [(one, lesson.workbook.history(Answer, _key(one))) for one in questions]


def _next(lesson: Lesson) -> Asked | None:
    """The question that was answered least often so far, of those that nobody answered a moment ago."""
    due = [(len(saved), one) for one, saved in _here(lesson) if not is_fresh(lesson, saved)]
    return min(due, key=lambda pair: pair[0])[1] if due else None


def _on_the_screen(lesson: Lesson) -> Asked | None:
    """The question that was answered last in this lesson, where it is not asked anew: a restart brings it back."""
    begun = [(saved[-1].saved_at, one) for one, saved in _here(lesson) if _is_begun_here(lesson, one, saved)]
    return max(begun, key=lambda pair: pair[0])[1] if begun else None


def _is_begun_here(lesson: Lesson, question: Asked, saved: History) -> bool:
    is_here = bool(saved) and saved[-1].record.exercise == _place(question, lesson)
    return is_here and bool(left_in_box(lesson, saved).strip())
