"""What there is to say of a note, now and of its earlier wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.follow_ups import FollowUp, Recipient
from rapportkit.interviews import Debrief
from rapportkit.views._page import html, show
from rapportkit.views.lesson import Lesson
from rapportkit.views.remarks import review_as_html
from rapportkit.views.versions import earlier_as_html
from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message
from rapportkit.words.review import Review

if TYPE_CHECKING:
    from rapportkit.views.follow_up import FollowUpDesk


class NoteRemarks:
    """The part of the follow-up panel below a note: the remarks on it, and what it was before."""

    def __init__(self, desk: FollowUpDesk, lesson: Lesson) -> None:
        self.desk = desk
        self.lesson = lesson
        self.remarks = html("")
        self.earlier = html("")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.remarks, self.earlier)

    def show(self, note: FollowUp, to: Recipient, text: str, review: Review | None) -> None:
        """Show the *review* of the *text* of a note, or nothing, and its earlier wordings."""
        show(self.remarks, review_as_html(text, review, note.kind) if review else "")
        history = self.lesson.workbook.history(Recipient, to.key)
        written = (saved.record.drafts.get(note.kind, "") for saved in history if saved.record)
        show(self.earlier, earlier_as_html(text, written, lambda before: self.review(note, to, before)))

    def review(self, note: FollowUp, to: Recipient, text: str) -> Review:
        """What there is to say of a *text*, by what is known of the interview and was noted after it."""
        interview = self.desk.interview()
        known = self.lesson.workbook.latest(Debrief, interview.id)
        topics = tuple(line.strip() for line in known.they_care_about.splitlines() if line.strip()) if known else ()
        today = self.lesson.now().astimezone(interview.starts.tzinfo).date()
        context = MessageContext(
            interviewer=note.to,
            role=interview.role,
            company=interview.company,
            talked_about=topics,
            interview_date=interview.starts.date(),
            sent_date=None if note.kind in to.done else today,
        )
        return review_message(note.kind, text, context)
