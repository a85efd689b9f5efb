"""A phrase that we did not know, and what it means: taught once, known from then on in this workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import ipywidgets as widgets

from rapportkit.ground.taught import Taught, meanings, teach
from rapportkit.people.person import Source
from rapportkit.views._page import View, choice, field, press, row
from rapportkit.views.lesson import Lesson


class TeachPhrase(View):
    """The phrases that nobody could place, one to choose, and the thing of our lists that it means."""

    def __init__(self, lesson: Lesson, taught: Callable[[], None]) -> None:
        self.lesson = lesson
        self.after = taught
        self.phrase = choice("Words that we could not place", [("choose ...", "")])
        self.means = field(widgets.Combobox, "They mean", options=meanings(), ensure_option=False, placeholder="guitar")
        self.teach_button = press("Teach it")
        self.known = choice("Taught so far", [("nothing", "")])
        self.forget_button = press("Forget this one")
        super().__init__(
            "Teach it a phrase",
            self.phrase,
            row(self.means, self.teach_button),
            row(self.known, self.forget_button),
        )
        self.when_clicked(self.teach_button, self.teach)
        self.when_clicked(self.forget_button, self.forget)

    def offer(self, unread: Iterable[Source]) -> None:
        """Offer the phrases that were not understood, and show what was taught."""
        phrases = list(dict.fromkeys(source.text for source in unread if len(source.text) <= 300))
        self.phrase.options = [("choose ...", ""), *((text[:90], text) for text in phrases)]
        known = self.lesson.workbook.all(Taught)
        self.known.options = [
            ("nothing" if not known else "choose ...", ""),
            *((f"{one.phrase[:60]} means {one.means}", key) for key, one in known.items()),
        ]

    def teach(self) -> None:
        """Keep the phrase with its meaning in the workbook, and look again."""
        one = teach(self.phrase.value, self.means.value)
        self.lesson.workbook.save(one.key[:900], one)
        self.means.value = ""
        self.after()
        self.tell(f"Noted in your workbook: '{one.phrase[:60]}' means {one.means}.")

    def forget(self) -> None:
        """Take a taught phrase out of the workbook again."""
        if self.known.value:
            self.lesson.workbook.remove(Taught, self.known.value)
            self.after()
            self.tell("Forgotten.")
