"""What a transcript got wrong, put right: who somebody is, and of what kind a question was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportkit.errors import InvalidValue
from rapportkit.talk.kept import KeptTalk, Named
from rapportkit.talk.report import TalkReport
from rapportkit.talk.transcript import renamed
from rapportkit.talk.wording import quoted, sentences
from rapportkit.views._page import choice, one_line, press, show_only_if

if TYPE_CHECKING:
    from rapportkit.views.look_back import LookBack

NOBODY = ("choose ...", "")


class MendTalk:
    """The part of the mirror in which names and kinds of questions are put right."""

    def __init__(self, panel: LookBack) -> None:
        self.panel = panel
        self.old, self.new = choice("A name to put right", [NOBODY]), one_line("What they are called")
        self.rename_button = press("Put the name right")
        self.question = choice("A question of another kind", [NOBODY])
        self.kind = choice("What kind it was", [(words, kind) for kind, words in sentences()["kinds"].items()])
        self.name_button = press("Name it so")
        self.for_questions = (self.question, self.kind, self.name_button)
        self.for_names = (self.old, self.new, self.rename_button)

    def offer(self, speakers: list[tuple[str, str]], report: TalkReport | None, *, any_talk: bool) -> None:
        """Offer the speakers and the questions of a talk."""
        self.old.options = speakers
        asked = report.questions if report else ()
        self.question.options = [NOBODY, *((quoted(one.text), str(number)) for number, one in enumerate(asked))]
        show_only_if(any_talk, *self.for_names)
        show_only_if(asked, *self.for_questions)

    def rename(self) -> None:
        """Give a speaker another name; a name that somebody has already makes the two one."""
        kept = self.panel.kept()
        if kept is None or not self.old.value:
            raise InvalidValue("Choose the name to put right first.")
        mended = renamed(kept.transcript, str(self.old.value), self.new.value)
        me = self.new.value.strip() if kept.me == self.old.value else kept.me
        self._keep(kept.with_(transcript=mended, me=me, named=()))
        self.new.value = ""
        self.panel.tell("Put right and saved.")

    def name(self) -> None:
        """Say of a question what kind it was; the learner knows better."""
        kept = self.panel.kept()
        if kept is None or self.question.value == "":
            raise InvalidValue("Choose the question first.")
        said = Named(question=int(self.question.value), kind=self.kind.value)
        others = tuple(one for one in kept.named if one.question != said.question)
        self._keep(kept.with_(named=(*others, said)))
        self.panel.tell("Saved as you say.")

    def _keep(self, talk: KeptTalk) -> None:
        key = str(self.panel.talk.value)
        self.panel.lesson.workbook.save(key, talk)
        self.panel.turn_to(key)
