"""From memory: say it first, then look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer, Debrief, Proof
from rapportkit.people.person import Reading
from rapportkit.views._page import View, html, press, row, show, some_lines
from rapportkit.views.dossier_page import dossier_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.links import shortlist_as_html
from rapportkit.views.one_before import one_before
from rapportkit.views.own_reason import REASON

NOTHING_YET = "<p>There is nothing saved to compare with yet. What you typed is kept here.</p>"


def recall(lesson: Lesson, question: str, shows: str = "line-and-proof", quoted: str = "") -> Recall:
    """
    The panel that asks *question* from memory, then shows beside the answer what it was about.

    *shows* is what of the learner's own is shown: `them`, `shortlist`, `line-and-proof`, `reason-and-proof`,
    `next-steps` or `their-words`. Where the question is about a text of the lesson itself, *quoted* is that text,
    and it alone is shown.

    Raises:
        InvalidValue: *shows* is none of these.
    """
    if shows not in SAVED:
        raise InvalidValue(f"recall() can show {', '.join(SAVED)}; '{shows}' is none of them.")
    return Recall(lesson, question, shows, quoted)


class Recall(View):
    """A field to write in from memory, a button that shows what was saved, and below it one moment from before."""

    def __init__(self, lesson: Lesson, question: str, shows: str = "line-and-proof", quoted: str = "") -> None:
        self.lesson = lesson
        self.shows = shows
        self.quoted = quoted
        self.key = f"recall-{lesson.id}"
        known = lesson.workbook.latest(Answer, self.key)
        self.answer = some_lines("Without looking up", known.text if known else "", rows=3)
        self.look_button = press("Now show me the line" if quoted else "Now show me what I saved")
        self.saved = html("")
        self.before = one_before(lesson)
        parts = (html(f"<p>{escape(question)}</p>"), self.answer, row(self.look_button), self.saved)
        super().__init__("From memory", *parts, below=[self.before] if self.before else [])
        self.when_clicked(self.look_button, self.look)
        self.when_typing_pauses(self.keep, self.answer)

    def keep(self, typing: bool = True) -> None:
        """Keep what was typed."""
        if self.answer.value or self.lesson.workbook.latest(Answer, self.key):
            self.lesson.workbook.save(self.key, Answer(exercise=self.key, text=self.answer.value), typing=typing)

    def look(self) -> None:
        """Show what the question was about, once something has been tried."""
        if not self.answer.value.strip():
            raise InvalidValue("Try first, even if only half of it comes. Trying is what makes it stay.")
        self.keep(typing=False)
        page = f"<h4>The line was</h4>{_quote(self.quoted)}" if self.quoted else SAVED[self.shows](self.lesson)
        show(self.saved, f"{page}<p>Not word for word? Good. Nobody wants a recital.</p>" if page else NOTHING_YET)


def _them(lesson: Lesson) -> str:
    """The facts on everybody to meet, without what could not be read."""
    people = [dossier.person() for dossier in lesson.interviewers.values()]
    return "".join(dossier_as_html(Reading(person=person)) for person in people if person.facts)


def _shortlist(lesson: Lesson) -> str:
    return shortlist_as_html(one for one in lesson.shortlist.values() if one.person in lesson.interviewers)


def _line_and_proof(lesson: Lesson) -> str:
    lines = [line.text for line in lesson.lines.values() if line.person in lesson.interviewers]
    proofs = [proof.text for proof in lesson.workbook.all(Proof).values()]
    return _quoted("Your line", lines) + _quoted("Your proof", proofs)


def _reason_and_proof(lesson: Lesson) -> str:
    reason = lesson.workbook.latest(Answer, REASON)
    proofs = [proof.text for proof in lesson.workbook.all(Proof).values() if not proof.missing]
    return _quoted("Your reason", [reason.text] if reason else []) + _quoted("Your proofs", proofs)


def _next_steps(lesson: Lesson) -> str:
    from rapportkit.relationships import NextStep  # late: one lesson asks for them

    people = lesson.interviewers
    steps = [
        f"{people[key].called('Somebody')}: {step.step}\n{step.gift}".strip()
        for key, step in lesson.workbook.all(NextStep).items()
        if key in people and step.step.strip()
    ]
    return _quoted("Your next steps", steps)


def _their_words(lesson: Lesson) -> str:
    interview = lesson.interview
    known = lesson.workbook.latest(Debrief, interview.id if interview else "interview-1")
    return _quoted("What you noted", [known.they_care_about, known.surprised_me, known.i_promised] if known else [])


def _quoted(heading: str, texts: list[str]) -> str:
    quotes = "".join(_quote(text) for text in texts if text.strip())
    return f"<h4>{heading}</h4>{quotes}" if quotes else ""


def _quote(text: str) -> str:
    return f"<blockquote>{escape(text)}</blockquote>"


SAVED: Mapping[str, Callable[[Lesson], str]] = {
    "them": _them,
    "shortlist": _shortlist,
    "line-and-proof": _line_and_proof,
    "reason-and-proof": _reason_and_proof,
    "next-steps": _next_steps,
    "their-words": _their_words,
}
"""What of the learner's own a question may be about, each as a page; empty where nothing is saved."""
