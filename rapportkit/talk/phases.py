"""The parts of an interview: the opening, their questions, your questions, the closing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from rapportkit.record import Record
from rapportkit.talk.heard import Heard, Talk
from rapportkit.talk.openings import openings_in
from rapportkit.talk.questions import questions_in

PhaseName = Literal["opening", "questions", "your-questions", "closing"]

_WORK_ENOUGH = 1.5
_LONG_ANSWER = 35
_SHORT_ANSWER = 15
_AT_LENGTH = 70
_EARLIEST_END = 0.4
_LAST_TURNS = 3


class Phase(Record):
    """A part of the talk: the turns from the first to the last, both included, and the candidate's share of words."""

    name: PhaseName
    from_turn: int
    to_turn: int
    share_words: float | None


def phases_of(talk: Talk) -> tuple[Phase, ...]:
    """The phases in order, without gap or overlap; one that does not occur is left out."""
    size = len(talk.turns)
    asking = _questions_begin(talk)
    yours = _your_questions_begin(talk, asking)
    closing = _closing_begins(talk, yours if yours is not None else asking)
    starts: list[tuple[PhaseName, int]] = [("opening", 0)]
    for name, at in (("questions", asking), ("your-questions", yours), ("closing", closing)):
        if at is not None and at < size:
            starts.append((name, at))  # type: ignore[arg-type]
    return tuple(_cut(talk, starts))


def _cut(talk: Talk, starts: list[tuple[PhaseName, int]]) -> Iterator[Phase]:
    for (name, first), (_, after) in pairwise([*starts, ("closing", len(talk.turns))]):
        if after > first:
            inside = talk.turns[first:after]
            yield Phase(name=name, from_turn=first, to_turn=after - 1, share_words=share(inside))


def share(turns: tuple[Heard, ...]) -> float | None:
    """The part of all words that the candidate says, from 0 to 1; None where nobody says any."""
    whole = sum(turn.size for turn in turns)
    return sum(turn.size for turn in turns if turn.mine) / whole if whole else None


def _questions_begin(talk: Talk) -> int | None:
    """The first turn in which the interviewer asks about the work, the person's work or the application."""
    likely: tuple[float, int] | None = None
    for turn in talk.theirs:
        if turn.at > max(16, len(talk.turns) // 2):
            break
        weight = _about_work(talk, turn)
        if weight >= _WORK_ENOUGH or _is_answered_at_length(talk, turn):
            return turn.at
        if likely is None or weight > likely[0]:
            likely = (weight, turn.at)
    return likely[1] if likely and likely[0] > 0 else None


def _is_answered_at_length(talk: Talk, turn: Heard) -> bool:
    """Whether the candidate answers as one answers about work, though none of our words for it was asked."""
    answer = talk.turns[turn.at + 1 : turn.at + 2]
    asks = turn.says("turns_to") or any(sentence.end == "?" for sentence in turn.sentences)
    long = bool(answer) and answer[0].mine and answer[0].size >= _AT_LENGTH
    return long and asks and not any(True for _ in openings_in(turn))


def _about_work(talk: Talk, turn: Heard) -> float:
    """How much speaks for a turn that asks about work: its words, how it begins, and how long the answer is."""
    weight = 1.5 * min(2, len(turn.find("work_questions"))) + 0.5 * min(3, len(turn.find("work_words")))
    if not weight:
        return 0
    weight += 1.0 * turn.says("turns_to")
    answer = talk.after(turn.at, 1)
    if answer and answer[0].at == turn.at + 1:
        weight += 1.0 if answer[0].size >= _LONG_ANSWER else 0.25 if answer[0].size >= _SHORT_ANSWER else 0
    asks_you = "you" in turn.speech.words or "your" in turn.speech.words
    return weight - (1.0 if turn.at == 0 else 0) - (0 if asks_you else 1.0 * any(True for _ in openings_in(turn)))


def _your_questions_begin(talk: Talk, asking: int | None) -> int | None:
    """The turn in which the candidate is asked what they want to know, or starts asking unasked and for good."""
    earliest = max(asking or 0, int(_EARLIEST_END * len(talk.turns)))
    for turn in talk.theirs:
        if turn.at >= earliest and turn.says("invites_questions"):
            return turn.at
    return _asks_for_good(talk, max(asking or 0, len(talk.turns) // 2))


def _asks_for_good(talk: Talk, earliest: int) -> int | None:
    """The first turn from which on the candidate mostly asks, and no longer answers at length."""
    asking = [
        (turn.at, any(True for _ in questions_in(turn, marks=talk.marks)), turn.size > _LONG_ANSWER)
        for turn in talk.mine
        if turn.at >= earliest
    ]
    for number, (at, asks, _) in enumerate(asking):
        rest = asking[number:-1] or asking[number:]
        if asks and sum(one[1] for one in rest) * 2 >= len(rest) >= 2 and not any(one[2] for one in rest[1:]):
            return at
    return None


def _closing_begins(talk: Talk, after: int | None) -> int | None:
    """The turn in which somebody begins to wind up; at the latest the goodbyes of the last turns."""
    earliest = max((after or 0) + 1, int(0.6 * len(talk.turns)))
    for turn in talk.turns[earliest:]:
        if turn.says("winds_up") and (not turn.mine or turn.says("goodbye")):
            return turn.at
    last = talk.turns[max(earliest, len(talk.turns) - _LAST_TURNS) :]
    return next((turn.at for turn in last if turn.says("goodbye") or turn.says("thanks")), None)
