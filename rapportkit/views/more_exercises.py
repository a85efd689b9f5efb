"""More exercises on what a lesson is about: each is opened when it is wanted."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from html import escape
from typing import NamedTuple

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.lessons import exercises_folder
from rapportkit.views._page import View, column, html, landing, press, row, show, show_only_if
from rapportkit.views.lesson import Lesson

HOW = "<p>For when you have ten minutes more, or another day. Nothing is missing without them.</p>"


def more_exercises(lesson: Lesson, *exercises: str) -> MoreExercises:
    """
    The panel that offers the exercises of these ids.

    Raises:
        InvalidValue: there is no such exercise.
    """
    return MoreExercises(lesson, *exercises)


class Offered(NamedTuple):
    """An exercise as it is offered: the whole of it, and all that judges words, is read when it is opened."""

    title: str
    practises: tuple[str, ...]


def offered(exercise: str) -> Offered:
    """
    The exercise of this id as it is offered.

    Raises:
        InvalidValue: there is no such exercise.
    """
    path = exercises_folder() / f"{exercise}.toml"
    if not path.is_file():
        raise InvalidValue(f"There is no exercise '{exercise}' in {exercises_folder()}.")
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return Offered(values["title"], tuple(values["practises"]))


class MoreExercises(View):
    """A button for each exercise, and below them those that were opened."""

    def __init__(self, lesson: Lesson, *exercises: str) -> None:
        self.lesson = lesson
        self.exercises = {one: offered(one) for one in exercises}
        self.buttons = {one: press(exercise.title) for one, exercise in self.exercises.items()}
        self.skipped = html("")
        self.panels = column(landing("Your exercise begins here"))
        self._made: dict[str, widgets.Widget] = {}
        self._landings: dict[str, widgets.HTML] = {}
        super().__init__("If you want more", html(HOW), row(*self.buttons.values()), self.skipped, below=[self.panels])
        for one, button in self.buttons.items():
            self.when_clicked(button, self._opening(one))
        lesson.when_kept(self.renew)
        self.renew()

    def renew(self) -> None:
        """Offer what the learner does not skip, and say of each whether it was begun."""
        skipped = [one for one, exercise in self.exercises.items() if self.lesson.ways.leaves_out(exercise.practises)]
        begun = self.lesson.workbook.all(Answer)
        for one, button in self.buttons.items():
            button.description = f"{self.exercises[one].title}{' (begun)' if one in begun else ''}"
            show_only_if(one not in skipped, button)
        titles = ", ".join(escape(self.exercises[one].title) for one in skipped)
        show(self.skipped, f"<p><small>Skipped, by your choice: {titles}.</small></p>" if titles else "")

    def show(self, exercise: str) -> None:
        """Show an exercise below the others, and go to it; one that is there already stays as it is."""
        if exercise not in self._made:
            from rapportkit.views.do_exercise import do_exercise  # late: many lessons are left without one more

            self._made[exercise] = do_exercise(self.lesson, exercise)
            *_, self._landings[exercise] = shown = self.panels.children
            # The next one's place is there before it: what comes with a press is too young to take the focus.
            self.panels.children = (*shown, self._made[exercise], landing("Your next exercise begins here"))
        self.tell(f"Below: {self.exercises[exercise].title}.")
        self._landings[exercise].focus()

    def _opening(self, exercise: str) -> Callable[[], None]:
        return lambda: self.show(exercise)
