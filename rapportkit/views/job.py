"""For which job the interview is: the company and the role, kept with the interview."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.views._page import View, one_line, show_only_if
from rapportkit.views.lesson import Lesson


class JobApplied:
    """Two fields of a panel, which are there once there is an interview; saved when you pause."""

    def __init__(self, panel: View, lesson: Lesson) -> None:
        self.lesson = lesson
        interview = lesson.interview
        self.company = one_line("The company you apply to", interview.company if interview else "")
        self.role = one_line("The job you apply for", interview.role if interview else "")
        show_only_if(interview, *self.controls)
        panel.when_typing_pauses(self.keep, *self.controls)

    @property
    def controls(self) -> tuple[widgets.Widget, ...]:
        """The two fields, in their order."""
        return (self.company, self.role)

    def keep(self) -> None:
        """Keep what is typed with the interview that is in hand."""
        interview = self.lesson.interview
        if interview:
            named = interview.with_(company=self.company.value, role=self.role.value)
            self.lesson.workbook.save(interview.id, named, typing=True)
