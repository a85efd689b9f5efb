"""When is your interview, and how? The first question of all; the answer chooses a path."""

from __future__ import annotations

from html import escape

from rapportkit.interviews import Interview
from rapportkit.views._page import View, choice, html, press, row, show, show_only_if
from rapportkit.views.form_advice import advice_as_html
from rapportkit.views.interview_form import InterviewForm
from rapportkit.views.lesson import Lesson, borrow_sample
from rapportkit.views.past_day import PastDay
from rapportkit.views.paths import PATHS, path_as_html, straight_to_the_brief

NEW = "new"


def plan_interview(lesson: Lesson) -> PlanInterview:
    """The panel that asks for the date, the time and the form of the interview."""
    return PlanInterview(lesson)


class PlanInterview(View):
    """Date, time, zone and format of one interview; saving shows the path that the time left allows."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.which, self.form = choice("Which interview", [("a new one", NEW)]), InterviewForm(lesson)
        self.save_button = press("Save my interview", primary=True)
        self.sample_button = press("No interview yet: borrow a sample")
        self.past = PastDay(self)
        self.path, self._filling = html(""), False
        super().__init__(
            "When is your interview, and how?",
            self.which,
            *self.form.laid_out,
            row(self.save_button, self.sample_button),
            *self.past.laid_out,
            self.path,
        )
        self._list()
        self._fill()
        self.when_clicked(self.save_button, self.save)
        self.when_clicked(self.sample_button, self.borrow)
        self.when_clicked(self.past.next_button, self.past.is_next)
        self.when_clicked(self.past.was_button, self.past.was_then)
        self.when_clicked(self.form.zone_button, self.form.ask_for_zone)
        lesson.when_kept(self.renew)
        self.when_changed(self.which, self.choose)

    def save(self) -> None:
        """Keep the interview, if its day is not past by a slip. What else is known of it already stays."""
        known = self._known()
        interview = self.form.typed(known, _new_id(self.lesson))
        if not self.past.is_meant(interview, known):
            self.past.ask(interview)
            return
        self.past.settle()
        self.lesson.take_in_hand(interview)
        self._list()
        self._show_path()
        self.tell("Saved. You can change it here at any time.")

    def renew(self) -> None:
        """Say it in the learner's ways, if they have chosen others since."""
        if self._said_for != self.lesson.ways:
            self._show_path()

    def choose(self) -> None:
        """Work on another interview, or on a new one."""
        if self._filling:
            return
        known = self._known()
        if known:
            self.lesson.take_in_hand(known)
        self.past.settle()
        self._fill()
        self.tell("All lessons work on this interview now." if known else "Set the day and the time of the new one.")

    def borrow(self) -> None:
        """Put two invented people into an empty workbook, to try things out on."""
        if self.lesson.interviewers:
            self.tell("You have people in your workbook already, so nothing was borrowed.")
            return
        borrow_sample(self.lesson)
        self.tell("Two invented people are in your workbook now. 'Keep your work', below, takes them out again.")

    def _known(self) -> Interview | None:
        return self.lesson.workbook.all(Interview).get(self.which.value)

    def _list(self) -> None:
        interviews = self.lesson.workbook.all(Interview)
        in_hand = self.lesson.interview
        self._filling = True  # the fields hold this interview already
        self.which.options = [*((_named(one), key) for key, one in interviews.items()), ("a new one", NEW)]
        self.which.value = in_hand.id if in_hand else NEW
        show_only_if(interviews, self.which)
        self._filling = False

    def _fill(self) -> None:
        self.form.fill(self._known())
        self._show_path()

    def _show_path(self) -> None:
        self._said_for = self.lesson.ways
        known, way = self._known(), self.lesson.way
        if known is None or way is None:
            show(self.path, "")
            return
        now = straight_to_the_brief(way, self.lesson.id)
        page = f"<h4>Your path: {escape(PATHS[way].title)}</h4>{now}{path_as_html(way, self.lesson.id)}"
        show(self.path, f"{page}{advice_as_html(known.format, self._said_for)}")


def _named(interview: Interview) -> str:
    return ", ".join(filter(None, (f"{interview.starts:%a %d %b %Y, %H:%M}", interview.company)))


def _new_id(lesson: Lesson) -> str:
    return f"interview-{len(lesson.workbook.all(Interview)) + 1}"
