"""What a fact says: its clauses that speak of its owner, now or as a wish, and all its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapportkit.ground.clause import Clause
from rapportkit.ground.clauses import clauses, only_skills
from rapportkit.ground.fold import fold, folded_words
from rapportkit.people.person import Fact

_TITLE = re.compile(
    r"\b[\w'’-]+\s*\((?:the |a |an )?"
    r"(film|movie|TV series|TV show|series|sitcom|band|album|song|novel|musical|video game)s?\)",
    re.IGNORECASE,
)
"""Something bears the name of a hobby, and it says what: "Cars (film)" is a film."""

_IN_DETAIL_TOO = ("interest", "creative", "sport")


class Said(NamedTuple):
    """
    A fact as it is read: its clauses that speak of its owner, now or as a wish, and all its words, folded.

    Skills of work are left out of the clauses. `told` are the words of the detail, whatever it is about.
    """

    fact: Fact
    clauses: tuple[Clause, ...]
    words: frozenset[str]
    told: frozenset[str] = frozenset()


def said_in(fact: Fact) -> Said:
    """What *fact* says."""
    text = _text(fact)
    told = _words_in(fact.detail) if fact.detail and fact.kind in _IN_DETAIL_TOO else frozenset[str]()
    return Said(fact, _spoken(text), _words_in(text), told)


@lru_cache(maxsize=8_192)
def _spoken(text: str) -> tuple[Clause, ...]:
    own = clauses(_TITLE.sub(r"\1", text) if "(" in text else text)
    return tuple(one for one in own if one.stance in ("mine", "wished") and not only_skills(one.words))


@lru_cache(maxsize=8_192)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))


def _text(fact: Fact) -> str:
    """What a fact says: the label, and the detail where it says what the thing is."""
    return _both(fact.label, fact.detail) if fact.detail and fact.kind in _IN_DETAIL_TOO else fact.label


@lru_cache(maxsize=8_192)
def _both(label: str, detail: str) -> str:
    """A sentence around the label speaks of other things as well, and is left out."""
    return label if fold(label) in fold(detail) else f"{label}\n{detail}"
