"""The exercises and scenes that a coach gives out, built in and of their own, ticked and looked at."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.coaching.desk import Desk, folder_if_named, folder_named, full_path
from rapportkit.coaching.own import exercise_choices, find_exercises, find_scenes, look_through, scene_choices
from rapportkit.errors import InvalidValue
from rapportkit.exercises import Exercise
from rapportkit.talk.scene import Scene
from rapportkit.views._page import View, column, html, one_line, press, row, show, tick
from rapportkit.views.exercise_page import exercises_as_html
from rapportkit.views.few import few_as_html


class ChooseExercises(View):
    """A tick for each exercise and scene, what is chosen below them, and a field for a folder of the coach's own."""

    def __init__(self, known: Desk | None) -> None:
        self.own = one_line("A folder with exercises and scenes of your own, if you have one", hint="such as my-own")
        self.own_button = press("Look through it")
        self.exercises, self.scenes, self.own_told = column(), column(), html("")
        self.chosen = html("")
        self._exercises: dict[str, widgets.Checkbox] = {}
        self._scenes: dict[str, widgets.Checkbox] = {}
        super().__init__(
            "",
            html("<h4>Exercises</h4>"), self.exercises, self.scenes, self.chosen,
            self.own, row(self.own_button), below=(self.own_told,),
        )  # fmt: skip
        self.when_clicked(self.own_button, self.look_through)
        given = {one.id for one in known.exercises} | {one.id for one in known.scenes} if known else set()
        self._offer(given)

    def box(self, name: str) -> widgets.Checkbox:
        """The tick of the exercise or scene of this id."""
        return {**self._exercises, **self._scenes}[name]

    def clear(self) -> None:
        """Take every tick away."""
        for box in {**self._exercises, **self._scenes}.values():
            box.value = False

    def look_through(self) -> None:
        """Offer what the coach wrote, and say what should be mended in it."""
        folder = folder_named(self.own.value)
        found = look_through(folder)
        self._offer({name for name, box in {**self._exercises, **self._scenes}.items() if box.value})
        faults = [f"{one.path.name}: {fault}" for one in found for fault in one.faults]
        show(self.own_told, few_as_html(faults))
        self.tell(f"{len(found)} of your own are there, in '{full_path(folder)}'. To mend: {len(faults)}.")

    def preview(self) -> None:
        """Show what is chosen: prompt, kind of answer, points and rubric of each."""
        ids = _ticked(self._exercises)
        show(self.chosen, exercises_as_html(find_exercises(ids, folder_if_named(self.own.value))))

    def wanted(self) -> tuple[tuple[Exercise, ...], tuple[Scene, ...]]:
        """
        The exercises and the scenes that are ticked.

        Raises:
            InvalidValue: no exercise is.
            RapportError: one of the coach's own cannot be read.
        """
        ids, own = _ticked(self._exercises), folder_if_named(self.own.value)
        if not ids:
            raise InvalidValue("Tick an exercise first. Two or three are plenty for a week.")
        return find_exercises(ids, own), find_scenes(_ticked(self._scenes), own)

    def _offer(self, given: set[str]) -> None:
        """Offer all exercises and scenes; those *given* are ticked."""
        own = folder_if_named(self.own.value)
        self._exercises = {name: tick(title, value=name in given) for name, title in exercise_choices(own).items()}
        self._scenes = {name: tick(title, value=name in given) for name, title in scene_choices(own).items()}
        for box in self._exercises.values():
            self.when_changed(box, self.preview)
        self.exercises.children = list(self._exercises.values())
        above = [html("<h4>Practice partners that you wrote</h4>")] if self._scenes else []
        self.scenes.children = [*above, *self._scenes.values()]
        self.preview()


def _ticked(boxes: dict[str, widgets.Checkbox]) -> list[str]:
    return [name for name, box in boxes.items() if box.value]
