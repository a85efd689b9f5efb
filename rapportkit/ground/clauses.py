"""What a person says of themselves, today: negation, the past and other people are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapportkit.ground.fold import data, fold, folded_words
from rapportkit.ground.ways import starts_of

Stance = Literal["mine", "ended", "refused", "wished", "others"]
"""`mine` alone is evidence."""

_SENTENCES = re.compile(r"[.!]+(?=\s|$)|[;\n\r\t•·|]|\s[-–—]+\s|—")
_NUMBER = re.compile(r"\bno\.?\s?(?=\d)", re.IGNORECASE)
_SEGMENTS = re.compile(r"([,()\[\]/:]+|\?+(?=\s|$))")
_TURNS = re.compile(r"(?<!thing )(?<!all )\b(?:but|though|although|however|whereas|while my)\b", re.IGNORECASE)
_IS_SOMEBODY = re.compile(r"\s*(?:that|this|it|those|they)(?:['’]s| is| was|['’]re| are)\b", re.IGNORECASE)
_BACKWARD = ("ended", "refused", "wished")


class Clause(NamedTuple):
    """Some folded words of a text, whose they are, and the phrase as it was written."""

    stance: Stance
    words: tuple[str, ...]
    said: str


@lru_cache(maxsize=16_384)
def clauses(text: str) -> tuple[Clause, ...]:
    """
    The clauses of *text*, each with its stance.

        >>> [(clause.stance, clause.words) for clause in clauses("Go, gave up chess")]
        [('mine', ('go',)), ('ended', ('chess',))]
    """
    sentences = _SENTENCES.split(_NUMBER.sub("number ", text))
    return tuple(clause for sentence in sentences if sentence for clause in _read_sentence(sentence))


@lru_cache(maxsize=16_384)
def _read_sentence(sentence: str) -> tuple[Clause, ...]:
    """Many people say the same of themselves: a sentence is read once."""
    first, *parts = _TURNS.split(sentence)
    read = _read_part(first)
    for part in parts:
        more = _read_part(part)
        if more and more[-1].stance == "others" and _IS_SOMEBODY.match(part) and _only_says_whose(more):
            read = [clause._replace(stance="others") for clause in read]  # "baking, but that is my sister"
        read += more
    return tuple(read)


def core(words: tuple[str, ...]) -> str:
    """*words* without what people put around a hobby ("keen on"); all of them where nothing else is there."""
    stock, start, end = _folded("prefixes"), 0, len(words)
    while start < end and words[start] in stock:
        start += 1
    while end > start and words[end - 1] in stock:
        end -= 1
    return " ".join(words[start:end] or words)


def says_something(words: tuple[str, ...]) -> bool:
    """Whether anything is left of *words* beside filling and numbers."""
    filling = _folded("words")
    return any(word not in filling and not word.isdigit() and word != "number" for word in words)


@lru_cache(maxsize=16_384)
def only_skills(words: tuple[str, ...]) -> bool:
    """Whether *words* name skills of work ("Java and SQL") and nothing else."""
    skills, at, named = _folded("work_skills"), 0, False
    while at < len(words):
        size = next((size for size in (3, 2, 1) if " ".join(words[at : at + size]) in skills), 0)
        if not size and says_something((words[at],)):
            return False
        named = named or size > 0
        at += size or 1
    return named


def _read_part(part: str) -> list[Clause]:
    """A list shares its cue ("never liked football, rugby or golf"); a cue alone is about what came before it."""
    read: list[Clause] = []
    stance: Stance = "mine"
    head: int | None = None  # what stands before a bracket that is open
    for between, said in _segments(part):
        head = len(read) - 1 if "(" in between and read else None if ")" in between else head
        words = folded_words(said)
        if not words:
            if said.strip():
                read.append(Clause("mine", (), said.strip()))
            continue
        pieces, after = _read_segment(words, stance, begun=bool(read))
        alone = after in _BACKWARD and all(not says_something(piece.words) for piece in pieces)
        alone = alone or (after == "others" and bool(read) and _only_says_whose(pieces))
        if read and (stance == "mine" or head is not None) and (alone or _until(words, 0)):
            first = len(read) - 1 if head is None else head
            read[first:] = [clause._replace(stance=after) for clause in read[first:]]
        if alone and read:
            continue
        spoken = said.strip()
        read.extend(piece._replace(said=spoken if len(pieces) == 1 else piece.said) for piece in pieces)
        stance = after
    return read


def _only_says_whose(pieces: list[Clause]) -> bool:
    """ "Crochet: the wife does it", "baking, that is my sister": all that is said is who it is that does it."""
    return all(_folded("does_it").issuperset(piece.words) for piece in pieces)


def _segments(part: str) -> Iterator[tuple[str, str]]:
    """What is said between commas and brackets, each with the mark before it."""
    pieces = ["", *_SEGMENTS.split(part)]
    yield from zip(pieces[::2], pieces[1::2], strict=True)


def _read_segment(words: tuple[str, ...], stance: Stance, *, begun: bool) -> tuple[list[Clause], Stance]:
    """*begun*: something was said before, so that a cue at the start turns it ("used to climb, now mostly hike")."""
    pieces: list[Clause] = []
    held: list[str] = []
    last = ""
    for at, (cue, word) in enumerate(_cues(words)):
        last = word if cue else last
        if cue is None:
            held.append(word)
            continue
        if not word and says_something(tuple(held)):
            stance = cue if stance == "mine" else stance  # "played until my knee had other ideas" tells of before
        if cue == stance:
            continue
        turned = word == "i" or (begun and at == 0)
        if cue == "mine" and not says_something(tuple(held)) and stance != "mine" and not turned:
            continue
        pieces.append(Clause(stance, tuple(held), " ".join(held)))
        held, stance = [], cue
    pieces.append(Clause(stance, tuple(held), " ".join(held)))
    pieces = [_of_a_relative(piece) for piece in pieces]
    of_one = last in _folded("of_one") and says_something(tuple(held))
    return _looking_back(pieces), "mine" if of_one else stance


def _looking_back(pieces: list[Clause]) -> list[Clause]:
    """ "Chess I gave up years ago", "chess is Dad's thing": a cue with nothing after it is about what stands before."""
    if len(pieces) < 2:
        return [piece for piece in pieces if piece.words]
    if _is_somebody_elses(pieces[-2].words, pieces[-1]) or (
        pieces[-1].stance in _BACKWARD and not says_something(pieces[-1].words)
    ):
        last = pieces.pop()
        pieces[-1] = pieces[-1]._replace(stance=last.stance)
    return [piece for piece in pieces if piece.words]


def _is_somebody_elses(before: tuple[str, ...], last: Clause) -> bool:
    """Whether what stands *before* is another's: "chess is more Dad's thing", "chess is what my brother lives for"."""
    if last.stance != "others" or not before:
        return False
    if before[-2:] == ("is", "what"):
        return True
    end = len(before)
    while end and before[end - 1] in _folded("rather"):
        end -= 1
    return before[end - 1 : end] in (("is",), ("was",)) and _folded("somebodys").issuperset(last.words)


