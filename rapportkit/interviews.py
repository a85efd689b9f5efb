"""An interview, the proofs of skill taken into it, the lines ready to say, and the debrief after it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, model_validator

from rapportkit.errors import InvalidValue
from rapportkit.people.person import FactKind
from rapportkit.record import Prose, Record, Short

Format = Literal["room", "phone", "video", "panel", "recorded"]
OutcomeKind = Literal["offer", "refusal", "silence", "next-round", "withdrawal"]
Path = Literal["an-hour", "this-week", "three-weeks"]


class Outcome(Record):
    """How an interview ended, and the day on which the learner heard (or, for silence, gave up waiting)."""

    kind: OutcomeKind
    on: date


class Interview(Record):
    """
    One interview.

    `at` carries an offset; `zone` is the IANA name by which days are counted. `interviewers` are keys of
    people in the workbook. `minutes` is how long it is expected to last.
    """

    id: Short
    at: AwareDatetime
    zone: str
    role: str = ""
    company: str = ""
    interviewers: tuple[Short, ...] = ()
    format: Format = "room"
    minutes: int = 60
    outcome: Outcome | None = None

    @model_validator(mode="after")
    def _zone_is_known(self) -> Interview:
        zone_called(self.zone)
        return self

    @property
    def starts(self) -> datetime:
        """When it starts, on the clock of the place where it is."""
        return self.at.astimezone(zone_called(self.zone))

    @property
    def ends(self) -> datetime:
        """When it is expected to be over."""
        return (self.at + timedelta(minutes=self.minutes)).astimezone(zone_called(self.zone))


class Proof(Record):
    """A proof of skill in three beats: the situation, what I did, what changed."""

    situation: Prose
    action: Prose
    change: Prose


class Line(Record):
    """An opening line that the learner has written, and the link that it is about."""

    person: Short
    about_kind: FactKind
    about_label: Short
    text: Prose


class Debrief(Record):
    """Three questions, right after the interview."""

    interview: Short
    they_care_about: Prose = ""
    surprised_me: Prose = ""
    i_promised: Prose = ""


def path_for(starts: datetime, now: datetime) -> Path:
    """
    Which of the three paths the time that is left allows.

    Up to a day is the hour's path, up to ten days this week's, more the whole course. An interview that is
    over is on the week's path too: what is left of it are the follow-ups.
    """
    left = starts - now
    if timedelta(0) <= left < timedelta(days=1):
        return "an-hour"
    return "this-week" if left < timedelta(days=10) else "three-weeks"


def zone_called(name: str) -> ZoneInfo:
    """
    The time zone of an IANA name.

    Raises:
        InvalidValue: nobody knows a zone of that name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InvalidValue(
            f"'{name}' is not a time zone that we know. "
            "Write it as area and city, such as Europe/London or America/Chicago."
        ) from None
