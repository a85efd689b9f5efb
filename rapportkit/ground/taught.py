"""Phrases that a learner has taught: what their words, or somebody else's, mean in the words of our lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated

from pydantic import StringConstraints

from rapportkit.errors import InvalidValue
from rapportkit.ground.clause import says_something
from rapportkit.ground.clauses import core
from rapportkit.ground.fold import fold, folded_words
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.ground.mentions import ACTIVITIES
from rapportkit.people.person import Fact, Person, Reading, Source
from rapportkit.record import Record, Short


class Taught(Record):
    """
    A phrase, and the interest or group of our lists that it means; nothing where the learner has set it aside.

    It stays in the learner's workbook.
    """

    phrase: Short
    means: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]

    @property
    def key(self) -> str:
        """The one form of all the ways to write the phrase."""
        return _key(self.phrase)


def meanings() -> tuple[str, ...]:
    """All that a phrase can be taught to mean, by name."""
    return tuple(sorted({*interests().concepts, *groups().concepts}, key=str.casefold))


def teach(phrase: str, means: str) -> Taught:
    """
    The phrase with its meaning, which may be said in any way that the lists know.

        >>> teach("plonking about on the strings", "guitar").means
        'Guitar'

    Raises:
        InvalidValue: the phrase is empty, or no list knows the meaning.
    """
    said = " ".join(phrase.split())
    if not said:
        raise InvalidValue("Choose or write the phrase first.")
    words = folded_words(means)
    known = [name for name in meanings() if name.casefold() == means.strip().casefold()]
    known += [*interests().read(words), *groups().read(words)]
    if not known:
        close = nearest(said, means)
        offered = f"The nearest are: {', '.join(close)}. Choose one of them" if close else "Say it in a wider word"
        raise InvalidValue(f"'{means[:60]}' is not on our lists. {offered}, or press 'Never mind them'.")
    return Taught(phrase=said[:300], means=known[0])


def nearest(phrase: str, means: str = "", most: int = 6) -> tuple[str, ...]:
    """
    Up to *most* things of our lists of which a word stands in what was typed, *means* before *phrase*, the best first.

        >>> "Barbecue" in nearest("smoked sausages", "grilled meat")
        True
    """
    meant, said = _beginnings(means), _beginnings(phrase)
    found: dict[str, tuple[int, int]] = {}
    for name, known in _beginnings_of_all().items():
        score = max((3 * len(meant & way) + len(said & way), -len(way)) for way in known)
        if score[0]:
            found[name] = score
    return tuple(sorted(found, key=lambda name: (-found[name][0], -found[name][1], name))[:most])


_LETTERS = 5
"""So many first letters tell that two words are forms of one ("smoked", "smoker" and "smoking")."""


_OF_ANYTHING = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "every", "week", "weekend", "day",
    "night", "evening", "morning", "year", "month", "summer", "winter", "old", "new", "best", "big", "little", "with",
    "from", "for", "and", "the", "group", "club",
}  # fmt: skip
"""Words that stand beside any hobby, and tell none from another."""


def _beginnings(text: str) -> frozenset[str]:
    words = (
        word for word in folded_words(text) if len(word) > 2 and word not in _OF_ANYTHING and says_something((word,))
    )
    return frozenset(word[:_LETTERS] if len(word) > _LETTERS else word for word in words)


@cache
def _beginnings_of_all() -> dict[str, tuple[frozenset[str], ...]]:
    """How the words of each way to say a thing begin; of a thing's own name first."""
    concepts = {**interests().concepts, **groups().concepts}
    return {name: tuple(map(_beginnings, (name, *one.ways))) for name, one in concepts.items()}


def set_aside(phrase: str) -> Taught:
    """
    The phrase as one that nobody need puzzle over any more.

    Raises:
        InvalidValue: the phrase is empty.
    """
    said = " ".join(phrase.split())
    if not said:
        raise InvalidValue("Choose the words to set aside first.")
    return Taught(phrase=said[:300], means="")


def still_puzzling(sources: Iterable[Source], taught: Iterable[Taught]) -> tuple[Source, ...]:
    """Those of *sources* that were neither taught nor set aside."""
    settled = {one.key for one in taught}
    return tuple(source for source in sources if _key(source.text) not in settled)


def settled(reading: Reading, taught: Iterable[Taught]) -> Reading:
    """*reading* with what was taught of its puzzling phrases as facts, and without what was set aside."""
    taught = tuple(taught)
    left = still_puzzling(reading.not_understood, taught)
    known = {one.key for one in taught if one.means}
    facts = tuple(
        Fact(kind="interest", label=source.text[:300], where=source.where)
        for source in reading.not_understood
        if _key(source.text) in known
    )
    return reading.with_(person=reading.person.and_also(facts), not_understood=left)


def understood(person: Person, taught: Iterable[Taught]) -> Person:
    """*person* with the meaning added, in brackets, to each fact whose words were taught."""
    known = {one.key: one.means for one in taught if one.means}
    return person.with_(facts=tuple(_understood(fact, known) for fact in person.facts)) if known else person


def _understood(fact: Fact, known: Mapping[str, str]) -> Fact:
    if fact.kind not in ACTIVITIES:
        return fact
    means = known.get(core(folded_words(fact.label))) or known.get(fold(fact.label))
    return fact.with_(label=f"{fact.label[:1_600]} ({means})") if means else fact


def _key(phrase: str) -> str:
    return core(folded_words(phrase)) or fold(phrase)
