"""What is good to have in mind of a person, and may lie on a table."""

from __future__ import annotations

from collections.abc import Iterable

from rapportkit.brief.discreet import fit_for_a_table
from rapportkit.ground.fold import folded_words
from rapportkit.people.person import Fact, FactKind, Person, Source
from rapportkit.words.tokens import stem

_WORTH_KNOWING: tuple[FactKind, ...] = ("employer", "interest", "creative", "sport", "school", "place")
"""What a page about somebody may tell of them; groups, causes and languages say too much of who they are."""

_LIKED: tuple[FactKind, ...] = ("interest", "creative", "sport", "place")
"""Of these, what is said among the shared things in other words is not said again of the person."""


def worth_knowing(person: Person, told: Iterable[Source] = (), most: int = 3) -> tuple[Fact, ...]:
    """
    Up to *most* facts that are good to have in mind and may lie on a table, without those that were *told* already.

    One of each kind first: what they do now, what they like, where they learned. A post in the headline is told there.
    """
    known = tuple(told)
    said = [_stems(source.text) for source in known]
    at_head = _stems(person.headline or "")
    fit = [fact for fact in person.of_kind(*_WORTH_KNOWING)
           if fact.source not in known and fit_for_a_table(fact.kind, fact.source.text)
           and not (fact.kind in _LIKED and any(_stems(fact.label) <= words for words in said))
           and not (fact.kind == "employer" and _stems(fact.label) <= at_head)]  # fmt: skip
    fit.sort(key=lambda fact: (not fact.current, _WORTH_KNOWING.index(fact.kind)))
    firsts = {fact.kind: fact for fact in reversed(fit)}
    by_kind = [firsts[kind] for kind in _WORTH_KNOWING if kind in firsts]
    return tuple([*by_kind, *(fact for fact in fit if fact not in by_kind)][:most])


def _stems(text: str) -> frozenset[str]:
    """Its words without their endings: who grows vegetables and who likes growing them say one thing."""
    return frozenset(map(stem, folded_words(text)))
