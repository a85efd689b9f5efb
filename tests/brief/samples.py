"""Two briefs of invented people, one with far too much in it, one with nothing."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from rapportkit.brief import Brief
from rapportkit.cards import Card
from rapportkit.follow_ups import Recipient, plan_follow_ups
from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Choice, Link
from rapportkit.interviews import Interview, Line, Outcome, Proof
from rapportkit.people.person import Fact, Person, Source
from rapportkit.people.samples import sample_interviewers, sample_learners

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=LONDON)
WARD = Interview(
    id="interview-1",
    at=datetime(2026, 12, 3, 14, 0, tzinfo=LONDON),
    zone="Europe/London",
    role="Staff nurse, respiratory ward",
    company="Ouse Bank Hospital",
    interviewers=("helen",),
)


def follow_ups_to(interview: Interview, people: dict[str, Person]) -> tuple:
    return plan_follow_ups(interview, [Recipient(key=key, name=one.name) for key, one in people.items()], NOW)


def nadias() -> Brief:
    """Nadia, who meets Helen on Thursday: an ordinary, well-filled brief."""
    helen = {"helen": sample_interviewers()["helen"]}
    links = find_common_ground(sample_learners()["nadia"], helen["helen"]).suggested(2)
    curious = next(fact for fact in helen["helen"].facts if fact.label == "Giant pumpkins")
    questions = ("What do you grow now that the frost is here?", "")
    shortlist = [Choice(person="helen", link=link, stance="true", question=asked)
                 for link, asked in zip(links, questions, strict=True)]  # fmt: skip
    return Brief(
        interview=WARD,
        people=helen,
        shortlist=(*shortlist, curiosity("helen", curious, "How did you come to giant pumpkins, of all things?")),
        lines=(
            Line(
                person="helen",
                about_kind=links[0].kind,
                about_label=links[0].label,
                text="My chillies came up in the airing cupboard this spring, to the horror of everyone's towels. "
                "I saw on your profile that you grow vegetables. What does best for you in Yorkshire clay?",
            ),
            Line(
                person="helen",
                about_kind=links[1].kind,
                about_label=links[1].label,
                text="I still reckon time by the night bus to Headingley. "
                "You worked in Leeds for years: what do you miss of it?",
            ),
        ),
        proofs=(
            Proof(
                situation="Two of us on nights, nine new oxygen patients, and an agency nurse new to the ward.",
                action="I drew the bays on a sheet, gave her the stable ones and took the rounds every hour myself.",
                change="No call bell over four minutes, and the sheet is still pinned up there.",
            ),
            Proof(
                situation="Spirometry was booked six weeks ahead.",
                action="I learned it, then taught two healthcare assistants on their quiet Thursdays.",
                change="Eight days, and they run the list now.",
            ),
        ),
        cards=(
            Card(lesson="04", if_="she changes the subject", then="I follow her, and ask one question about it"),
            Card(lesson="03", if_="I forget my line", then="I ask what a good day on the ward looks like"),
            Card(
                lesson="07_interview_day", if_="I get home", then="I answer the three questions before the kettle boils"
            ),
        ),
        follow_ups=follow_ups_to(WARD, helen),
    )


def marcuss() -> Brief:
    """Marcus after the refusal: some notes have their days, and the afternoon is on another clock."""
    denise = {"denise": sample_interviewers()["denise"]}
    links = find_common_ground(sample_learners()["marcus"], denise["denise"]).suggested(3)
    interview = Interview(
        id="depot",
        at=datetime(2026, 12, 3, 8, 30, tzinfo=ZoneInfo("America/Chicago")),
        zone="America/Chicago",
        role="Shift lead, outbound",
        company="Lakeside Parcel",
        format="video",
        minutes=45,
        outcome=Outcome(kind="refusal", on=date(2026, 12, 4)),
    )
    return Brief(
        interview=interview,
        people=denise,
        shortlist=tuple(Choice(person="denise", link=link, stance="true") for link in links),
        follow_ups=follow_ups_to(interview, denise),
    )


def nothing_yet() -> Brief:
    """A date and nothing else."""
    return Brief(interview=Interview(id="bare", at=WARD.at, zone="Europe/London"))


def far_too_much(words: str = "Incidentally") -> Brief:
    """A panel of twelve and texts without end, all of them made of *words*."""
    long = " ".join([words] * 400)
    name = f"{words} " * 12
    person = Person(
        name=name[:300],
        headline=long,
        facts=tuple(Fact(kind="interest", label=f"{number} {long}"[:2_000], where="form") for number in range(9)),
    )
    people = {f"p{number}": person.with_(name=f"{number} {name}"[:300]) for number in range(12)}
    source = Source(text=long, where=long)
    link = Link(kind="interest", label=name[:300], status="confirmed", light="green", mine=(source,) * 4,
                theirs=(source,) * 4, why=long)  # fmt: skip
    interview = WARD.with_(role=long, company=long, format="panel", interviewers=tuple(people))
    return Brief(
        interview=interview,
        people=people,
        shortlist=tuple(
            Choice(person=key, link=link.with_(label=f"{key} {name}"[:300]), stance="true", question=long)
            for key in people
        ),
        lines=tuple(Line(person=key, about_kind="interest", about_label=name[:300], text=long) for key in people),
        proofs=tuple(Proof(situation=long, action=long, change=long) for _ in range(9)),
        cards=tuple(Card(lesson=f"04-{number}", if_=long, then=long) for number in range(12)),
        follow_ups=follow_ups_to(interview, people),
    )


def curiosity(person: str, fact: Fact, question: str) -> Choice:
    """A question about something of theirs, as the lesson on common ground keeps it."""
    link = Link(kind=fact.kind, label=fact.label, status="possible", light="green", mine=(), theirs=(fact.source,),
                why="Theirs, not yours: you ask because you would like to know.")  # fmt: skip
    return Choice(person=person, link=link, stance="curious", question=question)
