"""The words of a text and where they stand, counted in code points of the text as it was given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_INSIDE = rf"(?:[^\W_]|[\u0300-\u036f\u0900-\u0e4e\u200c\u200d]|['’‘ʼ´`‐‑-](?={_LETTER}))"
_WORD = re.compile(_LETTER + _INSIDE + "*")
_BLACK = re.compile(r"\S+")
_MARKS = re.compile("[\u0300-\u036f'’‘ʼ´`.]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_HYPHENS = re.compile("[-‐‑]")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


class Token(NamedTuple):
    """A word of letters (with hyphens and apostrophes inside) and its place."""

    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words between *start* and *end*, from left to right; digits and signs are no words."""
    stop = len(text) if end is None else end
    for found in _WORD.finditer(text, start, stop):
        yield Token(found.group(), found.start(), found.end())


def words_by_space(text: str) -> tuple[tuple[int, int], ...]:
    """The span of each word in the sense of the contracts: whatever white space separates."""
    return tuple(found.span() for found in _BLACK.finditer(text))


@lru_cache(maxsize=8_192)
def bare(word: str) -> str:
    """
    One word of a name without case, accents, apostrophes and full stops.

        >>> bare("O’Néill"), bare("Łukasz")
        ('oneill', 'lukasz')
    """
    lowered = word.casefold()
    if lowered.isascii():
        return lowered.replace("'", "").replace("`", "").replace(".", "")
    return _MARKS.sub("", unicodedata.normalize("NFKD", lowered)).translate(_LETTERS)


@lru_cache(maxsize=8_192)
def spellings(word: str) -> frozenset[str]:
    """
    The ways in which a name's word is written on a keyboard without its accents and hyphens.

        >>> sorted(spellings("Müller"))
        ['mueller', 'muller']
    """
    composed = unicodedata.normalize("NFC", word).casefold()
    both = (bare(word), bare(composed.translate(_GERMAN)))
    return frozenset(_HYPHENS.sub("", one) for one in both)


_LONG_ENDINGS = (
    "isations",
    "izations",
    "ising",
    "izing",
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ists",
    "ist",
)
_ENDINGS = (*_LONG_ENDINGS, "ers", "er", "ors", "or", "ies", "ied", "ed", "es", "ly", "al", "s", "y", "e")


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """
    What a word's forms have in common; rough, for telling whether two words may be about one thing.

        >>> stem("baking") == stem("baker") == stem("bakes")
        True
        >>> stem("runner") == stem("runs")
        True
    """
    plain = bare(word)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    if len(plain) > 3 and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain[:-1] if len(plain) > 3 and plain[-1] in "ey" else plain
