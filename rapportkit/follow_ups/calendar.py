"""The calendar file: what calls the learner back. The only place that knows the icalendar package."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from rapportkit.cards import recall_days
from rapportkit.follow_ups.follow_up import FollowUp
from rapportkit.follow_ups.plan import debrief_at, local_moment
from rapportkit.follow_ups.wording import one_line, plain, title_of
from rapportkit.interviews import Interview, zone_called

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCER = "-//rapportkit//follow-ups//EN"
"""What a calendar file of ours says of itself."""

DEBRIEF_QUESTIONS = ("What do they care about?", "What surprised me?", "What did I promise?")

RECALL_AT = time(8, 0)

# The namespace of our entries. It must never change: with another, an import doubles what is in the calendar.
_ENTRIES = UUID("6f2f1f0e-52f4-5c43-9b9b-1d6f6a8f9f3a")
_LENGTH = timedelta(minutes=15)


def calendar_file(interview: Interview, follow_ups: Sequence[FollowUp], now: datetime) -> bytes:
    """
    An iCalendar file (RFC 5545): recall before the interview, the debrief after it, each follow-up with a day.

    An entry keeps its name (UID) from one file to the next, so that importing again updates a calendar and
    doubles nothing. Times are in UTC, which every calendar reads. There is nobody in it to invite and no
    address. A note that still waits for something is told of in the debrief's entry.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for entry in _recall(interview, now):
        calendar.add_component(entry)
    calendar.add_component(_debrief(interview, follow_ups, now))
    for one in follow_ups:
        if one.due is not None:
            calendar.add_component(_follow_up(interview, one, one.due, now))
    content: bytes = calendar.to_ical()
    return content


def _recall(interview: Interview, now: datetime) -> list[Event]:
    if now >= interview.at:
        return []
    zone, starts = zone_called(interview.zone), interview.starts
    hour_before = (interview.at.astimezone(UTC) - timedelta(hours=1)).astimezone(zone)
    text = "Your opening lines, your proofs and your cards: aloud, from memory, then look."
    return [
        _entry(
            (interview.id, "recall", day.isoformat()),
            min(local_moment(day, RECALL_AT, zone), hour_before),
            ("Say your lines aloud, from memory", text),
            now,
        )
        for day in recall_days(starts.date(), now.astimezone(zone).date())
    ]


def _debrief(interview: Interview, follow_ups: Sequence[FollowUp], now: datetime) -> Event:
    questions = "\n".join(f"{number}. {question}" for number, question in enumerate(DEBRIEF_QUESTIONS, 1))
    drafts = [
        f"Your thank-you to {one_line(one.to)}:\n\n{one.draft}"
        for one in follow_ups
        if one.kind == "thank-you" and one.draft is not None and one.state != "done"
    ]
    waiting = [f"{_title(one)}. {one.reason}" for one in follow_ups if one.state == "waiting"]
    later = ["Still waiting:\n" + "\n".join(waiting)] if waiting else []
    words = "Three questions, then your thank-you", "\n\n".join([questions, *drafts, *later])
    return _entry((interview.id, "debrief"), debrief_at(interview), words, now)


def _follow_up(interview: Interview, one: FollowUp, due: datetime, now: datetime) -> Event:
    done = one.state == "done"
    summary = f"Done: {_title(one)}" if done else _title(one)
    text = "\n\n".join(part for part in (one.reason, one.draft) if part)
    return _entry((interview.id, one.kind, one.person), due, (summary, text), now, rings=not done)


def _title(one: FollowUp) -> str:
    return f"{title_of(one.kind)}: {one_line(one.to)}"


def _entry(name: Sequence[str], at: datetime, words: tuple[str, str], now: datetime, *, rings: bool = True) -> Event:
    from icalendar import Event

    starts, stamp = at.astimezone(UTC), now.astimezone(UTC)
    event = Event()
    event.add("uid", str(uuid5(_ENTRIES, json.dumps(name))))
    event.add("dtstamp", stamp)
    # Calendars keep the entry with the higher number: a file made later wins.
    event.add("sequence", max(0, int(stamp.timestamp()) // 60))
    event.add("dtstart", starts)
    event.add("dtend", starts + _LENGTH)
    event.add("summary", one_line(words[0]))
    event.add("description", plain(words[1]))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if rings and starts >= stamp:
        event.add_component(_alarm(words[0]))
    return event


def _alarm(summary: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(0))
    alarm.add("description", one_line(summary))
    return alarm
