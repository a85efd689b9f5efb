"""Ten briefs as learners make them: nearly empty, ordinary, with long proofs, with many cards, with a panel."""

from __future__ import annotations

from rapportkit.brief import Brief
from rapportkit.cards import Card
from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Choice
from rapportkit.interviews import Line, Proof
from rapportkit.people.samples import sample_interviewers, sample_learners
from tests.brief.samples import WARD, follow_ups_to, marcuss, nadias, nothing_yet

PROOFS = (
    Proof(
        situation="Two of us on nights, nine new oxygen patients, an agency nurse who was new to the ward, and the bed "
        "manager ringing every quarter of an hour. The lift was out and the porters were two short.",
        action="I drew the bays on a sheet, gave her the stable ones and took the rounds every hour myself. "
        "At two I sent her for a proper break and covered both bays.",
        change="No call bell went over four minutes all night, and the sheet is still pinned up there. "
        "The ward manager copied it for weekends.",
    ),
    Proof(
        situation="Spirometry was booked six weeks ahead, and people came back worse than when they were referred.",
        action="I learned it on my days off, then taught two healthcare assistants on their quiet Thursdays.",
        change="Eight days instead of six weeks, and they run the list now. I have not done one since March.",
    ),
    Proof(
        situation="Handovers took fifty minutes and half of us were reading phones. New staff missed the allergies.",
        action="I timed a week of them, cut what stood in the notes already, and put the three risks first.",
        change="Twenty minutes, and no missed allergy since. The other wards asked for the sheet.",
    ),
)
CARDS = tuple(
    Card(lesson=lesson, if_=moment, then=plan)
    for lesson, moment, plan in (
        ("01", "they change the subject", "I follow them, and ask one question about it"),
        ("03", "I forget my line", "I ask what a good day on the ward looks like"),
        ("04", "there is a silence", "I count to three and smile"),
        ("05", "they ask for a weakness", "I tell the spirometry story from the beginning"),
        ("07", "they look at the clock", "I finish my sentence and ask what they would like to hear"),
        ("07", "two of them talk at once", "I look at the one who spoke first"),
    )
)
SAYS = (
    "On Sunday I was out before it was light, and thought of nothing for an hour. I saw that you are one for {} too. "
)


def ten_dossiers() -> dict[str, Brief]:
    """The ten by a word on each."""
    listening = "a place that they say twice"
    return {
        "empty": nothing_yet(),
        "person alone": _between("nadia", "helen", links=0, proofs=0, cards=0),
        "first evening": _between("tomasz", "ingrid", links=1, proofs=1, cards=1),
        "ordinary": nadias(),
        "after": marcuss(),
        "one long proof": nadias().with_(proofs=PROOFS[:1]),
        "three proofs": nadias().with_(proofs=PROOFS),
        "many cards": nadias().with_(proofs=PROOFS[:2], cards=CARDS, listen_for=listening),
        "everything": _between("priya", "gareth", links=4, proofs=2, cards=3),
        "panel": _between("nadia", "helen", "gareth", "ingrid", links=2, proofs=3, cards=4),
    }


def _between(learner: str, *keys: str, links: int, proofs: int, cards: int) -> Brief:
    people = {key: sample_interviewers()[key] for key in keys}
    me = sample_learners()[learner]
    shared = [(key, link) for key, one in people.items() for link in find_common_ground(me, one).suggested(links)]
    return Brief(
        interview=WARD.with_(interviewers=keys, format="panel" if len(keys) > 1 else "room"),
        people=people,
        shortlist=tuple(
            Choice(person=key, link=link, stance="true", question=f"What first got you into {link.label}?")
            for key, link in shared
        ),
        lines=tuple(
            Line(
                person=key,
                about_kind=link.kind,
                about_label=link.label,
                text=SAYS.format(link.label) + "What does a good morning of it look like for you?",
            )
            for key, link in shared[:3]
        ),
        proofs=PROOFS[:proofs],
        cards=CARDS[:cards],
        follow_ups=follow_ups_to(WARD, people),
    )
