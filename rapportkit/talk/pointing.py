"""Where a question points back by its words: a pronoun, a "that", an end left unsaid; and what leads up to it."""

from __future__ import annotations

from itertools import pairwise

from rapportkit.talk.heard import FILE, content
from rapportkit.talk.questions import Asked
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech

_NAMED_WITHIN = 5
_A_PIECE, _FEW, _EARLY, _LED_UP = 6, 3, 2, 20


def said_before_it(asked: Asked, most: int = _NAMED_WITHIN) -> tuple[str, ...]:
    """The words of the same sentence before the question proper: "and the menu", "um that Con"."""
    said, first = asked.turn.speech.words, asked.first
    while first > max(0, asked.first - most) and said[first - 1] not in (".", "?", "!"):
        first -= 1
    return tuple(said[first : asked.first])


def led_up_by(asked: Asked) -> tuple[str, ...]:
    """How a question is led up to: "this is a terrible link, but", "tell me this"."""
    return (*said_before_it(asked, _LED_UP), *asked.words[:_FEW])


def points_back(asked: Asked) -> bool:
    """Whether a word stands for something said before, and not for something named in the question itself."""
    said = _main_clause(asked.words)
    named = content(said_before_it(asked)) | _one_who(said_before_it(asked, _LED_UP))
    if phrases(FILE, "stands_for_nothing").first(Speech(asked.text)):
        return False
    if len(content(said)) <= _FEW and any(_stands_for_something(asked.words, at, named) for at in range(len(said))):
        return True
    if any(_is_a_pointing_that(said, at) for at in range(len(said))):
        return True
    return _ends_unsaid(said) and not named


def _main_clause(said: tuple[str, ...]) -> tuple[str, ...]:
    """A question without the clause that only says when or whether: "he" in "before he goes" asks about nobody."""
    ends = (at for at, word in enumerate(said) if at > 1 and word in words(FILE, "subordinate"))
    main = said[: next(ends, len(said))]
    return main if content(main) or len(main) > _FEW else said


def _one_who(said: tuple[str, ...]) -> frozenset[str]:
    """Somebody named by a clause alone: of "the one who was here before me" no word has a content of its own."""
    return frozenset(word for word, other in pairwise(said) if other == "who" and word in words(FILE, "before_who"))


def _stands_for_something(said: tuple[str, ...], at: int, named: frozenset[str]) -> bool:
    """Whether a pronoun stands before anything that it could stand for is named, by the question or after it."""
    if said[at] not in words(FILE, "points_back") or len(content(said[:at])) > 1 or named:
        return False
    return not (said[at] == "it" and _is_told_by_a_clause(said[at + 1 :]))


def _is_told_by_a_clause(after: tuple[str, ...]) -> bool:
    """Whether a clause behind an "it" says what it stands for: "how does it go when you are new"."""
    begins = next((at for at, word in enumerate(after) if word in words(FILE, "tells_it")), None)
    return begins is not None and words(FILE, "points_back").isdisjoint(after[begins:])


def _is_a_pointing_that(said: tuple[str, ...], at: int) -> bool:
    """Whether "that" points at something ("is that hard", "make that yourself"), and joins no clause."""
    if said[at] != "that":
        return False
    after = said[at + 1 : at + 2]
    if not after or after[0] in words(FILE, "after_pointing"):
        return True
    names_it = after[0] in words(FILE, "determiners")  # "is that the ferry in the photo" asks what is in sight
    return 0 < at <= _EARLY and said[at - 1] in ("is", "was") and not names_it


def _ends_unsaid(said: tuple[str, ...]) -> bool:
    """Whether a question ends on a word that leaves the rest to what was said ("when he can not", "what is after")."""
    if said[-1] == "this" and (len(said) > _A_PIECE or said[-2:-1] in (("doing",), ("do",))):
        return False
    return said[-1] in words(FILE, "ends_unsaid") or said[-2:] == ("can", "not")
