"""When is your interview, and how? The first question of all; the answer chooses a path."""

from __future__ import annotations

from html import escape
from typing import get_args

from rapportkit.interviews import Format, Interview
from rapportkit.views._page import View, choice, html, press, row, show, show_only_if
from rapportkit.views.interview_form import InterviewForm
from rapportkit.views.lesson import Lesson, borrow_sample
from rapportkit.views.paths import PATHS, path_as_html, straight_to_the_brief

NEW = "new"
FORMAT_ADVICE: dict[str, str] = {
    "room": "In a room you can also start from what is plain to see: the picture on the wall, the bicycle in the hall.",
    "phone": "On the phone they cannot see you nod. Say that you are listening: a short 'yes', a question.",
    "video": "On video, look at the camera when you speak, if that suits you. Keep your one line beside the lens.",
    "panel": "With a panel, learn each name, and find one link for one of them. The others hear it too. If "
    "they read their questions out, answer in full, and leave your line for the door or for your note.",
    "recruiter": "A recruiter has a list and little time. Be short and clear about what you can do; one warm "
    "sentence is enough. Then ask whom you would meet next, and what they care about.",
    "recorded": "Nobody listens while you record, so most of this method does not apply. Your proofs and your "
    "thank-you still do. If a person follows, come back to it.",
}
assert set(FORMAT_ADVICE) == set(get_args(Format))  # noqa: S101 - a new format needs its words


def plan_interview(lesson: Lesson) -> PlanInterview:
    """The panel that asks for the date, the time and the form of the interview."""
    return PlanInterview(lesson)


class PlanInterview(View):
    """Date, time, zone and format of one interview; saving shows the path that the time left allows."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.which = choice("Which interview", [("a new one", NEW)])
        self.form = InterviewForm(lesson)
        self.save_button = press("Save my interview", primary=True)
        self.sample_button = press("No interview yet: borrow a sample")
        self.path = html("")
        self._filling = False
        super().__init__(
            "When is your interview, and how?",
            self.which,
            *self.form.laid_out,
            row(self.save_button, self.sample_button),
            self.path,
        )
        self._list()
        self._fill()
        self.when_clicked(self.save_button, self.save)
        self.when_clicked(self.sample_button, self.borrow)
        self.when_changed(self.which, self.choose)

    def save(self) -> None:
        """Keep the interview. What else is known of it already stays."""
        self.lesson.take_in_hand(self.form.typed(self._known(), _new_id(self.lesson)))
        self._list()
        self._show_path()
        self.tell("Saved. You can change it here at any time.")

    def choose(self) -> None:
        """Work on another interview, or on a new one."""
        if self._filling:
            return
        known = self._known()
        if known:
            self.lesson.take_in_hand(known)
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
        known, way = self._known(), self.lesson.way
        if known is None or way is None:
            show(self.path, "")
            return
        now = straight_to_the_brief(way, self.lesson.id)
        page = f"<h4>Your path: {escape(PATHS[way].title)}</h4>{now}{path_as_html(way, self.lesson.id)}"
        show(self.path, f"{page}<p>{escape(FORMAT_ADVICE[known.format])}</p>")


def _named(interview: Interview) -> str:
    return ", ".join(filter(None, (f"{interview.starts:%a %d %b %Y, %H:%M}", interview.company)))


def _new_id(lesson: Lesson) -> str:
    return f"interview-{len(lesson.workbook.all(Interview)) + 1}"
