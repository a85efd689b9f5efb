"""One proof of skill: the situation, what I did, what changed. The other half of the talk."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Proof
from rapportkit.views._page import View, html, press, row, some_lines
from rapportkit.views.lesson import Lesson

FIELDS = {
    "situation": ("The situation", "Two porters off sick on a Monday"),
    "action": ("What I did", "I drew up who goes where, and took the long round myself"),
    "change": ("What changed", "Nobody waited more than ten minutes that day"),
}


def add_proof(lesson: Lesson) -> View:
    """The panel for the proof that goes with the line."""
    return AddProof(lesson)


class AddProof(View):
    """Three short fields; saved as you pause."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        known = lesson.workbook.latest(Proof, "proof-1")
        self.fields = {
            name: some_lines(label, getattr(known, name) if known else "", hint, rows=2)
            for name, (label, hint) in FIELDS.items()
        }
        self.save_button = press("Save my proof", primary=True)
        super().__init__(
            "One proof to go with it",
            html(
                "<p>Warmth opens the door; what you can do walks through it. One true thing, under a minute aloud.</p>"
            ),
            *self.fields.values(),
            row(self.save_button),
        )
        self.when_clicked(self.save_button, self.save)
        self.when_typing_pauses(self.keep, *self.fields.values())

    def save(self) -> None:
        """Keep the proof, and say which beat is still missing."""
        self.keep(typing=False)
        missing = [FIELDS[name][0].lower() for name, field in self.fields.items() if not field.value.strip()]
        if missing:
            raise InvalidValue(f"Kept as it is. A proof needs all three; still empty: {', '.join(missing)}.")
        self.tell("Saved. Say it aloud once, right after your line.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed, a part of it too."""
        beats = {name: field.value for name, field in self.fields.items()}
        if any(beats.values()) or self.lesson.workbook.latest(Proof, "proof-1"):
            self.lesson.workbook.save("proof-1", Proof(**beats), typing=typing)
