"""Everybody met: the next step for each, when to leave somebody be, and when the notes on them run out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from html import escape
from typing import Literal, NamedTuple

from pydantic import Field

from rapportkit.record import Prose, Record, Short

STOP_AFTER = 2
"""Notes without an answer, after which one leaves somebody be: our own rule, as polite people keep it."""

KEEP_NOTES = timedelta(days=365)
"""How long notes on somebody are kept after the interview, unless the learner chooses another day."""

State = Literal["to come", "notes ran out", "leave be", "due", "planned", "no date yet", "no step yet"]
STATES: tuple[State, ...] = ("due", "no step yet", "no date yet", "planned", "to come", "notes ran out", "leave be")
"""In the order in which they want looking at."""


class NextStep(Record):
    """
    What the learner means to do next for one person, and what they can give first; in their own words.

    `unanswered` counts the notes in a row that nobody answered; `expires` is the day from which the workbook offers
    to forget the person.
    """

    person: Short
    step: Prose = ""
    gift: Prose = ""
    when: date | None = None
    unanswered: int = Field(default=0, ge=0, le=99)
    expires: date | None = None


class Relationship(Record):
    """
    One person whom the learner has met or is about to meet, on one row.

    `met` is the day of the interview with them, `heard` whether its outcome is known, `sent` how many of the four notes
    have gone out, `cares_about` what the debrief says of that interview.
    """

    key: Short
    name: Short
    met: date | None = None
    heard: bool = False
    company: str = ""
    sent: int = 0
    connected: bool = False
    cares_about: Prose = ""
    promised: Prose = ""
    next: NextStep

    @property
    def expires(self) -> date | None:
        """The day from which the workbook offers to forget them; None while nobody knows when they were met."""
        return self.next.expires or (self.met + KEEP_NOTES if self.met else None)


class Standing(NamedTuple):
    """Where things stand with one person, and why, in a sentence."""

    state: State
    reason: str


class Counts(NamedTuple):
    """How much there is: people known, notes sent, people who accepted an invitation, next steps written."""

    people: int
    notes: int
    connected: int
    steps: int


def standing_of(one: Relationship, today: date) -> Standing:
    """
    Where things stand with one person on the day *today*.

    Leaving somebody be goes before everything that could be done for them; notes that ran out go before that.
    """
    step = one.next
    if one.expires and one.expires <= today:
        ran_out = f"Your notes on them were to be kept until {_day(one.expires)}."
        return Standing("notes ran out", f"{ran_out} Forget them under 'Keep your work', or choose a later day.")
    if step.unanswered >= STOP_AFTER:
        return Standing("leave be", "Two notes without an answer are an answer. If they write, you begin anew.")
    if one.met and one.met > today and not one.heard:
        return Standing("to come", f"You meet them on {_day(one.met)}.")
    if not step.step.strip():
        return Standing("no step yet", _first_idea(one))
    if step.when is None:
        return Standing("no date yet", "A step without a day seldom happens. Choose one.")
    if step.when <= today:
        return Standing("due", f"It was for {_day(step.when)}." if step.when < today else "It is for today.")
    return Standing("planned", f"For {_day(step.when)}.")


def in_order(people: Iterable[Relationship], today: date) -> list[Relationship]:
    """The people, first those who want looking at, each group by the day of its next step and by name."""
    return sorted(
        people,
        key=lambda one: (STATES.index(standing_of(one, today).state), one.next.when or date.max, one.name.casefold()),
    )


def progress_in_words(now: Counts, before: Counts, since: date) -> str:
    """
    What there is, beside what there was on the day *since*: progress is against one's own past and nobody else's.

        >>> progress_in_words(Counts(2, 3, 1, 1), Counts(1, 0, 0, 0), date(2026, 11, 1))
        '2 people, 3 notes sent, 1 connected, 1 next step. On 1 November 2026 it was 1 person and 0 notes sent.'
    """
    if not now.people:
        return "Nobody is noted yet. The research lesson makes a page for each person you meet."
    what = (
        f"{_many(now.people, 'person', 'people')}, {_many(now.notes, 'note')} sent, {now.connected} connected, "
        f"{_many(now.steps, 'next step')}."
    )
    if not before.people:
        return what
    if now == before:
        return f"{what} It was the same on {_day(since)}; a quiet month is no step back."
    then = f"{_many(before.people, 'person', 'people')} and {_many(before.notes, 'note')} sent"
    return f"{what} On {_day(since)} it was {then}."


def progress_as_svg(points: Sequence[tuple[str, Counts]]) -> str:
    """
    A small picture of the notes sent up to each of a few moments, oldest first: a bar each, its number in words below.

    It takes its colour from the page around it. Everything in it is also said in its label, for those who do not see
    it.
    """
    most = max((counts.notes for _, counts in points), default=0) or 1
    label = escape("Notes sent so far. " + "; ".join(f"{when}: {counts.notes}" for when, counts in points))
    bars = "".join(_bar(place, when, counts.notes, most) for place, (when, counts) in enumerate(points))
    size = f"0 0 {len(points) * _WIDE} {_TALL + 40}"
    return (
        f'<svg role="img" aria-label="{label}" viewBox="{size}" width="{len(points) * _WIDE}" '
        f'style="max-width:100%;height:auto" fill="currentColor" font-size="13">{bars}</svg>'
    )


_WIDE, _TALL = 84, 70
"""Of one bar and its words, and of the highest bar, in pixels."""


def _bar(place: int, when: str, notes: int, most: int) -> str:
    middle, height = place * _WIDE + _WIDE // 2, max(2, round(_TALL * notes / most))
    top = 18 + _TALL - height
    return (
        f'<rect x="{middle - 16}" y="{top}" width="32" height="{height}" rx="2" opacity=".55"/>'
        f'<text x="{middle}" y="{top - 5}" text-anchor="middle">{notes}</text>'
        f'<text x="{middle}" y="{_TALL + 35}" text-anchor="middle">{escape(when)}</text>'
    )


def _first_idea(one: Relationship) -> str:
    if one.promised.strip():
        return f"Begin with what you promised: {_first_line(one.promised)}"
    if one.cares_about.strip():
        return f"They care about this: {_first_line(one.cares_about)} What could you pass on?"
    return "What do they care about? If you do not know, a short thank-you is a step."


def _first_line(text: str) -> str:
    line = text.strip().splitlines()[0].strip()
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
