"""Whether a text is longer than it should be."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rapportkit.words.review import Span, Weight
from rapportkit.words.tokens import words_by_space

MOST_WORDS = {"opening": 75, "thank-you": 200, "gracious-reply": 200, "thanks-for-connecting": 120}
"""More words than these (as white space separates them) are too many."""

MOST_SIGNS_PAID = 300
MOST_SIGNS_FREE = 200
"""What LinkedIn lets people write with an invitation, on paid and on free accounts; reported, and it changes."""


class Excess(NamedTuple):
    """How long a text is, how long it may be, and the part that goes beyond."""

    size: int
    limit: int
    unit: Literal["words", "characters"]
    weight: Weight
    span: Span


def excess(kind: str, text: str) -> Excess | None:
    """
    By how much *text* is too long for its *kind*; None where it is not.

    An invitation is measured in code points without the white space around it, all else in words.

        >>> excess("opening", "word " * 76).span
        (375, 379)
    """
    return _signs(text) if kind == "invitation" else _words(text, MOST_WORDS[kind])


def _words(text: str, limit: int) -> Excess | None:
    words = words_by_space(text)
    if len(words) <= limit:
        return None
    return Excess(len(words), limit, "words", "fix", (words[limit][0], words[-1][1]))


def _signs(text: str) -> Excess | None:
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    count = end - start
    if count <= MOST_SIGNS_FREE:
        return None
    limit = MOST_SIGNS_PAID if count > MOST_SIGNS_PAID else MOST_SIGNS_FREE
    weight: Weight = "fix" if count > MOST_SIGNS_PAID else "consider"
    return Excess(count, limit, "characters", weight, (start + limit, end))
