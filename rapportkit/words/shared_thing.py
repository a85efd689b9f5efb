"""Whether an opening line speaks of the thing that two people share: by its own words and their other names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapportkit.people.person import FactKind
from rapportkit.words.phrases import data
from rapportkit.words.review import Span, Weight
from rapportkit.words.tokens import Token, bare, stem, tokens

_NAMED = ("place", "school", "employer", "language", "service")
"""Kinds whose things have names of their own, written with a capital."""

_MOST_TOKENS = 20_000


class Missing(NamedTuple):
    """That the shared thing is not there: how one sees it, how sure that is, and the namesake, if any."""

    how: Literal["absent", "namesake"]
    weight: Weight
    span: Span | None = None


class _Line(NamedTuple):
    words: tuple[Token, ...]
    plain: tuple[str, ...]
    stems: frozenset[str]
    openers: frozenset[int]
    written_small: bool


def missing(text: str, kind: FactKind, ways: Sequence[str]) -> Missing | None:
    """
    Whether none of *ways* (the link's own words and other names for it) is in *text*; None where it may be.

    Sure, and so to `fix`, is a line of mere manners, or one where the name stands only as the ordinary word
    that it also is. Whoever describes a thing without a word of its name cannot be told from one who leaves it
    out: then it is to `consider`, and where a name nobody knows may be the thing, nothing is said.

        >>> missing("We popped a cork when I passed my exam.", "place", ("Cork",)).how
        'namesake'
        >>> missing("I bake on Sundays. And you?", "interest", ("Baking",)) is None
        True
    """
    line = _read(text)
    if any(_is_there(line, kind, way, ways[0]) for way in ways):
        return None
    if _only_manners(line):
        return Missing("absent", "fix")
    namesake = _namesake(line, kind, ways)
    strangers = _strangers(line)
    if namesake and not strangers:
        return Missing("namesake", "fix", namesake)
    if kind in _NAMED and (strangers or _set(f"hints_{kind}") & set(line.plain)):
        return None
    return Missing("absent", "consider")


def _read(text: str) -> _Line:
    words = tuple(word for word, _ in zip(tokens(text), range(_MOST_TOKENS), strict=False))
    openers = frozenset(
        at for at, word in enumerate(words) if _opens_sentence(text, word, words[at - 1] if at else None)
    )
    small = not any(word.text[0].isupper() for at, word in enumerate(words) if at not in openers and word.text != "I")
    plain = tuple(bare(word.text.removesuffix("'s").removesuffix("’s")) for word in words)
    no_capitals = small and not any(word.text[0].isupper() for word in words)
    return _Line(words, plain, frozenset(stem(word) for word in plain), openers, no_capitals)


def _opens_sentence(text: str, word: Token, before: Token | None) -> bool:
    return before is None or any(sign in ".!?:\n" for sign in text[before.end : word.start])


def _is_there(line: _Line, kind: FactKind, way: str, label: str) -> bool:
    """Whether all that is particular to *way* stands in the line, in order and close together."""
    wanted = _telling_words(way)
    if kind in _NAMED or kind == "group":
        wanted = [word for word in wanted if word not in _set("shared_by_many")] or wanted
        return _stands(line, kind, wanted)
    return _is_hobby_there(line, telling_stems(way), telling_stems(label))


@lru_cache(maxsize=4_096)
def _telling_words(way: str) -> list[str]:
    """The words of a name that are particular to it; all of them where none is."""
    words = [bare(token.text) for token in tokens(way)]
    return [word for word in words if word not in _set("small")] or words


@lru_cache(maxsize=4_096)
def telling_stems(way: str) -> list[str]:
    """The stems of the words that are particular to a name."""
    return [stem(word) for word in _telling_words(way)]


def own_names(ground: frozenset[str], label: str = "") -> frozenset[str]:
    """
    The stems of a thing's names without everyday words, unless its label has them: a boat may be called First.

        >>> sorted(own_names(frozenset({"sail", "first", "day"}), "Sailing"))
        ['sail']
    """
    return ground - _everyday() | (ground & frozenset(telling_stems(label)))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(stem(word) for name in ("empty", "bare") for word in data("story")[name])


def _stands(line: _Line, kind: FactKind, wanted: list[str]) -> bool:
    if not wanted:
        return False
    first = wanted[0]
    return any(
        word == first
        and line.plain[at : at + 2 * len(wanted)].count(wanted[-1]) > 0
        and set(wanted) <= set(line.plain[at : at + 2 * len(wanted) + 1])
        and _is_the_name(line, at)
        and not (kind == "school" and _another_school(line, at + len(wanted), wanted))
        for at, word in enumerate(line.plain)
    )


def _is_hobby_there(line: _Line, wanted: list[str], label: list[str]) -> bool:
    """
    Whether a hobby's words stand in the line, in any form.

    The last word of its label is what it is about: "climbing" speaks of rock climbing, "rock" alone does not.
    """
    if wanted == label:
        return bool(wanted) and wanted[-1] in line.stems
    if len(wanted) == 1 and wanted[0] in label[:-1]:
        return False
    return bool(wanted) and all(word in line.stems for word in wanted)


def _is_the_name(line: _Line, at: int) -> bool:
    """A small letter makes "reading" the ordinary word; names that are no word may be written carelessly."""
    word = line.words[at].text
    return word[0].isupper() or not word[0].islower() or line.plain[at] not in _set("ordinary")


def _another_school(line: _Line, after: int, wanted: list[str]) -> bool:
    return False if after >= len(line.plain) else line.plain[after] in _set("school_words") - set(wanted)


def _only_manners(line: _Line) -> bool:
    """Whether the line holds nothing but small words, manners and somebody's name."""
    known = _set("small") | _set("manners")
    return all(
        plain in known or (line.words[at].text[0].isupper() and at not in line.openers)
        for at, plain in enumerate(line.plain)
    )


def _namesake(line: _Line, kind: FactKind, ways: Sequence[str]) -> Span | None:
    if kind not in _NAMED:
        return None
    names = {bare(word.text) for way in ways for word in tokens(way)} & _set("ordinary")
    for at, plain in enumerate(line.plain):
        if plain in names and line.words[at].text[0].islower():
            return line.words[at].start, line.words[at].end
    return None


def _strangers(line: _Line) -> bool:
    """Whether a name stands in the line that may be a part, a nickname or a neighbour of the shared thing."""
    return any(
        word.text[0].isupper()
        and at not in line.openers
        and word.text != "I"
        and not word.text.startswith(("I'", "I’"))
        and line.plain[at] not in _set("calendar")
        for at, word in enumerate(line.words)
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(bare(word) for word in data("shared_thing").get(name, ()))
