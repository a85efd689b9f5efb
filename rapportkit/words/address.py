"""Who is addressed at the start of a message: "Dear Dr Adebayo,", "Hi Priya and Tom -", "Liz,"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rapportkit.words.nicknames import is_given_name, name_data
from rapportkit.words.noted import Expected, compare
from rapportkit.words.tokens import Token, bare, tokens

_HEADER = re.compile(r"\s*(?:(?:subject|re|to|cc|from|date|betreff)\s*:[^\r\n]*[\r\n]+\s*)+", re.IGNORECASE)
_END = re.compile(r"[,:;!?\r\n\u2028\u2029\x85—–…]|\.(?=\s|$)|\s-+(?=\s|$)|-{2,}|(?<=\w)\s\(")
_LONGEST = 120
"""No address is longer than this many code points."""


class Name(NamedTuple):
    """One person's name as written in an address: its words, and whether a title stands before them."""

    words: tuple[Token, ...]
    titled: bool
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """From the title, if any, to the end of the name."""
        return self.start, self.words[-1].end


class Address(NamedTuple):
    """
    The start of a message.

    `greeted` says that a greeting opens it; `alone` that without one the name stands on a line of its own;
    `span` is greeting and address together, null where there is neither.
    """

    names: tuple[Name, ...] = ()
    greeted: bool = False
    alone: bool = False
    span: tuple[int, int] | None = None


def find_address(text: str, expected: Expected) -> Address:
    """The greeting and the names at the start of *text*; *expected* helps to tell a name from another word."""
    start = _first_word(text)
    greeting_end = _greeting_end(text, start)
    if greeting_end is None:
        return _bare_name(text, start, expected)
    after_comma = text[greeting_end : greeting_end + 1] in (",", "!")
    begin = greeting_end + after_comma
    end = _segment_end(text, begin)
    names = _names(text, begin, end, expected)
    if after_comma and not _all_names(text, begin, end, names):
        return Address(greeted=True, span=(start, greeting_end))
    if names and not after_comma:
        names += _more_names(text, end, expected)
    last = max([greeting_end, *(name.span[1] for name in names)])
    return Address(names, greeted=True, span=(start, last if names else _generic_end(text, begin, end)))


def _first_word(text: str) -> int:
    header = _HEADER.match(text)
    at = header.end() if header else 0
    first = next(tokens(text, at, at + 4_000), None)
    return first.start if first else at


def _greeting_end(text: str, start: int) -> int | None:
    """Where the greeting ends, the longest that fits; `to` only with a colon-free name after it."""
    words = list(tokens(text, start, start + 60))[:3]
    for size in range(len(words), 0, -1):
        gaps = (text[words[at].end : words[at + 1].start] for at in range(size - 1))
        if " ".join(bare(word.text) for word in words[:size]) in _set("greetings") and all(
            not gap.strip() for gap in gaps
        ):
            return words[size - 1].end
    return None


def _segment_end(text: str, begin: int) -> int:
    """Where the address must end: at the first sign that parts it from the sentence, a title's full stop aside."""
    stop = min(len(text), begin + _LONGEST)
    first_black = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
    for sign in _END.finditer(text, first_black, stop):
        if sign.group() != "." or not _abbreviated(text, sign.start()):
            return sign.start()
    return stop


def _abbreviated(text: str, at: int) -> bool:
    start = at
    while start > 0 and at - start < 12 and text[start - 1].isalpha():
        start -= 1
    word = bare(text[start:at])
    return len(word) == 1 or word in _set("titles")


def _names(text: str, begin: int, end: int, expected: Expected) -> tuple[Name, ...]:
    """The people in one stretch of text, as far as its words look like names."""
    groups: list[list[Token]] = [[]]
    words = list(tokens(text, begin, end))
    for at, word in enumerate(words):
        plain = bare(word.text)
        if plain in _set("connectors") or any(
            sign in text[words[at - 1].end if at else begin : word.start] for sign in "&+/,"
        ):
            groups.append([])
        if plain in _set("connectors"):
            continue
        if not _may_be_name(word, expected, short=len(words) <= 3):
            break
        groups[-1].append(word)
    found = (_name(group, expected) for group in groups)
    return tuple(name for name in found if name)


