"""The coach's list of learners, out of the CSV files of Excel, Moodle and Canvas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.people.plain_text import one_line
from rapportkit.record import Record, Short

MOST_BYTES = 20 * 1024 * 1024
MOST_LEARNERS = 50_000
MOST_REMARKS = 200
"""More than anybody reads."""

_HEADER_WITHIN = 10
_DELIMITERS = ",;\t|"

IDS = (
    "id number", "student id", "student number", "learner id", "sis user id", "sis login id", "login id", "username",
    "user name", "user id", "participant id", "matriculation number", "id", "identifier", "id-nummer", "matrikelnummer",
    "anmeldename", "numéro d'identification", "nombre de usuario", "número de id",
)  # fmt: skip
"""What a column of ids is called, in the order in which they are preferred."""

NAMES = ("full name", "name", "student name", "learner name", "learner", "student", "participant", "display name",
         "vollständiger name", "nom complet", "nombre completo")  # fmt: skip
FIRST = ("first name", "firstname", "given name", "forename", "vorname", "prénom", "nombre")
LAST = ("last name", "lastname", "surname", "family name", "nachname", "nom", "apellido(s)", "apellidos")
MAILS = ("email address", "email", "e-mail", "e-mail address", "mail", "e-mail-adresse", "adresse de courriel",
         "dirección de correo")  # fmt: skip
_KNOWN = {*IDS, *NAMES, *FIRST, *LAST, *MAILS}
NO_LEARNERS = ("points possible", "student, test", "test student")
"""Rows of Canvas's gradebook that are nobody."""


class Listed(Record):
    """A learner as the list names them. `email` is empty where the list has none."""

    id: Short
    name: Short
    email: str = ""


class Roster(Record):
    """The learners, in the order of the list, and what a coach should look at: doubles, gaps."""

    learners: tuple[Listed, ...]
    remarks: tuple[str, ...] = ()


class _Row(NamedTuple):
    number: int
    id: str
    name: str
    email: str


def read_roster(name: str, data: bytes) -> Roster:
    """
    The learners in a CSV file, whatever its delimiter and encoding; columns are known by their names.

    Where no column holds ids, the e-mail address is the id, and where there is none either, the name.

    Raises:
        UnreadableFile: it is no CSV file, has no column of names or ids, or names nobody.
    """
    rows, header = _table(name, text_of(name, data))
    taken: dict[str, _Row] = {}
    remarks: list[str] = []
    for row in _learners(rows, header, remarks):
        earlier = taken.setdefault(row.id.casefold(), row)
        if earlier is not row:
            remarks.append(_same_id(earlier, row))
    if not taken:
        raise UnreadableFile(f"'{name}' names nobody below its first line. Export the list of participants again.")
    remarks += _same_names(tuple(taken.values()))
    learners = (Listed(id=row.id[:300], name=row.name[:300], email=row.email[:320]) for row in taken.values())
    return Roster(learners=tuple(learners), remarks=readable(remarks))


def text_of(name: str, data: bytes) -> str:
    """
    The text of a CSV file: UTF-8, UTF-16 as Excel's "Unicode text" is, or the western letters of older Excels.

    Raises:
        UnreadableFile: it is a workbook of Excel, is not text, or is far too large.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableFile(f"'{name}' is an Excel workbook. In Excel choose Save As, CSV UTF-8, and bring that file.")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"'{name}' is larger than {MOST_BYTES >> 20} MB. Is it the list of your learners?")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\x00" in text:
        raise UnreadableFile(f"'{name}' is not a text file. Export the list as CSV, and bring that file.")
    return text


def readable(remarks: Sequence[str]) -> tuple[str, ...]:
    """As many of *remarks* as anybody reads; of more, the last one says how many."""
    more = len(remarks) - MOST_REMARKS
    return (*remarks[:MOST_REMARKS], f"and {more} more of such.") if more > 0 else tuple(remarks)


def column_role(header: str) -> str:
    """A header as it is compared: `E-Mail Address` and ` e-mail  address` are one."""
    return one_line(header).strip("\"'").casefold().replace("_", " ")


def delimiter_of(text: str, known: set[str]) -> str:
    """The delimiter by which most of the first lines' cells are *known* headers; a comma where none is."""
    start = text[:20_000]

    def score(delimiter: str) -> int:
        lines = islice(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter), _HEADER_WITHIN)
        return max((sum(column_role(cell) in known for cell in line) for line in lines), default=0)

    return max(_DELIMITERS, key=score)


