"""Moments to decide in, one after the other: choose, see what follows and why, and write one's own words."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.moments import Moment, Option, Played, moments
from rapportkit.views._page import View, column, html, press, row, show, show_only_if, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.moment_text import follows_as_html, told_as_html

TITLES = {
    "three-people": "Three people: what next?",
    "champion-next": "What does a champion need from you?",
}


def play_moments(lesson: Lesson, name: str) -> PlayMoments:
    """
    The panel for the set of moments of this name.

    Raises:
        InvalidValue: there is no such set.
    """
    return PlayMoments(lesson, name)


class PlayMoments(View):
    """One moment at a time: what is told, a button for each thing that one could do, and what follows."""

    def __init__(self, lesson: Lesson, name: str) -> None:
        self.lesson = lesson
        self.moments = moments(name)
        self.at = 0
        self.told = html("")
        self.options = [press("") for _ in range(max(len(one.option) for one in self.moments))]
        options = column(*self.options)
        options.add_class("rk-options")
        self.follows = html("")
        self.words = some_lines("In your own words", rows=4)
        self.model_button = press("Show a good answer")
        self.next_button = press("Next")
        self.model = html("")
        super().__init__(
            TITLES.get(name, name),
            self.told,
            options,
            self.follows,
            self.words,
            row(self.model_button, self.next_button),
            self.model,
        )
        for number, button in enumerate(self.options):
            self.when_clicked(button, self._choosing(number))
        self.when_clicked(self.model_button, self.show_model)
        self.when_clicked(self.next_button, self.turn)
        self.when_typing_pauses(self.keep, self.words)
        self._set_scene()

    @property
    def moment(self) -> Moment:
        """The moment that is open."""
        return self.moments[self.at]

    def choose(self, number: int) -> None:
        """Do the thing of this number (from 0), see what follows, and keep that it was chosen."""
        option = self.moment.option[number]
        self._save(option.says)
        self._show(option)

    def keep(self, typing: bool = True) -> None:
        """Keep the words on this moment."""
        known = self._known()
        if known and self.words.value != known.words:
            self._save(known.chosen, typing)

    def show_model(self) -> None:
        """Show a good answer, once something has been tried."""
        self.keep(typing=False)
        if not self.words.value.strip():
            raise InvalidValue("Try first, even badly. Two sentences are enough.")
        show(self.model, f"<h4>One good answer</h4><blockquote>{escape(self.moment.model)}</blockquote>")

    def turn(self) -> None:
        """Go on to the next moment; after the last one comes the first."""
        self.keep(typing=False)
        self.at = (self.at + 1) % len(self.moments)
        self._set_scene()
        self.tell(f"{self.at + 1} of {len(self.moments)}: {self.moment.title}.")

    def _choosing(self, number: int) -> Callable[[], None]:
        return lambda: self.choose(number)

    def _known(self) -> Played | None:
        return self.lesson.workbook.latest(Played, self.moment.id)

    def _save(self, chosen: str, typing: bool = False) -> None:
        played = Played(moment=self.moment.id, chosen=chosen, words=self.words.value)
        self.lesson.workbook.save(self.moment.id, played, typing=typing)

    def _set_scene(self) -> None:
        moment, known = self.moment, self._known()
        self.told.value = told_as_html(moment, f"{self.at + 1} of {len(self.moments)}")
        for button, option in zip(self.options, moment.option, strict=False):
            button.description = option.says
        show_only_if(False, *self.options[len(moment.option) :])
        show_only_if(True, *self.options[: len(moment.option)])
        self.words.description = moment.ask or "In your own words"
        self.words.value = known.words if known else ""
        show(self.model, "")
        self._show(next((one for one in moment.option if known and one.says == known.chosen), None))

    def _show(self, option: Option | None) -> None:
        fits = option is not None and option.fits
        show_only_if(fits and self.moment.ask, self.words, self.model_button)
        show(self.follows, follows_as_html(option) if option else "")
