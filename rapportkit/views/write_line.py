"""One line, ready to say: your story, a light link, one detail, a question."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Choice
from rapportkit.interviews import Line
from rapportkit.views._page import View, choice, html, press, row, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.line_remarks import LineRemarks

FOUR_BEATS = (
    "Four beats, in your own words: a story of yours; the link, lightly; one detail that is only yours; a question."
)


def write_line(lesson: Lesson) -> WriteLine:
    """The panel in which the learner writes a line about a link on their shortlist."""
    return WriteLine(lesson)


class WriteLine(View):
    """A link from the shortlist, the line, and remarks as you pause."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.about = choice("About", self._links())
        self.line = some_lines("Your line, as you would say it", rows=4)
        self.look_button = press("Look at my line", primary=True)
        self.remarks = LineRemarks(lesson)
        self._filling = False
        self._key = str(self.about.value)
        super().__init__(
            "Your line",
            self.about,
            html(f"<p><small>{FOUR_BEATS}</small></p>"),
            self.line,
            row(self.look_button),
            *self.remarks.laid_out,
        )
        self.when_clicked(self.look_button, self.look)
        self.when_changed(self.about, self.turn_to)
        self.when_typing_pauses(self.look_again, self.line)
        lesson.when_kept(self.renew)
        self._fill()

    def renew(self) -> None:
        """Offer the links of the shortlist as it is now; what is being written stays, and so does its link."""
        links = self._links()
        if list(self.about.options) == links:
            return
        here = self._key
        self._filling = True
        self.about.options = links
        self._filling = False
        if here in dict(links).values():
            self.about.value = here
        self.turn_to()

    def look(self) -> None:
        """Keep the line and show what there is to say of it."""
        if not self._key:
            raise InvalidValue(
                "Your shortlist is empty. Choose a link, or put a question on it, under 'What you two share' first. "
                "What you have typed here stays."
            )
        self.look_again(typing=False)
        self.tell("Saved." if self.line.value.strip() else "Write a line first; half a sentence will do.")

    def look_again(self, typing: bool = True) -> None:
        """Keep what is typed, and renew the remarks."""
        if self._filling or not self._key:
            return
        chosen, text = self._chosen(), self.line.value
        known = self.lesson.lines.get(self._key)
        if not text and not known:
            return
        line = Line(person=chosen.person, about_kind=chosen.link.kind, about_label=chosen.link.label, text=text)
        review = self.remarks.review(chosen, text)
        self.lesson.workbook.save(self._key, line, typing=typing)
        if text.strip():
            self.lesson.workbook.save(self._key, review, typing=typing)
        self.remarks.show(self._key, text, review)
        self.lesson.renew_panels()

    def turn_to(self) -> None:
        """Go to the line about another link; what was typed of this one is kept first."""
        if self._filling or self._key == self.about.value:
            return
        adrift = "" if self._key else self.line.value  # typed before there was a link to keep it under
        if self._key in self.lesson.shortlist:
            self.look_again()
        self._key = str(self.about.value)
        if adrift.strip() and self._key and self._key not in self.lesson.lines:
            self.look_again()
        else:
            self._fill()

    def _links(self) -> list[tuple[str, str]]:
        people = self.lesson.interviewers
        listed = [
            (f"{chosen.link.label}, with {people[chosen.person].called('your interviewer')}", key)
            for key, chosen in self.lesson.shortlist.items()
            if chosen.person in people
        ]
        return listed or [("your shortlist is empty", "")]

    def _chosen(self) -> Choice:
        return self.lesson.shortlist[self._key]

    def _fill(self) -> None:
        self._filling = True
        known = self.lesson.lines.get(self._key)
        self.line.value = known.text if known else ""
        self._filling = False
        text = self.line.value
        self.remarks.show(self._key, text, self.remarks.review(self._chosen(), text) if text.strip() else None)
