"""What two people share, link by link with its evidence, and what of it is true for the learner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Ground, Link
from rapportkit.views._page import choice, column, html, landing, press, row, show_only_if
from rapportkit.views.lesson import Lesson
from rapportkit.views.links import link_as_html
from rapportkit.views.own_shortlist import LEAVE

if TYPE_CHECKING:
    from rapportkit.views.choose_ground import ChooseGround

SUGGESTED = 3
PRETEND = "pretend"

STANCES = (
    ("choose ...", ""),
    ("true for me", "true"),
    ("not mine, but I am curious", "curious"),
    ("I could pretend", PRETEND),
    ("leave it", LEAVE),
)
REFUSED = (
    "Not that one. What you pretend has to be kept up, and it is the one thing a friend does not forgive. "
    "If it interests you, choose 'curious': an honest question does as well."
)


class SharedLinks:
    """The part of the panel on shared ground that lists the links, each with a choice."""

    def __init__(self, panel: ChooseGround, lesson: Lesson) -> None:
        self.panel = panel
        self.lesson = lesson
        self.found = Ground()
        self.rows = column()
        self.rest_button = press("Show the rest")
        self.rest_begins = landing("The rest begins here")
        self._listed: tuple[Link, ...] = ()
        self._putting_back = False

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.rows, row(self.rest_button))

    def offer(self, found: Ground) -> None:
        """List the best of what was found."""
        self.found = found
        self._list(found.suggested(SUGGESTED))

    def show_rest(self) -> None:
        """List every link below the best, the red ones last with the reason why they stay out, and go there."""
        shown, self._listed = len(self._listed), tuple(dict.fromkeys((*self._listed, *self.found.links)))
        self.rows.children = (*self.rows.children, *self._rows(self._listed[shown:]))
        self._offer_the_rest()
        self.rest_begins.focus()

    def list_again(self) -> None:
        """List the same links, with what is on the shortlist now."""
        self._list(self._listed)

    def take(self, link: Link, stance: str) -> None:
        """Put a link on the shortlist, or take it off; what is only pretended is refused."""
        if stance == PRETEND:
            raise InvalidValue(REFUSED)
        if stance in ("", LEAVE):
            self.panel.shortlist.leave_out(link, said=stance == LEAVE)
        else:
            self.panel.shortlist.put(link, stance)
        self.panel.shortlist.changed()
        self.panel.tell("Noted. It is on your shortlist." if stance in ("true", "curious") else "Left out.")

    def _list(self, links: tuple[Link, ...]) -> None:
        self._listed = links
        best = self._rows(links[:SUGGESTED]) if links else [html(self._nothing())]
        self.rows.children = (*best, self.rest_begins, *self._rows(links[SUGGESTED:]))
        self._offer_the_rest()

    def _offer_the_rest(self) -> None:
        hidden = len(self.found.links) - len(self._listed)
        self.rest_button.description = f"Show the rest ({hidden})" if hidden > 0 else "Show the rest"
        show_only_if(hidden > 0, self.rest_button)

    def _rows(self, links: tuple[Link, ...]) -> list[widgets.Widget]:
        rows: list[widgets.Widget] = []
        for link in links:
            rows.append(html(link_as_html(link)))
            if link.light != "red":
                rows.append(self._stance(link))
        return rows

    def _stance(self, link: Link) -> widgets.Widget:
        control = choice(f"{link.label}: what is true?", STANCES, self.panel.shortlist.stance_on(link))
        self.panel.when_changed(control, lambda: self._take_from(control, link))
        return control

    def _take_from(self, control: Any, link: Link) -> None:
        if self._putting_back:
            return
        try:
            self.take(link, control.value)
        except InvalidValue:
            self._putting_back = True  # nobody has chosen that: the control goes back by itself
            control.value = self.panel.shortlist.stance_on(link)
            self._putting_back = False
            raise

    def _nothing(self) -> str:
        if not self.panel.who.value:
            return "<p>No interviewer is in your workbook yet. Fill in the panel about the person, and save it.</p>"
        if not self.lesson.me.reading("You").person.facts:
            return "<p>Your own side is still empty. Fill in the panel about you above, then press 'Look again'.</p>"
        return "<p>We looked and found nothing that you both name. That is normal. The question below does as well.</p>"
