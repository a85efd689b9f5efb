"""
The decision among four equal finalists, played: what a panel says of each, and who has a champion at the end.

A model of our own, made of the method's claims (P3, O1, C5) and of what speaks against them. It is no data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

from pydantic import Field

from rapportkit.record import Prose, Record, Short, build


class Finalist(Record):
    """One of four who can all do the job; `sharer` is the member of the panel who has in common what one `shares`."""

    name: Short
    proof: Prose
    shares: Short
    sharer: Short


class Room(Record):
    """A role, the three who decide (the first one chairs), and four finalists; the learner plays the first."""

    id: Short
    role: Short
    panel: tuple[Short, Short, Short]
    finalist: tuple[Finalist, ...] = Field(min_length=4, max_length=4)


class Way(Record):
    """
    How the learner's finalist went in, and how this panel decides.

    `marked`: the panel marks answers on a sheet before anybody talks, as careful employers do.
    """

    proof: bool = True
    connection: bool = True
    marked: bool = False


class Said(NamedTuple):
    """One turn of the talk behind the door."""

    who: str
    says: str


class Decision(Record):
    """
    What was said, whom they took, and who had a champion (the finalist's name to the member's).

    `why` is about the learner's finalist, `unfair` about what the decision did to the others.
    """

    said: tuple[Said, ...]
    chosen: Short
    champions: dict[str, str]
    why: str
    unfair: str


class _Standing(NamedTuple):
    """What one finalist has in this round."""

    finalist: Finalist
    proof: bool
    connection: bool

    @property
    def has_champion(self) -> bool:
        """A friend with nothing to tell cannot speak up; one who could tell, and has no reason to, does not."""
        return self.proof and self.connection


@cache
def rooms() -> tuple[Room, ...]:
    """Every room that can be played, in the order of the file."""
    text = (files("rapportkit.data") / "decision.toml").read_text(encoding="utf-8")
    return tuple(build(Room, table, "decision.toml") for table in tomllib.loads(text)["room"])


def decide(room: Room, way: Way, seed: int) -> Decision:
    """
    The talk and the decision of the panel in *room*, always the same for the same *seed*.

    The others have all shown what they can do. Whether one of them shares something with the panel as well, and who
    wins where nothing tells two apart, hangs on the seed and on nothing that the learner did.
    """
    standings = _standings(room, way, seed)
    champions = {} if way.marked else {s.finalist.name: s.finalist.sharer for s in standings if s.has_champion}
    able = [s.finalist.name for s in standings if s.proof]
    chosen = _lot(list(champions) or able, seed, "chosen")
    said = (*_opening(room, way), *_talk(room, way, standings), *_ending(room, way, champions, able, chosen))
    others = [name for name in able if name not in champions]
    return Decision(
        said=said,
        chosen=chosen,
        champions=champions,
        why=_why(room, way, champions, chosen),
        unfair=_unfair(way, champions, others),
    )


def _standings(room: Room, way: Way, seed: int) -> list[_Standing]:
    mine, *others = room.finalist
    # In every second room or so, somebody else has what it takes as well.
    rival = _lot([*(one.name for one in others), "", "", ""], seed, "rival")
    return [_Standing(mine, way.proof, way.connection), *(_Standing(one, True, one.name == rival) for one in others)]


def _opening(room: Room, way: Way) -> Iterator[Said]:
    chair = room.panel[0]
    if way.marked:
        yield Said(chair, "Marks first, talk later. We asked all four the same questions. What is on your sheets?")
    else:
        yield Said(chair, "Four people, one place, and on paper all four can do it. Let us hear.")


def _talk(room: Room, way: Way, standings: Sequence[_Standing]) -> Iterator[Said]:
    for number, standing in enumerate(standings):
        others = [member for member in room.panel if member != standing.finalist.sharer]
        other = others[number % 2]
        yield from _marks(standing, other) if way.marked else _words(standing, other, _NODS[number % len(_NODS)])


_NODS = ("Yes, {who} was good.", "A good one, {who}.", "I liked that too.", "Nothing to say against {who}.")
"""How a member speaks of somebody whom they would take, and for whom they would not fight."""


def _marks(one: _Standing, other: str) -> Iterator[Said]:
    who, sharer = one.finalist.name, one.finalist.sharer
    if one.proof:
        yield Said(other, f"{one.finalist.proof} Full marks for that from me.")
    else:
        yield Said(other, f"{who} said 'hard-working' four times. I have no example on my sheet, so no marks.")
    if one.connection:
        yield Said(sharer, f"{who} {one.finalist.shares}, and so do I. But there is no line for that on the sheet.")


def _words(one: _Standing, other: str, nod: str) -> Iterator[Said]:
    who, sharer = one.finalist.name, one.finalist.sharer
    if one.has_champion:
        yield Said(sharer, f"{one.finalist.proof} I would like to work with {who}. We talked, and it was easy: {who} "
                           f"{one.finalist.shares}, like me. I want {who} here.")  # fmt: skip
    elif one.proof:
        yield Said(other, one.finalist.proof)
        yield Said(sharer, nod.format(who=who))
    elif one.connection:
        yield Said(sharer, f"I did like {who}. {who} {one.finalist.shares}, like me.")
        yield Said(other, f"So did I. And what has {who} done?")
        yield Said(sharer, "I was hoping that one of you wrote that down.")
    else:
        yield Said(other, f"Then there is {who}. Nice. I have nothing on my page.")


def _ending(room: Room, way: Way, champions: dict[str, str], able: Sequence[str], chosen: str) -> Iterator[Said]:
    chair = room.panel[0]
    if way.marked:
        same = f"{_COUNTS[len(able)]} sheets are the same"
        yield Said(chair, f"{same}, so we go by who can start first. That is {chosen}.")
    elif len(champions) == 1:
        yield Said(chair, f"Nobody else feels strongly? Then it is {chosen}.")
    elif champions:
        yield Said(chair, f"Two of them have somebody who wants them. It could be either. Today it is {chosen}.")
    else:
        yield Said(chair, f"No strong feelings? Then we go by who can start first. That is {chosen}.")


_COUNTS = {3: "Three", 4: "Four"}


def _why(room: Room, way: Way, champions: dict[str, str], chosen: str) -> str:
    name = room.finalist[0].name
    if way.marked:
        return _why_marked(name, way, chosen)
    if name in champions:
        end = "Nobody else had one." if len(champions) == 1 else f"So had one other. That {chosen} got it was luck."
        return f"{name} had a champion: {champions[name]} had something to tell, and wanted to tell it. {end}"
    if way.proof:
        end = f"That {name} got it was luck." if chosen == name else "The others had shown as much."
        return f"Good work, well told, and nobody who fought for {name}. {end}"
    if way.connection:
        return f"Somebody liked {name} and had nothing to tell. Liking alone leaves a friend with empty hands."
    return f"Nobody had a thing to say of {name}, good or bad. That is how most people leave a room."


def _why_marked(name: str, way: Way, chosen: str) -> str:
    if not way.proof:
        return f"On a sheet only what {name} can show counts, and {name} showed nothing."
    end = "The rest was luck." if chosen == name else f"That {chosen} got it was luck."
    return f"On a sheet the proofs count, and {name} had one. {end} With such a panel, be warm and answer the question."


def _unfair(way: Way, champions: dict[str, str], others: Sequence[str]) -> str:
    if way.marked:
        return "Nobody lost the place for sharing nothing. That is what the sheet is for."
    if not champions:
        return "Nobody was passed over for want of a friend. Chance decided, which is no better for the rest."
    return (
        f"Not fair: {_listed(others)} had shown as much, and shared nothing with anybody in the room. That is no fault "
        "of theirs. This is why careful employers write down marks before they talk."
    )


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _lot(names: Sequence[str], seed: int, what: str) -> str:
    """One of *names*, which looks like chance and is always the same for a seed."""
    return names[crc32(f"{seed}/{what}".encode()) % len(names)]
