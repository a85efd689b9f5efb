"""The next step for one person at a time: what, when, what to give first, and when to stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.relationships import NextStep, Relationship, standing_of
from rapportkit.views._page import choice, day, press, row, show_only_if, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.people_table import IN_WORDS

if TYPE_CHECKING:
    from rapportkit.views.stay_in_touch import StayInTouch

NOBODY = ("nobody yet", "")
UNANSWERED = (("none", 0), ("one", 1), ("two or more", 2))


class StepEditor:
    """The part of the panel on everybody met that holds what is being typed: controls, and what they do."""

    def __init__(self, panel: StayInTouch, lesson: Lesson) -> None:
        self.panel = panel
        self.lesson = lesson
        self.who = choice("The next step for", [NOBODY])
        self.step = some_lines("What I do next", hint="Send the page about the call list", rows=2)
        self.gift = some_lines("What I can give, before I ask for anything", hint="Half an hour on her ovens", rows=2)
        self.when = day("When")
        self.unanswered = choice("Notes without an answer", UNANSWERED)
        self.expires = day("Keep my notes until")
        self.save_button = press("Save this step", primary=True)
        self._open = ""
        self._filling = False

    @property
    def controls(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.who, self.step, self.gift, self.when, self.unanswered, self.expires, self.save_button)

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The same, the short ones side by side."""
        return (self.who, self.step, self.gift, row(self.when, self.unanswered, self.expires), row(self.save_button))

    def wire(self) -> None:
        """Tie the controls to what they do."""
        self.panel.when_clicked(self.save_button, self.save)
        self.panel.when_changed(self.who, self.turn)
        self.panel.when_typing_pauses(self.keep, self.step, self.gift)
        for control in (self.when, self.unanswered, self.expires):
            self.panel.when_changed(control, self.keep_choice)

    def offer(self, people: Sequence[Relationship]) -> None:
        """Offer these people; the one who is open stays open while among them."""
        keys = [one.key for one in people]
        self._filling = True
        self.who.options = [(one.name, one.key) for one in people] or [NOBODY]
        self.who.value = self._open if self._open in keys else self.who.options[0][1]
        self._filling = False
        show_only_if(people, *self.controls)
        self._fill()

    def turn(self) -> None:
        """Go to another person; what was typed for this one is kept first."""
        if not self._filling:
            self.keep()
            self._fill()

    def save(self) -> None:
        """Keep the step, and say how things stand now."""
        self.keep(typing=False)
        one = next((one for one in self.panel.people() if one.key == self._open), None)
        if one is None:
            raise InvalidValue("Nobody is noted yet. The research lesson makes a page for each person you meet.")
        standing = standing_of(one, self.panel.today)
        self.panel.show_table()
        self.panel.tell(f"Saved. {one.name}: {IN_WORDS[standing.state]}. {standing.reason}")

    def keep_choice(self) -> None:
        """Keep a day or a number that was chosen, and show what it changes in the table."""
        if not self._filling:
            self.keep(typing=False)
            self.panel.show_table()

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed for this person."""
        if self._filling or not self._open:
            return
        known = self.lesson.workbook.latest(NextStep, self._open) or NextStep(person=self._open)
        typed = known.with_(
            step=self.step.value,
            gift=self.gift.value,
            when=self.when.value,
            unanswered=self.unanswered.value,
            expires=self.expires.value,
        )
        if typed != known:
            self.lesson.workbook.save(self._open, typed, typing=typing)

    def _fill(self) -> None:
        self._open = self.who.value
        known = self.lesson.workbook.latest(NextStep, self._open) if self._open else None
        step = known or NextStep(person="nobody")
        self._filling = True
        self.step.value, self.gift.value = step.step, step.gift
        self.when.value, self.expires.value = step.when, step.expires
        self.unanswered.value = min(step.unanswered, UNANSWERED[-1][1])
        self._filling = False
