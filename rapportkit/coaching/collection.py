"""What a round of collecting brought, and what a coach does about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from rapportkit.coaching.desk import Desk
from rapportkit.record import Record

RemarkKind = Literal["asks", "late", "double", "odd"]
LATE = "Late: you decide"
MOST_SHOWN = 20


class NotTaken(Record):
    """
    A file that is no hand-in for this assignment, and why.

    `kind` says what is to be done: of what is foreign nothing, what is damaged has to be asked for again.
    """

    where: str
    reason: str
    kind: Literal["foreign", "damaged"] = "foreign"

    @property
    def name(self) -> str:
        """The name of the file alone, without the folders in which it lay."""
        return name_of(self.where)


class Remark(Record):
    """Something about a learner's hand-in at which a coach should look; `says` goes on from their name."""

    kind: RemarkKind
    learner: str
    name: str
    says: str


class Collection(Record):
    """
    What one round of collecting brought.

    `taken` counts hand-ins that are new, `again` those that were there already; `late` are the ids of learners whose
    newest is late; `missing` of those from whom nothing has come yet. `remarks` and `not_taken` are for the coach to
    look at, sorted by what is to be done: who asks, late, doubles, what is odd; then foreign files, damaged files.
    """

    taken: int
    again: int
    not_taken: tuple[NotTaken, ...]
    more_not_taken: int = 0
    remarks: tuple[Remark, ...] = ()
    late: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def to_do(desk: Desk, done: Collection) -> Iterator[tuple[str, list[str]]]:
    """
    What a coach should look at, under a heading for each thing to do; nothing is told of a heading without any.

    Each sentence begins with the name of a learner or of a file; files with one and the same reason share a sentence.
    """
    names = {learner.id: learner.name for learner in desk.learners}
    told = {
        kind: [f"{one.name}: {one.says}." for one in done.remarks if one.kind == kind]
        for kind in ("asks", "late", "odd")
    }
    double = [f"{one.name} ({one.says})" for one in done.remarks if one.kind == "double"]
    missing = len(done.missing)
    more = [f"and {done.more_not_taken} more, of which only the number was kept"] if done.more_not_taken else []
    groups = (
        ("Asks you something: have a word, or answer in your comment", told["asks"]),
        (LATE, told["late"]),
        ("Came more than once: the newest counts", [listed(double)] if double else []),
        ("Odd: have a look", told["odd"]),
        ("Foreign: left aside", [*_refused(done, "foreign"), *more]),
        ("Damaged: ask for them again", _refused(done, "damaged")),
        (
            f"Nothing yet from {missing} of {len(desk.learners)}",
            [listed([names[one] for one in done.missing])] if done.missing else [],
        ),
    )
    yield from ((heading, sentences) for heading, sentences in groups if sentences)


def listed(names: Sequence[str]) -> str:
    """
    The first twenty of *names* on one line, and how many more there are.

        >>> listed(["Ada", "Ben"])
        'Ada, Ben'
    """
    shown = ", ".join(names[:MOST_SHOWN])
    return f"{shown} and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else shown


def first_few(sentences: Sequence[str], rest: str = "more") -> tuple[str, ...]:
    """
    The first twenty of *sentences*, and the number of the *rest* where there are more.

        >>> first_few(["Ada is late."])
        ('Ada is late.',)
    """
    more = (f"and {len(sentences) - MOST_SHOWN} {rest}",) if len(sentences) > MOST_SHOWN else ()
    return (*sentences[:MOST_SHOWN], *more)


def name_of(where: str) -> str:
    """
    The name of a file alone, of the place in which it lay.

        >>> name_of("all.zip > Ada_12/hand-in.json")
        'hand-in.json'
    """
    return re.split("/| > ", where)[-1] or where


def _refused(done: Collection, kind: str) -> list[str]:
    by_reason: dict[str, list[NotTaken]] = {}
    for one in done.not_taken:
        if one.kind == kind:
            by_reason.setdefault(one.reason, []).append(one)
    return [_one_refused(*same) if len(same) == 1 else f"{listed([one.name for one in same])}: {reason}"
            for reason, same in by_reason.items()]  # fmt: skip


def _one_refused(one: NotTaken) -> str:
    return f"{one.name}: {one.reason}{f' (In {one.where}.)' if one.where != one.name else ''}"
