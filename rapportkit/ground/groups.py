"""Groups and causes: organisations by name and abbreviation, and kinds of them (a food bank, a choir of a church)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapportkit.ground.fold import data
from rapportkit.ground.found import Found
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.mentions import mentions, shared_concepts, spoken
from rapportkit.ground.topics import light_of, remark_on, topics_in
from rapportkit.people.person import Fact


def shared_groups(mine: Iterable[Fact], theirs: Iterable[Fact]) -> Iterator[Found]:
    """The groups and causes that both name; two of one kind (two mosques) are only possible."""
    mine, theirs = tuple(mine), tuple(theirs)
    found = tuple(shared_concepts(mentions(mine, groups()), mentions(theirs, groups())))
    yield from found
    yield from _topics_on_both_sides(mine, theirs, found)


def _topics_on_both_sides(
    mine: tuple[Fact, ...], theirs: tuple[Fact, ...], found: tuple[Found, ...]
) -> Iterator[Found]:
    """A red topic that groups on both sides touch, under whatever names: said, and left alone."""
    covered = {fact for one in found for fact in (*one.mine, *one.theirs)}
    here, there = _touched(mine, covered), _touched(theirs, covered)
    for topic in here:
        if topic in there:
            why = f"{topic}, on both sides in words of your own. {remark_on(topic)}"
            yield Found("cause", topic, "possible", tuple(here[topic]), tuple(there[topic]), why, light_of(topic))


def _touched(facts: tuple[Fact, ...], covered: set[Fact]) -> dict[str, list[Fact]]:
    table: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind in ("group", "cause") and fact not in covered:
            for topic in dict.fromkeys(topic for clause in spoken(fact) for topic in topics_in(clause.words)):
                if light_of(topic) == "red":
                    table.setdefault(topic, []).append(fact)
    return table


@cache
def groups() -> Lexicon:
    """The groups and causes that we know by more than one name."""
    return lexicon_of(data("groups.toml")["group"])
