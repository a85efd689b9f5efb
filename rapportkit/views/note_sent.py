"""Whether a note was sent, and the day on which an invitation was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.follow_ups import FollowUp, Recipient, plan_follow_ups
from rapportkit.views._page import day, show_only_if, tick
from rapportkit.views.lesson import Lesson

if TYPE_CHECKING:
    from rapportkit.views.follow_up import FollowUpDesk
    from rapportkit.views.note import NoteEditor


class NoteSent:
    """The part of the follow-up panel that is ticked when a note is on its way."""

    def __init__(self, desk: FollowUpDesk, editor: NoteEditor, lesson: Lesson) -> None:
        self.desk = desk
        self.editor = editor
        self.lesson = lesson
        self.sent = tick("I have sent this one")
        self.accepted = day("The day they accepted my invitation")
        self._filling = False

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.sent, self.accepted)

    def mark_sent(self) -> None:
        """Keep that this note was sent, or that it was not."""
        if self._filling:
            return
        note, to = self.editor.open_one()
        others = tuple(kind for kind in to.done if kind != note.kind)
        self.lesson.workbook.save(to.key, to.with_(done=(*others, note.kind) if self.sent.value else others))
        self.desk.renew()
        self.desk.tell("Noted as sent." if self.sent.value else "Noted as not sent.")

    def mark_accepted(self) -> None:
        """Keep the day on which the invitation was accepted."""
        if self._filling:
            return
        _, to = self.editor.open_one()
        changed = to.with_(accepted=self.accepted.value)
        plan_follow_ups(self.desk.interview(), [changed], self.lesson.now())  # refuses a day before the interview
        self.lesson.workbook.save(changed.key, changed)
        self.desk.renew()
        self.desk.tell("Noted. The thanks for connecting has its day now.")

    def fill(self, note: FollowUp, to: Recipient) -> None:
        """Show how it stands with a note."""
        self._filling = True
        self.sent.value = note.kind in to.done
        self.accepted.value = to.accepted
        show_only_if(note.kind in ("invitation", "thanks-for-connecting"), self.accepted)
        self._filling = False
