"""The fields of one interview: day, time, length, form and zone."""

from __future__ import annotations

from html import escape
from typing import get_args
from zoneinfo import available_timezones

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import local_moment
from rapportkit.interviews import Format, Interview, is_nowhere, zone_called
from rapportkit.views._page import choice, column, day, field, html, press, row, show_only_if
from rapportkit.views.lesson import Lesson
from rapportkit.zones import zone_meant

ZONE_HINT = "such as Europe/London"
FORMATS: dict[str, str] = {
    "room": "in a room",
    "phone": "on the phone",
    "video": "on video",
    "panel": "with a panel",
    "recruiter": "a first call with a recruiter",
    "recorded": "recorded, nobody on the other side",
}
assert set(FORMATS) == set(get_args(Format))  # noqa: S101 - a new format needs its words

NOBODY_SAID = 0
LENGTHS = (
    ("I do not know", NOBODY_SAID),
    *((f"about {minutes} minutes", minutes) for minutes in (15, 20, 30, 45, 60, 90)),
    ("about two hours", 120),
    ("half a day", 240),
)


class InterviewForm:
    """The part of the panel about the interview that is filled in: controls, and the interview that they tell."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.day = day("Day")
        self.time = field(widgets.TimePicker, "Time it starts")
        self.length = choice("Its length, if they told you", LENGTHS)
        self.format = choice("How", [(words, key) for key, words in FORMATS.items()])
        self.zone = field(
            widgets.Combobox,
            "Time zone of the interview",
            placeholder=ZONE_HINT,
            options=sorted(available_timezones()),
            ensure_option=False,
        )
        self.zone_button = press("It is in another time zone")
        self.clock = html("")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        where = row(self.format, self.zone)
        return (row(self.day, self.time, self.length), where, column(self.clock, row(self.zone_button)))

    def ask_for_zone(self, *, is_asked: bool = True) -> None:
        """Ask for the zone, or, where the machine's own will do, say which that is."""
        show_only_if(is_asked, self.zone)
        show_only_if(not is_asked, self.zone_button, self.clock)
        self.clock.value = f"<p><small>By the clock of this machine ({escape(self.lesson.zone)}).</small></p>"

    def typed(self, known: Interview | None, id_of_a_new_one: str) -> Interview:
        """
        The interview as it is told here; what else is *known* of it stays.

        Raises:
            InvalidValue: the day or the time is missing, or the zone is none.
        """
        if self.day.value is None:
            raise InvalidValue("The day is missing. Choose it in the first field; a good guess will do for now.")
        if self.time.value is None:
            raise InvalidValue("The time is missing. Choose it in the second field; a good guess will do for now.")
        zone = zone_meant(self.zone.value, self.lesson.zone, self.zone.options)
        at = local_moment(self.day.value, self.time.value, zone_called(zone))
        base = known or Interview(id=id_of_a_new_one, at=at, zone=zone)
        return base.with_(at=at, zone=zone, format=self.format.value, minutes=self.length.value or None)

    def fill(self, known: Interview | None) -> None:
        """Show what is *known* of an interview; empty fields where nothing is."""
        self.day.value = known.starts.date() if known else None
        self.time.value = known.starts.time() if known else None
        zone = known.zone if known else self.lesson.zone
        self.zone.value = "" if zone == self.lesson.zone and is_nowhere(zone) else zone
        self.ask_for_zone(is_asked=is_nowhere(self.lesson.zone) or zone != self.lesson.zone)
        self.format.value = known.format if known else "room"
        length = known.minutes or NOBODY_SAID if known else NOBODY_SAID
        usual = {minutes for _, minutes in LENGTHS}
        other = () if length in usual else ((f"about {length} minutes", length),)
        self.length.options = (*LENGTHS, *other)
        self.length.value = length
