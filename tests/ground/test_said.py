"""What is filed under a name changes what the name says."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.people.person import Fact, FactKind, Person


def listing(name: str, *under: str, kind: FactKind = "interest") -> Person:
    """A person as a JSON Resume lists them: a name, and what is filed under it."""
    facts = [
        Fact(kind=kind, label=name, where="x"),
        *(Fact(kind=kind, label=one, detail=name, where="x") for one in under),
    ]
    return Person(name="Ana", facts=tuple(facts))


def status(mine: Person, theirs: Person) -> dict[str, str]:
    return {link.label: link.status for link in find_common_ground(mine, theirs).links}


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("Cello", "sold it, never touched again"),
        ("Sourdough", "never mine, it was my flatmate's"),
        ("Chess", "gave it up"),
        ("Judo", "not any more"),
        ("Baking", "my husband does it"),
        ("Sewing", "gave it away, never played again"),
    ],
)
def test_a_name_is_taken_back_by_what_is_filed_under_it(name: str, under: str) -> None:
    assert status(listing(name, under), listing(name)) == {}


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("Cello", "never without my metronome"),
        ("Running", "never a marathon, only the woods"),
        ("Baking", "never bought, always my own loaf"),
        ("Painting", "never sold one, given to friends"),
        ("Fishing", "gave up fly fishing, now on the coast"),
        ("Chess", "used to lose, now I win"),
    ],
)
def test_what_is_denied_of_a_part_takes_nothing_back(name: str, under: str) -> None:
    assert status(listing(name, under), listing(name))


@pytest.mark.parametrize(
    ("under", "theirs", "wanted"),
    [
        ("watching the Olympics", "4s on the sand", "possible"),
        ("spectating at Worlds", "Tuesdays", "possible"),
        ("watching the Olympics", "watching on Saturdays", "confirmed"),
        ("setter for my club", "Tuesdays", "confirmed"),
        ("captain, and watching the Olympics", "Tuesdays", "confirmed"),
    ],
)
def test_playing_against_watching_is_only_possible(under: str, theirs: str, wanted: str) -> None:
    mine, other = listing("Volleyball", under, kind="sport"), listing("Volleyball", theirs, kind="sport")

    assert status(mine, other)["Volleyball"] == status(other, mine)["Volleyball"] == wanted


def test_a_card_game_is_told_from_what_spans_a_river_by_what_is_filed_beside_it() -> None:
    cards, stone = listing("Bridge", "Acol", "Monday club"), listing("Bridges", "Victorian ironwork")

    assert "Architecture" not in status(cards, stone)
    assert status(listing("Old bridges", "Brunel"), stone)["Architecture"] == "confirmed"
