"""Right after the interview: three questions, from which the thank-you is made."""

from __future__ import annotations

from rapportkit.interviews import Debrief
from rapportkit.views._page import View, html, press, row, some_lines
from rapportkit.views.lesson import Lesson

FIELDS = {
    "they_care_about": (
        "What do they care about? One thing a line, in their words",
        "The night shift has nobody to call",
    ),
    "surprised_me": ("What surprised me?", ""),
    "i_promised": ("What did I promise?", "To send the name of the trainer"),
}


def debrief(lesson: Lesson) -> View:
    """The panel with the three questions."""
    return AfterTheInterview(lesson)


class AfterTheInterview(View):
    """Three fields, saved as you pause."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.interview = lesson.interview
        known = lesson.workbook.latest(Debrief, self.interview.id) if self.interview else None
        self.fields = {
            name: some_lines(label, getattr(known, name) if known else "", hint, rows=2)
            for name, (label, hint) in FIELDS.items()
        }
        self.save_button = press("Save my answers", primary=True)
        super().__init__(
            "Three questions, right afterwards",
            html("<p>Two minutes, on the stairs or on the bus. Their words, not yours: by tomorrow they are gone.</p>"),
            *self.fields.values(),
            row(self.save_button),
        )
        self.when_clicked(self.save_button, self.save)
        self.when_typing_pauses(self.keep, *self.fields.values())

    def save(self) -> None:
        """Keep the answers."""
        self.keep(typing=False)
        self.tell("Saved. Your thank-you starts from the first line.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed; it hangs on the interview, and without one under a name of its own."""
        key = self.interview.id if self.interview else "interview-1"
        answers = {name: field.value for name, field in self.fields.items()}
        if any(answers.values()) or self.lesson.workbook.latest(Debrief, key):
            self.lesson.workbook.save(key, Debrief(interview=key, **answers), typing=typing)
