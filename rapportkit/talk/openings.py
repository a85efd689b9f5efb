"""Openings: where an interviewer lets something personal be seen, and whether it was taken up."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.record import Record
from rapportkit.talk.heard import FILE, Heard, Talk, content
from rapportkit.talk.questions import questions_in
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Sentence

_ENOUGH = 2.0
_A_STORY = 8
_A_LONG_ANSWER = 60
_OF_ONESELF = frozenset(["i", "my", "mine", "we", "our", "me", "us"])


class Opening(Record):
    """Something personal that an interviewer let be seen: the turn, and the words."""

    turn: int
    said: str


def openings_found(talk: Talk, wound_up: int) -> Iterator[tuple[Opening, bool]]:
    """
    The openings in order, one a turn, and whether each was taken up; one that was missed goes before one that was not.

    What was told because the candidate had asked is none, and nothing is from the turn *wound_up* on.
    """
    for turn in talk.theirs:
        if turn.at >= wound_up or _was_asked(talk, turn):
            continue
        found = [(taken_up(talk, turn, said), said) for said in openings_in(turn)]
        if found:
            taken, said = min(found, key=lambda one: one[0])
            yield Opening(turn=turn.at, said=turn.written(said.first, said.last)), taken


def _was_asked(talk: Talk, turn: Heard) -> bool:
    before = talk.turns[turn.at - 1] if turn.at else None
    if not (before and before.mine) or before.says("greets") or before.says("handed_back_last"):
        return False
    return any(True for _ in questions_in(before, marks=talk.marks))


def openings_in(turn: Heard) -> Iterator[Sentence]:
    """The sentences of a turn in which its speaker lets something personal be seen."""
    for sentence in turn.sentences:
        if sentence.end != "?" and is_personal(turn, sentence) >= _ENOUGH:
            yield sentence


def is_personal(turn: Heard, sentence: Sentence) -> float:
    """How much speaks for something personal: family, home, spare time, told of oneself."""

    def has(name: str) -> bool:
        return bool(phrases(FILE, name).inside(turn.speech, sentence))

    said = turn.words_of(sentence)
    of_oneself = bool({"i", "my", "we", "our", "me", "us", "mine"} & set(said))
    weight = 2.0 * has("personal_strong") + 1.0 * has("personal")
    weight += 0.5 * of_oneself
    return weight if of_oneself or has("personal_strong") else 0


def taken_up(talk: Talk, turn: Heard, said: Sentence) -> bool:
    """Whether one of the candidate's next two turns touches what was said: its words, its field, or with kindness."""
    meant = content(turn.words_of(said))
    for number, answer in enumerate(talk.after(turn.at, 2)):
        if meant & answer.content:
            return True
        if number == 0 and (answer.says("kindness") or any(True for _ in openings_in(answer))):
            return True
        if number == 0 and any(_points_back(one.words) for one in questions_in(answer, marks=talk.marks)):
            return True
    return False


def _points_back(said: tuple[str, ...]) -> bool:
    return bool({"he", "she", "they", "it", "that", "there", "him", "her", "them", "happened"} & set(said))


def first_personal_turn(talk: Talk, chatty: range) -> int | None:
    """The candidate's first turn that brings, or takes up, something personal; *chatty* are the opening's turns."""
    for turn in talk.mine:
        if _links(talk, turn, chatting=turn.at in chatty):
            return turn.at
    return None


def _links(talk: Talk, turn: Heard, *, chatting: bool) -> bool:
    """Whether a turn tells something personal of oneself, in small talk or after something personal of theirs."""
    before = talk.before(turn.at, 1)
    theirs = any(is_personal(one, sentence) >= _ENOUGH for one in before for sentence in one.sentences)
    near = chatting or ((theirs or turn.says("you_said")) and turn.size <= _A_LONG_ANSWER)
    if turn.size < _A_STORY or not near:
        return False
    told = max((is_personal(turn, sentence) for sentence in turn.sentences), default=0)
    shared = bool(before) and bool(turn.content & before[0].content or turn.concepts & before[0].concepts)
    of_oneself = not _OF_ONESELF.isdisjoint(turn.speech.words)
    if turn.says("you_said") and told:
        return of_oneself
    if chatting and turn.says("likewise"):
        return True
    return of_oneself and (told >= _ENOUGH or (shared and (told >= 1 or theirs)))
