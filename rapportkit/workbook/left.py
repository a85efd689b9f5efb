"""What each lesson has left in the workbook so far, in a few words: progress that needs no marks."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.ground.link import Choice
from rapportkit.interviews import Debrief, Interview, Line, Proof
from rapportkit.people.dossier import ME, Dossier
from rapportkit.practice import MY_WAYS, TIPS, MyWays, Practice
from rapportkit.workbook.store import Workbook

TALKS = ("practice-talk", "talk", "tally")
"""Kinds of talks held; counted by their keys, since reading them wakes the practice interviewer."""


def left_by_lessons(workbook: Workbook) -> dict[str, str]:
    """
    What is kept of each lesson, by the two figures with which its name begins; a lesson that left nothing is missing.

    Raises:
        WorkbookError: the workbook cannot be read.
    """
    return {figures: words for figures, words in _left(workbook) if words}


def _left(workbook: Workbook) -> Iterator[tuple[str, str]]:
    kept = workbook.keys()
    yield "00", "the date is set" if workbook.all(Interview) else ""
    yield "01", _count(sum(not proof.missing for proof in workbook.all(Proof).values()), "proof")
    people = [dossier for key, dossier in workbook.all(Dossier).items() if key != ME]
    yield "02", _count(len(people), "person", "people")
    yield "03", _count(len(workbook.all(Choice)), "link")
    yield "04", _count(sum(bool(line.text.strip()) for line in workbook.all(Line).values()), "line")
    yield "05", _practised(workbook)
    yield "06", _count(sum(len(kept.get(kind, ())) for kind in TALKS), "talk")
    yield "07", _count(len(workbook.all(Debrief)), "debrief")
    if "recipient" in kept:  # late: before the interview nobody writes
        from rapportkit.follow_ups import Recipient

        yield "08", _count(sum(len(to.done) for to in workbook.all(Recipient).values()), "note sent", "notes sent")
    if "next-step" in kept:
        from rapportkit.relationships import NextStep

        yield "09", _count(sum(bool(one.step.strip()) for one in workbook.all(NextStep).values()), "next step")


def _practised(workbook: Workbook) -> str:
    """Practices in the log; for those who skip every tip the lesson is settled without one."""
    ways = workbook.latest(MyWays, MY_WAYS) or MyWays()
    settled = "settled: its tips are not for you" if ways.leaves_out(TIPS) else ""
    return _count(len(workbook.all(Practice)), "practice") or settled


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}" if number else ""
