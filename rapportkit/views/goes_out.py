"""What goes out to the coach: seen before it does, left out where the learner wishes, and made into two files."""

from __future__ import annotations

from html import escape

from rapportkit.assignment import Assignment, ToCoach
from rapportkit.errors import InvalidValue
from rapportkit.handin import HandIn, hand_in_file, hand_in_name, hand_in_page, make_hand_in
from rapportkit.interviews import Answer
from rapportkit.views._page import View, column, download_link, html, press, row, show, some_lines, tick
from rapportkit.views.lesson import Lesson

SEND_IT = "Send the .json, or upload it where you agreed. You may hand in again: the newest counts."


class GoesOut(View):
    """A part of the learner's panel: a tick for what may go out, the preview, and the files."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self._assignment: Assignment | None = None
        self.may_go = column()
        self.asks = some_lines(
            "Do you want to ask your coach something, or say where you are stuck? If you write here, it goes out too",
            rows=2,
        )
        self.hide_names = tick("Leave out the names of the people whom I meet", value=True)
        self.look_button = press("Show what goes out")
        self.hand_in_button = press("Hand in", primary=True)
        self.preview = html("")
        super().__init__(
            "",
            html("<h4>What goes out</h4>", "rk-rule"), self.may_go, self.asks, self.hide_names,
            row(self.look_button, self.hand_in_button), self.preview,
        )  # fmt: skip
        self.when_typing_pauses(self.keep, self.asks)
        self.when_clicked(self.look_button, self.look)
        self.when_clicked(self.hand_in_button, self.hand_in)

    def lay(self, assignment: Assignment) -> None:
        """Offer the exercises of this assignment, all of them ticked."""
        self._assignment = assignment
        self.may_go.children = [tick(f"{exercise.title} may go out", value=True) for exercise in assignment.exercises]
        known = self.lesson.workbook.latest(ToCoach, assignment.id)
        self.asks.value = known.text if known else ""

    def keep(self) -> None:
        """Keep what is typed for the coach."""
        if self._assignment and (self.asks.value or self.lesson.workbook.latest(ToCoach, self._assignment.id)):
            self.lesson.workbook.save(self._assignment.id, ToCoach(text=self.asks.value), typing=True)

    def look(self) -> None:
        """Show, to the letter, what would go out now."""
        made, assignment = self._made()
        titles = {exercise.id: exercise.title for exercise in assignment.exercises}
        parts = (
            f"<h5>{escape(titles[answer.exercise])}</h5><blockquote>{escape(answer.text)}</blockquote>"
            for answer in made.answers
        )
        asks = f"<h5>A question for your coach</h5><blockquote>{escape(made.asks)}</blockquote>" if made.asks else ""
        show(self.preview, "".join((*parts, asks)))

    def hand_in(self) -> None:
        """Make the two files: the one that counts, and the one to read."""
        made, assignment = self._made()
        name, data = hand_in_name(made), hand_in_file(made)
        page = hand_in_page(made, assignment.exercises).encode("utf-8")
        links = (
            download_link(f"Download {name}, for your coach", name, data, "application/json"),
            download_link("Download a copy to read", name.replace(".json", ".html"), page, "text/html"),
        )
        show(self.preview, f"<p>{' '.join(links)}</p><p>{SEND_IT}</p>")
        beside = ", and your question" if made.asks else ""
        self.tell(f"Ready to send: {len(made.answers)} of {len(assignment.exercises)} exercises are in it{beside}.")

    def _made(self) -> tuple[HandIn, Assignment]:
        assignment = self._assignment
        if assignment is None:
            raise InvalidValue("Bring your assignment first: the .json that your coach sent you.")
        texts = {}
        for exercise, box in zip(assignment.exercises, self.may_go.children, strict=True):
            known = self.lesson.workbook.latest(Answer, exercise.id)
            if box.value and known and known.text.strip():
                texts[exercise.id] = known.text
        if not texts and not self.asks.value.strip():
            raise InvalidValue("There is no answer to hand in yet. Half a sentence is a start.")
        names = [one.called("") for one in self.lesson.interviewers.values()] if self.hide_names.value else []
        return make_hand_in(assignment, texts, self.lesson.now(), names, self.asks.value), assignment
