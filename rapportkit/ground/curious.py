"""What of theirs one may be curious about aloud, where nothing is shared or nothing is one's own."""

from __future__ import annotations

from collections.abc import Mapping

from rapportkit.ground.lights import fit_to_ask
from rapportkit.ground.link import Ground, Light, Link
from rapportkit.people.person import Fact, Person


def worth_asking(them: Person, ground: Ground, lights: Mapping[str, Light]) -> tuple[Fact, ...]:
    """
    The facts of *them* to be curious about, in their order: nothing of work, nothing that touches a red topic, and
    nothing that *ground* holds as shared.

    *lights* are those that a coach has set, by topic.
    """
    shared = {source for link in ground.links for source in link.theirs}
    return tuple(fact for fact in them.facts if fit_to_ask(fact, lights) and fact.source not in shared)


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
