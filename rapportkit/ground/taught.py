"""Phrases that a learner has taught: what their words, or somebody else's, mean in the words of our lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapportkit.errors import InvalidValue
from rapportkit.ground.clauses import core
from rapportkit.ground.fold import fold, folded_words
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.ground.mentions import ACTIVITIES
from rapportkit.people.person import Fact, Person
from rapportkit.record import Record, Short


class Taught(Record):
    """A phrase, and the interest or group of our lists that it means. It stays in the learner's workbook."""

    phrase: Short
    means: Short

    @property
    def key(self) -> str:
        """The one form of all the ways to write the phrase."""
        return core(folded_words(self.phrase)) or fold(self.phrase)


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
        raise InvalidValue(f"'{means[:60]}' is not on our lists. Choose the nearest thing that the list offers.")
    return Taught(phrase=said[:300], means=known[0])


def understood(person: Person, taught: Iterable[Taught]) -> Person:
    """*person* with the meaning added, in brackets, to each fact whose words were taught."""
    known = {one.key: one.means for one in taught}
    return person.with_(facts=tuple(_understood(fact, known) for fact in person.facts)) if known else person


def _understood(fact: Fact, known: Mapping[str, str]) -> Fact:
    if fact.kind not in ACTIVITIES:
        return fact
    means = known.get(core(folded_words(fact.label))) or known.get(fold(fact.label))
    return fact.with_(label=f"{fact.label[:1_600]} ({means})") if means else fact
