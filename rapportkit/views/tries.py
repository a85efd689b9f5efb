"""What was said from memory before: what stands in the box when a lesson opens, and what is shown after a new try."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from rapportkit.cards import is_asked_again
from rapportkit.interviews import Answer
from rapportkit.views.lesson import Lesson
from rapportkit.workbook.store import Saved

History = Sequence[Saved[Answer]]


def left_in_box(lesson: Lesson, history: History) -> str:
    """
    What stands in the box: what was typed and never held against anything, and what was said a moment ago.

    What was said on an earlier day for it is asked anew, so its box is empty.
    """
    if not history or _is_asked_anew(lesson, history):
        return ""
    return history[-1].record.text


def is_fresh(lesson: Lesson, history: History) -> bool:
    """Whether something was said a moment ago, so that asking it again would train nothing."""
    return bool(history and history[-1].record.text.strip()) and not is_asked_again(
        history[-1].saved_at, lesson.now(), day_of_interview(lesson)
    )


def last_time_as_html(lesson: Lesson, history: History, in_box: str) -> str:
    """What was said last, on a day before that of what stands *in_box*; empty where nothing was."""
    today = _day(lesson, history[-1]) if history and in_box else None
    before = [one for one in history if one.record.text.strip() and _day(lesson, one) != today]
    if not before:
        return ""
    day = _day(lesson, before[-1])
    return f"<h4>What you said on {day.day} {day:%B}</h4><blockquote>{escape(before[-1].record.text)}</blockquote>"


def day_of_interview(lesson: Lesson) -> date | None:
    """The day of the interview in hand, on the clock of its place."""
    return lesson.interview.starts.date() if lesson.interview else None


def _is_asked_anew(lesson: Lesson, history: History) -> bool:
    last = history[-1]
    held = any(not one.typing and _day(lesson, one) == _day(lesson, last) for one in history)
    return held and is_asked_again(last.saved_at, lesson.now(), day_of_interview(lesson))


def _day(lesson: Lesson, saved: Saved[Answer]) -> date:
    return saved.saved_at.astimezone(lesson.now().tzinfo).date()
