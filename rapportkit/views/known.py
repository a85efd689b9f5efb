"""What a dossier holds by now: shown with what is to be left alone, and a way to take something out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from rapportkit.ground.taught import settled
from rapportkit.people.dossier import Dossier
from rapportkit.people.person import Fact, Person, Reading
from rapportkit.views._page import choice, html, press, row, show, show_only_if
from rapportkit.views.cut_short import cut_short
from rapportkit.views.dossier_page import dossier_as_html
from rapportkit.views.lesson import Lesson

if TYPE_CHECKING:
    from rapportkit.views.research import Research

THEIRS = "It stands under 'Leave alone' and goes no further. Better: note what they chose to show."
OWN = "It stands under 'Leave alone', and nothing here brings it up. Tell it or not, as you like."
PLENTY = 5
"""Facts on one person that are enough."""


class Known:
    """The part of the research panel that shows a dossier, and takes out of it what should not be there."""

    def __init__(self, panel: Research, lesson: Lesson) -> None:
        self.panel = panel
        self.lesson = lesson
        self.page = html("")
        self.out = choice("Something to take out again", [("nothing", "")])
        self.out_button = press("Take it out")
        self._noted: frozenset[str] = frozenset()
        self._told: frozenset[str] = frozenset()

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.page, row(self.out, self.out_button))

    def show(self, dossier: Dossier, whole: bool = True) -> None:
        """Show the *whole* dossier, unless a part of it is on the page already, and offer what can be taken out."""
        self.taught = self.lesson.taught
        reading = settled(dossier.reading("You" if self.panel.me else "Your interviewer"), self.taught)
        self._noted = frozenset(self._private(reading.person).values())
        show(self.page, self.page_of(reading) if whole and dossier != Dossier() else "")
        parts: list[tuple[str, Any]] = [
            (f"{cut_short(fact.label)} ({fact.kind})", fact) for fact in reading.person.facts
        ]
        parts += [(f"all that came from {file.name}", file.name) for file in dossier.files]
        self.out.options = [("nothing", ""), *parts]
        show_only_if(parts, self.out, self.out_button)

    def page_of(self, reading: Reading, unread: bool = False) -> str:
        """HTML of what was read, with what is to be left alone; with *unread*, the list of the rest is open."""
        known = settled(reading, self.lesson.taught)
        return dossier_as_html(known, self._private(known.person), unread)

    def without_chosen(self, dossier: Dossier) -> Dossier | None:
        """The dossier without the fact, or the file, that is chosen; None while nothing is."""
        chosen = self.out.value
        if isinstance(chosen, Fact):
            return dossier.without_fact(chosen)
        return dossier.without_file(chosen) if chosen else None

    def care_for(self, dossier: Dossier) -> None:
        """Say what was just noted that is to be left alone, and why: each reason once, and nothing is refused."""
        private = self._private(dossier.person())
        new = {why: fact.label for fact, why in private.items() if why not in self._noted}
        if new:
            told = " ".join(f"“{label[:60]}”: {why}" for why, label in new.items())
            self.panel.tell(f"With care. {told} {OWN if self.panel.me else THEIRS}", careful=True)
            self._told = frozenset(new)
        elif self._told and self._told.isdisjoint(private.values()):
            self.panel.tell("")
            self._told = frozenset()
        self._noted = frozenset(private.values())

    def how_many(self) -> str:
        """What there is to say of the number of facts that one may use."""
        person = self.panel.known().person()
        alone = len(self._private(person))
        number = len(person.facts) - alone
        if self.panel.me or not number:
            return ""
        facts = f"{number} {'fact' if number == 1 else 'facts'}"
        why = f" ({alone} more {'stands' if alone == 1 else 'stand'} under 'Leave alone')" if alone else ""
        if number < PLENTY:
            return f" That is {facts} to work with{why}; up to five are plenty, and one good one is enough."
        return f" Five facts are plenty{why}." if number == PLENTY else f" That is {facts}{why}; five are plenty."

    def _private(self, person: Person) -> dict[Fact, str]:
        if not person.facts:
            return {}
        # late: an empty form need not wait for the rules on words
        from rapportkit.words.private_life import private_in

        lights = self.lesson.guidance.lights
        return {fact: why for fact in person.facts if (why := private_in(fact, lights, own=self.panel.me))}
