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
        self.chosen: Option | None = None
        self.replaced = False
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
        self.chosen = option
        for button, one in zip(self.buttons, self.question.options, strict=True):
            button.button_style = "primary" if one == option else ""
        self._tell(option)

    def respect(self, *, replaced: bool) -> None:
        """Whether the learner does something else in place of this tip: then no other way is weighed against it."""
        if replaced != self.replaced:
            self.replaced = replaced
            if self.chosen:
                self._tell(self.chosen)

    def _tell(self, option: Option) -> None:
        verdict, why = _weighed(option, replaced=self.replaced)
        said = f"You chose “{option.says}”"
        show(self.why, f"<p>{escape(said)} <strong>{verdict}</strong> {escape(why)}</p>")


def _weighed(option: Option, *, replaced: bool) -> tuple[str, str]:
    if option.fits:
        return "That fits.", option.because
    if replaced and option.your_way:
        return "That is another way, and it may be yours.", option.your_way
    return "That fits less well.", option.because
