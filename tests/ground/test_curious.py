"""What one may be curious about aloud."""

from __future__ import annotations

from rapportkit.ground.curious import link_out_of_curiosity, worth_asking
from rapportkit.ground.link import Ground
from rapportkit.people.person import Fact, FactKind, Person


def fact(kind: FactKind, label: str) -> Fact:
    return Fact(kind=kind, label=label, where=f"row {label}")


KITES, BEES = fact("creative", "Kite making"), fact("interest", "Beekeeping")
WORK, SKILL = fact("employer", "Acme Ltd"), fact("skill", "Welding")
RED = fact("group", "Asthma support group")
THEM = Person(name="Ines", facts=(WORK, KITES, SKILL, RED, BEES))


def test_work_and_what_is_red_are_nothing_to_be_curious_about_aloud() -> None:
    assert worth_asking(THEM, Ground(), {}) == (KITES, BEES)


def test_what_is_shared_is_not_offered_once_more_as_theirs() -> None:
    ground = Ground(links=(link_out_of_curiosity(BEES),))

    assert worth_asking(THEM, ground, {}) == (KITES,)


def test_a_question_rests_on_their_words_alone() -> None:
    link = link_out_of_curiosity(KITES)

    assert (link.mine, link.theirs, link.status) == ((), (KITES.source,), "possible")
