"""Who may want a word with their coach, and why: what stands in the hand-in, and nothing guessed about a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from rapportkit.coaching.collect import MOST_ASKED
from rapportkit.coaching.feedback import Result
from rapportkit.coaching.marking import Marked
from rapportkit.people.plain_text import one_line

HARDLY_BEGUN = 4
"""Words: no line and no note has as few."""

_ENOUGH = 2
"""Lines that are judged, before it says anything that most of them are not there."""


class Reason(NamedTuple):
    """Why somebody may want a word; those who ask come first, then those of whom nothing has come."""

    rank: int
    says: str


def reasons(due: datetime, marked: Marked | None, found: Sequence[Sequence[Result]], now: datetime) -> list[Reason]:
    """
    Why a coach might speak with a learner; none where nothing points to it.

    *found* are the lines of each exercise as they are judged so far, and empty where nothing has come.
    """
    return list(_nothing(due, now) if marked is None else _in_hand_in(marked, found))


def _nothing(due: datetime, now: datetime) -> Iterator[Reason]:
    days = (now - due).days
    if now <= due:
        yield Reason(1, f"nothing has come yet; it is due on {due:%A} {due.day} {due:%B}")
    else:
        since = "since yesterday" if days == 0 else f"for {days} day{'' if days == 1 else 's'}"
        yield Reason(1, f"nothing has come; it has been due {since}")


def _in_hand_in(marked: Marked, found: Sequence[Sequence[Result]]) -> Iterator[Reason]:
    if marked.asks.strip():
        asked = one_line(marked.asks)
        yield Reason(0, f"asks you: “{asked[:MOST_ASKED]}{' ...' if len(asked) > MOST_ASKED else ''}”")
    untried = sum(any(one.state == "not tried" for one in lines) for lines in found)
    if untried and untried * 2 >= len(found):
        yield Reason(2, f"{untried} of {len(found)} exercises not tried")
    yield from _short(marked)
    yield from _weak(found)


def _short(marked: Marked) -> Iterator[Reason]:
    sizes = [len(answer.text.split()) for answer in marked.answers]
    short = [size for size in sizes if 0 < size <= HARDLY_BEGUN]
    if short:
        words = f"{min(short)} word{'' if min(short) == 1 else 's'}"
        yield Reason(2, f"{len(short)} answer{'' if len(short) == 1 else 's'} hardly begun ({words})")


def _weak(found: Sequence[Sequence[Result]]) -> Iterator[Reason]:
    """Most lines of all, or every judged line of one exercise, which many good lines elsewhere would hide."""
    states = [one.state for lines in found for one in lines]
    judged = [state for state in states if state in ("yes", "in part", "not yet")]
    missing, part = judged.count("not yet"), judged.count("in part")
    so_far = " so far" if "open" in states else ""
    if len(judged) >= _ENOUGH and (missing + part / 2) * 2 >= len(judged):
        beside = f" and {part} in part" if part else ""
        yield Reason(3, f"{missing} of {len(judged)} judged lines not yet there{beside}{so_far}")
        return
    for lines in found:
        of_one = [one.state for one in lines if one.state in ("yes", "in part", "not yet")]
        if len(of_one) >= _ENOUGH and set(of_one) == {"not yet"}:
            yield Reason(3, f"no judged line of one exercise is there yet{so_far}")
            return