def _table(name: str, text: str) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The rows below the header, with their numbers as a spreadsheet shows them, and the header."""
    try:
        lines = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text, _KNOWN)),
                            MOST_LEARNERS + _HEADER_WITHIN + 2))  # fmt: skip
    except csv.Error:
        raise UnreadableFile(f"'{name}' breaks off, or holds a cell too long for a list of learners.") from None
    if len(lines) > MOST_LEARNERS + _HEADER_WITHIN:
        raise UnreadableFile(f"'{name}' has more than {MOST_LEARNERS} rows. Split it, one assignment for each part.")
    for number, line in enumerate(lines[:_HEADER_WITHIN], start=1):
        header = [column_role(cell) for cell in line]
        if any(cell in _KNOWN for cell in header):
            return list(enumerate(lines[number:], start=number + 1)), header
    found = ", ".join(one_line(cell)[:30] for cell in (lines[0] if lines else [])[:6])
    raise UnreadableFile(
        f"'{name}' has no column for names or ids that we know (it begins with: {found}). "
        "Call them Name, ID and Email in its first line."
    )


class _Columns:
    """The cells of a row, by what their columns are called."""

    def __init__(self, header: list[str]) -> None:
        self.at = {role: place for place, role in reversed(list(enumerate(header)))}

    def cell(self, line: list[str], *roles: str) -> str:
        """What stands in the first of these columns that is not empty."""
        found = (line[self.at[role]] for role in roles if role in self.at and self.at[role] < len(line))
        return next((text for text in map(one_line, found) if text), "")

    def name(self, line: list[str]) -> str:
        """The name as it is written."""
        return self.cell(line, *NAMES) or f"{self.cell(line, *FIRST)} {self.cell(line, *LAST)}".strip()


def _learners(rows: Sequence[tuple[int, list[str]]], header: list[str], remarks: list[str]) -> list[_Row]:
    columns = _Columns(header)
    people = [(number, line) for number, line in rows
              if any(map(str.strip, line)) and columns.name(line).casefold() not in NO_LEARNERS]  # fmt: skip
    ids = _id_column([line for _, line in people], columns.at)
    some_mail = any(columns.cell(line, *MAILS) for _, line in people)
    found = []
    for number, line in people:
        id_, mail = columns.cell(line, ids) if ids else "", columns.cell(line, *MAILS)
        row = _Row(number, id_, _first_name_first(columns.name(line)), mail)
        remarks += _gaps(row, ids, some_mail)
        if row.name or row.id or mail:
            found.append(_Row(number, row.id or mail or row.name, row.name or mail or row.id, mail))
    return found


def _gaps(row: _Row, ids: str, some_mail: bool) -> Iterator[str]:
    """What a row does not have, of the columns that the others fill."""
    number, id_, name, mail = row
    if not (name or id_ or mail):
        yield f"Row {number} names nobody and was left out."
        return
    if not name:
        yield f"Row {number} ({id_ or mail}) has no name."
    if ids and not id_:
        yield f"Row {number} ({name or mail}) has no {ids}; the {'address' if mail else 'name'} is used."
    if name and some_mail and not mail:
        yield f"Row {number} ({name}) has no e-mail address."


def _id_column(lines: Sequence[list[str]], at: dict[str, int]) -> str:
    """The column of ids that most rows fill; of several, the one that is preferred."""

    def filled(role: str) -> int:
        return sum(at[role] < len(line) and bool(line[at[role]].strip()) for line in lines)

    there = [role for role in IDS if role in at and filled(role)]
    return max(there, key=filled) if there else ""


def _first_name_first(name: str) -> str:
    """'Lovelace, Ada', as Canvas writes, is Ada Lovelace."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else name


def _same_id(one: _Row, other: _Row) -> str:
    if one.name.casefold() == other.name.casefold():
        return f"Rows {one.number} and {other.number} are both {one.name} ({one.id}); the first was taken."
    return (
        f"Rows {one.number} ({one.name}) and {other.number} ({other.name}) have the same id {one.id}; "
        "the first was taken. Give the other an id of their own, and add them."
    )


def _same_names(rows: Sequence[_Row]) -> list[str]:
    by_name: dict[str, list[_Row]] = {}
    for row in rows:
        by_name.setdefault(row.name.casefold(), []).append(row)
    return [
        f"{len(same)} learners are called {same[0].name} ({', '.join(row.id for row in same)}): told apart by id."
        for same in by_name.values()
        if len(same) > 1
    ]
