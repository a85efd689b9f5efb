"""A slip of the pen in a long word: one letter too many, too few, wrong, or two turned round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapportkit.ground.fold import data

LONG = 7
"""Letters from which a word is long enough for a slip to be told from another word."""


class Spelling(NamedTuple):
    """Long words that are known, by how they begin and by how they end: a slip leaves one of the two."""

    by_ends: Mapping[str, Sequence[str]]

    def __hash__(self) -> int:
        return id(self.by_ends)

    def knows(self, word: str) -> bool:
        """Whether *word* is one of them."""
        return word in self.by_ends.get(_ends(word)[0], ())

    def right(self, word: str) -> str:
        """
        The known word that *word* is one slip away from; *word* itself where there is none, or more than one.

            >>> spelling_of(["badminton court"]).right("badmiton")
            'badminton'
        """
        close = self.meant(word)
        return close[0] if len(close) == 1 else word

    def meant(self, word: str) -> tuple[str, ...]:
        """The known words of which *word* may be a slip; none where it is short, known, or a word of its own."""
        return () if len(word) < LONG else _meant(self, word)


@lru_cache(maxsize=16_384)
def _meant(spelling: Spelling, word: str) -> tuple[str, ...]:
    if spelling.knows(word) or not word.isalpha() or word in _real_words():
        return ()
    return tuple(near_words(spelling, word))


def near_words(spelling: Spelling, word: str) -> list[str]:
    """The known words that *word* is one slip away from."""
    like = {other: None for end in _ends(word) for other in spelling.by_ends.get(end, ())}
    return [other for other in like if abs(len(other) - len(word)) < 2 and one_slip(word, other)]


def spelling_of(phrases: Iterable[str]) -> Spelling:
    """The long words of some phrases."""
    known = {word for phrase in phrases for word in phrase.split() if len(word) >= LONG}
    ends: dict[str, list[str]] = {}
    for word in sorted(known):
        for end in _ends(word):
            ends.setdefault(end, []).append(word)
    return Spelling(ends)


def _ends(word: str) -> tuple[str, str]:
    return word[:3], f"{word[-4:]}-{word[0]}"


def one_slip(one: str, other: str) -> bool:
    """Whether two different words are one slip apart; what they have in common at both ends is left out first."""
    start, end = 0, 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    here, there = one[start : len(one) - end], other[start : len(other) - end]
    if len(here) + len(there) == 1 or (len(here), len(there)) == (1, 1):
        return True
    return len(here) == len(there) == 2 and here == there[::-1]


@cache
def _real_words() -> frozenset[str]:
    """Words that look like a slip in one of ours, and are words of their own."""
    return frozenset(data("slips.toml")["words"])
