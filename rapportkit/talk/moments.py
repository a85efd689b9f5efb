"""Moments of a talk that the mirror shows and never judges: pauses, questions that came back, skill beside a link."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapportkit.talk.heard import Heard, Talk, content
from rapportkit.talk.questions import questions_in
from rapportkit.words.phrases import phrases

_OF_ONESELF = frozenset(["i", "my", "mine", "me", "we", "our"])
_AT_LENGTH = 12


def boomerangs_in(talk: Talk) -> Iterator[int]:
    """
    The turns in which the candidate asked in order to answer: the partner replies, and is given the candidate's own
    answer, longer than theirs and without a further question (Brooks and Yeomans, 2025).
    """
    for turn in talk.mine:
        answers = talk.turns[turn.at + 1 : turn.at + 3]
        if [one.mine for one in answers] != [False, True] or answers[1].size <= answers[0].size:
            continue
        if _comes_back(talk, turn, answers[1]):
            yield turn.at


def _comes_back(talk: Talk, turn: Heard, after: Heard) -> bool:
    asked = frozenset().union(*(content(one.words) for one in questions_in(turn, marks=talk.marks)))
    own = not _OF_ONESELF.isdisjoint(after.speech.words)
    further = any(True for _ in questions_in(after, marks=talk.marks))
    return bool(asked & after.content) and own and after.size >= _AT_LENGTH and not further


def pauses_before(talk: Talk) -> dict[int, float]:
    """Seconds of silence before each turn of the candidate, by turn; only where both times are known."""
    turns = talk.transcript.turns
    return {
        at: round(turn.start - before.end, 2)
        for at, (before, turn) in enumerate(pairwise(turns), start=1)
        if turn.speaker == talk.candidate and turn.start is not None and before.end is not None
        and turn.start > before.end
    }  # fmt: skip


def skill_beside(talk: Talk, link: int | None) -> bool | None:
    """Whether the candidate speaks of a skill in the turn of the personal link or in the next; None without a link."""
    if link is None:
        return None
    near = (talk.turns[link], *talk.after(link, 1))
    return any(phrases("opening", "skill").first(turn.speech) is not None for turn in near)
