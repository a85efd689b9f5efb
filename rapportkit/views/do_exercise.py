"""One exercise: the prompt, your answer, what the rules say, and a model to compare with afterwards."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.exercises import Exercise, mark, review_answer
from rapportkit.interviews import Answer
from rapportkit.suited import suited_review
from rapportkit.views._page import View, html, press, row, show, show_only_if, some_lines
from rapportkit.views.exercise_text import exercise_called, mark_as_html, model_as_html, prompt_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_way import own_way_as_html
from rapportkit.views.remarks import review_as_html

SKIPPED = "<p>This practises a tip that you skip. So it is settled, and the lesson is as complete without it.</p>"


def do_exercise(lesson: Lesson, exercise: str) -> DoExercise:
    """
    The panel for the exercise of this id.

    Raises:
        InvalidValue: there is no such exercise.
    """
    return DoExercise(lesson, exercise_called(exercise))


class DoExercise(View):
    """
    A field for the answer, hints one at a time, and the model once you have tried.

    Of an exercise on nothing but tips that the learner skips, only that is left, and a button to do it all the same.
    """

    def __init__(self, lesson: Lesson, exercise: Exercise) -> None:
        self.lesson = lesson
        self.exercise = exercise
        known = lesson.workbook.latest(Answer, exercise.id)
        self.answer = some_lines("Your answer", known.text if known else "", rows=5)
        self.look_button = press("Look at my answer", primary=True)
        self.hint_button = press("A hint")
        self.model_button = press("Show a good answer")
        self.marks = html("")
        self.hints = html("")
        self.model = html("")
        self._hints_shown = 0
        self._all_the_same = False
        self.prompt = html(prompt_as_html(exercise))
        self.all_the_same_button = press("Do it all the same")
        self._doing = (self.answer, self.look_button, self.model_button, self.marks, self.hints, self.model)
        super().__init__(
            exercise.title,
            self.prompt,
            self.answer,
            row(self.look_button, self.hint_button, self.model_button, self.all_the_same_button),
            self.marks,
            self.hints,
            self.model,
        )
        lesson.when_kept(self.renew)
        self.renew()
        self.when_clicked(self.look_button, self.look)
        self.when_clicked(self.hint_button, self.hint)
        self.when_clicked(self.model_button, self.show_model)
        self.when_clicked(self.all_the_same_button, self.do_all_the_same)
        self.when_typing_pauses(self.keep, self.answer)

    def renew(self) -> None:
        """Leave the exercise out where the learner skips what it practises, and say what they do instead of a tip."""
        ways = self.lesson.ways
        out = ways.leaves_out(self.exercise.practises) and not self._all_the_same
        self.prompt.value = (
            SKIPPED if out else prompt_as_html(self.exercise) + own_way_as_html(ways, self.exercise.practises)
        )
        show_only_if(not out, *self._doing)
        show_only_if(not out and self.exercise.hints, self.hint_button)
        show_only_if(out, self.all_the_same_button)

    def do_all_the_same(self) -> None:
        """Put the exercise back, for this once."""
        self._all_the_same = True
        self.renew()
        self.answer.focus()

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed."""
        if self.answer.value or self.lesson.workbook.latest(Answer, self.exercise.id):
            answer = Answer(exercise=self.exercise.id, text=self.answer.value)
            self.lesson.workbook.save(self.exercise.id, answer, typing=typing)

    def look(self) -> None:
        """Show what the rules say, and what only you or a friend can judge."""
        self.keep(typing=False)
        text = self.answer.value
        if not text.strip():
            raise InvalidValue("Nothing is written yet. Half a sentence is a start.")
        review = review_answer(self.exercise, text)
        spoken = review and self.exercise.answer == "opening"  # the tips are about talk, not about letters
        suits = suited_review(review, self.lesson.ways) if review and spoken else review
        remarks = review_as_html(text, suits, self.exercise.answer) if suits else ""
        items = "".join(f"<li>{mark_as_html(one)}</li>" for one in mark(self.exercise, text))
        show(self.marks, f"{remarks}<h4>What this exercise asks</h4><ul>{items}</ul>")

    def hint(self) -> None:
        """Show one more hint."""
        self._hints_shown = min(self._hints_shown + 1, len(self.exercise.hints))
        items = "".join(f"<li>{escape(hint)}</li>" for hint in self.exercise.hints[: self._hints_shown])
        show(self.hints, f"<h4>Hints</h4><ul>{items}</ul>")

    def show_model(self) -> None:
        """Show a good answer and why it is one, once something has been tried."""
        if not self.answer.value.strip():
            raise InvalidValue(
                "Try first, even badly. A good answer teaches more when you have one of your own beside it."
            )
        show(self.model, model_as_html(self.exercise))
