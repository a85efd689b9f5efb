"""What is given out: the exercises, the day, the coach's words and settings, in which files, and where they go."""

from __future__ import annotations

from datetime import datetime, time

import ipywidgets as widgets

from rapportkit.coaching.assign import Wanted
from rapportkit.coaching.desk import Desk
from rapportkit.errors import InvalidValue
from rapportkit.guidance import Guidance
from rapportkit.interviews import zone_called
from rapportkit.views._page import day, html, one_line, some_lines, tick
from rapportkit.views.choose_exercises import ChooseExercises
from rapportkit.views.set_guidance import SetGuidance


class AssignForm:
    """The part of the panel for giving out that is filled in; it begins with what the *known* class has."""

    def __init__(self, known: Desk | None, folder: widgets.Text) -> None:
        self.folder = folder
        self.choice = ChooseExercises(known)
        self.due = day("The last day, which counts whole", known.due.date() if known else None)
        self.title = one_line("What your learners see as its name", known.title if known else "", "such as Week 1")
        self.says = some_lines("Words of yours, for the letter", known.coach_says if known else "")
        self.settings = SetGuidance(known.guidance if known else Guidance())
        self.as_zip = tick("A ZIP for each, to attach to a mail, in place of a folder for each")
        self.notebooks = tick("Add the lesson itself, which finds the file beside it")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order, with the headings among them."""
        return (
            self.choice,
            html("<h4>The day, and where the files go</h4>"), self.due, self.folder,
            html("<h4>If you like</h4>"), self.title, self.says, self.as_zip, self.notebooks, self.settings,
        )  # fmt: skip

    def clear(self) -> None:
        """Empty the fields for a new class; the settings and the kinds of file stay."""
        self.folder.value = self.title.value = self.says.value = ""
        self.due.value = None
        self.choice.clear()

    def wanted(self, zone: str) -> Wanted:
        """
        What is to be given out; the last day ends in *zone*.

        Raises:
            InvalidValue: no exercise is chosen, or no day.
        """
        exercises, scenes = self.choice.wanted()
        if self.due.value is None:
            raise InvalidValue("The last day is missing. Choose the day on which it is due.")
        due = datetime.combine(self.due.value, time(23, 59, 59), zone_called(zone))
        return Wanted(exercises, due, self.title.value.strip(), self.says.value, scenes, self.settings.guidance)