def _may_be_name(word: Token, expected: Expected, *, short: bool) -> bool:
    plain = bare(word.text)
    if plain in _set("titles") | _set("anybody") or _known(word, expected):
        return True
    if plain in _set("starters"):
        return False
    if plain in _set("particles"):
        return True
    return not word.text[0].islower() or (short and (is_given_name(word.text) or not expected.people))


def _name(group: list[Token], expected: Expected) -> Name | None:
    """The name in a group of words; none where they mean nobody in particular ("Hiring Manager")."""
    words = [word for word in group if bare(word.text) not in _set("titles") or _known(word, expected)]
    words = [word for word in words if bare(word.text) not in _set("honours") or _known(word, expected)]
    if not words or all(bare(word.text) in _set("particles") for word in words):
        return None
    named = [word for word in words if bare(word.text) not in _set("anybody") or _known(word, expected)]
    if len(named) < len(words) and not any(_known(word, expected) for word in named):
        return None
    words = named
    if expected.firm and all(bare(word.text) in expected.firm and not _known(word, expected) for word in words):
        return None
    return Name(tuple(words), titled=group[0] is not words[0], start=group[0].start)


def _known(word: Token, expected: Expected) -> bool:
    plain = bare(word.text)
    if plain in _set("titles_and_names") and any(plain == bare(person.title) for person in expected.people):
        return True
    return len(plain) > 1 and any(
        compare((word,), titled=person.titled, person=person) == "same" for person in expected.people
    ) and plain not in _set("particles")  # fmt: skip


def _all_names(text: str, begin: int, end: int, names: tuple[Name, ...]) -> bool:
    """After "Hi," only a stretch that holds nothing but a name is an address."""
    used = sum(len(name.words) for name in names)
    words = [word for word in tokens(text, begin, end) if bare(word.text) not in _set("titles") | _set("connectors")]
    return bool(names) and used == len(words) <= 4 and end < len(text)


def _more_names(text: str, end: int, expected: Expected) -> tuple[Name, ...]:
    """The rest of a list: "Dear Priya, Tom and Ana," goes on after the first comma."""
    more: tuple[Name, ...] = ()
    while text[end : end + 1] == "," and len(more) < 12:
        stop = _segment_end(text, end + 1)
        words = [bare(word.text) for word in tokens(text, end + 1, stop)]
        names = _names(text, end + 1, stop, expected)
        used = sum(len(name.words) for name in names)
        others = [word for word in words if word not in _set("connectors") | _set("titles")]
        listed = any(word in _set("connectors") for word in words) or "&" in text[end:stop]
        if (
            not names
            or used != len(others)
            or not (listed or all(_known(word, expected) for name in names for word in name.words))
        ):
            break
        more, end = more + names, stop
    return more


def _generic_end(text: str, begin: int, end: int) -> int:
    """The end of "Dear Hiring Manager": the words that mean nobody in particular belong to the address."""
    last = begin
    for word in tokens(text, begin, end):
        plain = bare(word.text)
        if plain in _set("starters") - _set("anybody") or (
            word.text[0].islower() and plain not in _set("anybody") | _set("connectors") | _set("titles")
        ):
            break
        last = word.end
    return last


def _bare_name(text: str, start: int, expected: Expected) -> Address:
    """A name without a greeting: "Liz, thank you", "Ms. O'Neill:", or on a line of its own."""
    end = _segment_end(text, start)
    words = list(tokens(text, start, end))
    names = _names(text, start, end, expected)
    used = [word for name in names for word in name.words]
    others = [word for word in words if bare(word.text) not in _set("connectors") | _set("titles")]
    if not used or used != others or len(used) > 6:
        return Address()
    alone = not text[end : end + 40].lstrip(",:;!.—–- \t")[:1].strip() and bool(text[end:].strip(",:;!.—–- \t\r\n"))
    return Address(names + _more_names(text, end, expected), alone=alone, span=(start, used[-1].end))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(bare(word) for word in name_data()["address"][name])


def is_sentence_word(word: str) -> bool:
    """Whether *word*, bare, is one with which sentences begin rather than a foreign greeting."""
    return word in _set("starters")


def no_name_by_itself(name: Name) -> bool:
    """Whether a capitalised word without greeting or title is more likely no name: "However", "Reading"."""
    ordinary = _set("starters") | _set("anybody")
    return not all(is_given_name(word.text) for word in name.words[:1]) or any(
        bare(word.text) in ordinary for word in name.words
    )
