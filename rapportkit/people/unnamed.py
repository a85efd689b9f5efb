"""Texts in which somebody is named, and the same without the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

NOBODY = "N. N."
"""What stands where a name stood."""

_BETWEEN = re.compile(r"[\s\-–—.,;:'’()\"“”/&]+")


def naming(names: Iterable[str], others: Iterable[str] = ()) -> re.Pattern[str] | None:
    """
    What finds each of *names* in a text, whole or in part; None where there is nothing to find.

    A part counts only as names are written, with a capital, and not where one of *others* bears it too: "Helen" alone
    does not tell one Helen from another. In scripts without capitals a part is found inside a word too.

        >>> bool(naming(["Rose Marsh"]).search("I rose early")), bool(naming(["Rose Marsh"]).search("so Rose laughed"))
        (False, True)
    """
    shared = {part for other in others for part in parts_of(other)}
    wholes = {" ".join(name.split()) for name in map(_composed, names)} - {""} - shared
    parts = {part for whole in wholes for part in parts_of(whole)} - shared
    parts |= {part.upper() for part in parts if len(part) > 2}
    cased = [f"(?i:{_spaced(whole)})" for whole in _longest_first(wholes) if _has_capitals(whole)]
    cased += [re.escape(part) for part in _longest_first(parts) if _has_capitals(part)]
    caseless = [_spaced(one) for one in _longest_first(wholes | parts) if not _has_capitals(one)]
    found = ["(?<!\\w)(?:" + "|".join(cased) + ")(?!\\w)"] if cased else []
    return re.compile("|".join((*found, *caseless))) if found or caseless else None


def parts_of(name: str) -> set[str]:
    """Of "Anna van der Berg" only Anna and Berg: small words and initials stand in everybody's texts."""
    name = _composed(name)
    written = name.title() if name == name.lower() else name
    return {part for part in _BETWEEN.split(written) if len(part) > 1 and not part[0].islower()}


def without(text: str, named: re.Pattern[str] | None) -> str:
    """*text* with what *named* finds replaced by `N. N.`; the very same text where it finds nothing."""
    if named is None:
        return text
    whole = _composed(text)
    return named.sub(NOBODY, whole) if named.search(whole) else text


def without_names(text: str, names: Iterable[str]) -> str:
    """
    *text* with each of *names*, whole or in part, replaced by `N. N.`; a part only as names are written.

        >>> without_names("Dear Rose, I rose early. Rose Marsh smiled.", ["Rose Marsh"])
        'Dear N. N., I rose early. N. N. smiled.'
    """
    return without(text, naming(names))


def is_named(text: str, named: re.Pattern[str] | None) -> bool:
    """Whether *named* finds somebody in the text."""
    return named is not None and named.search(_composed(text)) is not None


def _composed(text: str) -> str:
    """An accent as a part of its letter, however it was typed."""
    return unicodedata.normalize("NFC", text)


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _has_capitals(text: str) -> bool:
    return text.lower() != text.upper()


def _longest_first(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=lambda text: (-len(text), text))
