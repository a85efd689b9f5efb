"""What each lesson has left in the workbook so far, in a few words: progress that needs no marks."""

from __future__ import annotations

from collections.abc import Callable

from rapportkit.ground.link import Choice
from rapportkit.interviews import Debrief, Interview, Line, Proof
from rapportkit.people.dossier import ME, Dossier
from rapportkit.practice import MY_WAYS, TIPS, MyWays, Practice
from rapportkit.workbook.store import Workbook

Known = dict[str, tuple[tuple[tuple[str, int] | None, ...], str]]
"""What was found of each lesson, and how its kinds of records stood then."""

TALKS = ("practice-talk", "talk", "tally")
"""Kinds of talks held; counted by their keys, since reading them wakes the practice interviewer."""


def left_by_lessons(workbook: Workbook, known: Known | None = None) -> dict[str, str]:
    """
    What is kept of each lesson, by the two figures with which its name begins; a lesson that left nothing is missing.

    Only what has changed since the last time is read, where what was found then is handed in as *known*, which is
    brought up to date: while somebody types a line, nobody counts their dossiers.

    Raises:
        WorkbookError: the workbook cannot be read.
    """
    known, states = {} if known is None else known, workbook.states()
    for figures, (kinds, words) in _LEFT.items():
        state = tuple(states.get(kind) for kind in kinds)
        if figures not in known or known[figures][0] != state:
            known[figures] = (state, words(workbook) if any(state) else "")
    return {figures: words for figures, (_, words) in known.items() if words}


def _people(workbook: Workbook) -> str:
    return _count(sum(key != ME for key in workbook.all(Dossier)), "person", "people")


def _talks(workbook: Workbook) -> str:
    kept = workbook.keys()
    return _count(sum(len(kept.get(kind, ())) for kind in TALKS), "talk")


def _notes(workbook: Workbook) -> str:
    from rapportkit.follow_ups import Recipient  # late: before the interview nobody writes

    return _count(sum(len(to.done) for to in workbook.all(Recipient).values()), "note sent", "notes sent")


def _steps(workbook: Workbook) -> str:
    from rapportkit.relationships import NextStep  # late, as above

    return _count(sum(bool(one.step.strip()) for one in workbook.all(NextStep).values()), "next step")


def _practised(workbook: Workbook) -> str:
    """Practices in the log; for those who skip every tip the lesson is settled without one."""
    ways = workbook.latest(MyWays, MY_WAYS) or MyWays()
    settled = "settled: its tips are not for you" if ways.leaves_out(TIPS) else ""
    return _count(len(workbook.all(Practice)), "practice") or settled


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}" if number else ""


_LEFT: dict[str, tuple[tuple[str, ...], Callable[[Workbook], str]]] = {
    "00": (("interview",), lambda book: "the date is set" if book.all(Interview) else ""),
    "01": (("proof",), lambda book: _count(sum(not one.missing for one in book.all(Proof).values()), "proof")),
    "02": (("dossier",), _people),
    "03": (("choice",), lambda book: _count(len(book.all(Choice)), "link")),
    "04": (("line",), lambda book: _count(sum(bool(one.text.strip()) for one in book.all(Line).values()), "line")),
    "05": (("practice", "my-ways"), _practised),
    "06": (TALKS, _talks),
    "07": (("debrief",), lambda book: _count(len(book.all(Debrief)), "debrief")),
    "08": (("recipient",), _notes),
    "09": (("next-step",), _steps),
}
"""For each lesson the kinds of records that it leaves, by their names in the workbook, and what is said of them."""
