"""Whether two people who speak of one concept mean one thing: what speaks for it, and what against."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.ground.alike import said_alike
from rapportkit.ground.concept import Concept
from rapportkit.ground.fans import are_rivals, follows, looks_on, plays
from rapportkit.ground.link import Status
from rapportkit.ground.mention import Mention


class Alike(NamedTuple):
    """What speaks for and against two people meaning one thing."""

    certain: bool
    """No wish on either side."""
    general: bool
    """Somewhere nothing more particular is said."""
    clear: bool
    sure: bool
    """The concept is one thing, or both name the same of its many."""
    apart: bool
    """One plays, the other follows a club."""
    watched: bool
    """One does it, the other looks on."""
    rivals: bool

    @property
    def status(self) -> Status:
        """Confirmed where nothing speaks against it."""
        against = self.apart or self.watched or self.rivals
        return "confirmed" if self.sure and self.clear and self.general and not against else "possible"


def alike_in(concept: Concept, mine: list[Mention], theirs: list[Mention]) -> Alike:
    """What speaks for and against both meaning one thing by *concept*."""
    sides = (mine, theirs)
    here, there = ([(mention.phrase, mention.words) for mention in side] for side in sides)
    watching = {looks_on([(mention.clause.words, mention.words) for mention in side]) for side in sides}
    plain = all(any(m.certain and m.clear for m in side) for side in sides)
    return Alike(
        certain=all(any(mention.certain for mention in side) for side in sides),
        general=_in_general(mine) or _in_general(theirs),
        clear=plain or _in_one_wording(mine, theirs),
        sure=concept.alike == "confirmed" or (concept.alike == "same-words" and _alike(concept, mine, theirs)),
        apart=(follows(concept, here) and plays(concept, there)) or (follows(concept, there) and plays(concept, here)),
        watched=concept.kind == "sport" and len(watching) == 2,
        rivals=are_rivals(concept, here, there),
    )


def _in_one_wording(mine: list[Mention], theirs: list[Mention]) -> bool:
    """Whether both say it in the same words, and more than one: whatever they mean by it, they mean the same."""
    here, there = ({one.clause.words for one in side if len(one.clause.words) > 1} for side in (mine, theirs))
    return not here.isdisjoint(there)


def _in_general(said: list[Mention]) -> bool:
    """Whether somewhere nothing more particular is said: "rugby", not "rugby union, prop"."""
    particular = {mention.fact for mention in said if mention.kind_of}
    return any(mention.fact not in particular for mention in said)


def _alike(concept: Concept, mine: list[Mention], theirs: list[Mention]) -> bool:
    return said_alike(concept.name, {mention.phrase for mention in mine}, {mention.phrase for mention in theirs})
