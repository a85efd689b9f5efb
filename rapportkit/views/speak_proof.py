"""One proof, spoken for a minute: a bar that fills, and can be left off."""

from __future__ import annotations

import asyncio
from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Proof
from rapportkit.views._page import View, choice, html, press, row, show
from rapportkit.views.add_proof import NAMES
from rapportkit.views.clock import filling_bar
from rapportkit.views.lesson import Lesson
from rapportkit.views.proof_page import A_MINUTE, FIELDS

HOW = (
    "Stand up if you can, and say it to the wall, to a plant, to your phone. Three headings are all you see: "
    "the situation, what you did, what changed. If you stop half way, breathe, and go on from there."
)
AFTERWARDS = (
    "That was a minute. Did you get to what changed? If not, begin nearer to the end next time: one sentence on the "
    "situation is enough."
)


def speak_proof(lesson: Lesson) -> SpeakProof:
    """The panel in which a proof is said aloud."""
    return SpeakProof(lesson)


class SpeakProof(View):
    """A choice of proof, a minute with only its three headings to see, and the words again afterwards."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self._ringing: asyncio.TimerHandle | None = None
        self.which = choice("Which one", list(zip(NAMES, ("proof-1", "proof-2", "proof-3"), strict=True)))
        self.start_button = press("Start: one minute", primary=True)
        self.off_button = press("No clock, thank you")
        self.look_button = press("Show me my words")
        self.page = html("")
        super().__init__(
            "Say one aloud",
            html(f"<p>{HOW}</p>"),
            self.which,
            row(self.start_button, self.off_button, self.look_button),
            self.page,
        )
        self.when_clicked(self.start_button, self.start)
        self.when_clicked(self.off_button, self.begin_without)
        self.when_clicked(self.look_button, self.look)
        self.when_changed(self.which, self.clear)

    def start(self) -> None:
        """Start the minute; nothing of the proof is shown but its three headings."""
        self._proof()
        self._quiet()
        show(self.page, f"{_headings()}{filling_bar(A_MINUTE, 'One minute; the bar fills as it passes')}")
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # outside a kernel there is no loop; the bar still fills
            return
        self._ringing = loop.call_later(A_MINUTE, self.tell, AFTERWARDS)

    def begin_without(self) -> None:
        """The headings alone, with all the time there is."""
        self._proof()
        self._quiet()
        show(self.page, _headings())
        self.tell("No clock. Say it once at your own pace, and once more.")

    def look(self) -> None:
        """Stop the minute, and show the words as they were written."""
        proof = self._proof()
        self._quiet()
        beats = "".join(f"<h4>{FIELDS[name][0]}</h4><blockquote>{escape(text)}</blockquote>" for name, text in proof)
        show(self.page, f"{beats}<p>About {proof.seconds_aloud} seconds, said without hurry.</p>")

    def clear(self) -> None:
        """Begin with another proof: nothing on the page, no clock."""
        self._quiet()
        show(self.page, "")

    def _proof(self) -> Proof:
        proof = self.lesson.workbook.latest(Proof, self.which.value)
        if proof is None or proof.missing:
            raise InvalidValue("This proof is not whole yet. Fill in its three parts above, or choose another one.")
        return proof

    def _quiet(self) -> None:
        if self._ringing:
            self._ringing.cancel()
        self.tell("")


def _headings() -> str:
    return f"<ol>{''.join(f'<li>{label}</li>' for label, _ in FIELDS.values())}</ol>"
