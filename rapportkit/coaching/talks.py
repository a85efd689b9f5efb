"""What a client's practice talks show a coach: the openings that they let pass, the newest talk first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.errors import InvalidValue
from rapportkit.people.unnamed import without_names
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.openings import Opening
from rapportkit.talk.practice_talk import ME, PracticeTalk, played, transcript_of
from rapportkit.talk.report import review_talk
from rapportkit.workbook.store import Workbook

MOST_OPENINGS = 4


def has_talks(workbook: Workbook) -> bool:
    """Whether the client has held a practice talk, with the partner made of rules or with a friend."""
    return bool(workbook.all(KeptTalk) or any(talk.said for talk in workbook.all(PracticeTalk).values()))


def openings_missed(workbook: Workbook, names: Sequence[str]) -> tuple[str, ...]:
    """What was let fall in passing and not taken up, in the other's words, without the *names*."""
    found: dict[str, None] = {}
    for one in _missed(workbook):
        found[without_names(one.said, names)] = None
        if len(found) == MOST_OPENINGS:
            break  # older talks need not be read
    return tuple(found)


def _missed(workbook: Workbook) -> Iterator[Opening]:
    for kept in reversed(workbook.all(KeptTalk).values()):
        try:
            yield from kept.report().missed_openings
        except InvalidValue:  # the client has not said yet which of them they are
            continue
    for talk in reversed(workbook.all(PracticeTalk).values()):
        if talk.said:
            yield from review_talk(transcript_of(played(talk)), ME).missed_openings
