"""The folder of the assignment, typed once for all panels of the desk."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.coaching.desk import desk_here
from rapportkit.coaching.last_class import last_class
from rapportkit.views._page import one_line
from rapportkit.views.lesson import Lesson

FOLDER = "Folder of the assignment"


def desk_folder(lesson: Lesson, folder: str) -> widgets.Text:
    """
    The field for the folder: one and the same control in each panel of this desk.

    It begins with *folder* or, where that is empty, with the folder of the notebook if an assignment lies there, or
    with the class on which the coach worked last.
    """
    made: widgets.Text = lesson.shared(
        FOLDER, lambda: one_line(FOLDER, folder or desk_here() or last_class(), "such as week-1")
    )
    return made
