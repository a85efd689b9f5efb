"""The shortlist for one interviewer: what is on it, room for one more, and a way to take something off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Choice, LeftOut, Link
from rapportkit.views._page import choice, html, press, row, show, show_only_if
from rapportkit.views.cut_short import cut_short
from rapportkit.views.lesson import Lesson
from rapportkit.views.links import shortlist_as_html

if TYPE_CHECKING:
    from rapportkit.views.choose_ground import ChooseGround

MOST_ON_SHORTLIST = 3
LEAVE = "leave"
"""What the learner says of a link that they leave."""


class OwnShortlist:
    """The part of the panel on shared ground that holds what was chosen, up to three things."""

    def __init__(self, panel: ChooseGround, lesson: Lesson) -> None:
        self.panel = panel
        self.lesson = lesson
        self.page = html("")
        self.off = choice("Something to take off your shortlist", [("nothing", "")])
        self.off_button = press("Take it off")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.page, row(self.off, self.off_button))

    @property
    def chosen(self) -> dict[str, Choice]:
        """What is on the shortlist for the one who is open, by key."""
        return {key: one for key, one in self.lesson.shortlist.items() if one.person == self.panel.who.value}

    def stance_on(self, link: Link) -> str:
        """What the learner has said of a link; empty where nothing."""
        key = self._key(link)
        known = self.lesson.shortlist.get(key)
        return known.stance if known else LEAVE if self.lesson.workbook.latest(LeftOut, key) else ""

    def put(self, link: Link, stance: str, question: str = "") -> None:
        """
        Put a link, or a question about one, on the shortlist.

        Raises:
            InvalidValue: it is full.
        """
        key, chosen = self._key(link), self.chosen
        if key not in chosen and len(chosen) >= MOST_ON_SHORTLIST:
            raise InvalidValue(
                f"Your shortlist holds {MOST_ON_SHORTLIST} already, and one is enough on the day. "
                "Take one off first, under 'Something to take off your shortlist'."
            )
        self.lesson.workbook.remove(LeftOut, key)
        self.lesson.workbook.save(key, Choice.model_validate(
            {"person": self.panel.who.value, "link": link, "stance": stance, "question": question}))  # fmt: skip

    def leave_out(self, link: Link, *, said: bool = False) -> None:
        """Take a link off the shortlist, if it is on it; where the learner *said* that they leave it, keep that."""
        key = self._key(link)
        self.lesson.workbook.remove(Choice, key)
        if said:
            self.lesson.workbook.save(key, LeftOut(person=str(self.panel.who.value)))
        else:
            self.lesson.workbook.remove(LeftOut, key)

    def take_off(self) -> None:
        """Take anything off the shortlist, a question too."""
        key = str(self.off.value)
        if not key:
            raise InvalidValue("Choose what to take off first. What you wrote about it stays in the history.")
        label = self.chosen[key].link.label
        self.lesson.workbook.remove(Choice, key)
        self.panel.shared.list_again()
        self.changed()
        self.panel.tell(f"'{label}' is off your shortlist.")

    def changed(self) -> None:
        """Show it as it is now, here and in the other panels."""
        self.show()
        self.lesson.renew_panels()

    def show(self) -> None:
        """Show what is on it."""
        chosen = self.chosen
        show(self.page, shortlist_as_html(chosen.values()))
        self.off.options = [("nothing", ""), *((cut_short(one.link.label), key) for key, one in chosen.items())]
        show_only_if(chosen, self.off, self.off_button)

    def _key(self, link: Link) -> str:
        return f"{self.panel.who.value}/{link.kind}/{link.label}"
