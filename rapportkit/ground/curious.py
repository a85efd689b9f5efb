"""What of theirs one may be curious about aloud, where nothing is shared or nothing is one's own."""

from __future__ import annotations

from rapportkit.ground.fold import folded_words
from rapportkit.ground.link import Ground, Link
from rapportkit.ground.topics import darkest, light_of, topics_in
from rapportkit.people.person import Fact, Person


def worth_asking(them: Person, ground: Ground) -> tuple[Fact, ...]:
    """
    The facts of *them* to be curious about, in their order: nothing of work, nothing that touches a red topic, and
    nothing that *ground* holds as shared.
    """
    shared = {source for link in ground.links for source in link.theirs}
    return tuple(fact for fact in them.facts if _fit_to_ask(fact) and fact.source not in shared)


def link_out_of_curiosity(fact: Fact) -> Link:
    """The link that rests on their side alone, for a question about *fact*."""
    return Link(
        kind=fact.kind,
        label=fact.label[:300],
        status="possible",
        light="green",
        mine=(),
        theirs=(fact.source,),
        why="Theirs, not yours: you ask because you would like to know.",
    )


def _fit_to_ask(fact: Fact) -> bool:
    if fact.kind in ("skill", "employer"):
        return False
    said = topics_in(folded_words(f"{fact.label} {fact.detail or ''}"))
    return darkest(light_of(topic) for topic in said) != "red"
