"""The page itself, in HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from rapportkit.brief.columns import arrangements, balanced, on_two_pages
from rapportkit.brief.fit import Cut, cut
from rapportkit.brief.gathered import Brief
from rapportkit.brief.layout import BOLD, NARROW, PAGE_WIDTH, ROOM, TITLE, TYPES, WIDE, Front, best_of, lost
from rapportkit.follow_ups import DEBRIEF_QUESTIONS, KINDS, FollowUp, FollowUpKind, debrief_at
from rapportkit.follow_ups.wording import one_line
from rapportkit.interviews import Format, Interview, is_nowhere
from rapportkit.printed import printed

MARK = '<meta name="generator" content="rapportkit brief">'
"""What a brief of ours says of itself, near its beginning."""

MOST_ROWS = 6
"""People in the table of days: more would push it off the page."""

NAMES = 0.26
"""The part of the width of the page that the names in the table of days have."""

HOW: dict[Format, str] = {
    "room": "in a room",
    "phone": "on the phone",
    "video": "on video",
    "panel": "with a panel",
    "recruiter": "a first call with a recruiter: short and clear",
    "recorded": "recorded: nobody listens yet, so your proofs count most",
}
NOTES: dict[FollowUpKind, tuple[str, str]] = {
    "thank-you": ("1 Thank-you", "right after the interview"),
    "gracious-reply": ("2 Gracious reply", "the morning after a refusal"),
    "invitation": ("3 Invitation to connect", "three days after you hear"),
    "thanks-for-connecting": ("4 Thanks for connecting", "the morning after they accept"),
}
"""Each note, and when it is written where its day is not known yet."""


_WORTH_BALANCING = 30
"""Of what is lost more than that, no other setting saves it."""

_NAME_COLUMN = (PAGE_WIDTH * NAMES - 8) / TYPES["text"].size / BOLD


class Row(NamedTuple):
    """A person in the table of days: when each note is written, and whether that is `dated`, `open` or `over`."""

    name: Cut
    cells: tuple[tuple[str, str], ...]


def brief_page(brief: Brief) -> str:
    """
    The brief as one HTML file of two printed pages, A4 or Letter: the page to read before, the days after.

    Where several people are met, and what there is to them does not fit, the learner's own side gets a page to itself.
    It needs nothing from elsewhere and holds no scripts. What did not fit is shortened or left out, and the page
    says where. What touches a topic to leave alone is kept off it, since it may lie on a table in the room.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    interview = brief.interview
    title = cut(_title(interview), PAGE_WIDTH / TITLE.size / BOLD, 2)
    fronts = _fronts(brief, ROOM - TITLE.leading * (title.lines - 1))
    sections = [section for front in fronts for section in (*front.wide, *front.narrow)]
    pieces = [piece for section in sections for entry in section.entries for piece in entry]
    rows = _rows(brief.follow_ups)
    return printed(
        "brief.html",
        title=title,
        when=_moment(interview.starts),
        zone=_zone(brief),
        how=HOW[interview.format],
        minutes=interview.minutes,
        fronts=fronts,
        shortened=title.short or any(piece.short for piece in pieces),
        types=TYPES,
        heading=TITLE,
        aim=brief.aim,
        widths=(WIDE, NARROW, PAGE_WIDTH),
        names=NAMES,
        debrief=_moment(debrief_at(interview)),
        questions=DEBRIEF_QUESTIONS,
        ruled=5 if len(rows) <= 2 else 4 if len(rows) <= 4 else 3,
        notes=[NOTES[kind] for kind in KINDS],
        rows=rows[:MOST_ROWS],
        more_rows=max(0, len(rows) - MOST_ROWS),
        mark=MARK,
    )


def brief_name(brief: Brief) -> str:
    """
    A file name for the brief, which says no name: `brief-2026-12-03.html`.
    """
    return f"brief-{brief.interview.starts:%Y-%m-%d}.html"


def _fronts(brief: Brief, room: float) -> tuple[Front, ...]:
    front = best_of(arrangements(brief), room)
    if 0 < lost(front) <= _WORTH_BALANCING:
        front = min(front, best_of(balanced(brief), room), key=lost)
    if len(brief.people) < 2 or not lost(front):
        return (front,)
    return tuple(best_of(ways, room) for ways in on_two_pages(brief))


def _title(interview: Interview) -> str:
    return ", ".join(filter(None, (one_line(interview.role), one_line(interview.company)))) or "Your interview"


def _zone(brief: Brief) -> str:
    """The zone, where somebody could take it for another: not of the room down the road, nor a machine's own."""
    interview = brief.interview
    is_plain = interview.format == "room" or is_nowhere(interview.zone)
    return "" if is_plain and interview.zone == brief.here else f"{interview.zone} time"


def _moment(at: datetime) -> str:
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M}"


def _rows(follow_ups: Sequence[FollowUp]) -> list[Row]:
    """A row for each person, in their order; the notes come by kind, then by person."""
    by_person: dict[str, dict[FollowUpKind, FollowUp]] = {}
    for one in follow_ups:
        by_person.setdefault(one.person, {})[one.kind] = one
    return [
        Row(
            cut(one_line(next(iter(notes.values())).to), _NAME_COLUMN, 3),
            tuple(_cell(notes[kind]) if kind in notes else ("", "over") for kind in KINDS),
        )
        for notes in by_person.values()
    ]


def _cell(note: FollowUp) -> tuple[str, str]:
    if note.state in ("done", "not-needed"):
        return note.state.replace("-", " "), "over"
    if note.due is None:
        return NOTES[note.kind][1], "open"
    return f"{note.due:%a} {note.due.day} {note.due:%b, %H:%M}", "dated"
