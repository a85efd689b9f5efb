"""The answer on the screen, and the fields in which a coach says what they make of it."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.pile import Pile
from rapportkit.views._page import View, choice, html, one_line, show, show_only_if
from rapportkit.views.answer_page import answer_as_html, end_as_html, points_wanted

OWN_PHRASE = "a comment of yours from before ..."
KEYS = (
    "In the field for points: a figure for each line that is yours, then Enter (21 gives two points and one point; - "
    "leaves a line open). n is the next answer, b the one before, u takes your last mark back. 1=0 overrules the rule "
    "on line 1 with no points, 1=- lets it stand again. What you have typed is kept for the answer above it, whichever "
    "way you leave it."
)


class MarkingSheet(View):
    """An answer beside its rubric, a comment on the whole of it, and points."""

    def __init__(self) -> None:
        self.answer = html("")
        self.phrases = choice("Your own phrases", [(OWN_PHRASE, "")])
        self.comment = one_line("Comment on the whole answer")
        self.points = one_line("Points, then Enter")
        # Told as a whole when they are left: key by key, the last ones could come after the points.
        for field in (self.comment, self.points):
            field.continuous_update = False
        self._keys = html(f"<details><summary>Keys</summary><p>{escape(KEYS)}</p></details>")
        super().__init__("", self.answer, self.phrases, self.comment, self.points, self._keys)
        self.when_changed(self.phrases, self.use_phrase)

    def lay(self, pile: Pile | None) -> None:
        """Show the top of the pile, and what the coach has said of it; where none is on top, that it is the end."""
        there = pile is not None and not pile.ended
        show_only_if(pile, self.points, self._keys)
        show_only_if(there, self.phrases, self.comment)
        self.comment.value, self.points.value = pile.comment if pile and there else "", ""
        if pile is None or not there:
            self.points.description = "b is the answer before, u takes your last mark back"
            show(self.answer, end_as_html(pile.left, len(pile.answers)) if pile else "")
            return
        self.phrases.options = [(OWN_PHRASE, ""), *((text[:80], text) for text in pile.phrases)]
        self.points.description = points_wanted(pile.top)
        show(self.answer, answer_as_html(pile.top, pile.points, pile.where))

    def use_phrase(self) -> None:
        """Put a comment from before into the field."""
        if self.phrases.value:
            self.comment.value = self.phrases.value
