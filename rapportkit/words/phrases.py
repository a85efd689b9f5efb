"""Phrases of a kind, written as words and word classes in data files, and found in a text."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

from rapportkit.words.speech import Found, Sentence, Speech

_ANY = "[^ .?!,]+ "
_MOST_ANY = 4
_OPEN = "*"
_OFTEN, _SOME = 100, 6
_ENDS = frozenset({".", "?", "!"})
_MOST_STARTS, _LONGEST = 8, 200
"""A text that has a word more often is not looked through for it; no phrase can be longer."""


class Phrases:
    """
    Phrases that mean one thing.

    A phrase is words with one space between. `a|b` is either (`a_b` is two words in one of them), `a?` may be
    missing (`an?` is any article), `<class>` is any word or phrase of that class, `pass*` is any word that begins
    so, `*` is any word, `~` is none to four words of the same sentence (`~2` none to two), `^` is the beginning of a
    sentence, `$` its end.
    """

    def __init__(self, written: list[str], classes: Mapping[str, list[str]]) -> None:
        self._classes = classes
        self._by_first: dict[str, list[str]] = {}
        self._read: dict[str, re.Pattern[str]] = {}
        self._asked: dict[str, int] = {}
        self._needs: dict[str, tuple[frozenset[str], ...]] = {}
        self._second: dict[str, frozenset[str] | None] = {}
        self._begun: dict[str, re.Pattern[str]] = {}
        for phrase in written:
            for first in _first_words(phrase, classes):
                self._by_first.setdefault(first, []).append(phrase)

    def find(self, speech: Speech) -> tuple[Found, ...]:
        """Every place where one of the phrases begins, the longest at each; looked for once in each text."""
        known = speech.found.get(id(self))
        if known is None:
            known = speech.found[id(self)] = tuple(sorted(self._find(speech)))
        return known

    def _find(self, speech: Speech) -> Iterator[Found]:
        for word in self._by_first.keys() & speech.places.keys():
            follows, fitting = self._follows(word), None
            for at in speech.places[word]:
                if follows is not None and speech.words[at + 1 : at + 2] and speech.words[at + 1] not in follows:
                    continue
                fitting = self._fitting(word, speech) if fitting is None else fitting
                start = speech.starts[at]
                if len(fitting) <= _SOME or self._any_begun_by(word).match(speech.plain, start):
                    tried = (self._pattern_of(phrase).match(speech.plain, start) for phrase in fitting)
                    ends = [found.end() for found in tried if found]
                    if ends:
                        yield Found(start, max(ends) - 1)
        if _OPEN in self._by_first and self._fitting(_OPEN, speech):
            yield from self._find_open(speech)

    def _find_open(self, speech: Speech) -> Iterator[Found]:
        """The phrases that any word may begin; of two that overlap, the first."""
        for found in self._any_begun_by(_OPEN).finditer(speech.plain):
            yield Found(found.start(), found.end() - 1)

    def meant(self, speech: Speech, *others: Phrases) -> Iterator[Found]:
        """The places that are neither in quotation marks nor part of a phrase of *others*, which mean otherwise."""
        mine = self.find(speech)
        if not mine:
            return
        excused = {at for other in others for one in other.find(speech) for at in speech.words_of(one)}
        for found in mine:
            at = speech.words_of(found)
            if excused.isdisjoint(at) and not speech.is_quoted(at.start):
                yield found

    def inside(self, speech: Speech, sentence: Sentence) -> tuple[Found, ...]:
        """The phrases that begin in one sentence."""
        found = self.find(speech)
        first, last = speech.starts[sentence.first], speech.starts[sentence.last - 1]
        return found[bisect_left(found, (first,)) : bisect_left(found, (last + 1,))]

    def _follows(self, word: str) -> frozenset[str] | None:
        """The words that may follow on *word* in the phrases that begin with it; None where any may."""
        if word not in self._second:
            self._second[word] = _seconds(word, self._by_first[word], self._classes)
        return self._second[word]

    def _any_begun_by(self, word: str) -> re.Pattern[str]:
        """All phrases that begin with *word* as one pattern: mostly none of them stands there."""
        if word not in self._begun:
            either = "|".join(_pattern(phrase, self._classes) for phrase in self._by_first[word])
            self._begun[word] = re.compile(f"(?<![^ ])(?:{either})" if word == _OPEN else either)
        return self._begun[word]

    def _fitting(self, word: str, speech: Speech) -> list[str]:
        """
        Of the phrases that begin with *word*, those that a text has the words for.

        Making the patterns for all takes a tenth of a second in a first reply. Where they are made, all are fitting.
        """
        self._asked[word] = self._asked.get(word, 0) + 1
        if word in self._begun or self._asked[word] > _OFTEN:
            return self._by_first[word]
        have = speech.places
        needs = ((phrase, self._needs_of(phrase)) for phrase in self._by_first[word])
        there = [one for one in needs if not any(needed.isdisjoint(have) for needed in one[1])]
        return [phrase for phrase, needed in there if _stands_in_order(needed, word, speech)]

    def _needs_of(self, phrase: str) -> tuple[frozenset[str], ...]:
        """For each item that a phrase cannot do without, the words by which it may begin."""
        if phrase not in self._needs:
            items = [one for one in phrase.split() if one not in ("^", "$", "*") and one[0] != "~" and one[-1] != "?"]
            begun = (frozenset(opening[0] for opening in _openings_of(one, self._classes, 1)) for one in items)
            self._needs[phrase] = tuple(one for one in begun if _OPEN not in one)
        return self._needs[phrase]

    def _pattern_of(self, phrase: str) -> re.Pattern[str]:
        """A phrase as a pattern, made when its first word is met: most are never needed."""
        if phrase not in self._read:
            self._read[phrase] = re.compile(_pattern(phrase, self._classes))
        return self._read[phrase]

    def first(self, speech: Speech) -> Found | None:
        """The first place where one of the phrases stands."""
        return next(iter(self.find(speech)), None)


def _stands_in_order(needed: tuple[frozenset[str], ...], word: str, speech: Speech) -> bool:
    """Whether after *word*, in its sentence, one of each of the words needed follows on one of those before."""
    starts = speech.places.get(word, [])
    if word == _OPEN or len(starts) > _MOST_STARTS or any(not one.isdisjoint(_ENDS) for one in needed):
        return True
    return any(_follow(needed, list(takewhile(_goes_on, speech.words[at : at + _LONGEST]))) for at in starts)


def _follow(needed: tuple[frozenset[str], ...], said: list[str]) -> bool:
    rest = iter(said)
    return all(any(word in one for word in rest) for one in needed)


def _goes_on(word: str) -> bool:
    return word not in _ENDS


@cache
def phrases(file: str, name: str) -> Phrases:
    """The phrases listed as *name* in `data/words/<file>.toml`."""
    found = data(file)
    return Phrases(found[name], {**data("classes"), **{key: value for key, value in found.items() if key != name}})


@cache
def data(file: str) -> dict[str, Any]:
    """The lists of one file of `data/words`."""
    path = files("rapportkit").joinpath("data", "words", f"{file}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(file: str, name: str) -> frozenset[str]:
    """A list of single words in `data/words/<file>.toml`."""
    return frozenset(data(file)[name])


def _pattern(phrase: str, classes: Mapping[str, list[str]]) -> str:
    return "".join(_item(item, classes) for item in phrase.split())


def _item(item: str, classes: Mapping[str, list[str]]) -> str:
    if item == "^":
        return r"(?:(?<=[.?!] )|(?<![^\n])|(?<=, ))"
    if item == "$":
        return "(?=[.?!]|$)"
    if item.startswith("~"):
        return f"(?:{_ANY}(?:, )?){{0,{item[1:] or _MOST_ANY}}}?"
    if item == "*":
        return _ANY
    if item == "an?":
        return "(?:an? )?"
    optional = item.endswith("?")
    inner = "|".join(_either(item.removesuffix("?"), classes))
    return f"(?:{inner}){'?' if optional else ''}(?:, )?"


def _either(item: str, classes: Mapping[str, list[str]]) -> Iterator[str]:
    for one in item.split("|"):
        if one.startswith("<") and one.endswith(">"):
            for phrase in classes[one[1:-1]]:
                yield _pattern(phrase, classes) if " " in phrase or "<" in phrase or "|" in phrase else _word(phrase)
        else:
            yield "".join(_word(word) for word in one.split("_"))


def _word(word: str) -> str:
    return f"{re.escape(word[:-1])}[^ .?!,]* " if word.endswith("*") else f"{re.escape(word)} "


def _first_words(phrase: str, classes: Mapping[str, list[str]]) -> set[str]:
    """The words that a phrase may begin with. Raises ValueError where it may be empty."""
    openings = _openings(phrase.split(), classes, 1)
    if () in openings:
        raise ValueError(f"the phrase {phrase!r} may be empty: one of its words has to be there")
    return {first for (first,) in openings}


def _seconds(word: str, beginning: list[str], classes: Mapping[str, list[str]]) -> frozenset[str] | None:
    """The words that may follow on *word* at the beginning of these phrases; None where any may, or none need."""
    found: set[str] = {","}
    for phrase in beginning:
        for first, *rest in _openings(phrase.split(), classes, 2):
            if first == word and (not rest or rest[0] == _OPEN):
                return None
            if first == word:
                found.add(rest[0])
    return frozenset(found)


def _openings(items: list[str], classes: Mapping[str, list[str]], many: int) -> set[tuple[str, ...]]:
    """The first *many* words that these items of a phrase may begin with; `_OPEN` stands where any word may."""
    if not items or not many:
        return {()}
    item, rest = items[0], items[1:]
    if item == "^":
        return _openings(rest, classes, many)
    if item in ("$", "*") or item.startswith("~"):
        return {(_OPEN,)}
    found: set[tuple[str, ...]] = set()
    for opening in _openings_of(item.removesuffix("?"), classes, many):
        ended = len(opening) == many or opening[-1] == _OPEN
        found |= {opening} if ended else {opening + more for more in _openings(rest, classes, many - len(opening))}
    return found | _openings(rest, classes, many) if item.endswith("?") else found


def _openings_of(item: str, classes: Mapping[str, list[str]], many: int) -> Iterator[tuple[str, ...]]:
    for one in item.split("|"):
        if one.startswith("<") and one.endswith(">"):
            for phrase in classes[one[1:-1]]:
                yield from _openings(phrase.split(), classes, many)
        else:
            yield tuple(_OPEN if word.endswith("*") else word for word in one.split("_")[:many])
