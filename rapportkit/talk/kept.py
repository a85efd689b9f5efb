"""A transcript that a learner brought, as it is kept: who they are in it, and which questions they named otherwise."""

from __future__ import annotations

from rapportkit.record import Record, Short
from rapportkit.talk.question_kinds import QuestionKind
from rapportkit.talk.report import TalkReport, relabelled, review_talk
from rapportkit.talk.transcript import Transcript


class Named(Record):
    """A question of the candidate, by its place among them, and the kind that the learner says it is."""

    question: int
    kind: QuestionKind


class KeptTalk(Record):
    """A talk with a friend, brought as a file. `me` is the learner's name in it."""

    file: Short
    me: str
    transcript: Transcript
    named: tuple[Named, ...] = ()

    def report(self) -> TalkReport:
        """What the mirror sees, with the kinds of question as the learner named them."""
        report = review_talk(self.transcript, self.me)
        for one in self.named:
            if one.question < len(report.questions):
                report = relabelled(report, one.question, one.kind)
        return report
