"""The place in a line of a profile: the city first, what it lies in after it."""

from __future__ import annotations

import re

from rapportkit.people.dates import Span
from rapportkit.people.gathering import Gathering
from rapportkit.people.plain_text import plain_line

_NOWHERE = re.compile(
    r"(?:100 ?% |fully |mostly )?(?:remote|hybrid|on-?site|in-?person|worldwide|anywhere|various|home ?office"
    r"|work from home|online|virtual|n/?a)(?: working| work| first|-first)?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*[(\[](?:fully |mostly )?(?:remote|hybrid|on-?site|in-?person)[)\]]", re.IGNORECASE)

_INSTITUTION = re.compile(
    r"\b(?:universit(?:y|ies) of|institutes?|campus|laborator(?:y|ies)|lab|hospital|department|offices?|headquarters|hq"
    r"|service area|school of|clinic|center for|centre for)\b|\buniversity$",
    re.IGNORECASE,
)


def add_place(found: Gathering, line: str, where: str, span: Span, within: str = "") -> None:
    """
    Add the place that *line* names, with the rest of it and *within* as detail.

    People write where they sat as well ("Mission Bay Campus"): that is no town, and is handed back as not understood.
    """
    label, rest = split_place(found.kept(line, where))
    if _INSTITUTION.search(label):
        found.puzzle(plain_line(line), where)
    elif label:
        found.fact("place", label, where, detail=", ".join(part for part in (rest, within) if part), span=span)


def split_place(line: str) -> tuple[str, str]:
    """
    The first part of a place and the rest of it; two empty texts where it names none.

        >>> split_place("Leeds, England, United Kingdom")
        ('Leeds', 'England, United Kingdom')
        >>> split_place("Remote")
        ('', '')
    """
    parts = [part for part in (piece.strip() for piece in _NOTE.sub("", plain_line(line)[:300]).split(",")) if part]
    parts = [part for part in parts if not _NOWHERE.fullmatch(part)]
    return (parts[0], ", ".join(parts[1:])) if parts else ("", "")
