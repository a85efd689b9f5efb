"""A reason of one's own to go in for the person, and what it changes in how one prepares."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, press, row, some_lines
from rapportkit.views.lesson import Lesson

REASON, PREPARING = "own-reason", "own-preparing"
"""The keys under which the two answers are kept."""

FIELDS = {
    REASON: ("I will try to make {aim} of them, because ...", "I do my best work with people I know by name"),
    PREPARING: ("So I will prepare in another way, like this", "Ten minutes on who she is, then the advert again"),
}


def own_reason(lesson: Lesson) -> OwnReason:
    """The panel for a reason of one's own."""
    return OwnReason(lesson)


class OwnReason(View):
    """Two fields, saved as you pause."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        known, aim = lesson.workbook.all(Answer), lesson.guidance.aim
        self.fields = {
            key: some_lines(label.format(aim=aim), known[key].text if key in known else "", hint, rows=2)
            for key, (label, hint) in FIELDS.items()
        }
        self.save_button = press("Save my reason", primary=True)
        super().__init__(
            "A reason of your own",
            html("<p>Take two minutes. Not the book's reason: yours. It may be small, or doubtful.</p>"),
            *self.fields.values(),
            row(self.save_button),
        )
        self.when_clicked(self.save_button, self.save)
        self.when_typing_pauses(self.keep, *self.fields.values())

    def save(self) -> None:
        """Keep both answers."""
        self.keep(typing=False)
        if not self.fields[REASON].value.strip():
            raise InvalidValue("There is no reason yet. Half a sentence is a start; 'I am curious' is one too.")
        self.tell("Saved. You will be asked for it from memory further down.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed."""
        known = self.lesson.workbook.all(Answer)
        for key, field in self.fields.items():
            if field.value or key in known:
                self.lesson.workbook.save(key, Answer(exercise=key, text=field.value), typing=typing)
