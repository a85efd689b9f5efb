"""Everybody met, on the page: one row a person, and progress in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from rapportkit.relationships import Relationship, State, standing_of

COLUMNS = ("Person", "State", "Next step", "When", "To give", "They care about", "Met", "Notes sent", "Keep until")
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


def table_as_html(rows: Sequence[Mapping[str, str]], reasons: Mapping[str, str]) -> str:
    """The rows as a table on the page; *reasons* says of a person, by name, why things stand so."""
    if not rows:
        return "<p>Nobody here.</p>"
    columns = ("Person", "State", "Next step", "When")
    head = "".join(f"<th scope='col'>{name}</th>" for name in columns)
    body = "".join(_row_as_html(row, reasons.get(row["Person"], "")) for row in rows)
    return f"<table class='rk-people'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def reasons_of(people: Iterable[Relationship], today: date) -> dict[str, str]:
    """Why things stand as they do, by the name of the person."""
    return {one.name: standing_of(one, today).reason for one in people}


def _row(one: Relationship, today: date) -> dict[str, str]:
    step = one.next
    cells = (
        one.name,
        IN_WORDS[standing_of(one, today).state],
        step.step,
        step.when.isoformat() if step.when else "",
        step.gift,
        one.cares_about,
        one.met.isoformat() if one.met else "",
        str(one.sent),
        one.expires.isoformat() if one.expires else "",
    )
    return dict(zip(COLUMNS, cells, strict=True))


def _row_as_html(row: Mapping[str, str], reason: str) -> str:
    sent = f"{row['Notes sent']} of 4 notes sent"
    met = f"met {row['Met']}, {sent}" if row["Met"] else sent
    when = row["When"] or "–"
    gift = f"<br><small>to give: {escape(row['To give'])}</small>" if row["To give"].strip() else ""
    return (
        f"<tr><td>{escape(row['Person'])}<br><small>{met}</small></td><td>{row['State']}</td>"
        f"<td>{escape(row['Next step'])}{gift}<br><small>{escape(reason)}</small></td><td>{when}</td></tr>"
    )
