"""What a coach gave back: brought, shown, and there again on a later day."""

from __future__ import annotations

from rapportkit.assignment import Assignment, Returned
from rapportkit.coaching.feedback import read_feedback
from rapportkit.views._page import View, html, row, show, upload, uploaded
from rapportkit.views.feedback_page import feedback_as_html
from rapportkit.views.lesson import Lesson

MOST_KEPT = 200_000
"""Letters of a feedback that is kept; eight long answers with comments have a tenth of that."""


class CameBack(View):
    """A part of the learner's panel: a button for the coach's feedback, and what is in it."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.bring = upload("Bring your coach's feedback", ".json")
        self.feedback = html("")
        super().__init__("", row(self.bring), below=(self.feedback,))
        self.when_changed(self.bring, self.take)

    def take(self) -> None:
        """Show what a coach gave back, and keep it."""
        file = uploaded(self.bring)
        if file is None:
            return
        feedback = read_feedback(*file)
        text = file[1].decode("utf-8-sig")
        if len(text) <= MOST_KEPT:
            self.lesson.workbook.save(feedback.assignment, Returned(file=text))
        show(self.feedback, feedback_as_html(feedback))
        self.tell("Your coach's feedback is below.")

    def show_what_came(self, assignment: Assignment | None) -> None:
        """Show what the coach gave back for this assignment on an earlier day, if anything."""
        known = self.lesson.workbook.latest(Returned, assignment.id) if assignment else None
        content = feedback_as_html(read_feedback("feedback", known.file.encode("utf-8"))) if known else ""
        show(self.feedback, content)
