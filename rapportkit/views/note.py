"""One note at a time: a place to write it, what there is to say of it, and whether it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import FollowUp, Recipient
from rapportkit.follow_ups.wording import draft_for
from rapportkit.views._page import choice, press, row, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.note_remarks import NoteRemarks
from rapportkit.views.note_sent import NoteSent
from rapportkit.views.plan_page import NAMES, STATES
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
        self.below = NoteRemarks(desk, lesson)
        self._notes: dict[tuple[str, str], FollowUp] = {}
        self._open = NO_NOTE
        self._filling = False
        self.way = NoteSent(desk, self, lesson)
        desk.when_clicked(self.frame_button, self.put_frame)
        desk.when_clicked(self.look_button, self.look)
        desk.when_changed(self.which, self.turn_to)
        desk.when_changed(self.way.sent, self.way.mark_sent)
        desk.when_changed(self.way.accepted, self.way.mark_accepted)
        desk.when_typing_pauses(self.look_again, self.text)

    @property
    def controls(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        buttons = row(self.look_button, self.frame_button)
        return (self.which, self.text, buttons, *self.below.laid_out, *self.way.laid_out)

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
        note, to = self.open_one()
        if self.text.value.strip():
            raise InvalidValue("There is something in your note already. Clear it first if you want the frame instead.")
        self.text.value = draft_for(note.kind, to.with_(drafts={}))
        self.desk.tell("Fill in what stands in brackets, in your own words, and take the brackets out.")

    def look(self) -> None:
        """Keep the note and show what there is to say of it."""
        self.open_one()
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
        review = self.below.review(note, to, text)
        if text.strip():
            self.lesson.workbook.save(f"{note.person}/{note.kind}", review, typing=typing)
        self.below.show(note, self._recipient(note), text, review)

    def open_one(self) -> tuple[FollowUp, Recipient]:
        """The note that is open, and to whom it goes."""
        if self._open not in self._notes:
            raise InvalidValue("Choose a note first. If there is none, press 'Plan my follow-ups'.")
        note = self._notes[self._open]
        return note, self._recipient(note)

    def _recipient(self, note: FollowUp) -> Recipient:
        return recipient_of(self.lesson.workbook, note.person, note.to)

    def _fill(self) -> None:
        self._open = self.which.value
        note = self._notes.get(self._open)
        if note is None:
            return
        to = self._recipient(note)
        self._filling = True
        self.text.value = text = to.drafts.get(note.kind, "")
        self._filling = False
        self.way.fill(note, to)
        self.below.show(note, to, text, self.below.review(note, to, text) if text.strip() else None)
