"""The plan of follow-ups on the page, and the files to take away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from rapportkit.follow_ups import FollowUp, calendar_file, mail_file, mail_name
from rapportkit.interviews import Interview
from rapportkit.views._page import download_link
from rapportkit.views.spreadsheet import as_csv

NAMES = {
    "thank-you": "Thank-you",
    "gracious-reply": "Gracious reply",
    "invitation": "Invitation to connect",
    "thanks-for-connecting": "Thanks for connecting",
}
STATES = {
    "waiting": "waits",
    "planned": "planned",
    "due": "due now",
    "done": "done",
    "not-needed": "not needed",
}
ABOUT_FILES = (
    "The calendar has an entry half an hour after the interview, with the three questions, and one for each note whose "
    "day is known. The mail files open as drafts, addressed to nobody yet."
)


def plan_as_html(planned: Sequence[FollowUp]) -> str:
    """The plan as a table: which note, when, its state, and why then."""
    columns = "".join(f"<th scope='col'>{name}</th>" for name in ("Note", "When", "State", "Why"))
    return (
        f"<table class='rk-plan'><thead><tr>{columns}</tr></thead><tbody>{''.join(map(_row, planned))}</tbody></table>"
    )


def files_as_html(interview: Interview, planned: Sequence[FollowUp], now: datetime) -> str:
    """Links to the calendar file, and to one mail draft for each note that is needed."""
    calendar = calendar_file(interview, planned, now)
    links = [
        download_link("Calendar file", "follow-ups.ics", calendar, "text/calendar"),
        download_link("Table for a spreadsheet", "follow-ups.csv", plan_as_csv(planned), "text/csv"),
    ]
    for note in planned:
        if note.draft is not None:
            label = f"{NAMES[note.kind]} to {note.to}"
            links.append(download_link(label, mail_name(note), mail_file(note, interview), "message/rfc822"))
    return f"<p>{ABOUT_FILES}</p><p>{' '.join(links)}</p>"


def plan_as_csv(planned: Sequence[FollowUp]) -> bytes:
    """The plan as a CSV file that Excel opens with its accents right, and in which no text is a formula."""
    rows = [
        {
            "Note": NAMES[note.kind],
            "To": note.to,
            "When": note.due.isoformat(sep=" ", timespec="minutes") if note.due else "",
            "State": STATES[note.state],
            "Why": note.reason,
        }
        for note in planned
    ]
    return as_csv(rows)


def _row(note: FollowUp) -> str:
    when = f"{note.due:%a %d %b %Y, %H:%M}" if note.due else "–"
    what = f"{NAMES[note.kind]}<br><small>to {escape(note.to)}</small>"
    return f"<tr><td>{what}</td><td>{when}</td><td>{STATES[note.state]}</td><td>{escape(note.reason)}</td></tr>"
