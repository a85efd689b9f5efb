"""One if-then card: a plan for one moment, in the learner's own words."""

from __future__ import annotations

from html import escape

from rapportkit.cards import Card
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View, html, press, row, show, some_lines
from rapportkit.views.lesson import Lesson


def make_card(lesson: Lesson, if_: str = "", hint: str = "") -> MakeCard:
    """The panel for this lesson's card. *if_* is the moment it is for; *hint* shows what an answer looks like."""
    return MakeCard(lesson, if_, hint)


class MakeCard(View):
    """Two fields, if and then; saved when you pause."""

    def __init__(self, lesson: Lesson, if_: str, hint: str) -> None:
        self.lesson = lesson
        known = lesson.workbook.latest(Card, lesson.id)
        self.if_ = some_lines("If ...", known.if_ if known else if_, rows=2)
        self.then = some_lines("then I ...", known.then if known else "", hint, rows=2)
        self.save_button = press("Save my card", primary=True)
        self.card = html("")
        super().__init__("Your card", self.if_, self.then, row(self.save_button), self.card)
        self.when_clicked(self.save_button, self.save)
        self.when_typing_pauses(self.keep, self.if_, self.then)
        if known:
            self._show(known)

    def save(self) -> None:
        """Keep the card, and show it as it will be read aloud."""
        if not self.if_.value.strip() or not self.then.value.strip():
            raise InvalidValue("A card needs both halves: the moment, and what you do then. Fill in the empty one.")
        self.keep(typing=False)
        self.lesson.renew_panels()
        self.tell("Saved. Read it aloud once: that is what makes it stick.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed, half a card too."""
        if not self.then.value.strip() and self.lesson.workbook.latest(Card, self.lesson.id) is None:
            return
        card = Card(lesson=self.lesson.id, if_=self.if_.value, then=self.then.value)
        self.lesson.workbook.save(self.lesson.id, card, typing=typing)
        self._show(card)

    def _show(self, card: Card) -> None:
        show(self.card, f"<blockquote>{escape(card.sentence)}</blockquote>" if card.sentence else "")
