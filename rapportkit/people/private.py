"""
What is never kept of anybody: how to reach them, their house, the day of their birth, the numbers of their papers.

Only what is private goes out of a line; the sentence around it is kept as far as it still says something. Each
pattern looks at a bounded piece of the line, so that the work grows with the text and no faster.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapportkit.people.private_births import births_in
from rapportkit.people.private_numbers import numbers_in
from rapportkit.people.private_streets import STREET, streets_in
from rapportkit.people.private_words import Span, any_of, private_words
from rapportkit.people.remarks import LEFT_OUT

_GONE, _STREET_GONE = "\x00", "\x01"
_GAP = re.compile(r"[\x00\x01]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\s\x00\x01a-z])|(?<=[\x00\x01][.!?])\s+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d+")
_LAST_WORD = re.compile(r"(?:^|(?<=[\s,;:(/|·–-]))([\w'’/.-]{1,20}?)[\s:.=(–-]*$")
_CLAUSE = re.compile(r"[,;:(|·–]|\s-\s|\b(?:and|but)\b", re.IGNORECASE)
_AT_EDGES = " \t,;:|·–/=-"
_MOST_IN_A_LINE = 50
"""Private matters; what has more is a list of them and no sentence, and goes as a whole."""

MOST_PROSE = 20_000
"""Characters of one running text that are looked at: the longest summary seen has some 3,000. The rest is not kept."""

_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS = " ,;:(–-"
_JOINT = re.compile(r"\A(?:and|but|or|where|so|then)\s+", re.IGNORECASE)


class _Clean(NamedTuple):
    text: str
    kinds: tuple[str, ...]


class _Words(NamedTuple):
    left_over: frozenset[str]
    last: frozenset[str]
    subjects: frozenset[str]
    kin: re.Pattern[str]
    lives: re.Pattern[str]


@cache
def _hint() -> re.Pattern[str]:
    """Without what this finds there is nothing private in a line."""
    reach = private_words()["reach"]
    lists = ("messengers", "pages", "mail_houses", "signs")
    telling = any_of([*(word for name in lists for word in reach[name]), *_FIGURES])
    births = any_of([*private_words()["births"]["born"], *private_words()["births"]["named"]])
    return re.compile(rf"\d|@|[\[({{<]\s?at|\bID\b|\w\s?:|{telling}|{births}", re.IGNORECASE)


@cache
def _words() -> _Words:
    of = private_words()["left_over"]
    left_over, last, subjects = (frozenset(of[name]) for name in ("words", "last", "subjects"))
    kin = re.compile(rf"\b(?:my|our)(?:\s\w+)?\s(?:{'|'.join(of['kin'])})(?:\s[^\W\d_]+)?\s*$", re.IGNORECASE)
    lives = re.compile(rf"\b(?:{'|'.join(of['lives'])})$", re.IGNORECASE)
    return _Words(left_over, last, subjects, kin, lives)


def without_private(text: str) -> str:
    """
    *text* without what is private in it; a clause that says nothing without it goes too.

        >>> without_private("I love chess and was born on 3 March 1981.")
        'I love chess.'
        >>> without_private("I live at 12 Hidden Street, Leeds LS1 4AB")
        'I live in Leeds'
    """
    return "\n".join(_clean(line).text for line in text.split("\n"))


def bounded(text: str) -> str:
    """*text* as far as it is looked at."""
    return text[:MOST_PROSE]


def private_kinds(text: str) -> tuple[str, ...]:
    """
    What kinds of private matters stand in *text*, in words for the screen; never the matter itself.

        >>> private_kinds("Born 3 March 1981, Skype: ann.secret")
        ('a birth date', 'a name for messages')
    """
    return tuple(dict.fromkeys(kind for line in text.split("\n") for kind in _clean(line).kinds))


def left_out(kinds: tuple[str, ...]) -> str:
    """What is said where something of these kinds stood."""
    return LEFT_OUT.format(", ".join(kinds))


@lru_cache(maxsize=2_000)
def _clean(line: str) -> _Clean:
    line = bounded(line)
    if not _hint().search(line):
        return _Clean(line, ())
    spans = sorted({*numbers_in(line), *births_in(line), *streets_in(line)})
    if not spans:
        return _Clean(line, ())
    if len(spans) > _MOST_IN_A_LINE:
        return _Clean("", _kinds(spans))
    pieces, at = [], 0
    for start, end, kind in spans:
        if start >= at:
            pieces += [line[at:start], _STREET_GONE if kind == STREET else _GONE]
        at = max(at, end)
    marked = "".join([*pieces, line[at:]])
    sentences = (_mended(one) if _GAP.search(one) else one for one in _SENTENCE_END.split(marked))
    return _Clean(" ".join(one for one in sentences if one), _kinds(spans))


def _kinds(spans: list[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.kind for span in spans))


def _mended(sentence: str) -> str:
    """A sentence closed over its gaps; nothing where only words are left that led up to them."""
    while gap := _GAP.search(sentence):
        sentence = _joined(sentence[: gap.start()], sentence[gap.end() :], of_street=gap[0] == _STREET_GONE)
    return "" if _says_nothing(sentence) else sentence.strip()


def _says_nothing(text: str) -> bool:
    return all(_is_one_of(_words().left_over, word) for word in _WORD.findall(text))


def _is_one_of(words: frozenset[str], word: str) -> bool:
    """Whether a word is one of *words*; "ON" and "ID" behind a town are where it lies."""
    return word.casefold().rstrip(".") in words and not (len(word) == 2 and word.isupper())


def _joined(before: str, behind: str, *, of_street: bool) -> str:
    """What stood before a gap and behind it, with the one sign or word between them that both still need."""
    bare, rest = before.rstrip(f"{_AT_EDGES}("), behind.lstrip(f"{_AT_EDGES})")
    signs = (before[len(bare) :], behind[: len(behind) - len(rest)])
    before, behind = bare, rest
    if "(" in signs[0] and ")" in signs[1]:
        signs = ("", signs[1].replace(")", "", 1))
    led_up, before = before, _without_last_words(before)
    is_there = before != led_up and _without_clause(before, behind) == before != ""
    if of_street and behind[:1].isupper() and signs[0].isspace() and (is_there or _words().lives.search(before)):
        return f"{before} in {behind}"
    closes_clause = not behind or behind[0] in ".!?" or bool(signs[1].strip()) or bool(_JOINT.match(behind))
    whole = before
    if closes_clause:
        before = _without_clause(before, behind)
    if of_street and before and before != whole and behind[:1].isupper():
        return f"{before}. {behind}"  # with a comma the town would be one more thing that somebody loves
    if not before:
        return _JOINT.sub("", behind, count=1).lstrip(".!? ")
    if not behind or behind[0] in ".!?)":
        return before.rstrip(_SIGNS) + (behind if behind[:1] != "." or before[-1:] not in ".!?" else behind[1:])
    if closes_clause and before.casefold().rsplit(" ", 1)[-1] in _words().subjects:
        return f"{before} {_JOINT.sub('', behind, count=1)}"
    between = " " if before[-1] in ".!?" else _between(signs)
    return f"{before}{between}{behind}"


def _between(signs: tuple[str, str]) -> str:
    both = "".join(signs)
    if "(" in signs[0]:
        return " ("
    if ")" in signs[1]:
        return ") "
    return next((f"{sign} " for sign in ";,:" if sign in both), next((f" {s} " for s in "|·–" if s in both), " "))


def _without_last_words(before: str) -> str:
    """*before* without the words that led up to the gap alone: "at", "my phone", "my son ..."."""
    words = _words()
    while (found := _LAST_WORD.search(before, max(0, len(before) - 40))) and _is_one_of(words.last, found[1]):
        before = before[: found.start(1)].rstrip(_SIGNS)
    kin = words.kin.search(before, max(0, len(before) - 80))
    return before[: kin.start()].rstrip(_SIGNS) if kin else before


def _without_clause(before: str, behind: str) -> str:
    """*before* without its last clause, where that led up to the gap alone: "call me"."""
    cuts = [cut.span() for cut in _CLAUSE.finditer(before, max(0, len(before) - 120))]
    start, begin = cuts[-1] if cuts else (0, 0)
    first = _WORD.search(before, begin)
    if not first or not _says_nothing(before[begin:]):
        return before
    return _subject_only(before, first, behind) or before[:start].rstrip(_SIGNS)


def _subject_only(before: str, first: re.Match[str], behind: str) -> str:
    """Who does what follows "and": "I live at ... and love tea" goes on as "I love tea"."""
    joint = _JOINT.match(behind)
    following = _WORD.match(behind, joint.end()) if joint else None
    if not following or first[0].casefold() not in _words().subjects or _is_one_of(_words().left_over, following[0]):
        return ""
    return before[: first.end()]
