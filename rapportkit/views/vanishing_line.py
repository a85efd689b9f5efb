"""A line whose words vanish from the screen while it is said aloud."""

from __future__ import annotations

from html import escape

from rapportkit.practice import VANISHING_LINE, Practice
from rapportkit.views._page import View, choice, html, press, row, tick
from rapportkit.views.fading import fading_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.paths import titles

LOG_IN = "05_listening"
"""The lesson in which the practice log stands."""

SAMPLE_LABEL = "A sample line"
SAMPLE = (
    "My first job was washing vans in Glasgow, the winter when the water froze on the doors. "
    "I think you know the city too. Did you ever get used to that cold?"
)
HOW = (
    "<p>Say it aloud, and take the words away while you do: one at each press (the space bar works too), or let them "
    "go by themselves, three times. Go as slowly as you like. Nobody listens, and nobody counts.</p>"
)


def vanish_line(lesson: Lesson) -> VanishingLine:
    """The panel in which a line vanishes word by word: one of the learner's own, or a sample."""
    return VanishingLine(lesson)


class VanishingLine(View):
    """The line, three buttons, and a box to tick when it was said without looking."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.gone = 0
        self.which = choice("Which line", self._lines())
        self.take_button = press("Take a word away", primary=True)
        self.go_button = press("Let them go by themselves")
        self.back_button = press("Bring it back")
        self.line = html("")
        self.said = tick("I said it without looking")
        super().__init__(
            "The line that vanishes",
            html(HOW),
            self.which,
            row(self.take_button, self.go_button, self.back_button),
            self.line,
            self.said,
        )
        self.when_clicked(self.take_button, self.take_away)
        self.when_clicked(self.go_button, self.let_go)
        self.when_clicked(self.back_button, self.bring_back)
        self.when_changed(self.which, self.bring_back)
        self.when_changed(self.said, self.put_in_log)
        lesson.when_kept(self.renew)
        self.bring_back()

    def renew(self) -> None:
        """Offer the learner's lines as they are now; the one that was chosen stays chosen."""
        lines, before = self._lines(), self.which.label
        if self.which.options == lines:
            return
        self.which.options = lines
        if before != SAMPLE_LABEL and before in dict(lines):
            self.which.label = before
        self.bring_back()

    def _lines(self) -> tuple[tuple[str, str], ...]:
        own = ((f"My line about {line.about_label}", line.text) for line in self.lesson.lines.values())
        return (*((label, text) for label, text in own if text.strip()), (SAMPLE_LABEL, SAMPLE))

    @property
    def words(self) -> list[str]:
        """The words of the line that was chosen."""
        return str(self.which.value).split()

    def take_away(self) -> None:
        """Take the next word away; the last one stays gone."""
        self.gone = min(self.gone + 1, len(self.words))
        self._show()
        if self.gone == len(self.words):
            self.tell("All gone. Say it once more from the start.")

    def let_go(self) -> None:
        """Show the line, its words going out one by one at the pace of speech, and then twice more."""
        self.line.value = ""  # what is there already would not move again
        self.line.value = fading_as_html(self.words)
        self.gone = 0
        self.tell("Say it aloud, three times. It comes back twice.")

    def bring_back(self) -> None:
        """Show the whole line again."""
        self.gone = 0
        self.said.value = False
        self.tell("")
        self._show()

    def put_in_log(self) -> None:
        """Put it into the log when the box is ticked."""
        if not self.said.value:
            return
        note = " ".join(self.words[:6]) + " ..."
        self.lesson.keep_practice(Practice(on=self.lesson.now().date(), drill=VANISHING_LINE, note=note, minutes=2))
        log = "below" if self.lesson.id == LOG_IN else f"in the lesson “{titles()[LOG_IN]}”"
        self.tell(f"It is in your practice log, {log}.")

    def _show(self) -> None:
        # No status role: a screen reader would read the whole line again at each word.
        kept = [f'<span class="rk-gone">{escape(word)}</span>' for word in self.words[: self.gone]]
        kept += map(escape, self.words[self.gone :])
        self.line.value = f'<p class="rk-spoken">{" ".join(kept)}</p>'
