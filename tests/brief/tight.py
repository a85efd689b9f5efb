"""The brief of a learner who has done all lessons: long plans, three proofs, three lines, one still to be mended."""

from __future__ import annotations

from rapportkit.brief import Brief, line_key
from rapportkit.cards import Card
from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Choice
from rapportkit.interviews import Line, Proof
from rapportkit.people.person import Fact, Person
from tests.brief.samples import WARD


def fact(kind: str, label: str, detail: str | None = None) -> Fact:
    return Fact.model_validate({"kind": kind, "label": label, "detail": detail, "where": "notes.txt: line 5"})


ME = Person(
    name="Milan Kos", facts=(fact("place", "Hull", "First year in England, 2013"), fact("interest", "carp fishing"))
)
THEM = Person(
    name="Carol Whitmore",
    headline="Depot manager, Northern Chill",
    facts=(
        fact("place", "Hull", "Born & bred in Hull, and I still say so."),
        fact("interest", "sea fishing off Filey"),
        fact("group", "Otley juniors rugby"),
        fact("employer", "Humber Foods", "Shift manager"),
        fact("school", "Hull College"),
    ),
)
SAYS = (
    (
        "I only catch carp; once one of fourteen kilos pulled me into the pond, boots and all. I think you fish at "
        "sea, off Filey. Do you ever get sick on the boat like me?"
    ),
    (
        "My first year in England I lived in Hull, and I thought they spoke another language; nobody said no "
        "in the way I had learned it. You know Hull, I think. Was it hard for you to leave it?"
    ),
)
PROOFS = tuple(
    Proof(situation=situation, action=action, change=change)
    for situation, action, change in (
        (
            "Christmas week four drivers phoned in sick and the yard was full from wall to wall.",
            "I made a new plan on the board, swapped two loads and drove the shunter myself until midnight.",
            "All trailers were gone by six in the morning, and the manager kept the board.",
        ),
        (
            "In freezer aisle six, ten or twelve pallets broke every week and nobody knew why.",
            "I walked the aisle with the drivers for a week, and we moved the corner guard by half a metre.",
            "In two months it was down to two a week.",
        ),
        (
            "New lads from the agency were leaving after one week.",
            "I gave each of them a buddy from the old shift and ate with them on the first day.",
            "Of ten starters eight stayed till summer.",
        ),
    )
)
CARDS = tuple(
    Card(lesson=lesson, if_=moment, then=plan)
    for lesson, moment, plan in (
        (
            "01",
            "I sit in the hall and my hands are cold",
            "I put them in my pockets, breathe out slowly and look around",
        ),
        ("03", "I catch myself counting answers", "I stop, look at her and think of what she does after work"),
        ("04", "the link on my shortlist does not come up", "I ask how she came from the peas to the whole depot"),
        ("05", "they stay formal after my line", "I stop there and answer shortly"),
        ("07", "they change the subject", "I go with them and ask one thing about the new one"),
    )
)


def full_evening() -> Brief:
    """All of it; the line about the city is still to be mended."""
    links = find_common_ground(ME, THEM).links
    lines = tuple(
        Line(person="carol", about_kind=link.kind, about_label=link.label, text=text)
        for link, text in zip(sorted(links, key=lambda one: one.kind == "interest"), reversed(SAYS), strict=True)
    )
    return Brief(
        interview=WARD.with_(interviewers=("carol",)),
        people={"carol": THEM},
        shortlist=tuple(Choice(person="carol", link=link, stance="true", question="") for link in links),
        lines=lines,
        proofs=PROOFS,
        cards=CARDS,
        listen_for="what makes her laugh on a shift",
        to_mend={
            line_key(lines[0]): "The line says nothing of yours: “spoke another language” may be heard as a judgement."
        },
    )
