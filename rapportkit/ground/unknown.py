"""Phrases that no taxonomy knows: equal words on both sides are shared all the same, the rest is listed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapportkit.ground.clause import says_something
from rapportkit.ground.clauses import core
from rapportkit.ground.everyday import says_nothing_of_its_own
from rapportkit.ground.fold import fold
from rapportkit.ground.found import SHARED_BY_ALL, Found, by_key, one_kind, short
from rapportkit.ground.said import Said
from rapportkit.ground.topics import darkest, light_of, remark_on, topics_in
from rapportkit.people.person import Fact, Source

_ORGANISED = ("group", "cause")
_NOT_KNOWN = "We do not know this group: you judge whether it is one to talk about."
_BRIEF = 3
"""Letters of an abbreviation that stands for many things."""
_CAPITALS = re.compile(r"\b[A-Z]{3,7}\b")
_WORD = re.compile(r"[^\W\d_]+(?:'s)?")


class Phrase(NamedTuple):
    """A phrase that nobody could place, and the form by which it is compared."""

    key: str
    said: str
    fact: Fact


class Unknown(NamedTuple):
    """The phrases of one person that nobody could place: by their words, by their initials, and what is brief."""

    phrases: tuple[Phrase, ...]
    by_key: Mapping[str, Sequence[Phrase]]
    by_initials: Mapping[str, Sequence[Phrase]]
    brief: tuple[tuple[str, Phrase], ...]


def unknown_of(facts: Iterable[Said], understood: Collection[int]) -> Unknown:
    """What *facts* say of which no matcher has a notion; *understood* are those, from 0, of which one has."""
    left = (said for number, said in enumerate(facts) if number not in understood)
    phrases = tuple(phrase for said in left for phrase in _of_fact(said))
    brief = tuple((short_form, phrase) for phrase in phrases for short_form in _abbreviations(phrase))
    return Unknown(phrases, by_key(phrases, _key), by_key(phrases, _initials), brief)


def shared_phrases(mine: Unknown, theirs: Unknown) -> Iterator[Found]:
    """The phrases that stand on both sides in the same words."""
    here, there = mine.by_key, theirs.by_key
    for key in here:
        if key in there:
            said = (*here[key], *there[key])
            label = min((short(phrase.said) for phrase in said), key=lambda text: (len(text), text.casefold(), text))
            touched = topics_in(tuple(key.split()))
            light = darkest(light_of(topic) for topic in touched)
            why = " ".join(["You both say it in the same words.", *(remark_on(topic) for topic in touched)])
            if light == "green" and all(phrase.fact.kind in _ORGANISED for phrase in said):
                light, why = "amber", f"{why} {_NOT_KNOWN}"
            facts = tuple(phrase.fact for phrase in here[key]), tuple(phrase.fact for phrase in there[key])
            found = Found(one_kind(phrase.fact for phrase in said), label, "confirmed", *facts, why, light, 3)
            if says_nothing_of_its_own(key):
                found = _of_everybody(found)
            elif len(key) <= _BRIEF and all(key.upper() in phrase.said for phrase in said):
                found = found._replace(status="possible", why=f"{found.why} The letters may stand for two things: ask.")
            yield found


def _of_everybody(found: Found) -> Found:
    why = f"{found.why} Nearly everybody says so: ask what they mean by it."
    return found._replace(status="possible", why=why, rarity=0, tier=SHARED_BY_ALL)


def shared_initials(mine: Unknown, theirs: Unknown) -> Iterator[Found]:
    """Organisations that one side writes in full and the other by its initials ("WES")."""
    yield from _by_initials(mine, theirs, turned=False)
    yield from _by_initials(theirs, mine, turned=True)


def _by_initials(long: Unknown, brief: Unknown, *, turned: bool) -> Iterator[Found]:
    for short_form, other in brief.brief:
        for one in long.by_initials.get(short_form, ()):
            if one.key != other.key:
                label = short(one.said)
                light = darkest(light_of(topic) for topic in topics_in(tuple(f"{one.key} {other.key}".split())))
                why = f"{label}: on one side in full, on the other by its initials."
                facts = ((other.fact,), (one.fact,)) if turned else ((one.fact,), (other.fact,))
                yield Found(one_kind((one.fact, other.fact)), label, "confirmed", *facts, why, light, 3)


def _key(phrase: Phrase) -> str:
    return phrase.key


def _abbreviations(phrase: Phrase) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_CAPITALS.findall(phrase.said))) if phrase.fact.kind in _ORGANISED else ()


def _initials(phrase: Phrase) -> str | None:
    words = [word for word in _WORD.findall(phrase.said) if word[0].isupper()]
    enough = len(words) >= 3 and phrase.fact.kind in _ORGANISED
    return "".join(word[0] for word in words) if enough else None


def not_understood(mine: Unknown, theirs: Unknown) -> tuple[Source, ...]:
    """The phrases on my side for which the other side has no equal."""
    alone = (phrase for phrase in mine.phrases if phrase.key not in theirs.by_key)
    left = dict.fromkeys((phrase.said, phrase.fact.where) for phrase in alone)
    return tuple(Source(text=said, where=where) for said, where in left)


def _of_fact(fact: Said) -> Iterator[Phrase]:
    """The phrases of a fact of which nothing was understood; the rest of others ("guitar, badly") is left alone."""
    said = [clause for clause in fact.clauses if clause.stance == "mine"]
    telling = [clause for clause in said if says_something(clause.words)] or said
    for clause in telling:
        yield Phrase(core(clause.words) or fold(clause.said), clause.said or fact.fact.label, fact.fact)
