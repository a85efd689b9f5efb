"""Read what an interviewer said once, hide it, and ask a question that uses something of it."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer
from rapportkit.listening import Told, answers, listen
from rapportkit.views._page import View, choice, html, press, row, show, show_only_if, some_lines
from rapportkit.views.heard import heard_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.log_it import log_listening
from rapportkit.views.own_way import listening_as_html

HOW = (
    "<p>Choose somebody. Read their answer <strong>once</strong>, at the pace of speech, and hide it. Then ask the "
    "next question, with something in it that they really said. Better still: let a friend read it to you.</p>"
)


def listen_once(lesson: Lesson) -> ListenOnce:
    """The panel with interviewers' answers to be read once and followed up."""
    return ListenOnce(lesson)


class ListenOnce(View):
    """Whose answer, the answer until it is hidden, the question, and what it took up."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.who = choice("Who is talking", [(told.who, told.id) for told in answers().values()])
        self.show_button = press("Show me the answer, once", primary=True)
        self.hide_button = press("I have read it. Hide it", primary=True)
        self.answer = html("")
        self.question = some_lines("Your next question, as you would say it", rows=2)
        self.look_button = press("Look at my question", primary=True)
        self.heard = html("")
        self.own_way = html(listening_as_html(lesson.ways))
        super().__init__(
            "Read once, then ask",
            html(HOW),
            self.own_way,
            self.who,
            row(self.show_button, self.hide_button),
            self.answer,
            self.question,
            row(self.look_button),
            self.heard,
        )
        self.when_clicked(self.show_button, self.show_answer)
        self.when_clicked(self.hide_button, self.hide_answer)
        self.when_clicked(self.look_button, self.look)
        self.when_changed(self.who, self.turn_to)
        self.when_typing_pauses(self.keep, self.question)
        self._key = ""
        lesson.when_kept(self.renew)
        self.turn_to()

    @property
    def told(self) -> Told:
        """The answer that was chosen."""
        return answers()[self.who.value]

    def renew(self) -> None:
        """Say what the learner does with the tip that is practised here."""
        self.own_way.value = listening_as_html(self.lesson.ways)

    def turn_to(self) -> None:
        """Go to another answer, which is not shown yet; what was typed for the one before is kept first."""
        self.keep()
        self._key = ""  # what is filled in here was not typed
        known = self.lesson.workbook.latest(Answer, f"heard-{self.told.id}")
        self.question.value = known.text if known else ""
        self._key = f"heard-{self.told.id}"
        show(self.heard, "")
        self._turn("asking" if known and known.text.strip() else "before")

    def show_answer(self) -> None:
        """Show the answer; the field for the question comes when it is hidden again."""
        show(self.heard, "")
        self._turn("reading")
        self.hide_button.focus()

    def hide_answer(self) -> None:
        """Hide the answer, and ask for the question."""
        self._turn("asking")
        self.question.focus()
        self.tell("Hidden. What would you like to know?")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed."""
        if self._key and (self.question.value or self.lesson.workbook.latest(Answer, self._key)):
            answer = Answer(exercise=self._key, text=self.question.value)
            self.lesson.workbook.save(self._key, answer, typing=typing)

    def look(self) -> None:
        """Show what the question took up, and the answer again."""
        if not self.question.value.strip():
            raise InvalidValue("Write your question first. One short sentence is best.")
        self.keep(typing=False)
        show(self.heard, heard_as_html(self.told, self.question.value, listen(self.told, self.question.value)))
        log_listening(self.lesson, self.told.who)
        self.tell("Saved, and put in your practice log. Another one? Choose somebody else above.")

    def _turn(self, to: str) -> None:
        show_only_if(to != "reading", self.show_button)
        self.show_button.description = "Read it again" if to == "asking" else "Show me the answer, once"
        self.show_button.button_style = "" if to == "asking" else "primary"
        show_only_if(to == "reading", self.hide_button)
        show_only_if(to == "asking", self.question, self.look_button)
        self.tell("")
        asked, said = escape(self.told.asked), escape(self.told.said.strip())
        page = f"<p>You ask: <em>{asked}</em></p><blockquote>{said}</blockquote>"
        show(self.answer, page if to == "reading" else "")
