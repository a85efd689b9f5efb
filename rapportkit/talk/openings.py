"""Openings: where an interviewer lets something personal be seen, and whether it was taken up."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.record import Record
from rapportkit.talk.heard import FILE, Heard, Talk, content
from rapportkit.talk.questions import questions_in
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Sentence

_ENOUGH = 2.0
_A_STORY = 8
_A_LONG_ANSWER = 60
_GREETING = 4
_SOON = 25
_BRIEF = 15
_SOMEBODY = frozenset(["he", "she", "him", "her", "they", "them", "his"])
_OF_ONESELF = frozenset(["i", "my", "mine", "we", "our", "me", "us"])


class Opening(Record):
    """Something personal that an interviewer let be seen: the turn, and the words."""

    turn: int
    said: str


def openings_found(talk: Talk, wound_up: int) -> Iterator[tuple[Opening, bool]]:
    """
    The openings in order, one a turn, and whether each was taken up; one that was missed goes before one that was not.

    What was told because the candidate had asked is none, unless they asked about the work and it came beside the
    answer; and nothing is from the turn *wound_up* on, nor after the candidate's last.
    """
    for turn in talk.theirs:
        if turn.at >= wound_up or not talk.after(turn.at, 1):
            continue  # who has no turn after it has missed nothing
        told = list(openings_in(turn))
        if _was_asked(talk, turn):
            aside = any(talk.turns[turn.at - 1].says(name) for name in ("work_words", "terms"))
            told = [said for said in told if aside and said != turn.sentences[0]]
        found = [(taken_up(talk, turn, said), said) for said in told]
        if found:
            taken, said = min(found, key=lambda one: one[0])
            yield Opening(turn=turn.at, said=turn.written(said.first, said.last)), taken


def _was_asked(talk: Talk, turn: Heard) -> bool:
    before = talk.turns[turn.at - 1] if turn.at else None
    if not (before and before.mine) or before.says("handed_back_last"):
        return False
    if before.at < _GREETING and before.says("greets"):
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
    weight += 0.5 * of_oneself + 0.5 * bool({"own", "mine"} & set(said))
    return weight if of_oneself or has("personal_strong") else 0


def taken_up(talk: Talk, turn: Heard, said: Sentence) -> bool:
    """Whether one of the candidate's next two turns touches what was said: its words, its field, or with kindness."""
    meant = content(tuple(word for word in turn.words_of(said) if word not in words(FILE, "of_work")))
    answers = talk.after(turn.at, 2)
    if any(meant & content(tuple(answer.speech.words[:_SOON])) for answer in answers):
        return True
    if any(meant & content(given_back) for answer in answers for given_back in _given_back(answer)):
        return True
    return bool(answers) and _is_met(talk, answers[0])


def _given_back(answer: Heard) -> Iterator[tuple[str, ...]]:
    """The sentences of an answer, however long, that give back what was said: "you said ..."."""
    for sentence in answer.sentences:
        if phrases(FILE, "recalls").inside(answer.speech, sentence):
            yield answer.words_of(sentence)


def _is_met(talk: Talk, answer: Heard) -> bool:
    """Whether an answer meets what was said, though none of its words comes back: kindly, in kind, or by asking on."""
    goes_back = phrases(FILE, "goes_back").first(answer.speech)
    if goes_back and answer.speech.word_at(goes_back.start) < _SOON:
        return False
    if answer.says("kindness") and not answer.says("work_words"):
        return True
    if any(True for _ in openings_in(answer)) or (
        answer.size <= _BRIEF and not _SOMEBODY.isdisjoint(answer.speech.words)
    ):
        return True
    return any(_points_back(one.words) for one in questions_in(answer, marks=talk.marks))


def _points_back(said: tuple[str, ...]) -> bool:
    """Whether a question has a word that stands for what was said; "that I" and "there is" only join or begin."""
    if {"he", "she", "they", "it", "him", "her", "them", "happened"} & set(said):
        return True
    followed = zip(said, (*said[1:], ""), strict=True)
    return any(one in ("that", "there") and after not in words(FILE, "subjects") for one, after in followed)


def first_personal_turn(talk: Talk, chatty: range) -> int | None:
    """The candidate's first turn that brings, or takes up, something personal; *chatty* are the opening's turns."""
    for turn in talk.mine:
        if _links(talk, turn, chatting=turn.at in chatty):
            return turn.at
    return None


def _links(talk: Talk, turn: Heard, *, chatting: bool) -> bool:
    """Whether a turn tells something of oneself: in small talk, on theirs, or where work is not the subject."""
    if turn.size < _A_STORY or _OF_ONESELF.isdisjoint(turn.speech.words):
        return False
    before = talk.before(turn.at, 1)
    theirs = any(is_personal(one, sentence) >= _ENOUGH for one in before for sentence in one.sentences)
    told = max((is_personal(turn, sentence) for sentence in turn.sentences), default=0)
    story = told >= _ENOUGH or turn.says("once_i")
    if (story and turn.says("recalls")) or (chatting and (turn.says("likewise") or turn.says("once_i"))):
        return True
    shared = bool(before) and bool(turn.content & before[0].content or turn.concepts & before[0].concepts)
    if chatting or (theirs and turn.size <= _A_LONG_ANSWER):
        return told >= _ENOUGH or (shared and (told >= 1 or (theirs and not _is_of_work(turn))))
    free = not any(_is_of_work(one) for one in (*before, turn))
    return free and told >= _ENOUGH and turn.size <= _A_LONG_ANSWER


def _is_of_work(turn: Heard) -> bool:
    return any(turn.says(name) for name in ("work_words", "terms") + (() if turn.mine else ("work_questions",)))
