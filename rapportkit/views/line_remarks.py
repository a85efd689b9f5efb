"""What there is to say of a line, now and of its earlier wordings."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.ground.link import Choice
from rapportkit.interviews import Line
from rapportkit.suited import suited_review
from rapportkit.views._page import html, show
from rapportkit.views.lesson import Lesson
from rapportkit.views.remarks import review_as_html
from rapportkit.views.versions import earlier_as_html, versions_in
from rapportkit.words.review import Review


class LineRemarks:
    """The part below a line: the remarks on it, and what it was before."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.now = html("")
        self.earlier = html("")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The pieces in reading order."""
        return (self.now, self.earlier)

    def review(self, chosen: Choice, text: str) -> Review:
        """What there is to say of a line about what was chosen."""
        from rapportkit.words.opening import About, review_opening  # late: an empty field is there without the rules

        about = About(kind=chosen.link.kind, label=chosen.link.label, shared=chosen.stance != "curious")
        return suited_review(review_opening(text, about), self.lesson.ways)

    def show(self, key: str, text: str, review: Review | None) -> None:
        """Show the *review* of the *text* of the line of this key, or nothing, and its earlier wordings."""
        show(self.now, review_as_html(text, review, "opening") if review else "")
        history = self.lesson.workbook.history(Line, key) if key else ()
        written = versions_in(history, lambda line: line.text, text)
        show(self.earlier, earlier_as_html(text, written, lambda one: self.review(self.lesson.shortlist[key], one)))
