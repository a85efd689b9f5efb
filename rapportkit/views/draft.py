"""Words that are not used yet: kept while they are typed, found again when the lesson is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.interviews import Answer

if TYPE_CHECKING:
    from rapportkit.views._page import View
    from rapportkit.views.lesson import Lesson


class Draft:
    """
    Keeps what is typed into *field* under a *name* of its own in the workbook, until it has been used.

    It is for fields whose words go somewhere at the press of a button, and would be gone before.
    """

    def __init__(self, view: View, lesson: Lesson, name: str, field: widgets.Text) -> None:
        self.lesson = lesson
        self.key = f"draft-{name}"
        self.field = field
        known = lesson.workbook.latest(Answer, self.key)
        field.value = known.text if known else ""
        view.when_typing_pauses(self.keep, field)

    def keep(self) -> None:
        """Keep what is typed."""
        known = self.lesson.workbook.latest(Answer, self.key)
        if self.field.value != (known.text if known else ""):
            self.lesson.workbook.save(self.key, Answer(exercise=self.key, text=self.field.value), typing=True)

    def used(self) -> None:
        """Empty the field, whose words stand somewhere else now."""
        self.field.value = ""
        self.lesson.workbook.remove(Answer, self.key)
