"""Stock phrases of interviews that the candidate said, unless they were meant literally or backed at once."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.record import Record
from rapportkit.talk.heard import FILE, Heard, Talk
from rapportkit.words.phrases import phrases, words

_CLOSE = 4
_CASE_WITHIN, _CASE_WORDS = 60, 16
_A_NEW_CLAIM = frozenset([".", "i", "we", "you"])
_OF_ONESELF = frozenset(["i", "my", "me", "we", "our"])


class Canned(Record):
    """A stock phrase: the turn, and the phrase as it was said."""

    turn: int
    phrase: str


def canned_in(talk: Talk) -> Iterator[Canned]:
    """The candidate's stock phrases, in order."""
    for turn in talk.mine:
        yield from (Canned(turn=turn.at, phrase=phrase) for phrase in _canned(turn))


def _canned(turn: Heard) -> Iterator[str]:
    """The stock phrases of a turn; those that follow each other closely are one."""
    together: list[list[int]] = []
    for first, last in sorted(_places(turn)):
        between = turn.speech.words[together[-1][1] : first] if together else []
        if together and len(between) <= _CLOSE and _A_NEW_CLAIM.isdisjoint(between):
            together[-1][1] = max(last, together[-1][1])
        else:
            together.append([first, last])
    for first, last in together:
        yield turn.written(first, last)


def _places(turn: Heard) -> Iterator[tuple[int, int]]:
    speech = turn.speech
    excused = {at for one in phrases(FILE, "not_canned").find(speech) for at in speech.words_of(one)}
    traits = {found.start for found in phrases(FILE, "canned_traits").find(speech)}
    for found in (*phrases(FILE, "canned").find(speech), *phrases(FILE, "canned_traits").find(speech)):
        at = speech.words_of(found)
        if not excused.isdisjoint(at) or speech.is_quoted(at.start):
            continue
        if not (found.start in traits and _is_backed(turn, at.stop)):
            yield at.start, at.stop


def _is_backed(turn: Heard, after: int) -> bool:
    """Whether a true case of one's own follows a trait at once: something that happened, told at some length."""
    rest = turn.speech.words[after : after + _CASE_WITHIN]
    happened = any(word in words("story", "past") or word.endswith("ed") for word in rest)
    return len(rest) >= _CASE_WORDS and happened and not _OF_ONESELF.isdisjoint(rest)
