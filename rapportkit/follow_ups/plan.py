"""When each of the four follow-ups is due, for each interviewer; one rule a function."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups.follow_up import KINDS, FollowUp, FollowUpKind, FollowUpState, Invitation, Recipient
from rapportkit.follow_ups.wording import draft_for, one_line
from rapportkit.interviews import Interview, zone_called

DEBRIEF_AFTER = timedelta(minutes=30)
"""From the end of the interview to the three questions; the thank-you comes as long after them."""

MORNING = time(9, 0)
NIGHT = (time(6, 0), time(21, 30))
"""A thank-you that would fall before the first or after the second waits for the morning."""

INVITE = Invitation()
"""As the method has it."""

LIKELY_YEARS = range(1970, 2200)


class _Timing(NamedTuple):
    """What a rule says of one note: its moment, the moment from which it can be done, the reason."""

    due: datetime | None
    reason: str
    settled: FollowUpState | None = None
    opens: datetime | None = None


def plan_follow_ups(
    interview: Interview, recipients: Sequence[Recipient], now: datetime, invite: Invitation = INVITE
) -> tuple[FollowUp, ...]:
    """
    The four follow-ups for each of *recipients*: all thank-yous, then all gracious replies, and so on.

    Days are counted on the calendar of the interview's zone. A day that falls on a weekend moves to Monday
    morning, except for the thank-you; a local time that a clock change leaves out moves forward. *invite* is when
    people are invited.

    Raises:
        InvalidValue: the dates contradict each other, or somebody is named twice.
    """
    _check(interview, recipients)
    return tuple(_follow_up(kind, interview, recipients, one, now, invite) for kind in KINDS for one in recipients)


def debrief_at(interview: Interview) -> datetime:
    """When to answer the three questions of the debrief: half an hour after the interview's end, in its zone."""
    return (interview.ends.astimezone(UTC) + DEBRIEF_AFTER).astimezone(zone_called(interview.zone))


def local_moment(day: date, clock: time, zone: tzinfo) -> datetime:
    """
    *clock* on *day* in *zone*. A time that the clock change leaves out moves forward; of two, the first is meant.

        >>> local_moment(date(2026, 3, 29), time(1, 30), zone_called("Europe/London")).isoformat()
        '2026-03-29T02:30:00+01:00'
    """
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC).astimezone(zone)


def _follow_up(
    kind: FollowUpKind,
    interview: Interview,
    recipients: Sequence[Recipient],
    to: Recipient,
    now: datetime,
    invite: Invitation,
) -> FollowUp:
    timing = _RULES[kind](interview, to, invite)
    state = "done" if kind in to.done else timing.settled or _state(timing, now)
    reason = timing.reason if kind not in to.done else "Done: you have written it."
    if state != "done" and kind == "thank-you" and len(recipients) > 1:
        reason += " Each person on a panel gets a different note: they may compare them."
    return FollowUp(
        kind=kind,
        to=to.name,
        due=timing.due,
        state=state,
        draft=None if state == "not-needed" else draft_for(kind, to),
        reason=reason,
        person=to.key,
    )


def _state(timing: _Timing, now: datetime) -> FollowUpState:
    if timing.due is None:
        return "waiting"
    today = now.astimezone(timing.due.tzinfo).date()
    open_yet = timing.opens is None or now >= timing.opens
    return "due" if open_yet and today >= timing.due.date() else "planned"


def _thank_you(interview: Interview, _to: Recipient, _invite: Invitation) -> _Timing:
    debrief = debrief_at(interview)
    over = (debrief.astimezone(UTC) - DEBRIEF_AFTER).astimezone(debrief.tzinfo)
    due = (debrief.astimezone(UTC) + DEBRIEF_AFTER).astimezone(debrief.tzinfo)
    if NIGHT[0] <= due.time() <= NIGHT[1]:
        return _Timing(
            due, "Right after the interview, while the talk is fresh; a weekend does not move it.", opens=over
        )
    morning = due.date() + timedelta(days=due.time() > NIGHT[1])
    due = local_moment(morning, MORNING, zone_called(interview.zone))
    return _Timing(due, "The interview ends late, so the note can wait for the morning, but no longer.", opens=over)


