"""Groups and causes: organisations by name and abbreviation, and kinds of them (a food bank, a choir of a church)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapportkit.ground.fold import data
from rapportkit.ground.found import Found
from rapportkit.ground.interests import interests
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.mentions import Mentions, mentions, shared_concepts
from rapportkit.ground.said import spoken
from rapportkit.ground.topics import light_of, remark_on, topics_in
from rapportkit.ground.wording import in_words
from rapportkit.people.person import Fact


def shared_groups(mine: Iterable[Fact], theirs: Iterable[Fact]) -> Iterator[Found]:
    """The groups and causes that both name; two of one kind (two mosques) are only possible."""
    mine, theirs = tuple(mine), tuple(theirs)
    here, there = mentions(mine, groups()), mentions(theirs, groups())
    found = tuple(shared_concepts(here, there))
    yield from found
    yield from _narrower(here, there, theirs, turned=False)
    yield from _narrower(there, here, mine, turned=True)
    yield from _topics_on_both_sides(mine, theirs, found)


def _narrower(narrow: Mentions, wide: Mentions, facts: tuple[Fact, ...], *, turned: bool) -> Iterator[Found]:
    """A group of one side that is a kind of what the other does ("church choir", "choir")."""
    for name in narrow.of:
        pastime = _kinds_of().get(name, "")
        there = mentions(facts, interests()).of if pastime and name not in wide.of else {}
        if pastime in there:
            here, other = (tuple(one.fact for one in said) for said in (narrow.of[name], there[pastime]))
            group = groups().concepts[name]
            why = f"One of you mentions {in_words(name)}, the other {in_words(pastime)}: close, but not the same."
            if group.light == "red":
                why += " Leave it, unless they raise it."
            first, second = (other, here) if turned else (here, other)
            yield Found(group.kind, f"{pastime} and {in_words(name)}", "possible", first, second, why, group.light)


@cache
def _kinds_of() -> dict[str, str]:
    return {row["name"]: row["kind_of"] for row in data("groups.toml")["group"] if "kind_of" in row}


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
    return lexicon_of(data("groups.toml")["group"], name="groups.toml")
