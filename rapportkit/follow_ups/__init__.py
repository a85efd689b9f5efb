"""The four follow-ups: when, to whom, the draft, the calendar file, the mail files. Nothing is ever sent."""

from __future__ import annotations

from rapportkit.follow_ups.calendar import DEBRIEF_QUESTIONS, calendar_file
from rapportkit.follow_ups.follow_up import KINDS, FollowUp, FollowUpKind, FollowUpState, Invitation, Recipient
from rapportkit.follow_ups.mail import mail_file, mail_name
from rapportkit.follow_ups.plan import debrief_at, local_moment, plan_follow_ups

__all__ = [
    "DEBRIEF_QUESTIONS",
    "KINDS",
    "FollowUp",
    "FollowUpKind",
    "FollowUpState",
    "Invitation",
    "Recipient",
    "calendar_file",
    "debrief_at",
    "local_moment",
    "mail_file",
    "mail_name",
    "plan_follow_ups",
]
