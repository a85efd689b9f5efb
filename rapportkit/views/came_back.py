"""What a coach gave back: brought, shown, and there again on a later day."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.assignment import IN_HAND, Assignment, Returned
from rapportkit.coaching.feedback import FEEDBACK_FORMAT, Feedback, read_feedback
from rapportkit.coaching.parcels import unpacked
from rapportkit.errors import InvalidValue
from rapportkit.people.plain_text import one_line
from rapportkit.views._page import View, html, row, show, upload, uploaded
from rapportkit.views.feedback_page import feedback_as_html
from rapportkit.views.lesson import Lesson

MOST_KEPT = 200_000
"""Letters of a feedback that is kept; eight long answers with comments have a tenth of that."""


class CameBack(View):
    """A part of the learner's panel: a button for the coach's feedback, and what is in it."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.bring = upload("Bring your coach's feedback", ".json,.zip")
        self.feedback = html("")
        super().__init__("", row(self.bring), below=(self.feedback,))
        self.when_changed(self.bring, self.take)

    def take(self) -> None:
        """
        Show what a coach gave back, and keep it.

        Raises:
            InvalidValue: it is not for the learner whose assignments this workbook holds.
        """
        file = uploaded(self.bring)
        if file is None:
            return
        name, data = unpacked(*file, FEEDBACK_FORMAT)
        feedback = read_feedback(name, data)
        held = [saved.record for saved in self.lesson.workbook.history(Assignment, IN_HAND)]
        if not any(map(feedback.is_for, held)):
            raise InvalidValue(_why_not(feedback, held))
        text = data.decode("utf-8-sig")
        if len(text) <= MOST_KEPT:
            self.lesson.workbook.save(feedback.assignment, Returned(file=text))
        show(self.feedback, feedback_as_html(feedback))
        self.tell("Your coach's feedback is below.")

    def show_what_came(self, assignment: Assignment | None) -> None:
        """Show what the coach gave back for this assignment on an earlier day, if anything."""
        known = self.lesson.workbook.latest(Returned, assignment.id) if assignment else None
        feedback = read_feedback("feedback", known.file.encode("utf-8")) if known else None
        fits = feedback and assignment and feedback.is_for(assignment)  # an older rapportkit kept anybody's
        show(self.feedback, feedback_as_html(feedback) if feedback and fits else "")


def _why_not(feedback: Feedback, held: Sequence[Assignment]) -> str:
    """Why this feedback has no place in a workbook that holds these assignments, the newest last."""
    title, name = one_line(feedback.title), one_line(feedback.learner.name)
    same = [one for one in held if one.id == feedback.assignment]
    if not same:
        return (
            f"This feedback is for {name}, on '{title}', and that assignment was never brought into this workbook. "
            "Nothing of it was kept. Bring the assignment first, the .json that your coach sent you."
        )
    if all(one.learner.id != feedback.learner.id for one in same):
        return (
            f"This feedback is for {name}, and the assignment in this workbook is {one_line(same[-1].learner.name)}'s. "
            "Nothing of it was kept. Bring the file with your own name, or open your own workbook."
        )
    return (
        f"This feedback does not carry the figures of your assignment '{title}', so it may not be yours. "
        "Nothing of it was kept. Ask your coach to send it again."
    )
