"""The mirror of a practice talk: what can be counted and found in it, never a score."""

from __future__ import annotations

import re

from pydantic import Field

from rapportkit.errors import InvalidValue
from rapportkit.people.english import language_of_text
from rapportkit.record import Record
from rapportkit.talk.canned import Canned, canned_in
from rapportkit.talk.changes import SubjectChange, subject_changes_in
from rapportkit.talk.fillers import fillers_in
from rapportkit.talk.heard import Talk
from rapportkit.talk.moments import boomerangs_in, pauses_before, skill_beside
from rapportkit.talk.openings import Opening, first_personal_turn, openings_found
from rapportkit.talk.phases import Phase, phases_of, share
from rapportkit.talk.question_kinds import QuestionKind, as_they_said, is_open, judged
from rapportkit.talk.questions import questions_in
from rapportkit.talk.transcript import Transcript, Turn, no_such_speaker
from rapportkit.words.tokens import bare


class Question(Record):
    """
    One of the candidate's questions: turn, words, kind, and whether it is open.

    `sure` is false where it is only probable, as every question of a transcript without question marks is. `links`
    are its words that take up what the partner said, or are of the same field; `theirs` the partner's own, as they said
    them.
    """

    turn: int
    text: str
    kind: QuestionKind
    open: bool
    sure: bool
    links: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


class TalkReport(Record):
    """
    What the mirror sees in one talk; unknown is null, never nought.

    Shares run from 0 to 1. `share_time` leaves silences out. `question_count` is null where the language is not
    read. `boomerangs`: turns in which the candidate asked, and then answered it themself once the partner had.
    `pauses`: seconds of silence before each turn of the candidate, by turn, where times exist; never judged.
    `skill_with_link`: whether a word of skill came with the first personal turn or in the candidate's next.
    """

    candidate: str
    turns: tuple[Turn, ...]
    share_words: float | None
    share_time: float | None
    phases: tuple[Phase, ...] = ()
    question_count: int | None = None
    questions: tuple[Question, ...] = ()
    fillers: dict[str, int] = Field(default_factory=dict)
    canned: tuple[Canned, ...] = ()
    subject_changes: tuple[SubjectChange, ...] = ()
    missed_openings: tuple[Opening, ...] = ()
    first_personal_turn: int | None = None
    taken_openings: tuple[Opening, ...] = ()
    boomerangs: tuple[int, ...] = ()
    pauses: dict[int, float] = Field(default_factory=dict)
    skill_with_link: bool | None = None
    notes: tuple[str, ...] = ()


_WORDS = re.compile(r"[^\s()\[\],]+")
_NOT_READ = "The talk is in {language}, and only English is read: shares are counted, words are not judged."


def review_talk(transcript: Transcript, me: str) -> TalkReport:
    """
    What the mirror sees; *me* is the candidate's name as in the transcript, in any case, or their first name.

    Raises:
        InvalidValue: nobody in the talk bears that name, or several do; the sentence names those who speak.
    """
    talk = Talk(transcript, candidate_called(me, transcript.speakers))
    language = language_of_text(" ".join(turn.text for turn in talk.turns)[:20_000])
    if language not in ("English", None):
        report = _counted(talk, transcript)
        return report.with_(notes=(*report.notes, _NOT_READ.format(language=language)))
    return _judged(_counted(talk, transcript), talk)


def _judged(counted: TalkReport, talk: Talk) -> TalkReport:
    """The report with what the words tell."""
    phases = phases_of(talk)
    questions = tuple(_questions(talk, phases))
    opening = next((range(one.to_turn + 1) for one in phases if one.name == "opening"), range(0))
    wound_up = next((one.from_turn for one in phases if one.name == "closing"), len(talk.turns))
    personal = first_personal_turn(talk, opening)
    openings = tuple(openings_found(talk, wound_up))
    return counted.with_(
        phases=phases,
        question_count=len(questions),
        questions=questions,
        fillers=fillers_in(talk),
        canned=tuple(canned_in(talk)),
        subject_changes=tuple(subject_changes_in(talk, phases)),
        missed_openings=tuple(one for one, taken in openings if not taken),
        taken_openings=tuple(one for one, taken in openings if taken),
        first_personal_turn=personal,
        boomerangs=tuple(boomerangs_in(talk)),
        skill_with_link=skill_beside(talk, personal),
    )


def _counted(talk: Talk, transcript: Transcript) -> TalkReport:
    """What can be counted in any language: shares and pauses."""
    return TalkReport(
        candidate=talk.candidate,
        turns=transcript.turns,
        share_words=share(talk.turns),
        share_time=_share_of_time(talk),
        pauses=pauses_before(talk),
        notes=transcript.notes,
    )


def candidate_called(me: str, speakers: tuple[str, ...]) -> str:
    """
    The speaker whom *me* means: the same name in any case, else the only one of that first name.

    Raises:
        InvalidValue: nobody bears that name, or several do.
    """
    wanted = bare(" ".join(me.split()))
    same = [name for name in speakers if bare(name) == wanted]
    if same:
        return next((name for name in same if name == me), same[0])
    parts = set(wanted.split())
    found = [
        name for name in speakers if parts and parts <= set(bare(name).replace("(", " ").replace(")", " ").split())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValue(f"Several people in this talk are called '{me}': {', '.join(found)}. Give the whole name.")
    raise InvalidValue(no_such_speaker(me, speakers))


def _questions(talk: Talk, phases: tuple[Phase, ...]) -> list[Question]:
    parts = {at: one.name for one in phases for at in range(one.from_turn, one.to_turn + 1)}
    found = []
    for turn in talk.mine:
        for asked in questions_in(turn, marks=talk.marks):
            kind = judged(talk, asked, parts[turn.at])
            sure = talk.marks and asked.marked and kind.certain
            made = Question(turn=turn.at, text=asked.text, kind=kind.kind, open=is_open(asked), sure=sure)
            found.append(made.with_(links=kind.links, theirs=as_they_said(talk, asked, kind.links)))
    return found


def _share_of_time(talk: Talk) -> float | None:
    if not talk.transcript.has_times:
        return None
    mine = sum(turn.seconds or 0 for turn in talk.transcript.turns if turn.speaker == talk.candidate)
    whole = sum(turn.seconds or 0 for turn in talk.transcript.turns)
    return mine / whole if whole else None


def relabelled(report: TalkReport, number: int, kind: QuestionKind) -> TalkReport:
    """
    The report with the question of that number (from 0) of another kind, as the learner says: then it is sure.

    Raises:
        InvalidValue: there is no question of that number.
    """
    if not 0 <= number < len(report.questions):
        raise InvalidValue(f"There is no question {number}: the talk has {len(report.questions)}, counted from 0.")
    mended = report.questions[number].with_(kind=kind, sure=True)
    return report.with_(questions=(*report.questions[:number], mended, *report.questions[number + 1 :]))
