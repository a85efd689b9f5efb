"""Groups and causes: organisations by name and abbreviation, and kinds of them (a food bank, a choir of a church)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rapportkit.ground.found import Found
from rapportkit.ground.interests import interests
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.mention import Mentions
from rapportkit.ground.mentions import mentions, shared_concepts
from rapportkit.ground.said import Said
from rapportkit.ground.topics import light_of, remark_on, topics_in
from rapportkit.ground.wording import in_words
from rapportkit.people.person import Fact


class Doing(NamedTuple):
    """What one person does and belongs to, and the red topics that their groups touch."""

    interests: Mentions
    groups: Mentions
    red: tuple[tuple[str, Fact], ...]


def doing_of(facts: Sequence[Said]) -> Doing:
    """What *facts* tell of pastimes and of groups."""
    return Doing(mentions(facts, interests()), mentions(facts, groups()), tuple(_red_topics(facts)))


def shared_groups(mine: Doing, theirs: Doing) -> Iterator[Found]:
    """The groups and causes that both name; two of one kind (two mosques) are only possible."""
    found = tuple(shared_concepts(mine.groups, theirs.groups))
    yield from found
    yield from _narrower(mine, theirs, turned=False)
    yield from _narrower(theirs, mine, turned=True)
    if mine.red and theirs.red:
        yield from _topics_on_both_sides(mine, theirs, found)


def _narrower(narrow: Doing, wide: Doing, *, turned: bool) -> Iterator[Found]:
    """A group of one side that is a kind of what the other does ("church choir", "choir")."""
    there = wide.interests.of
    for name in narrow.groups.of:
        pastime = groups().concepts[name].kind_of
        if pastime in there and name not in wide.groups.of:
            here, other = (tuple(one.fact for one in said) for said in (narrow.groups.of[name], there[pastime]))
            group = groups().concepts[name]
            why = f"One of you mentions {in_words(name)}, the other {in_words(pastime)}: close, but not the same."
            if group.light == "red":
                why += " Leave it, unless they raise it."
            first, second = (other, here) if turned else (here, other)
            yield Found(group.kind, f"{pastime} and {in_words(name)}", "possible", first, second, why, group.light)


def _topics_on_both_sides(mine: Doing, theirs: Doing, found: tuple[Found, ...]) -> Iterator[Found]:
    """A red topic that groups on both sides touch, under whatever names: said, and left alone."""
    covered = {fact for one in found for fact in (*one.mine, *one.theirs)}
    here, there = _touched(mine.red, covered), _touched(theirs.red, covered)
    for topic in here:
        if topic in there:
            why = f"{topic}, on both sides in words of your own. {remark_on(topic)}"
            yield Found("cause", topic, "possible", tuple(here[topic]), tuple(there[topic]), why, light_of(topic))


def _touched(red: tuple[tuple[str, Fact], ...], covered: set[Fact]) -> dict[str, list[Fact]]:
    table: dict[str, list[Fact]] = {}
    for topic, fact in red:
        if fact not in covered:
            table.setdefault(topic, []).append(fact)
    return table


def _red_topics(facts: Sequence[Said]) -> Iterator[tuple[str, Fact]]:
    for said in facts:
        if said.fact.kind in ("group", "cause"):
            for topic in dict.fromkeys(topic for clause in said.clauses for topic in topics_in(clause.words)):
                if light_of(topic) == "red":
                    yield topic, said.fact


@cache
def groups() -> Lexicon:
    """The groups and causes that we know by more than one name."""
    return lexicon_of("groups.toml", "group")