def _of_a_relative(clause: Clause) -> Clause:
    """ "Potter's daughter", "chess mum": who is somebody's, or has a child who plays, says nothing of themselves."""
    *before, last = clause.words or ("",)
    if clause.stance != "mine" or last not in _folded("relatives") or not says_something(tuple(before)):
        return clause
    return clause if before[-1] in _folded("whose_relative") else clause._replace(stance="others")


def _cues(words: tuple[str, ...]) -> Iterator[tuple[Stance | None, str]]:
    """Each word with no cue, and each cue (which uses its words up) with its first word, if it looks forward."""
    at, swapping = 0, False
    while at < len(words):
        cue, size = _cue_at(words, at)
        if until := _until(words, at):
            size = until
            yield "ended", ""
        elif words[at] == "than" and "rather" in words[:at]:
            yield "refused", "than"
        elif cue == "still":
            yield from ((None, word) for word in words[at : at + size])
        elif swapping and words[at] in _folded("swapped_to") and not _phrase_at(_folded("not_swapped"), words, at):
            swapping, size = False, 1
            yield "mine", "i"
        elif cue is not None:
            swapping = swapping or " ".join(words[at : at + size]) in _folded("swapped")
            yield cue, words[at]
        elif size := _other_person(words, at):
            yield "others", words[at]
        else:
            size = 1
            yield None, words[at]
        at += size


