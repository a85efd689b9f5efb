"""What a page about one interview needs, gathered from the workbook."""

from __future__ import annotations

from datetime import datetime

from rapportkit.brief import Brief
from rapportkit.cards import Card
from rapportkit.follow_ups import FollowUp, Recipient, plan_follow_ups
from rapportkit.ground.link import Choice
from rapportkit.interviews import Interview, Line, Proof
from rapportkit.people.dossier import ME, Dossier
from rapportkit.people.person import Person
from rapportkit.practice import LISTEN_FOR, ListenFor
from rapportkit.workbook.store import Workbook


def gather_brief(workbook: Workbook, interview: Interview, now: datetime, here: str = "") -> Brief:
    """
    All that the workbook holds for the brief of *interview*.

    The people are those whom the interview names or, where it names nobody who is known, all of them. *here* is the
    time zone of this machine: the page need not name it for an interview down the road.

    Raises:
        WorkbookError: the workbook cannot be read.
        InvalidValue: the dates of the follow-ups contradict each other.
    """
    people = people_of(workbook, interview)
    listening = workbook.latest(ListenFor, LISTEN_FOR)
    return Brief(
        interview=interview,
        people=people,
        shortlist=tuple(one for one in workbook.all(Choice).values() if one.person in people),
        lines=tuple(one for one in workbook.all(Line).values() if one.person in people),
        proofs=tuple(workbook.all(Proof).values()),
        cards=tuple(workbook.all(Card).values()),
        follow_ups=plan_of(workbook, interview, now),
        listen_for=listening.what if listening else "",
        here=here,
    )


def people_of(workbook: Workbook, interview: Interview) -> dict[str, Person]:
    """The people to meet in *interview*, by key."""
    known = {key: dossier.person() for key, dossier in workbook.all(Dossier).items() if key != ME}
    named = {key: known[key] for key in interview.interviewers if key in known}
    return named or known


def recipient_of(workbook: Workbook, key: str, name: str) -> Recipient:
    """What is known of the person of that key as one to write to, under the *name* that they have now."""
    return (workbook.latest(Recipient, key) or Recipient(key=key, name=name)).with_(name=name)


def plan_of(workbook: Workbook, interview: Interview, now: datetime) -> tuple[FollowUp, ...]:
    """
    The follow-ups of *interview* to everybody in it.

    Raises:
        InvalidValue: the dates contradict each other.
    """
    people = people_of(workbook, interview)
    recipients = [recipient_of(workbook, key, person.name) for key, person in people.items()]
    return plan_follow_ups(interview, recipients, now)
