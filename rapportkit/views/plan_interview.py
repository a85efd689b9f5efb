"""When is your interview, and how? The first question of all; the answer chooses a path."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import get_args
from zoneinfo import available_timezones

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Format, Interview, zone_called
from rapportkit.views._page import View, choice, day, field, html, press, row, show
from rapportkit.views.lesson import Lesson, borrow_sample
from rapportkit.views.paths import PATHS, path_as_html

FORMATS: dict[str, str] = {
    "room": "in a room",
    "phone": "on the phone",
    "video": "on video",
    "panel": "with a panel",
    "recorded": "recorded, nobody on the other side",
}
FORMAT_ADVICE: dict[str, str] = {
    "room": "In a room you can also start from what is plain to see: the picture on the wall, the bicycle in the hall.",
    "phone": "On the phone they cannot see you nod. Say that you are listening: a short 'yes', a question.",
    "video": "On video, look at the camera when you speak, if that suits you. Keep your one line beside the lens.",
    "panel": "With a panel, learn each name, and find one link for one of them. The others hear it too.",
    "recorded": "Nobody listens while you record, so most of this method does not apply. Your proofs and your "
    "thank-you still do. If a person follows, come back to it.",
}
assert set(FORMATS) == set(FORMAT_ADVICE) == set(get_args(Format))  # noqa: S101 - a new format needs its words


def plan_interview(lesson: Lesson) -> PlanInterview:
    """The panel that asks for the date, the time and the form of the interview."""
    return PlanInterview(lesson)


class PlanInterview(View):
    """Date, time, zone and format; saving shows the path that the time left allows."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        known = lesson.interview
        self.day = day("Day", known.starts.date() if known else None)
        self.time = field(
            widgets.TimePicker(description="Time it starts", value=known.starts.time() if known else None)
        )
        self.zone = field(
            widgets.Combobox(
                description="Time zone of the interview",
                options=sorted(available_timezones()),
                value=known.zone if known else lesson.zone,
                ensure_option=False,
            )
        )
        formats = [(words, key) for key, words in FORMATS.items()]
        self.format = choice("How", formats, known.format if known else "room")
        self.save_button = press("Save my interview", primary=True)
        self.sample_button = press("No interview yet: borrow a sample")
        self.path = html("")
        super().__init__(
            "When is your interview, and how?",
            row(self.day, self.time),
            row(self.format, self.zone),
            row(self.save_button, self.sample_button),
            self.path,
        )
        self.when_clicked(self.save_button, self.save)
        self.when_clicked(self.sample_button, self.borrow)
        if known:
            self._show_path(known)

    def save(self) -> None:
        """Keep the interview. What else is known of it already stays."""
        interview = self._typed()
        self.lesson.workbook.save(interview.id, interview)
        self._show_path(interview)
        self.tell("Saved. You can change it here at any time.")

    def borrow(self) -> None:
        """Put two invented people into an empty workbook, to try things out on."""
        if self.lesson.interviewers:
            self.tell("You have people in your workbook already, so nothing was borrowed.")
            return
        borrow_sample(self.lesson)
        self.tell(
            "Two invented people are in your workbook now. Take them out in 'Keep your work' when you bring your own."
        )

    def _typed(self) -> Interview:
        if self.day.value is None:
            raise InvalidValue("The day is missing. Choose it in the first field; a good guess will do for now.")
        if self.time.value is None:
            raise InvalidValue("The time is missing. Choose it in the second field; a good guess will do for now.")
        zone = self.zone.value.strip()
        at = datetime.combine(self.day.value, self.time.value).replace(tzinfo=zone_called(zone))
        known = self.lesson.interview
        base = known or Interview(id="interview-1", at=at, zone=zone)
        return base.with_(at=at, zone=zone, format=self.format.value)

    def _show_path(self, interview: Interview) -> None:
        way = self.lesson.way
        if way is None:
            return
        advice = FORMAT_ADVICE[interview.format]
        show(
            self.path,
            f"<h4>Your path: {escape(PATHS[way].title)}</h4>{path_as_html(way, self.lesson.id)}<p>{escape(advice)}</p>",
        )
