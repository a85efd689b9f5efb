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
from rapportkit.workbook.store import Workbook


def gather_brief(workbook: Workbook, interview: Interview, now: datetime) -> Brief:
    """
    All that the workbook holds for the brief of *interview*.

    The people are those whom the interview names or, where it names nobody who is known, all of them.

    Raises:
        WorkbookError: the workbook cannot be read.
        InvalidValue: the dates of the follow-ups contradict each other.
    """
    people = people_of(workbook, interview)
    return Brief(
        interview=interview,
        people=people,
        shortlist=tuple(one for one in workbook.all(Choice).values() if one.person in people),
        lines=tuple(one for one in workbook.all(Line).values() if one.person in people),
        proofs=tuple(workbook.all(Proof).values()),
        cards=tuple(workbook.all(Card).values()),
        follow_ups=_planned(workbook, interview, people, now),
    )


def people_of(workbook: Workbook, interview: Interview) -> dict[str, Person]:
    """The people to meet in *interview*, by key."""
    known = {key: dossier.person() for key, dossier in workbook.all(Dossier).items() if key != ME}
    named = {key: known[key] for key in interview.interviewers if key in known}
    return named or known


def _planned(
    workbook: Workbook, interview: Interview, people: dict[str, Person], now: datetime
) -> tuple[FollowUp, ...]:
    recipients = []
    for key, person in people.items():
        to = workbook.latest(Recipient, key) or Recipient(key=key, name=person.name)
        recipients.append(to.with_(name=person.name))
    return plan_follow_ups(interview, recipients, now)
