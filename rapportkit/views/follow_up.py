"""The four follow-ups: what is due to whom, a place to write each, and files for calendar and mail."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Interview, Outcome
from rapportkit.views._page import View, choice, day, html, press, row, show
from rapportkit.views.lesson import Lesson
from rapportkit.views.note import NoteEditor
from rapportkit.views.plan_page import files_as_html, plan_as_html
from rapportkit.workbook.gather import plan_of

OUTCOMES = (
    ("I have not heard yet", ""),
    ("They offer me the job", "offer"),
    ("Somebody else got it", "refusal"),
    ("There is a next round", "next-round"),
    ("Nobody answers, and I stop waiting", "silence"),
    ("I withdrew", "withdrawal"),
)


def follow_up(lesson: Lesson) -> FollowUpDesk:
    """The panel for the four follow-ups."""
    return FollowUpDesk(lesson)


class FollowUpDesk(View):
    """The outcome, the plan, one note at a time, and the files to take away."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        outcome = lesson.interview.outcome if lesson.interview else None
        self.outcome = choice("How did it end?", OUTCOMES, outcome.kind if outcome else "")
        self.heard = day("The day I heard", outcome.on if outcome else None)
        self.plan_button = press("Plan my follow-ups", primary=True)
        self.plan = html("")
        self.note = NoteEditor(self, lesson)
        self.files_button = press("Make my calendar and mail files")
        self.files = html("")
        super().__init__(
            "Your four follow-ups",
            row(self.outcome, self.heard),
            row(self.plan_button),
            self.plan,
            *self.note.controls,
            row(self.files_button),
            self.files,
        )
        self.when_clicked(self.plan_button, self.make_plan)
        self.when_clicked(self.files_button, self.make_files)
        self.safely(self.renew)
        lesson.when_kept(self.begin)

    def begin(self) -> None:
        """Show the plan as soon as there is somebody to write to; a note in hand is left as it is."""
        if not self.plan.value and self.lesson.interview and self.lesson.interviewers:
            self.renew()

    def make_plan(self) -> None:
        """Keep the outcome, and work out what is due to whom."""
        interview = self.interview()
        if self.outcome.value and self.heard.value is None:
            raise InvalidValue("The day is missing. Choose the day on which you heard, or stopped waiting.")
        outcome = Outcome(kind=self.outcome.value, on=self.heard.value) if self.outcome.value else None
        changed = interview.with_(outcome=outcome)
        plan_of(self.lesson.workbook, changed, self.lesson.now())  # refuses contradicting dates before they are kept
        self.lesson.workbook.save(interview.id, changed)
        self.renew()
        self.tell("Planned. Nothing is ever sent from here: you copy, you send.")

    def make_files(self) -> None:
        """Make the calendar file, and one mail draft for each note that is needed."""
        self.note.look_again()
        interview = self.interview()
        planned = plan_of(self.lesson.workbook, interview, self.lesson.now())
        show(self.files, files_as_html(interview, planned, self.lesson.now()))

    def renew(self) -> None:
        """Show the plan as it is now."""
        planned = plan_of(self.lesson.workbook, self.interview(), self.lesson.now())
        show(self.plan, plan_as_html(planned))
        self.note.offer(planned)

    def interview(self) -> Interview:
        """
        The interview in hand.

        Raises:
            InvalidValue: there is none, or nobody to write to.
        """
        interview = self.lesson.interview
        if interview is None:
            raise InvalidValue(
                "No interview is set yet. The welcome lesson asks for its date; two minutes, then come back."
            )
        if not self.lesson.interviewers:
            raise InvalidValue("Nobody to write to yet. The research lesson makes a dossier for each person you met.")
        return interview
