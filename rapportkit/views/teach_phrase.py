"""A phrase that we did not know, and what it means: taught once, known from then on in this workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import ipywidgets as widgets

from rapportkit.ground.taught import Taught, meanings, nearest, set_aside, teach
from rapportkit.people.person import Source
from rapportkit.people.remarks import is_remark
from rapportkit.views._page import View, choice, field, press, row, show_only_if
from rapportkit.views.cut_short import cut_short
from rapportkit.views.lesson import Lesson

TOLD = 200
"""Letters of a phrase that are told back."""


class TeachPhrase(View):
    """The phrases that nobody could place, one to choose, and the thing of our lists that it means."""

    def __init__(self, lesson: Lesson, taught: Callable[[], None]) -> None:
        self.lesson = lesson
        self.after = taught
        self.phrase = choice("Words that we could not place", [("choose ...", "")])
        self.means = field(widgets.Combobox, "They mean", options=meanings(), ensure_option=False, placeholder="guitar")
        self.near = choice("The nearest on our lists", [("choose ...", "")])
        self.teach_button = press("Teach it")
        self.aside_button = press("Never mind them")
        self.known = choice("Taught so far", [("nothing", "")])
        self.forget_button = press("Forget this one")
        super().__init__(
            "Teach it a phrase",
            self.phrase,
            row(self.means, self.near),
            row(self.teach_button, self.aside_button),
            row(self.known, self.forget_button),
        )
        self.when_clicked(self.teach_button, self.teach)
        self.when_clicked(self.aside_button, self.set_aside)
        self.when_clicked(self.forget_button, self.forget)
        self.when_changed(self.phrase, self.suggest)
        self.when_changed(self.near, self.take_nearest)
        self.when_typing_pauses(self.suggest, self.means)

    def offer(self, unread: Iterable[Source]) -> None:
        """Offer the phrases that were not understood, and show what was taught; our own sentences are no phrases."""
        texts = (source.text for source in unread if len(source.text) <= 300)
        phrases = list(dict.fromkeys(text for text in texts if not is_remark(text)))
        self.phrase.options = [("choose ...", ""), *((cut_short(text), text) for text in phrases)]
        known = self.lesson.workbook.all(Taught)
        self.known.options = [
            ("nothing" if not known else "choose ...", ""),
            *((_named(one), key) for key, one in known.items()),
        ]
        show_only_if(phrases, self.phrase, self.means, self.teach_button, self.aside_button)
        show_only_if(known, self.known, self.forget_button)
        self.suggest()
        show_only_if(phrases or known, self)

    def suggest(self) -> None:
        """Offer the things of our lists that are nearest to the phrase and to what is typed of its meaning."""
        close = nearest(self.phrase.value, self.means.value) if self.phrase.value else ()
        if self.near.value not in close:
            self.near.options = [("choose ...", ""), *((name, name) for name in close)]
        show_only_if(close, self.near)

    def take_nearest(self) -> None:
        """Take the nearest thing that was chosen for the meaning."""
        if self.near.value:
            self.means.value = self.near.value

    def teach(self) -> None:
        """Keep the phrase with its meaning in the workbook, and look again."""
        one = teach(self.phrase.value, self.means.value)
        self._keep(one)
        self.tell(f"Noted in your workbook: '{cut_short(one.phrase, TOLD)}' means {one.means}.")

    def set_aside(self) -> None:
        """Keep that nobody need puzzle over the phrase, and look again."""
        one = set_aside(self.phrase.value)
        self._keep(one)
        self.tell(f"'{cut_short(one.phrase, TOLD)}' is off the list. Under 'Taught so far' you can bring it back.")

    def forget(self) -> None:
        """Take a taught phrase out of the workbook again."""
        if self.known.value:
            self.lesson.workbook.remove(Taught, self.known.value)
            self._look_again()
            self.tell("Forgotten.")

    def _keep(self, one: Taught) -> None:
        self.lesson.workbook.save(one.key[:900], one)
        self.means.value = ""
        self._look_again()

    def _look_again(self) -> None:
        self.after()
        self.lesson.renew_panels()


def _named(one: Taught) -> str:
    phrase = cut_short(one.phrase)
    return f"{phrase} means {one.means}" if one.means else f"{phrase}: never mind"
