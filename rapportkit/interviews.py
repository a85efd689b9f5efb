"""An interview, the proofs of skill taken into it, the lines ready to say, and the debrief after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field, model_validator

from rapportkit.errors import InvalidValue
from rapportkit.people.person import FactKind
from rapportkit.record import Prose, Record, Short

Format = Literal["room", "phone", "video", "panel", "recruiter", "recorded"]
OutcomeKind = Literal["offer", "refusal", "silence", "next-round", "withdrawal"]
Way = Literal["an-hour", "this-week", "three-weeks"]


AN_HOUR = 60


class Outcome(Record):
    """How an interview ended, and the day on which the learner heard (or, for silence, gave up waiting)."""

    kind: OutcomeKind
    on: date


class Interview(Record):
    """
    One interview.

    `at` carries an offset; `zone` is the IANA name by which days are counted, or a fixed offset such as `+05:30`
    where no more is known. `interviewers` are keys of people in the workbook. `minutes` is how long it is
    said to last; None where nobody said so.
    """

    id: Short
    at: AwareDatetime
    zone: str
    role: str = ""
    company: str = ""
    interviewers: tuple[Short, ...] = ()
    format: Format = "room"
    minutes: Annotated[int, Field(ge=1, le=24 * 60)] | None = None
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
        """When it is expected to be over; after an hour where nobody said how long it takes."""
        # By way of UTC: wall-clock arithmetic is an hour off where the clocks change during the interview.
        return (self.at.astimezone(UTC) + timedelta(minutes=self.minutes or AN_HOUR)).astimezone(zone_called(self.zone))


class InHand(Record):
    """Which of several interviews the learner is working on."""

    interview: Short


class Proof(Record):
    """A proof of skill in three beats: the situation, what I did, what changed."""

    situation: Prose
    action: Prose
    change: Prose

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the beats that are still empty, in their order."""
        return tuple(name for name, text in self if not text.strip())

    @property
    def text(self) -> str:
        """The beats that are there, one a line."""
        return "\n".join(text.strip() for _, text in self if text.strip())

    @property
    def seconds_aloud(self) -> int:
        """
        About how many seconds it takes to say, at an unhurried 140 words a minute (our rule of thumb).

            >>> Proof(situation="A flood", action="I swept for an hour", change="It was dry").seconds_aloud
            4
        """
        return round(len(self.text.split()) * 60 / 140)


class Line(Record):
    """An opening line that the learner has written, and the link that it is about."""

    person: Short
    about_kind: FactKind
    about_label: Short
    text: Prose


class Answer(Record):
    """What a learner wrote for an exercise, or from memory. It stands here so that lessons open without the rules."""

    exercise: Short
    text: Prose


class Debrief(Record):
    """Three questions, right after the interview."""

    interview: Short
    they_care_about: Prose = ""
    surprised_me: Prose = ""
    i_promised: Prose = ""


def path_for(starts: datetime, now: datetime) -> Way:
    """
    Which of the three paths the time that is left allows.

    Up to a day is the hour's path, up to ten days this week's, more the whole course. An interview that is
    over is on the week's path too: what is left of it are the follow-ups.
    """
    left = starts.astimezone(UTC) - now.astimezone(UTC)
    if timedelta(0) <= left < timedelta(days=1):
        return "an-hour"
    return "this-week" if left < timedelta(days=10) else "three-weeks"


_OFFSET = re.compile(r"([+-])([01][0-9]|2[0-3]):([0-5][0-9])")


def zone_called(name: str) -> tzinfo:
    """
    The time zone of an IANA name, or the fixed offset that *name* spells out.

        >>> zone_called("+05:30")
        datetime.timezone(datetime.timedelta(seconds=19800))

    Raises:
        InvalidValue: nobody knows a zone of that name.
    """
    if offset := _OFFSET.fullmatch(name):
        sign, hours, minutes = offset.groups()
        ahead = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(ahead if sign == "+" else -ahead)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InvalidValue(
            f"'{name}' is not a time zone that we know. "
            "Write it as area and city, such as Europe/London or America/Chicago, or as an offset such as +05:30."
        ) from None


def zone_of_city(name: str, zones: Iterable[str]) -> str:
    """
    The only one of *zones* that ends in a city of this name, else *name* itself.

        >>> zone_of_city(" new york", ["America/New_York", "Europe/London"])
        'America/New_York'
    """
    wanted = name.strip().replace(" ", "_").casefold()
    found = [zone for zone in zones if zone.rpartition("/")[2].casefold() == wanted and "/" in zone]
    return found[0] if len(found) == 1 else name.strip()


def is_nowhere(zone: str) -> bool:
    """
    Whether a zone is a machine's and no place's, which tells nobody anything.

        >>> is_nowhere("Etc/UTC"), is_nowhere("Europe/London")
        (True, False)
    """
    return zone.startswith("Etc/") or zone in ("UTC", "UCT", "Universal", "Zulu")
