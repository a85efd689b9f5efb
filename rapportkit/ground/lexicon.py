"""A lexicon of meanings: which phrases say what, found in running text, the longest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import methodcaller
from types import MappingProxyType
from typing import Any, NamedTuple

from rapportkit.ground.concept import Concept, concept_of, worked_out
from rapportkit.ground.drawers import Drawers
from rapportkit.ground.fold import data, fold, is_fresh, quick
from rapportkit.ground.slips import LONG, Spelling
from rapportkit.ground.ways import JOINED_FROM, other_forms

_IN_ONE = 3
"""The most words of a phrase that somebody may write as one."""


class Lexicon(NamedTuple):
    """Concepts by name, and the folded phrases that mean them (an empty meaning blocks its words)."""

    concepts: Mapping[str, Concept]
    phrases: Mapping[str, Sequence[str]]
    starts: Mapping[str, int]
    """The most words of a phrase that begins with a word: most words begin none, and need no further look."""
    ends: Mapping[str, Sequence[str]] = MappingProxyType({})
    """The long words of the phrases, by how they begin and how they end."""
    wares: frozenset[tuple[str, ...]] = frozenset()
    """Things: a single word right before one of them names the thing (yoga pants, reading lights)."""
    together: Mapping[str, Sequence[tuple[Sequence[str], str]]] = MappingProxyType({})
    """Beginnings of words that mean a concept where all stand in one clause, by the first letters of the first."""

    def __hash__(self) -> int:
        return id(self.phrases)

    @property
    def spelling(self) -> Spelling:
        """The long words of the phrases, by which a slip of the pen is told."""
        return Spelling(self.ends)

    def around(self, name: str) -> frozenset[str]:
        """The words by which this concept and its neighbours are told."""
        return _around(self, name)

    def single_words(self, names: Collection[str]) -> Iterator[str]:
        """The words that mean one of these concepts alone, in every form and spelling that we know."""
        ways = dict.fromkeys(fold(way) for name in names for way in self.concepts[name].ways)
        joined = dict.fromkeys(form.replace(" ", "") for way in ways for form in (way, *other_forms(way)))
        yield from (one for one in joined if one.isalpha() and any(map(names.__contains__, self.phrases.get(one, ()))))

    def read(self, words: tuple[str, ...], beside: frozenset[str] = frozenset()) -> Mapping[str, str]:
        """
        The concepts that folded *words* speak of, each with the phrase that says so.

        The longest phrase wins and uses up its words, so that "Ford Fiesta" is a car before it is a party.
        *beside* are all the words of the fact that these stand in: they tell two meanings of one word apart.
        """
        found, doubtful = _told(self, words)
        return _read(self, words, beside) if doubtful and beside else found

    def reading(self, words: tuple[str, ...], beside: frozenset[str]) -> Mapping[str, str]:
        """What `read` answers, worked out anew."""
        found: dict[str, str] = {}
        if any(len(word) >= LONG and word not in self.phrases for word in words):
            words = tuple(map(self._spelt, words))
        at = 0
        while at < len(words):
            size = self._longest_at(words, at)
            if size > 1 or (size and words[at + 1 : at + 2] not in self.wares):
                phrase = " ".join(words[at : at + size])
                for name in self._meant(phrase):
                    if size > 1 or not self._elsewhere(name, beside):
                        found.setdefault(name, phrase)
            at += size or 1
        self._read_together(words, found)
        return found

    def _spelt(self, word: str) -> str:
        """*word* without a slip: the one word that it may be, or one of several that all mean the same."""
        close = self.spelling.meant(word)
        meanings = {tuple(self.phrases.get(one, ())) for one in close} if len(close) > 1 else set()
        return close[0] if len(close) == 1 or (len(meanings) == 1 and () not in meanings) else word

    def _read_together(self, words: tuple[str, ...], found: dict[str, str]) -> None:
        """Add what is said in words of one's own: "gave blood last May" has no phrase of ours, but gives blood."""
        said = dict.fromkeys(words)
        there: dict[str, bool] = {}  # each beginning is looked for once, however long the text
        for word in said:
            for beginnings, name in self.together.get(word[:3], ()):
                for one in beginnings:
                    if one not in there:
                        there[one] = any(map(methodcaller("startswith", one), said))
                if name not in found and all(map(there.__getitem__, beginnings)):
                    found[name] = " ".join(beginnings)

    def _elsewhere(self, name: str, beside: frozenset[str]) -> bool:
        return not self.concepts[name].not_with.isdisjoint(beside)

    def _meant(self, phrase: str) -> Sequence[str]:
        return self.phrases[phrase] if phrase in self.phrases else self.phrases.get(phrase.replace(" ", ""), ())

    def _longest_at(self, words: tuple[str, ...], at: int) -> int:
        longest = self.starts.get(words[at], 0)
        for size in range(min(max(3, longest), len(words) - at), 0, -1):
            if size <= longest and " ".join(words[at : at + size]) in self.phrases:
                return size
            if 1 < size <= _IN_ONE:
                joined = "".join(words[at : at + size])
                if len(joined) >= JOINED_FROM and joined in self.phrases:
                    return size
        return 0


@lru_cache(maxsize=16_384)
def _told(lexicon: Lexicon, words: tuple[str, ...]) -> tuple[Mapping[str, str], bool]:
    """What *words* speak of, and whether words beside them could change that."""
    found = lexicon.reading(words, frozenset())
    return found, any(lexicon.concepts[name].not_with for name in found)


@lru_cache(maxsize=16_384)
def _read(lexicon: Lexicon, words: tuple[str, ...], beside: frozenset[str]) -> Mapping[str, str]:
    return lexicon.reading(words, beside)


@lru_cache(maxsize=2_048)
def _around(lexicon: Lexicon, name: str) -> frozenset[str]:
    concept = lexicon.concepts[name]
    kin = (concept, *(lexicon.concepts[other] for other in (concept.near | concept.within) - concept.covers))
    return frozenset(word for one in kin if not one.covers for way in one.ways for word in fold(way).split())


def lexicon_of(name: str, table: str, wares: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a *table* of concepts in a data file of this *name*, as `quick.tsv` has it."""
    things = frozenset((fold(word),) for word in wares)
    if not is_fresh(name):
        return _lexicon(worked_out(data(name)[table]), things)
    return Lexicon(
        concepts=Drawers(name, "concepts", concept_of),
        phrases=Drawers(name, "phrases"),
        starts=quick(name, "starts"),  # whole: nearly every word is looked for here
        ends=Drawers(name, "ends"),
        together=Drawers(name, "together"),
        wares=things,
    )


def _lexicon(parts: Mapping[str, Mapping[str, Any]], wares: frozenset[tuple[str, ...]]) -> Lexicon:
    concepts = {name: concept_of(row) for name, row in parts["concepts"].items()}
    return Lexicon(**{**parts, "concepts": concepts}, wares=wares)
