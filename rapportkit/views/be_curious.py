"""A question out of curiosity, about something of theirs, where nothing is shared or nothing is the learner's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.ground.curious import link_out_of_curiosity, worth_asking
from rapportkit.ground.link import Ground
from rapportkit.people.person import Fact
from rapportkit.views._page import choice, html, press, row, some_lines
from rapportkit.views.cut_short import cut_short
from rapportkit.views.draft import Draft
from rapportkit.views.lesson import Lesson

if TYPE_CHECKING:
    from rapportkit.views.choose_ground import ChooseGround

NOTHING_YET = ("choose ...", "")


class BeCurious:
    """The part of the panel on shared ground in which a question is asked about what is only theirs."""

    def __init__(self, panel: ChooseGround, lesson: Lesson) -> None:
        self.panel = panel
        self.lesson = lesson
        self.about = choice("Something of theirs that you would like to hear about", [NOTHING_YET])
        self.question = some_lines("The question that you would honestly ask", hint="How did you come to ...?", rows=2)
        self.ask_button = press("Put this question on my shortlist")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        why = html("<h4>Nothing there, or nothing that is yours?</h4><p>That is normal. Be curious instead.</p>")
        return (why, self.about, self.question, row(self.ask_button))

    def keep_drafts(self) -> None:
        """From now on keep a question that is being typed."""
        self.draft = Draft(self.panel, self.lesson, "question", self.question)

    def offer(self, found: Ground) -> None:
        """Offer what is theirs alone and worth asking about."""
        who = self.panel.who.value
        person = self.lesson.to_talk_of(who) if who else None
        facts = worth_asking(person, found, self.lesson.guidance.lights) if person else ()
        named = {f"{cut_short(fact.label)} ({fact.kind})": fact for fact in reversed(facts)}
        self.about.options = [NOTHING_YET, *reversed(named.items())]

    def ask(self) -> None:
        """Put a question out of curiosity on the shortlist."""
        fact = self.about.value
        if not isinstance(fact, Fact):
            raise InvalidValue("Choose something of theirs first. It need not be yours at all.")
        if not self.question.value.strip():
            raise InvalidValue("Write the question that you would ask. One that you really want answered.")
        self.panel.shortlist.put(link_out_of_curiosity(fact), "curious", self.question.value)
        self.draft.used()
        self.about.value = NOTHING_YET[1]
        self.panel.shortlist.changed()
        self.panel.tell("Your question is on the shortlist.")
