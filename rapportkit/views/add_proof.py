"""Proofs of skill: the situation, what I did, what changed. The other half of the talk."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Proof
from rapportkit.views._page import View, choice, html, press, row, show, show_only_if, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.proof_page import FIELDS, labels_of, lacks_of, state_of

NAMES = ("First proof", "Second proof", "Third proof")


def add_proof(lesson: Lesson, how_many: int = 1) -> View:
    """The panel for the proof that goes with the line, or for as many as *how_many* (up to three)."""
    return AddProof(lesson, how_many)


class AddProof(View):
    """Three short fields for one proof at a time; saved as you pause, with what is still missing at once."""

    def __init__(self, lesson: Lesson, how_many: int = 1) -> None:
        self.lesson = lesson
        self.of = [f"proof-{number}" for number in range(1, how_many + 1)]
        self.which = choice("Which proof", list(zip(NAMES, self.of, strict=False)))
        self.fields = {name: some_lines(label, "", hint, rows=2) for name, (label, hint) in FIELDS.items()}
        self.save_button = press("Save my proof", primary=True)
        self.so_far = html("")
        self._open = self.of[0]
        self._filling = False
        super().__init__(
            "One proof to go with it" if how_many == 1 else "Three proofs of what you can do",
            html(
                "<p>Warmth opens the door; what you can do walks through it. One true thing, under a minute aloud.</p>"
            ),
            self.which,
            *self.fields.values(),
            row(self.save_button),
            self.so_far,
        )
        show_only_if(how_many > 1, self.which, self.so_far)
        self.when_clicked(self.save_button, self.save)
        self.when_changed(self.which, self.turn)
        self.when_typing_pauses(self.keep, *self.fields.values())
        self._fill()

    def turn(self) -> None:
        """Go to another proof; what was typed into this one is kept first."""
        self.keep()
        self._open = self.which.value
        self._fill()

    def save(self) -> None:
        """Keep the proof, and say which beat is still missing."""
        self.keep(typing=False)
        proof = self._typed()
        if proof.missing:
            raise InvalidValue(f"Kept as it is. A proof needs all three; still empty: {labels_of(proof.missing)}.")
        self.lesson.renew_panels()
        lacks = lacks_of(proof)
        if lacks:
            self.tell(f"Saved. {' '.join(lacks)}", careful=True)
            return
        self.tell("Saved. Say it aloud once. On the day it comes right after your line.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed, a part of it too, and say what is missing."""
        if self._filling:
            return
        proof = self._typed()
        if len(proof.missing) < len(FIELDS) or self.lesson.workbook.latest(Proof, self._open):
            self.lesson.workbook.save(self._open, proof, typing=typing)
        self._show_so_far()

    def _typed(self) -> Proof:
        return Proof(**{name: field.value for name, field in self.fields.items()})

    def _fill(self) -> None:
        known = self.lesson.workbook.latest(Proof, self._open)
        self._filling = True
        for name, field in self.fields.items():
            field.value = getattr(known, name) if known else ""
        self._filling = False
        self._show_so_far()

    def _show_so_far(self) -> None:
        if len(self.of) > 1:
            known = self.lesson.workbook.all(Proof)
            items = "".join(
                f"<li>{name}: {escape(state_of(known.get(key)))}</li>"
                for name, key in zip(NAMES, self.of, strict=False)
            )
            show(self.so_far, f"<ul>{items}</ul>")
