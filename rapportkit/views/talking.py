"""A practice talk as it goes on: what was said, what they say now, and a field for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.talk.memory import Talk
from rapportkit.views._page import html, press, row, show, show_only_if, some_lines
from rapportkit.views.draft import Draft
from rapportkit.views.lesson import Lesson
from rapportkit.views.talk_page import last_reply_as_html, talk_as_html

if TYPE_CHECKING:
    from rapportkit.views.practise import Practise

ABOUT = (
    "<p>Read what they say. Say your answer aloud, then type it. What you say is kept in your workbook, and nowhere "
    "else.</p>"
)
ABOUT_LINES = (
    "<p>Some questions should not be asked: about age, children, faith, health. You owe no answer. You can answer the "
    "job behind it (“I can do every early shift”), steer (“Let me tell you how I plan my week”), or stop. "
    "Try all three.</p>"
)


class Talking:
    """The part of the practice panel in which one talks."""

    def __init__(self) -> None:
        self.talked = html("")
        self.reply = html("", role="status")
        self.said = some_lines("What you say", rows=3)
        self.say_button = press("Say it", primary=True)
        self.stop_button = press("Stop here")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.talked, self.reply, self.said, row(self.say_button, self.stop_button))

    def keep_drafts(self, panel: Practise, lesson: Lesson) -> None:
        """From now on keep what is being typed and was not said yet."""
        self.draft = Draft(panel, lesson, "crossed" if panel.crossing else "said", self.said)

    def show(self, talk: Talk | None) -> None:
        """Show a talk as far as it has come, and the field while it goes on."""
        self.talked.value = talk_as_html(talk) if talk else ""
        show(self.reply, last_reply_as_html(talk) if talk else "")
        show_only_if(talk and not talk.over, self.said, self.say_button, self.stop_button)
