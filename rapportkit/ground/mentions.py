"""What people do and belong to: the concepts that their words speak of, paired between two people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapportkit.ground.clauses import Clause, clauses
from rapportkit.ground.fold import fold
from rapportkit.ground.found import Found
from rapportkit.ground.lexicon import Concept, Lexicon
from rapportkit.ground.link import Light, Status
from rapportkit.ground.topics import darkest, light_of, remark_on, topics_in
from rapportkit.people.person import Fact, FactKind

ACTIVITIES: tuple[FactKind, ...] = ("interest", "creative", "sport", "group", "cause")
"""Kinds of fact that people file one thing under now this way, now that."""

_IN_DETAIL_TOO = ("interest", "creative", "sport")


class Mention(NamedTuple):
    """A concept in a clause of a fact; a wish ("would like to learn to sail") is one that is not certain."""

    fact: Fact
    clause: Clause
    certain: bool
    phrase: str


class Mentions(NamedTuple):
    """All mentions on one side, by concept."""

    lexicon: Lexicon
    of: dict[str, list[Mention]]


def mentions(facts: Iterable[Fact], lexicon: Lexicon) -> Mentions:
    """The concepts of *lexicon* that *facts* speak of, their owners' own and of today, or at least wished for."""
    found: dict[str, list[Mention]] = {}
    for fact in facts:
        for clause in spoken(fact):
            for name, phrase in lexicon.read(clause.words).items():
                found.setdefault(name, []).append(Mention(fact, clause, clause.stance == "mine", phrase))
    return Mentions(lexicon, found)


def spoken(fact: Fact) -> tuple[Clause, ...]:
    """The clauses of a fact that speak of its owner, now or as a wish."""
    text = f"{fact.label}\n{fact.detail}" if _tells_more(fact) else fact.label
    return tuple(clause for clause in clauses(text) if clause.stance in ("mine", "wished"))


def _tells_more(fact: Fact) -> bool:
    """Whether the detail says what the thing is. A sentence around the label speaks of other things as well."""
    return bool(fact.detail) and fact.kind in _IN_DETAIL_TOO and fold(fact.label) not in fold(fact.detail or "")


def shared_concepts(mine: Mentions, theirs: Mentions) -> Iterator[Found]:
    """Each concept on both sides, then each pair of neighbours of which neither is on both sides."""
    concepts = mine.lexicon.concepts
    same = {name for name in mine.of if name in theirs.of}
    for name in mine.of:
        if name in same:
            yield _same(concepts[name], mine.of[name], theirs.of[name])
            continue
        for other in concepts[name].near:
            if other in theirs.of and other not in same:
                yield _near(concepts[name], concepts[other], mine.of[name], theirs.of[other])


def _same(concept: Concept, mine: list[Mention], theirs: list[Mention]) -> Found:
    certain = any(mention.certain for mention in mine) and any(mention.certain for mention in theirs)
    sure = concept.alike == "confirmed" or (concept.alike == "same-words" and _same_words(concept, mine, theirs))
    status: Status = "confirmed" if sure and certain else "possible"
    why = f"{concept.name}: both of you name it."
    if not certain:
        why = f"{concept.name}: for one of you it is a wish so far."
    elif not sure:
        why = f"{concept.name} on both sides, though it need not be the same one."
    light, care = _light((concept,), mine, theirs)
    facts = _facts(mine), _facts(theirs)
    return Found(concept.kind, concept.name, status, *facts, f"{why} {care}".strip(), light, concept.rarity)


def _same_words(concept: Concept, mine: list[Mention], theirs: list[Mention]) -> bool:
    """Whether both say it alike ("drum kit", "drummer"), or one of them in the general word that covers the other."""
    roof = _stems(fold(concept.name))
    here, there = {_stems(mention.phrase) for mention in mine}, {_stems(mention.phrase) for mention in theirs}
    if any(stems <= roof for stems in here | there):
        return True
    return any((one - roof) & (other - roof) or one == other for one in here for other in there)


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(word[:4] for word in phrase.split())


def _near(one: Concept, other: Concept, mine: list[Mention], theirs: list[Mention]) -> Found:
    first, second = sorted((one, other))
    light, care = _light((first, second), mine, theirs)
    label = f"{first.name} and {second.name}"
    why = f"{label}: one of you names the one, one the other; close, but not the same. {care}".strip()
    return Found(
        first.kind, label, "possible", _facts(mine), _facts(theirs), why, light, min(first.rarity, second.rarity)
    )


def _light(concepts: tuple[Concept, ...], mine: list[Mention], theirs: list[Mention]) -> tuple[Light, str]:
    """
    The light of a shared thing, with its reason.

    A topic to be careful with counts in full where both sides touch it; the football that one of them plays
    with people from the mosque is shared, the mosque is left alone.
    """
    here = {topic for mention in mine for topic in topics_in(mention.clause.words)}
    there = {topic for mention in theirs for topic in topics_in(mention.clause.words)}
    both = sorted(here & there, key=lambda topic: (light_of(topic) != "red", topic))
    light = darkest((*(light_of(topic) for topic in both), *(concept.light for concept in concepts)))
    for topic in both:
        if light_of(topic) == light:
            return light, remark_on(topic)
    return light, {"green": "", "amber": "Bring it up with care.", "red": "Leave it, unless they raise it."}[light]


def _facts(found: list[Mention]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(mention.fact for mention in found))
