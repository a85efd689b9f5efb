"""Places: each that both know, whether they live, lived or studied there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from rapportkit.ground.fold import plain
from rapportkit.ground.found import Found
from rapportkit.ground.meeting import Meeting, between
from rapportkit.ground.periods import time_between
from rapportkit.ground.schools import city_of
from rapportkit.ground.spots import Spot, spot
from rapportkit.people.person import Fact

_NOWHERE = frozenset(
    ("remote", "worldwide", "global", "anywhere", "various", "various locations", "online", "earth", "hybrid")
)
"""What stands in a place's field and is no place."""

_CUED = re.compile(
    r"(?i:(?:i |we )?(?:grew up|was born|born|raised|brought up|lived|live)(?: and (?:raised|bred))?"
    r"(?: for (?:a|some|many|\w+) years?)? in )((?:[A-Z][\w'’.-]*(?:, | |$|(?=[,.;]))|(?:of|de|la|upon|on|the) )+)"
)
"""What names a place outside a place's field: "grew up in Bombay and still miss the monsoon"."""

Spots = tuple[tuple[Fact, Spot], ...]
"""Facts that tell of a place, with where it is."""


def shared_places(mine: Spots, theirs: Spots) -> Iterator[Found]:
    """The places that both know, best evidence first; a city in which one of them only studied is possible."""
    together: dict[str, list[tuple[Meeting, Fact, Fact]]] = {}
    for (one, here), (other, there) in product(mine, theirs):
        if {one.kind, other.kind} != {"school"} and (meeting := _meet(here, there, _lived(one) == _lived(other))):
            together.setdefault(meeting.label, []).append((meeting, one, other))
    for pairs in together.values():
        yield _found(pairs)


def spots_of(facts: Iterable[Fact]) -> Spots:
    """The places and schools among *facts*, with where they are."""
    return tuple((fact, found) for fact in facts if (found := _spot(fact)) is not None)


def _meet(here: Spot, there: Spot, alike: bool) -> Meeting | None:
    """How two places meet; *alike*: both are places of a life, and not one of them the city of a school."""
    meeting = between(here, there)
    if meeting and not alike:
        if meeting.status == "possible":
            return None
        return meeting._replace(status="possible", about=f"{meeting.label}: for one of you it is the city of a school.")
    return meeting


def _lived(fact: Fact) -> bool:
    return fact.kind != "school"


def _spot(fact: Fact) -> Spot | None:
    """Where a fact is; a detail that is the sentence in which the place was named adds nothing to its name."""
    if fact.kind == "interest":
        cued = _CUED.match(fact.label)
        return spot(cued[1].strip(" ,.")) if cued else None
    if fact.kind == "place" and plain(fact.label) in _NOWHERE:
        return None
    if fact.kind == "place":
        detail = fact.detail or ""
        return spot(fact.label, "" if fact.label in detail and not detail.startswith(fact.label) else detail)
    city = city_of(fact.label)
    return spot(city) if city else None


def _found(pairs: list[tuple[Meeting, Fact, Fact]]) -> Found:
    confirmed = [pair for pair in pairs if pair[0].status == "confirmed"] or pairs
    meeting = min((pair[0] for pair in confirmed), key=lambda one: (one.about, one.people))
    mine = _once(pair[1] for pair in confirmed)
    theirs = _once(pair[2] for pair in confirmed)
    times = time_between((f for f in mine if f.kind == "place"), (f for f in theirs if f.kind == "place"))
    about = meeting.about.replace(meeting.label, _said_by_both(meeting.label, mine, theirs))
    why = f"{about} {times[:1].upper()}{times[1:]}." if times else about
    label = meeting.label if meeting.people else _as_written(meeting.label, (*mine, *theirs))
    rarity = 1 if meeting.people > 3_000_000 else 2 if meeting.people > 300_000 else 3
    return Found("place", label, meeting.status, mine, theirs, why, "green", rarity)


def _said_by_both(name: str, mine: Iterable[Fact], theirs: Iterable[Fact]) -> str:
    """The name that both sides write: whoever writes "Hull" does not say "Kingston upon Hull"."""
    here, there = ({fact.label.split(",")[0].strip() for fact in side} for side in (mine, theirs))
    both = sorted(here & there)
    return both[0] if len(both) == 1 and both[0][:1].isupper() else name


def _as_written(name: str, facts: Iterable[Fact]) -> str:
    """A small town's name with its accents and capitals, where one of them writes it so."""
    written = {part.strip() for fact in facts for part in fact.label.split(",") if plain(part) == plain(name)}
    return max(written, key=lambda one: (not one.isascii(), one), default=name)


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(facts))
