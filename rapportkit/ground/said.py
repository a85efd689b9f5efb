"""What a fact says: its clauses that speak of its owner, now or as a wish, and all its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapportkit.ground.clause import Clause, listed
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
    label, detail = fact.label, fact.detail
    if not detail or fact.kind not in _IN_DETAIL_TOO:
        return Said(fact, _spoken(label), _words_in(label))
    told = _words_in(detail)
    if fold(label) in fold(detail):  # a sentence around the label speaks of other things as well, and is left out
        return Said(fact, _spoken(label), _words_in(label), told)
    return Said(fact, _spoken(f"{label}\n{detail}"), _words_in(label) | told, told)


def with_what_is_under(facts: Sequence[Said]) -> list[Said]:
    """
    *facts*, each with the words of those filed under it: "Pool" over "masters swimming" is no table.

    A name is taken back by what is filed under it: "Guitar" over "sold it, never touched again" is no guitar.
    """
    names = {said.fact.label for said in facts}
    under: dict[str, frozenset[str]] = {}
    for said in facts:
        if said.fact.detail in names and said.told:
            under[said.fact.detail] = under.get(said.fact.detail, frozenset()) | said.words
    if not under:
        return list(facts)
    back = {said.fact.detail for said in facts if said.fact.detail in under and _takes_back(said.fact)}
    read = [said._replace(words=said.words | _under(said.fact, under)) for said in facts]
    return [said._replace(clauses=()) if back & {said.fact.label, said.fact.detail} else said for said in read]


def _under(fact: Fact, under: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words of what is filed under a fact, or beside it under the same name."""
    beside = under.get(fact.detail, frozenset()) if fact.detail else frozenset()
    return under.get(fact.label, frozenset()) | beside


def _takes_back(fact: Fact) -> bool:
    """Whether what is filed under a name says of it alone that it is over, somebody else's or none of one's own."""
    first, *rest = clauses(f"{fact.detail}, {fact.label}")
    return (first.stance not in ("mine", "wished") and bool(first.words)) or any(
        one.stance != "mine" and all(word in listed("taken_back") for word in one.words) for one in rest
    )


@lru_cache(maxsize=8_192)
def _spoken(text: str) -> tuple[Clause, ...]:
    own = clauses(_TITLE.sub(r"\1", text) if "(" in text else text)
    return tuple(one for one in own if one.stance in ("mine", "wished") and not only_skills(one.words))


@lru_cache(maxsize=8_192)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))
