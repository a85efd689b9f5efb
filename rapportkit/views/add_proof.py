"""Proofs of skill: the situation, what I did, what changed. The other half of the talk."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Proof
from rapportkit.views._page import View, choice, html, press, row, show, show_only_if, some_lines
from rapportkit.views.lesson import Lesson

FIELDS = {
    "situation": ("The situation", "Two porters off sick on a Monday"),
    "action": ("What I did", "I drew up who goes where, and took the long round myself"),
    "change": ("What changed", "Nobody waited more than ten minutes that day"),
}
LACKS = {
    "deed": "What I did: no deed in it yet. Anybody may say this of themselves; tell what you did, one time.",
    "result": "What changed: no result in it yet. Name something to see or count: how many, how soon, what stopped.",
}
"""What to say of a part that proves nothing yet."""

NAMES = ("First proof", "Second proof", "Third proof")
A_MINUTE = 60
"""Seconds that a proof may take; longer ones lose the listener."""


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
            raise InvalidValue(f"Kept as it is. A proof needs all three; still empty: {_labels(proof.missing)}.")
        lacks = _lacks(proof)
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
                f"<li>{name}: {escape(_state(known.get(key)))}</li>" for name, key in zip(NAMES, self.of, strict=False)
            )
            show(self.so_far, f"<ul>{items}</ul>")


def _state(proof: Proof | None) -> str:
    """What there is to say of one proof: what it still needs, and how long it takes aloud."""
    if proof is None or len(proof.missing) == len(FIELDS):
        return "not begun"
    if proof.missing:
        return f"still to come: {_labels(proof.missing)}"
    if _lacks(proof):
        return f"all three parts are there. {' '.join(_lacks(proof))}"
    long = "; more than a minute, so leave something out" if proof.seconds_aloud > A_MINUTE else ""
    return f"all three parts are there, about {proof.seconds_aloud} seconds aloud{long}"


def _lacks(proof: Proof) -> list[str]:
    """What a whole proof still lacks to prove something, a sentence for each part."""
    from rapportkit.words.proof import hollow_parts  # late: an empty form need not wait for the rules on words

    return [LACKS[part] for part in hollow_parts(proof.action, proof.change)]


def _labels(beats: Iterable[str]) -> str:
    return ", ".join(FIELDS[name][0].lower() for name in beats)
