"""Everybody met, on the page: one row a person, and progress in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from rapportkit.relationships import Relationship, State, standing_of

COLUMNS = (
    "Person",
    "State",
    "Next step",
    "When",
    "To give",
    "They care about",
    "Met",
    "Notes sent",
    "Keep until",
    "Why",
)
"""The columns of the file; the page shows the ones that fit."""

IN_WORDS: Mapping[State, str] = {
    "to come": "to come",
    "notes ran out": "notes ran out",
    "leave be": "leave be",
    "due": "due now",
    "planned": "planned",
    "no date yet": "no date yet",
    "no step yet": "no step yet",
}


def rows_of(people: Iterable[Relationship], today: date) -> list[dict[str, str]]:
    """The people as rows of text, in the order given; days as 2026-12-01, so that they sort."""
    return [_row(one, today) for one in people]


def table_as_html(rows: Sequence[Mapping[str, str]]) -> str:
    """The rows as a table on the page, with the columns that fit."""
    if not rows:
        return "<p>Nobody here.</p>"
    columns = ("Person", "State", "Next step", "When")
    head = "".join(f"<th scope='col'>{name}</th>" for name in columns)
    body = "".join(map(_row_as_html, rows))
    return f"<table class='rk-people'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(one: Relationship, today: date) -> dict[str, str]:
    step, standing = one.next, standing_of(one, today)
    cells = (
        one.name,
        IN_WORDS[standing.state],
        step.step,
        step.when.isoformat() if step.when else "",
        step.gift,
        one.cares_about,
        one.met.isoformat() if one.met and (one.met <= today or standing.state == "to come") else "",
        str(one.sent),
        one.expires.isoformat() if one.expires else "",
        standing.reason,
    )
    return dict(zip(COLUMNS, cells, strict=True))


def _row_as_html(row: Mapping[str, str]) -> str:
    sent = f"{row['Notes sent']} of 4 notes sent"
    met = f"met {_day(row['Met'])}, {sent}" if row["Met"] and row["State"] != IN_WORDS["to come"] else sent
    gift = f"<small>To give: {escape(row['To give'])}</small>" if row["To give"].strip() else ""
    step = "<br>".join(filter(None, (escape(row["Next step"].strip()), gift, f"<small>{escape(row['Why'])}</small>")))
    return (
        f"<tr><td>{escape(row['Person'])}<br><small>{met}</small></td><td>{row['State']}</td>"
        f"<td>{step}</td><td>{_day(row['When']) if row['When'] else '–'}</td></tr>"
    )


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%b %Y}"
