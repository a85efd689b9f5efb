"""One moment in a talk, what one could do there, and why it fits or not, said at once."""

from __future__ import annotations

from functools import partial
from html import escape

from rapportkit.drills import Option, Question
from rapportkit.views._page import View, column, html, press, show


class Moment(View):
    """A button for each option; pressing it says why it fits, or why less so. Nothing is counted."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.buttons = [press(option.says) for option in question.options]
        self.why = html("")
        options = column(*self.buttons)
        options.add_class("rk-options")
        super().__init__("", html(f"<p><strong>{escape(question.says)}</strong></p>"), options, self.why)
        for button, option in zip(self.buttons, question.options, strict=True):
            button.add_class("rk-option")
            self.when_clicked(button, partial(self.choose, option))

    def choose(self, option: Option) -> None:
        """Say why this option fits, or why less so; any other may be tried as well."""
        for button, one in zip(self.buttons, self.question.options, strict=True):
            button.button_style = "primary" if one == option else ""
        verdict = "That fits." if option.fits else "That fits less well."
        said = f"You chose “{option.says}”"
        show(self.why, f"<p>{escape(said)} <strong>{verdict}</strong> {escape(option.because)}</p>")
