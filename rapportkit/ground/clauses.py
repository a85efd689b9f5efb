"""What a person says of themselves, today: negation, the past and other people are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from rapportkit.ground.clause import Clause, Stance, listed, says_something
from rapportkit.ground.fold import data, fold, folded_words
from rapportkit.ground.ways import starts_of
from rapportkit.ground.whose import is_somebody_elses, of_a_relative, only_says_whose, other_person, phrase_at

_SENTENCES = re.compile(r"[.!]+(?=\s|$)|[;\n\r\t•·|]|\s[-–—]+\s|—")
_NUMBER = re.compile(r"\bno\.?\s?(?=\d)", re.IGNORECASE)
_SEGMENTS = re.compile(r"((?:[,()\[\]/]|:(?! the [A-Z]))+|\?+(?=\s|$))")
"""A title may have a colon: "Magic: the Gathering"."""
_OF_ANOTHER_KIND = re.compile(r"\s*(?:of|in) (?:the|a) .+ (?:kind|sort|variety|type|sense|persuasion)\s*")
"""What a bracket says where the word before it is meant otherwise ("marathons (of the Netflix kind)")."""
_TURNS = re.compile(r"(?<!thing )(?<!all )\b(?:but|though|although|however|whereas|while my)\b", re.IGNORECASE)
_IS_SOMEBODY = re.compile(r"\s*(?:that|this|it|those|they)(?:['’]s| is| was|['’]re| are)\b", re.IGNORECASE)
_BACKWARD = ("ended", "refused", "wished")


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
        if more and more[-1].stance == "others" and _IS_SOMEBODY.match(part) and only_says_whose(more):
            read = [clause._replace(stance="others") for clause in read]  # "baking, but that is my sister"
        read += more
    return tuple(read)


def core(words: tuple[str, ...]) -> str:
    """*words* without what people put around a hobby ("keen on"); all of them where nothing else is there."""
    stock, start, end = listed("prefixes"), 0, len(words)
    while start < end and words[start] in stock:
        start += 1
    while end > start and words[end - 1] in stock:
        end -= 1
    return " ".join(words[start:end] or words)


@lru_cache(maxsize=16_384)
def only_skills(words: tuple[str, ...]) -> bool:
    """Whether *words* name skills of work ("Java and SQL") and nothing else."""
    skills, at, named = listed("work_skills"), 0, False
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
        if head is not None and _OF_ANOTHER_KIND.fullmatch(said):
            read[head] = read[head]._replace(stance="refused")
        pieces, after = _read_segment(words, stance, begun=bool(read))
        alone = after in _BACKWARD and all(not says_something(piece.words) for piece in pieces)
        alone = alone or (after == "others" and bool(read) and only_says_whose(pieces))
        if read and (stance == "mine" or head is not None) and (alone or _until(words, 0)):
            first = len(read) - 1 if head is None else head
            read[first:] = [clause._replace(stance=after) for clause in read[first:]]
        if alone and read:
            continue
        spoken = said.strip()
        read.extend(piece._replace(said=spoken if len(pieces) == 1 else piece.said) for piece in pieces)
        stance = after
    return read


def _segments(part: str) -> Iterator[tuple[str, str]]:
    """What is said between commas and brackets, each with the mark before it."""
    pieces = ["", *_SEGMENTS.split(part)]
    yield from zip(pieces[::2], pieces[1::2], strict=True)


def _read_segment(words: tuple[str, ...], stance: Stance, *, begun: bool) -> tuple[list[Clause], Stance]:
    """*begun*: something was said before, so that a cue at the start turns it ("used to climb, now mostly hike")."""
    if _telling().isdisjoint(words) and words[0] not in _telling_first():  # most segments hold no cue
        return [of_a_relative(Clause(stance, words, " ".join(words)))], stance
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
    pieces = [of_a_relative(piece) for piece in pieces]
    of_one = last in listed("of_one") and says_something(tuple(held))
    return _looking_back(pieces), "mine" if of_one else stance


def _looking_back(pieces: list[Clause]) -> list[Clause]:
    """ "Chess I gave up years ago", "chess is Dad's thing": a cue with nothing after it is about what stands before."""
    if len(pieces) < 2:
        return [piece for piece in pieces if piece.words]
    if is_somebody_elses(pieces[-2].words, pieces[-1]) or (
        pieces[-1].stance in _BACKWARD and not says_something(pieces[-1].words)
    ):
        last = pieces.pop()
        pieces[-1] = pieces[-1]._replace(stance=last.stance)
    return [piece for piece in pieces if piece.words]


def _cues(words: tuple[str, ...]) -> Iterator[tuple[Stance | None, str]]:
    """Each word with no cue, and each cue (which uses its words up) with its first word, if it looks forward."""
    at, swapping = 0, False
    while at < len(words):
        if at and words[at] not in _telling():  # most words are none of a cue's
            yield None, words[at]
            at += 1
            continue
        cue, size = _cue_at(words, at)
        if until := _until(words, at):
            size = until
            yield "ended", ""
        elif words[at] == "once" and cue is None and not listed("tried_once").isdisjoint(words[:at]):
            size = 1
            yield "ended", ""
        elif words[at] == "than" and "rather" in words[:at]:
            yield "refused", "than"
        elif cue == "still":
            yield from ((None, word) for word in words[at : at + size])
        elif swapping and words[at] in listed("swapped_to") and not phrase_at(listed("not_swapped"), words, at):
            swapping, size = False, 1
            yield "mine", "i"
        elif cue is not None:
            swapping = swapping or " ".join(words[at : at + size]) in listed("swapped")
            yield cue, words[at]
        elif size := other_person(words, at):
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
    if words[at] not in listed("until") and words[at] not in listed("before"):
        return _failing(words, at)
    ending = listed("ends_it") if words[at] in listed("until") else listed("before_it") | listed("body")
    for size in range(2, min(6, len(words) - at + 1)):
        word = words[at + size - 1]
        if word in ending or (size == 2 and word.isdigit() and len(word) == 4):
            return size
    return 0


def _failing(words: tuple[str, ...], at: int) -> int:
    """How many words from *at* say that a part of the body gave up ("my knees gave out"); 0 where none do."""
    start = at
    while start < min(at + 3, len(words)) and words[start] in listed("whose"):
        start += 1
    if words[start : start + 1] and words[start] in listed("body"):
        for size in (4, 3, 2, 1):
            if " ".join(words[start + 1 : start + 1 + size]) in listed("fails"):
                return min(start + 1 + size, len(words)) - at
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
def _telling() -> frozenset[str]:
    """The words that a cue may begin with, but for those that count at the beginning of a text only."""
    lists = ("until", "before", "whose", "body", "theirs", "swapped_to")
    return frozenset({"than", "once", *_longest()}).union(*(listed(name) for name in lists))


@cache
def _telling_first() -> frozenset[str]:
    """The words that a cue begins with at the beginning of a text only."""
    return frozenset(phrase.partition(" ")[0] for phrase in listed("others_alone"))


@cache
def _longest() -> dict[str, int]:
    """The most words of a cue that begins with a word; six at most count."""
    return {word: min(6, size) for word, size in starts_of(_table()).items()}
