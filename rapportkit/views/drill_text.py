"""The part of a drill in which something is typed: a text read once and hidden, the field, and what the checks say."""

from __future__ import annotations

from html import escape

from rapportkit.drills import Drill, Finding, heard_in, look_at
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.views._page import View, html, marked, press, row, show, show_only_if, some_lines
from rapportkit.views.lesson import Lesson

MOST_STRENGTHS = 2


class DrillText(View):
    """What is to be read or mended, the field, two strengths before one thing to mend, and a model afterwards."""

    def __init__(self, lesson: Lesson, drill: Drill) -> None:
        self.lesson = lesson
        self.drill = drill
        self.key = f"drill-{drill.id}"
        known = lesson.workbook.latest(Answer, self.key)
        self.show_button = press("Show me the text, once")
        self.hide_button = press("I have read it. Hide it")
        self.text = html(f"<blockquote>{escape(drill.given.strip())}</blockquote>" if drill.given else "")
        self.answer = some_lines(drill.asks or "", known.text if known else "", rows=3)
        self.look_button = press("Look at it", primary=True)
        self.looked = html("")
        reading = row(self.show_button, self.hide_button)
        super().__init__("", reading, self.text, self.answer, row(self.look_button), self.looked)
        show_only_if(drill.reads, reading)
        show_only_if(False, self.hide_button)
        show_only_if(known or not drill.reads, self.answer, self.look_button)
        self.when_clicked(self.show_button, self.show_text)
        self.when_clicked(self.hide_button, self.hide_text)
        self.when_clicked(self.look_button, self.look)
        self.when_typing_pauses(self.keep, self.answer)

    def show_text(self) -> None:
        """Show what is to be read, and nothing to type in until it is hidden."""
        self._turn(reading=True)
        self.hide_button.focus()

    def hide_text(self) -> None:
        """Hide it again."""
        self._turn(reading=False)
        self.answer.focus()

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed."""
        if self.answer.value or self.lesson.workbook.latest(Answer, self.key):
            answer = Answer(exercise=self.key, text=self.answer.value)
            self.lesson.workbook.save(self.key, answer, typing=typing)

    def look(self) -> None:
        """Show what the checks say, what was heard, and one good answer."""
        text = self.answer.value
        if not text.strip():
            raise InvalidValue("Nothing is written yet. Half a sentence is a start.")
        self.keep(typing=False)
        look = look_at(self.drill, text)
        said = f"<p>{escape(look.reason)}</p>" if look.reason else _verdict(text, look.findings)
        show(self.looked, f"{said}{_heard(self.drill, text)}{_model(self.drill)}")

    def _turn(self, *, reading: bool) -> None:
        show_only_if(not reading, self.show_button, self.answer, self.look_button)
        show_only_if(reading, self.hide_button)
        show(self.looked, "")
        show(self.text, f"<blockquote>{escape(self.drill.reads.strip())}</blockquote>" if reading else "")


def _verdict(text: str, findings: tuple[Finding, ...]) -> str:
    works = [escape(one.check.yes) for one in findings if one.passed][:MOST_STRENGTHS]
    mend = next((one for one in findings if not one.passed), None)
    listed = "".join(f"<li>{one}</li>" for one in works)
    head = f"<h4>What works</h4><ul>{listed}</ul>" if works else ""
    if mend is None:
        return f"{head}<h4>Nothing that we look for needs mending</h4>"
    words = f"<blockquote>{marked(text, mend.spans)}</blockquote>" if mend.spans else ""
    return f"{head}<h4>To consider</h4><p>{escape(mend.check.not_yet)}</p>{words}"


def _heard(drill: Drill, text: str) -> str:
    """The text that was read, with what the answer gave back of it marked."""
    if not drill.reads:
        return ""
    lead = len(drill.reads) - len(drill.reads.lstrip())
    spans = [(start - lead, end - lead) for start, end in heard_in(drill, text)]
    return (
        f"<h4>What was said, and what you gave back</h4><blockquote>{marked(drill.reads.strip(), spans)}</blockquote>"
    )


def _model(drill: Drill) -> str:
    if not drill.model:
        return ""
    return (
        f"<details><summary>One way to say it</summary><blockquote>{escape(drill.model.strip())}</blockquote>"
        "<p><small>One of many. Yours may be better for you.</small></p></details>"
    )
