"""What a page about one interview, or about everybody met, needs, gathered from the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rapportkit.brief import Brief, line_key
from rapportkit.cards import Card
from rapportkit.follow_ups import FollowUp, Recipient, plan_follow_ups
from rapportkit.ground.link import Choice
from rapportkit.guidance import GUIDANCE, Guidance
from rapportkit.interviews import Debrief, Interview, Line, Proof
from rapportkit.people.dossier import ME, Dossier
from rapportkit.people.person import Person
from rapportkit.practice import LISTEN_FOR, MY_WAYS, ListenFor, MyWays
from rapportkit.record import R
from rapportkit.relationships import Counts, NextStep, Relationship
from rapportkit.words.private_life import without_private
from rapportkit.words.review import Review
from rapportkit.workbook.store import Saved, Workbook

FIRST_INTERVIEW = "interview-1"
"""The key of a debrief that was written before any interview was set."""


def gather_brief(workbook: Workbook, interview: Interview, now: datetime, here: str = "") -> Brief:
    """
    All that the workbook holds for the brief of *interview*.

    The people are those whom the interview names or, where it names nobody who is known, all of them. *here* is the
    time zone of this machine: the page need not name it for an interview down the road.

    Raises:
        WorkbookError: the workbook cannot be read.
        InvalidValue: the dates of the follow-ups contradict each other.
    """
    guidance = workbook.latest(Guidance, GUIDANCE) or Guidance()
    known = people_of(workbook, interview)
    people = {key: without_private(person, guidance.lights) for key, person in known.items()}
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
        ways=workbook.latest(MyWays, MY_WAYS) or MyWays(),
        aim=guidance.aim,
        to_mend=_to_mend(workbook),
        here=here,
    )


def _to_mend(workbook: Workbook) -> dict[str, str]:
    """What was found in each line that should be mended, as it was told when the line was last looked at."""
    lines, found = workbook.all(Line), {}
    for key, review in workbook.all(Review).items():
        remark = next((one for one in review.remarks if one.weight == "fix"), None)
        if remark and key in lines:
            found[line_key(lines[key])] = remark.says
    return found


def people_of(workbook: Workbook, interview: Interview) -> dict[str, Person]:
    """The people to meet in *interview*, by key."""
    known = {key: dossier.person() for key, dossier in workbook.all(Dossier).items() if key != ME}
    named = {key: known[key] for key in interview.interviewers if key in known}
    return named or known


def recipient_of(workbook: Workbook, key: str, name: str) -> Recipient:
    """What is known of the person of that key as one to write to, under the *name* that they have now."""
    return (workbook.latest(Recipient, key) or Recipient(key=key, name=name)).with_(name=name)


def relationships_of(workbook: Workbook) -> tuple[Relationship, ...]:
    """
    Everybody whom the learner has noted, with what the workbook knows of each.

    A person is met in the last interview that names them, or names nobody.

    Raises:
        WorkbookError: the workbook cannot be read.
    """
    interviews = sorted(workbook.all(Interview).values(), key=lambda one: one.at)
    debriefs, steps, recipients = workbook.all(Debrief), workbook.all(NextStep), workbook.all(Recipient)
    found = []
    for key, dossier in workbook.all(Dossier).items():
        if key == ME:
            continue
        last = next((one for one in reversed(interviews) if key in one.interviewers or not one.interviewers), None)
        told = debriefs.get(last.id if last else FIRST_INTERVIEW, Debrief(interview=FIRST_INTERVIEW))
        to = recipients.get(key)
        found.append(
            Relationship(
                key=key,
                name=dossier.called("An interviewer without a name"),
                met=last.starts.date() if last else None,
                heard=bool(last and last.outcome),
                company=last.company if last else "",
                sent=len(to.done) if to else 0,
                connected=bool(to and to.accepted),
                cares_about=told.they_care_about,
                promised=told.i_promised,
                next=steps.get(key, NextStep(person=key)),
            )
        )
    return tuple(found)


def counts_at(workbook: Workbook, moments: Sequence[datetime]) -> list[Counts]:
    """
    What there was at each of *moments* of the people whom the workbook knows today, counted.

    Raises:
        WorkbookError: the workbook cannot be read.
    """
    keys = [key for key in workbook.all(Dossier) if key != ME]
    noted = [workbook.history(Dossier, key) for key in keys]
    written = [workbook.history(Recipient, key) for key in keys]
    meant = [workbook.history(NextStep, key) for key in keys]
    counts = []
    for moment in moments:
        recipients = [to for states in written if (to := _as_of(states, moment))]
        steps = [step for states in meant if (step := _as_of(states, moment))]
        counts.append(
            Counts(
                people=sum(_as_of(states, moment) is not None for states in noted),
                notes=sum(len(to.done) for to in recipients),
                connected=sum(to.accepted is not None for to in recipients),
                steps=sum(bool(step.step.strip()) for step in steps),
            )
        )
    return counts


def _as_of(states: Sequence[Saved[R]], moment: datetime) -> R | None:
    return next((one.record for one in reversed(states) if one.saved_at <= moment), None)


def plan_of(workbook: Workbook, interview: Interview, now: datetime) -> tuple[FollowUp, ...]:
    """
    The follow-ups of *interview* to everybody in it; when to invite, the learner's coach may have set.

    Raises:
        InvalidValue: the dates contradict each other.
    """
    people = people_of(workbook, interview)
    recipients = [recipient_of(workbook, key, person.name) for key, person in people.items()]
    guidance = workbook.latest(Guidance, GUIDANCE) or Guidance()
    return plan_follow_ups(interview, recipients, now, guidance.invitation)
