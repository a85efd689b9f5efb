"""What is due today: what to say from memory, and the notes whose day is here."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING

from rapportkit.cards import Card, recall_days
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Line, Proof
from rapportkit.record import R

if TYPE_CHECKING:
    from rapportkit.views.lesson import Lesson


def due_as_html(lesson: Lesson) -> str:
    """What to recall today, and the notes that are due; empty where nothing is."""
    return _due(lesson) + _notes_due(lesson)


def _due(lesson: Lesson) -> str:
    """
    What to say from memory today, and the words themselves to look at afterwards.

    On the days before the interview it is what was made on an earlier day, since nothing has been forgotten yet of
    what was made a moment ago; on the day itself it is all of it.
    """
    interview = lesson.interview
    today = lesson.now().date()
    if not interview or today not in recall_days(interview.starts.date(), today):
        return ""
    made_until = today if today == interview.starts.date() else today - timedelta(days=1)
    texts = {
        "line": [line.text for line in _made(lesson, Line, made_until) if line.text],
        "proof": [proof.text for proof in _made(lesson, Proof, made_until) if not proof.missing],
        "card": [card.sentence for card in _made(lesson, Card, made_until) if card.sentence],
    }
    *first, last = [f"{len(all_)} {noun}{'s' if len(all_) > 1 else ''}" for noun, all_ in texts.items() if all_] or [""]
    told = f"{', '.join(first)} and {last}" if first else last
    look = "".join(
        f"<details><summary>Said aloud? Then look here: {noun} {number} of {len(all_)}</summary>"
        f"<blockquote>{escape(text)}</blockquote></details>"
        for noun, all_ in texts.items()
        for number, text in enumerate(all_, start=1)
    )
    page = 'To take with you: the pocket page, in <a href="07_interview_day.ipynb">The interview day</a>.'
    return f"<p><strong>Due today, from memory:</strong> {told}. {page}</p>{look}" if told else ""


def _notes_due(lesson: Lesson) -> str:
    """After the interview: the notes whose day is here, or past."""
    interview, now = lesson.interview, lesson.now()
    if not interview or interview.ends > now:
        return ""
    from rapportkit.views.plan_page import NAMES  # late: before the interview nobody needs the plan of notes
    from rapportkit.workbook.gather import plan_of

    try:
        planned = plan_of(lesson.workbook, interview, now)
    except InvalidValue:  # the dates contradict each other: the lesson on the follow-ups says so, and this one opens
        return ""
    due = [note for note in planned if note.state == "due"]
    listed = "; ".join(f"{NAMES[note.kind].lower()} to {note.to}" for note in due)
    link = '<a href="08_follow_up.ipynb">The four follow-ups</a>'
    return f"<p><strong>Due now:</strong> {escape(listed)}. Go to {link}.</p>" if due else ""


def _made(lesson: Lesson, kind: type[R], until: date) -> list[R]:
    """The records of a kind that were first saved on a day up to *until*; one yet to come is of another clock."""
    book, now = lesson.workbook, lesson.now()
    return [record for key, record in book.all(kind).items()
            if not until < book.history(kind, key)[0].saved_at.astimezone(now.tzinfo).date() <= now.date()]  # fmt: skip
