"""What a fact says: its clauses that speak of its owner, now or as a wish, and all its words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapportkit.ground.clauses import Clause, clauses, only_skills
from rapportkit.ground.fold import fold, folded_words
from rapportkit.people.person import Fact

_TITLE = re.compile(
    r"\b[\w'’-]+\s*\((?:the |a |an )?"
    r"(film|movie|TV series|TV show|series|sitcom|band|album|song|novel|musical|video game)s?\)",
    re.IGNORECASE,
)
"""Something bears the name of a hobby, and it says what: "Cars (film)" is a film."""

_IN_DETAIL_TOO = ("interest", "creative", "sport")


def spoken(fact: Fact) -> tuple[Clause, ...]:
    """The clauses of a fact that speak of its owner, now or as a wish; skills of work are left out."""
    return _spoken(_text(fact))


@lru_cache(maxsize=8_192)
def _spoken(text: str) -> tuple[Clause, ...]:
    own = (clause for clause in clauses(_TITLE.sub(r"\1", text)) if clause.stance in ("mine", "wished"))
    return tuple(clause for clause in own if not only_skills(clause.words))


def words_of(fact: Fact) -> frozenset[str]:
    """All the words of a fact, folded."""
    return words_in(_text(fact))


@lru_cache(maxsize=8_192)
def words_in(text: str) -> frozenset[str]:
    """All the words of *text*, folded."""
    return frozenset(folded_words(text))


def _text(fact: Fact) -> str:
    """What a fact says: the label, and the detail where it says what the thing is."""
    return _both(fact.label, fact.detail) if fact.detail and fact.kind in _IN_DETAIL_TOO else fact.label


@lru_cache(maxsize=8_192)
def _both(label: str, detail: str) -> str:
    """A sentence around the label speaks of other things as well, and is left out."""
    return label if fold(label) in fold(detail) else f"{label}\n{detail}"
