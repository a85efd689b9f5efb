"""What is counted in a practice talk, by the program or by a friend with a pencil."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from rapportkit.errors import InvalidValue
from rapportkit.record import Record

Count = Annotated[int, Field(ge=0, le=999)]

LINES = {
    "questions": "questions they asked you",
    "follow_ups": "follow-ups: questions about what you had just told",
    "openings_taken": "openings that they took up",
    "openings_missed": "openings that they let go by",
    "changes_followed": "changes of subject that they rode along with",
    "changes_held": "changes of subject that they fought",
    "canned": "phrases that everybody says",
}
"""The lines of a tally in their order, in the words of the one who ticks."""

_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z]+")
_NAMES = {
    "questions": ("question",),
    "follow_ups": ("follow",),
    "openings_taken": ("taken", "took"),
    "openings_missed": ("missed", "let go", "go by"),
    "changes_followed": ("rode", "followed", "along"),
    "changes_held": ("fought", "held"),
    "canned": ("canned", "phrase", "everybody"),
}
"""By which words a typed line is known."""


class Tally(Record):
    """Counts of one talk; None where nobody counted."""

    questions: Count | None = None
    follow_ups: Count | None = None
    openings_taken: Count | None = None
    openings_missed: Count | None = None
    changes_followed: Count | None = None
    changes_held: Count | None = None
    canned: Count | None = None


def read_tally(text: str) -> Tally:
    """
    The tally that somebody typed in: a line for each count, or the numbers alone in the order of the sheet.

    Ticks (`|||`) count too.

        >>> read_tally("5 3 2 1 2 0 1").openings_taken
        2
        >>> read_tally("Questions: 5; follow-ups |||").follow_ups
        3

    Raises:
        InvalidValue: no count can be found in it, or there are more numbers than lines.
    """
    found = _counts(text)
    if not any(count is not None for count in found.values()):
        shown = " ".join(text.split())[:40]
        raise InvalidValue(
            f"No count can be found in “{shown}”. Type a number for each line of the sheet, such as 5 3 2 1 2 0 1."
        )
    return Tally.model_validate(found)


def _counts(text: str) -> dict[str, int | None]:
    parts = [part.strip().lower() for part in re.split(r"[\n;]", text) if part.strip()]
    if any(_WORDS.search(part) for part in parts):
        return dict(filter(None, map(_named, parts)))
    numbers = [_count(part) for part in text.replace(",", " ").replace(";", " ").split()]
    if len(numbers) > len(LINES):
        raise InvalidValue(
            f"The sheet has {len(LINES)} lines, and these are {len(numbers)} numbers. Type one for each line."
        )
    return dict(zip(LINES, numbers, strict=False))


def _named(part: str) -> tuple[str, int | None] | None:
    names = [name for name, known in _NAMES.items() if any(word in part for word in known)]
    # "follow-ups: questions about ..." and "changes followed" hold words of other lines: the more particular wins
    name = next((one for one in _BY_DETAIL if one in names), None)
    return (name, _count(part)) if name else None


_BY_DETAIL = (
    "openings_taken",
    "openings_missed",
    "changes_held",
    "canned",
    "changes_followed",
    "follow_ups",
    "questions",
)


def _count(part: str) -> int | None:
    number = _NUMBER.search(part)
    if number:
        return min(999, int(number.group()[:6]))
    ticks = part.count("|") + part.count("/")
    return ticks or None
