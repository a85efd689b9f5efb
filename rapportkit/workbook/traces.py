"""What in a workbook is about one person, and the mark by which a forgotten one is known again."""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

PEOPLE = ("dossier", "person")
"""The kinds whose key is the key of a person."""

_REVIEWED = ("choice", "line")
"""What a review may be of; the review has the same key."""

_GARBLED = "an entry is garbled"

OF_A_PERSON = (*_REVIEWED, "left-out", "review", "recipient", "next-step")
"""The kinds whose key is that of a person, or begins with it and a slash."""

OF_THE_LEARNER = (
    *("assignment", "returned", "to-coach", "guidance", "scene"),
    *("interview", "in-hand", "taught", "card", "proof", "answer", "debrief", "played"),
    *("practice", "my-ways", "listen-for", "practice-talk", "talk", "tally"),
)
"""The kinds that stay when a person is forgotten; an interview loses the person, older wordings lose the name."""


class Row(NamedTuple):
    """One saved state of one record; a body of None says that the learner took the record away."""

    kind: str
    key: str
    body: Mapping[str, Any] | None
    saved_at: str


class Mark(NamedTuple):
    """A forgotten name: a random salt and the SHA-256 sum of salt and name. It fits a name, and tells none."""

    salt: str
    sum: str

    def fits(self, name: str) -> bool:
        """Whether this is the mark of that name (or key), however it is capitalised and spaced."""
        return _sum(self.salt, name) == self.sum


def mark_of(name: str) -> Mark:
    """A new mark that fits *name*."""
    salt = secrets.token_hex(16)
    return Mark(salt, _sum(salt, name))


def marks_in(connection: sqlite3.Connection) -> list[Mark]:
    """Everybody whom this workbook was asked to forget, in an order that tells nothing."""
    return [Mark(*row) for row in connection.execute("select salt, sum from forgotten order by sum")]


def unmark(connection: sqlite3.Connection, key: str, names: Iterable[str]) -> None:
    """Lift the marks that fit this person: the learner has added them again, knowingly."""
    known = (key, *names)
    lifted = [mark for mark in marks_in(connection) if any(mark.fits(name) for name in known)]
    connection.executemany("delete from forgotten where salt = ? and sum = ?", lifted)


def names_in(row: Row) -> set[str]:
    """The names that a person's row gives them: typed, or read in a file."""
    if row.kind not in PEOPLE or row.body is None:
        return set()
    names = [row.body["name"], *(file["reading"]["person"]["name"] for file in row.body.get("files", ()))]
    return {name for name in names if name.strip()}


def is_about(row: Row, person: str) -> bool:
    """
    Whether the row belongs to the person of that key: it says so, or its own key begins with theirs and a slash.

        >>> is_about(Row("line", "rowing", {"person": "interviewer-1"}, ""), "interviewer-1")
        True
        >>> is_about(Row("review", "interviewer-1/rowing", {}, ""), "interviewer-1")
        True
        >>> is_about(Row("dossier", "interviewer-10", {}, ""), "interviewer-1")
        False
    """
    if row.kind in PEOPLE:
        return row.key == person
    if row.body is not None and row.body.get("person") == person:
        return True
    return row.kind in OF_A_PERSON and (row.key == person or row.key.startswith(f"{person}/"))


def about(rows: Iterable[Row], person: str) -> set[int]:
    """
    The places, in *rows*, of everything that belongs to the person of that key.

    A review goes with the line or note whose key it bears, unless somebody else's bears it too; the sign that a
    record was taken away goes with the last state of that record.
    """
    rows = tuple(rows)
    gone = {place for place, row in enumerate(rows) if is_about(row, person)}
    reviewed = [(row.key, place in gone) for place, row in enumerate(rows) if row.kind in _REVIEWED and row.body]
    theirs = {key for key, went in reviewed if went} - {key for key, went in reviewed if not went}
    gone |= {place for place, row in enumerate(rows) if row.kind == "review" and row.key in theirs}
    touched = {rows[place][:2] for place in gone}
    kept = {row[:2] for place, row in enumerate(rows) if place not in gone and row.body is not None}
    return gone | {place for place, row in enumerate(rows) if row[:2] in touched - kept}


def without(row: Row, people: set[str]) -> Row:
    """The row with these people (keys) taken out of the interviewers of an interview; any other row as it is."""
    if row.kind != "interview" or row.body is None:
        return row
    stay = [key for key in row.body["interviewers"] if key not in people]
    return row._replace(body={**row.body, "interviewers": stay})


def names_by_key(rows: Iterable[Row]) -> dict[str, set[str]]:
    """Every person whom the rows speak of, by key, with the names of their latest state; often none."""
    people: dict[str, set[str]] = {}
    for row in sorted(rows, key=lambda row: row.saved_at):
        body = row.body or {}
        if row.kind in PEOPLE:
            people[row.key] = names_in(row) or people.get(row.key, set())
        if row.kind == "recipient":
            people.setdefault(row.key, set())
        for key in (*body.get("interviewers", ()), *([body["person"]] if "person" in body else ())):
            people.setdefault(key, set())
    return people


def fold(name: str) -> str:
    """The name without the differences that a person overlooks: capitals, spaces, ways to write an accent."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).split())


def row_of(kind: Any, key: Any, body: Any, saved_at: Any) -> Row:
    """
    The row as it stands in the file, its body read.

    Raises:
        sqlite3.DatabaseError: something in it is not what we wrote: the file is damaged.
    """
    try:
        value = None if body is None else json.loads(body)
        datetime.fromisoformat(saved_at)
    except (TypeError, ValueError):
        raise sqlite3.DatabaseError(_GARBLED) from None
    if not (isinstance(kind, str) and isinstance(key, str) and isinstance(value, dict | None)):
        raise sqlite3.DatabaseError(_GARBLED)
    return Row(kind, key, value, saved_at)


def _sum(salt: str, name: str) -> str:
    return hashlib.sha256(salt.encode("utf-8", "replace") + fold(name).encode("utf-8", "replace")).hexdigest()