def _cue_at(words: tuple[str, ...], at: int) -> tuple[Stance | Literal["still"] | None, int]:
    for size in range(min(_longest().get(words[at], 0), len(words) - at), 0, -1):
        cue = _table().get(" ".join(words[at : at + size]))
        if cue:
            return cue, size
    return None, 1


def _until(words: tuple[str, ...], at: int) -> int:
    """How many words from *at* say what put an end to it ("until my left knee", "till 2015"); 0 where none do."""
    if words[at] not in _folded("until") and words[at] not in _folded("before"):
        return _failing(words, at)
    ending = _folded("ends_it") if words[at] in _folded("until") else _folded("before_it") | _folded("body")
    for size in range(2, min(6, len(words) - at + 1)):
        word = words[at + size - 1]
        if word in ending or (size == 2 and word.isdigit() and len(word) == 4):
            return size
    return 0


def _failing(words: tuple[str, ...], at: int) -> int:
    """How many words from *at* say that a part of the body gave up ("my knees gave out"); 0 where none do."""
    start = at
    while start < min(at + 3, len(words)) and words[start] in _folded("whose"):
        start += 1
    if words[start : start + 1] and words[start] in _folded("body"):
        for size in (4, 3, 2, 1):
            if " ".join(words[start + 1 : start + 1 + size]) in _folded("fails"):
                return min(start + 1 + size, len(words)) - at
    return 0


def _phrase_at(phrases: frozenset[str], words: tuple[str, ...], at: int) -> bool:
    return any(" ".join(words[at : at + size]) in phrases for size in range(1, 5))


def _other_person(words: tuple[str, ...], at: int) -> int:
    """How many words from *at* name somebody else whose doings follow ("my flatmate"); 0 where nobody is."""
    if at == 0 and len(words) > 1 and _phrase_at(_folded("others_alone"), words, 0):
        return 0 if words[1] in _folded("not_alone") or _phrase_at(_folded("and_me"), words, 1) else 1
    if words[at] not in _folded("theirs"):
        return 0
    if at and words[at - 1] in _folded("together") and _folded("carrying").isdisjoint(words[:at]):
        return 0
    for size in (2, 3, 4):
        last = words[at + size - 1 : at + size]
        if not _folded("together").isdisjoint(last):
            return 0  # "a band with colleagues" is one's own
        if at + size <= len(words) and (last[0] in _folded("others") or _phrase_at(_folded("others"), words, at + 1)):
            return 0 if _phrase_at(_folded("and_me"), words, at + size) else size
    return 0


@cache
def _table() -> dict[str, Stance | Literal["still"]]:
    reading = data("interests_reading.toml")
    lists: tuple[tuple[str, Stance | Literal["still"]], ...] = (
        ("again", "mine"),
        ("wished", "wished"),
        ("refused", "refused"),
        ("ended", "ended"),
        ("still", "still"),
        ("related", "others"),
    )
    return {fold(phrase): stance for name, stance in lists for phrase in reading[name]}


@cache
def _longest() -> dict[str, int]:
    """The most words of a cue that begins with a word; six at most count."""
    return {word: min(6, size) for word, size in starts_of(_table()).items()}


@cache
def _folded(name: str) -> frozenset[str]:
    reading = data("interests_reading.toml")
    return frozenset(fold(phrase) for phrase in (reading.get(name) or reading["stock"][name]))
