"""One note at a time: a place to write it, what there is to say of it, and whether it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import FollowUp, Recipient, plan_follow_ups
from rapportkit.follow_ups.wording import draft_for
from rapportkit.interviews import Debrief
from rapportkit.views._page import choice, day, html, press, row, show, show_only_if, some_lines, tick
from rapportkit.views.lesson import Lesson
from rapportkit.views.plan_page import NAMES, STATES
from rapportkit.views.remarks import review_as_html
from rapportkit.views.versions import earlier_as_html
from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message
from rapportkit.words.review import Review
from rapportkit.workbook.gather import recipient_of

if TYPE_CHECKING:
    from rapportkit.views.follow_up import FollowUpDesk

NO_NOTE = ("", "")


class NoteEditor:
    """The part of the follow-up panel that holds what is being written: controls, and what they do."""

    def __init__(self, desk: FollowUpDesk, lesson: Lesson) -> None:
        self.desk = desk
        self.lesson = lesson
        self.which = choice("Which note", [("none yet", NO_NOTE)])
        self.text = some_lines("Your note", rows=9)
        self.look_button = press("Look at my note", primary=True)
        self.frame_button = press("Start from a frame")
        self.remarks = html("")
        self.earlier = html("")
        self.sent = tick("I have sent this one")
        self.accepted = day("The day they accepted my invitation")
        self._notes: dict[tuple[str, str], FollowUp] = {}
        self._open = NO_NOTE
        self._filling = False

    @property
    def controls(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        buttons = row(self.look_button, self.frame_button)
        return (self.which, self.text, buttons, self.remarks, self.earlier, self.sent, self.accepted)

    def wire(self) -> None:
        """Tie the controls to what they do."""
        self.desk.when_clicked(self.frame_button, self.put_frame)
        self.desk.when_clicked(self.look_button, self.look)
        self.desk.when_changed(self.which, self.turn_to)
        self.desk.when_changed(self.sent, self.mark_sent)
        self.desk.when_changed(self.accepted, self.mark_accepted)
        self.desk.when_typing_pauses(self.look_again, self.text)

    def offer(self, planned: Sequence[FollowUp]) -> None:
        """Offer these notes; the one that is open stays open while it is among them."""
        self.look_again()
        self._notes = {(note.person, note.kind): note for note in planned if note.draft is not None}
        labels = [(f"{NAMES[n.kind]} to {n.to} ({STATES[n.state]})", key) for key, n in self._notes.items()]
        self._filling = True
        self.which.options = labels or [("none yet", NO_NOTE)]
        self.which.value = self._open if self._open in self._notes else self.which.options[0][1]
        self._filling = False
        if self.which.value != self._open:
            self._fill()

    def turn_to(self) -> None:
        """Go to another note; what was typed into this one is kept first."""
        if not self._filling:
            self.look_again()
            self._fill()

    def put_frame(self) -> None:
        """Put a frame of prompts into an empty note."""
        note = self._note()
        if self.text.value.strip():
            raise InvalidValue("There is something in your note already. Clear it first if you want the frame instead.")
        self.text.value = draft_for(note.kind, self._recipient(note).with_(drafts={}))
        self.desk.tell("Fill in what stands in brackets, in your own words, and take the brackets out.")

    def look(self) -> None:
        """Keep the note and show what there is to say of it."""
        self._note()
        self.look_again(typing=False)
        self.desk.tell("Saved." if self.text.value.strip() else "Write something first; the frame is a start.")

    def look_again(self, typing: bool = True) -> None:
        """Keep what is typed, and renew the remarks."""
        note = self._notes.get(self._open)
        if self._filling or note is None:
            return
        to, text = self._recipient(note), self.text.value
        if not text and note.kind not in to.drafts:
            return
        self.lesson.workbook.save(to.key, to.with_(drafts={**to.drafts, note.kind: text}), typing=typing)
        review = self._review(note)
        if text.strip():
            self.lesson.workbook.save(f"{note.person}/{note.kind}", review, typing=typing)
        show(self.remarks, review_as_html(text, review, note.kind))
        self._show_earlier(note)

    def mark_sent(self) -> None:
        """Keep that this note was sent, or that it was not."""
        if self._filling:
            return
        note = self._note()
        to = self._recipient(note)
        others = tuple(kind for kind in to.done if kind != note.kind)
        self.lesson.workbook.save(to.key, to.with_(done=(*others, note.kind) if self.sent.value else others))
        self.desk.renew()
        self.desk.tell("Noted as sent." if self.sent.value else "Noted as not sent.")

    def mark_accepted(self) -> None:
        """Keep the day on which the invitation was accepted."""
        if self._filling:
            return
        changed = self._recipient(self._note()).with_(accepted=self.accepted.value)
        plan_follow_ups(self.desk.interview(), [changed], self.lesson.now())  # refuses a day before the interview
        self.lesson.workbook.save(changed.key, changed)
        self.desk.renew()
        self.desk.tell("Noted. The thanks for connecting has its day now.")

    def _note(self) -> FollowUp:
        if self._open not in self._notes:
            raise InvalidValue("Choose a note first. If there is none, press 'Plan my follow-ups'.")
        return self._notes[self._open]

    def _recipient(self, note: FollowUp) -> Recipient:
        return recipient_of(self.lesson.workbook, note.person, note.to)

    def _fill(self) -> None:
        self._open = self.which.value
        note = self._notes.get(self._open)
        if note is None:
            return
        self._filling = True
        to = self._recipient(note)
        self.text.value = to.drafts.get(note.kind, "")
        self.sent.value = note.kind in to.done
        self.accepted.value = to.accepted
        show_only_if(note.kind in ("invitation", "thanks-for-connecting"), self.accepted)
        self._filling = False
        written = self.text.value.strip()
        show(self.remarks, review_as_html(self.text.value, self._review(note), note.kind) if written else "")
        self._show_earlier(note)

    def _show_earlier(self, note: FollowUp) -> None:
        history = self.lesson.workbook.history(Recipient, self._recipient(note).key)
        written = (saved.record.drafts.get(note.kind, "") for saved in history if saved.record)
        show(self.earlier, earlier_as_html(self.text.value, written, lambda text: self._look_at(note, text)))

    def _review(self, note: FollowUp) -> Review:
        return self._look_at(note, self.text.value)

    def _look_at(self, note: FollowUp, text: str) -> Review:
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
            sent_date=None if note.kind in self._recipient(note).done else today,
        )
        return review_message(note.kind, text, context)