def _gracious_reply(interview: Interview, _to: Recipient, _invite: Invitation) -> _Timing:
    outcome = interview.outcome
    if outcome is None:
        return _Timing(None, "Waits for the outcome: it is written only after a refusal.")
    if outcome.kind == "offer":
        return _Timing(None, "Not needed: you have an offer, so there is no refusal to answer.", "not-needed")
    if outcome.kind == "withdrawal":
        return _Timing(None, "Not needed: you withdrew, so there is no refusal to answer.", "not-needed")
    if outcome.kind == "next-round":
        return _Timing(None, "Waits: there is a next round, and this note is written only after a refusal.")
    if outcome.kind == "silence":
        return _Timing(
            None, "Waits: nobody has said no. If a refusal still comes, enter it and this note gets its day."
        )
    due, moved = _morning(outcome.on + timedelta(days=1), interview)
    return _Timing(due, f"The morning after the refusal: sleep on it, then thank them for the opportunity.{moved}")


def _invitation(interview: Interview, to: Recipient, invite: Invitation) -> _Timing:
    timing = _time_to_invite(interview, to, invite)
    if to.accepted is None:
        return timing
    return _Timing(timing.due, f"Done: {one_line(to.name)} accepted on {to.accepted.isoformat()}.", "done")


def _time_to_invite(interview: Interview, to: Recipient, invite: Invitation) -> _Timing:
    outcome, why = interview.outcome, _CONTESTED if invite == INVITE else _SET
    if invite.after == "interview":
        from_day = interview.starts.date()
    elif outcome is None:
        return _Timing(None, f"Waits for the outcome. {why}")
    elif outcome.kind == "next-round":
        return _Timing(None, f"Waits: there is a next round, so the outcome is still to come. {why}")
    else:
        from_day = outcome.on
    due, moved = _morning(from_day + timedelta(days=invite.days), interview)
    reason = f"{_capital(invite.in_words.removeprefix('on '))}.{moved}"
    if due == _gracious_reply(interview, to, invite).due:
        due, _ = _morning(due.date() + timedelta(days=1), interview)
        reason = "The day after your reply: two notes in one morning are too many."
    return _Timing(due, f"{reason} {why}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_CONTESTED = "To invite after the outcome is the method's order; it is contested, and your coach may change it."
_SET = "Your coach has set this; the method invites on the third day after the outcome, which is contested."


def _thanks_for_connecting(interview: Interview, to: Recipient, _invite: Invitation) -> _Timing:
    name = one_line(to.name)
    if to.accepted is None:
        return _Timing(None, f"Waits until {name} accepts your invitation.")
    due, moved = _morning(to.accepted + timedelta(days=1), interview)
    return _Timing(due, f"The morning after {name} accepted: thank them, and ask how you can support them.{moved}")


_RULES = {
    "thank-you": _thank_you,
    "gracious-reply": _gracious_reply,
    "invitation": _invitation,
    "thanks-for-connecting": _thanks_for_connecting,
}


def _morning(day: date, interview: Interview) -> tuple[datetime, str]:
    """The morning of *day* or, where that is a weekend, of the Monday after; and what to say of the move."""
    zone = zone_called(interview.zone)
    moment = local_moment(day, MORNING, zone)
    if moment.weekday() < 5:
        return moment, ""
    monday = moment.date() + timedelta(days=7 - moment.weekday())
    return local_moment(monday, MORNING, zone), " That is a weekend, so Monday morning."


def _check(interview: Interview, recipients: Sequence[Recipient]) -> None:
    _likely(interview.at.date(), "The interview")
    day = interview.starts.date()
    if interview.outcome is not None:
        _not_before(interview.outcome.on, day, "The outcome")
    keys = set()
    for to in recipients:
        if to.accepted is not None:
            _not_before(to.accepted, day, f"The day on which {to.name} accepted")
        if to.key in keys:
            raise InvalidValue(
                f"'{to.name}' is named twice. Name each interviewer once; if two people have the same name, "
                "tell them apart, such as 'Ana Ruiz (Legal)'."
            )
        keys.add(to.key)


def _not_before(day: date, interview: date, what: str) -> None:
    _likely(day, what)
    if day < interview:
        raise InvalidValue(
            f"{what} is dated {day.isoformat()}, before the interview on {interview.isoformat()}. "
            "Check which of the two dates is wrong."
        )


def _likely(day: date, what: str) -> None:
    if day.year not in LIKELY_YEARS:
        raise InvalidValue(
            f"{what} is dated {day.isoformat()}, which cannot be meant. "
            f"Use a year from {LIKELY_YEARS[0]} to {LIKELY_YEARS[-1]}."
        )
