"""How a question asks: for a reason, a person, a number, a yes or no; each way has its own kind of answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech

Way = Literal[
    "why", "who", "where", "when", "when_did", "soon", "how_long", "how_often", "how_many", "which", "name", "best",
    "how", "how_was", "how_did", "what", "what_did", "what_if", "tell", "do", "like", "did", "is", "is_there",
    "ever", "how_so", "is_true", "are_you", "may", "would_you", "either", "confirm", "mean",
]  # fmt: skip
"""The ways to ask. `may` is "could I ...?", `soon` "when will I ...?", `confirm` a statement with a question mark."""

CLOSED: frozenset[Way] = frozenset(
    {
        "do",
        "like",
        "did",
        "ever",
        "is_true",
        "is",
        "is_there",
        "are_you",
        "may",
        "would_you",
        "either",
        "confirm",
        "mean",
    }
)
"""What is answered by yes, no or one of two things."""

FACTS: frozenset[Way] = frozenset(
    {"who", "where", "when", "when_did", "soon", "how_long", "how_often", "how_many", "how_so", "which", "name"}
)
"""What is answered by a person, a place, a moment, a number, a name."""

_WH = frozenset({"why", "who", "whom", "whose", "where", "when", "which", "how", "what", "tell", "describe"})
_SUBJECTS = frozenset({"i", "you", "we", "they", "it", "he", "she", "that", "there", "who", "which", "this", "people"})
_STARTS = _SUBJECTS | {"the", "your", "my", "somebody", "someone", "anybody", "people", "those", "these"}
_ME = frozenset({"i", "we", "me", "us"})
_AMOUNTS = frozenset({"many", "much"})
_PLAIN: dict[str, Way] = {"why": "why", "who": "who", "whom": "who", "whose": "who", "where": "where", "which": "which"}
_OPENERS = frozenset({"and", "so", "but", "or", "oh", "well", "then", "also"})
_WHO_DOES = frozenset({"you", "your", "we", "they", "he", "she", "people"})
_POLITE = frozenset({"can", "could", "would", "will"})
_TELLING = frozenset({"tell", "describe", "explain", "walk", "talk", "outline", "show"})
_LIKING = frozenset({"like", "enjoy", "love"})
_MAY = frozenset({"possible", "allowed"})
_THESE = frozenset({"it", "there", "this", "he", "she"})
_FEW = 4
_NO_CHOICE = frozenset({"so", "something", "anything", "what", "not", "two", "else", "other", "three", "whatever"})
_FIRST_SIGHT: tuple[Way, ...] = ("is_true", "mean", "confirm", "what_if", "name", "best")
"""What is known by a phrase wherever it stands, before the first word is looked at."""


def way_of_asking(question: Speech) -> Way:
    """
    How a question asks.

        >>> way_of_asking(Speech("And since when do you keep bees?"))
        'how_long'
    """
    said = [word for word in question.words if word not in ".,?!"]
    for way in _FIRST_SIGHT:
        is_open = (
            way == "confirm" and said[:1] and said[0] in _WH
        )  # "how would I know I'm right?" wants more than a nod
        if not is_open and phrases("ways_of_asking", way).first(question) is not None:
            return way
    if phrases("ways_of_asking", "how_long").first(question) is not None:
        return "how_long"
    if "ever" in said[:4] and "you" in said[:3] and not _WH & set(said[:3]):
        return "ever" if "had" in said[:5] or "have" in said[:3] or "did" in said[:3] else "do"
    at = next((at for at in range(len(said)) if _asks(said, at)), None)
    if at is None:
        return _without_a_verb_first(said)
    if at > 1 and said[at - 1] == "or" and said[at] not in _WH:
        return "either"
    first, rest = said[at], said[at + 1 :]
    if first == "which" and rest[:1] in (["day"], ["date"], ["month"]):
        first = "when"
    if first not in _WH:
        return "tell" if _asks_to_be_told(first, rest) else _closed(first, rest)
    if first == "which" and _names_two(rest):
        return "either"
    return _open(first, rest)


def parts_of(question: str) -> tuple[str, ...]:
    """
    The questions in one sentence, where "and" joins them; "or" makes one question of two.

        >>> parts_of("how many are on at night and is there a nurse")
        ('how many are on at night', 'is there a nurse')
    """
    said, parts, start = question.split(), [], 0
    for at in range(2, len(said) - 2):
        begins = said[at + 1] in _WH or (
            said[at + 1] in words("ways_of_asking", "auxiliary") and said[at + 2] in _STARTS
        )
        if said[at] == "and" and begins and at - start > 1:
            parts.append(" ".join(said[start:at]))
            start = at + 1
    return (*parts, " ".join(said[start:]))


def _asks(said: Sequence[str], at: int) -> bool:
    word, before = said[at], said[at - 1] if at else ""
    is_exclamation = word == "what" and not at and list(said[1:2]) in (["a"], ["an"])
    if list(said[at + 1 : at + 3]) == ["i", "ask"] or is_exclamation:
        return False
    return word in _WH or (
        word in words("ways_of_asking", "auxiliary") and before not in _SUBJECTS and at + 1 < len(said)
    )


def _asks_to_be_told(first: str, rest: Sequence[str]) -> bool:
    """ "Could you walk me through a shift?": not answered by a yes."""
    return first in _POLITE and rest[:1] == ["you"] and not _TELLING.isdisjoint(rest[1:4])


def _without_a_verb_first(said: Sequence[str]) -> Way:
    """ "You like it?", "any pets?", "and the pay?", "that would be me?"."""
    first = next((word for word in said if word not in _OPENERS), "")
    if first == "any":
        return "is_there"
    if first == "i" or not _MAY.isdisjoint(said[1:4]):
        return "may"
    if first in _THESE and said[1:2] and said[1] in words("ways_of_asking", "auxiliary"):
        return "is"
    if first in _WHO_DOES:
        return "like" if not _LIKING.isdisjoint(said[:4]) else "do"
    return "confirm" if first in _SUBJECTS or len(said) > _FEW else "what"


def _names_two(rest: Sequence[str]) -> bool:
    after = (rest[at + 1] for at, word in enumerate(rest[:-1]) if word == "or")
    return any(one not in _NO_CHOICE for one in after)


def _closed(first: str, rest: Sequence[str]) -> Way:
    subject = rest[0]
    if _names_two(rest):
        return "either"
    if first in {"do", "does"}:
        return _habit(subject, rest)
    if first in {"have", "has", "had", "did"} and "ever" in rest[:3]:
        return "ever"
    if first == "have" and rest[1:2] in (["got"], ["any"]):
        return "is_there"
    if first in {"did", "have", "has", "had", "was", "were"}:
        return "did"
    if first in {"is", "are", "am", "s"}:
        return "is_there" if subject == "there" else "are_you" if subject == "you" else "is"
    if subject == "you" and first == "can":
        return "are_you"
    return "may" if subject in _ME else "would_you" if subject == "you" else "is"


def _habit(subject: str, rest: Sequence[str]) -> Way:
    """ "Do you like ...?", "do you have ...?", which asks whether there is one, and any other "do"."""
    if subject == "you" and not _LIKING.isdisjoint(rest[1:4]):
        return "like"
    is_owned = subject not in _ME - {"we"} and any(word in {"have", "offer", "provide"} for word in rest[1:3])
    return "is_there" if is_owned and "to" not in rest[2:4] else "do"


def _open(first: str, rest: Sequence[str]) -> Way:
    after = rest[0] if rest else ""
    if first in _PLAIN:
        return _PLAIN[first]
    if first in {"tell", "describe"}:
        return "tell"
    if first == "when" or (first == "what" and after in {"time", "day", "date", "month", "year"}):
        return _moment(rest)
    return _how(after, rest) if first == "how" else _what(after)


def _moment(rest: Sequence[str]) -> Way:
    if {"did", "was", "were"} & set(rest[:2]):
        return "when_did"
    return "soon" if "will" in rest or not _ME.isdisjoint(rest[:3]) else "when"


def _how(after: str, rest: Sequence[str]) -> Way:
    if after in _AMOUNTS:
        return "how_many"
    if after == "often":
        return "how_often"
    if after in {"is", "are", "was", "were", "s"} and any(word.endswith("ed") for word in rest[2:]):
        return "how"
    if after in {"is", "are", "was", "were", "s"} or "feel" in rest:
        return "how_was"
    if after == "did":
        return "how_did"
    return "how" if after in words("ways_of_asking", "after_how") or not after else "how_so"


def _what(after: str) -> Way:
    if after in {"kind", "sort", "type", "colour", "color"}:
        return "which"
    return "what_did" if after in {"did", "was", "were", "happened", "had", "made", "became"} else "what"
