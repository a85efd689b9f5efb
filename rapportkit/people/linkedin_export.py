"""
The export of one's own data that LinkedIn sends as a ZIP folder, as a person; or one of its tables, brought alone.

Only the tables of the profile are opened. Address, birth date, zip code and messengers stand in one of them and
are passed over; messages, connections, receipts, applications and what others wrote are never opened at all. Where no
table has a name that is known, the columns of each are looked at, and nothing below them.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from rapportkit.errors import UnreadableFile
from rapportkit.people.choosing import chosen
from rapportkit.people.export_words import tables_elsewhere
from rapportkit.people.gathering import Gathering
from rapportkit.people.linkedin_tables import KINDS, Cells, Kind
from rapportkit.people.person import Reading
from rapportkit.people.plain_text import plain_line
from rapportkit.people.remarks import COLUMN, NOT_OF_ONE, ONE_TABLE
from rapportkit.people.tables import Table, columns_near_the_top, first_cell, read_table
from rapportkit.people.zip_folder import Member, beginnings, members, plain_name

_NAME = ("first name", "last name")
_PROFILE = "profile"
_AGAIN = "Ask LinkedIn for the export again with its language set to English, or type what you know into the form."
_WHOLE = "Bring the whole ZIP as LinkedIn sent it, or type the rest into the form."

_ALONE: Mapping[str, frozenset[str]] = {
    "profile": frozenset({*_NAME, "headline", "summary"}),
    "positions": frozenset({"company name", "title", "started on"}),
    "education": frozenset({"school name", "degree name"}),
    "volunteering": frozenset({"company name", "role", "started on"}),
    "languages": frozenset({"name", "proficiency"}),
    "causes you care about": frozenset({"supported cause"}),
    "profile summary": frozenset({"profile summary"}),
}
"""Tables that are known by their columns alone, without the name of the file."""

_MOST_SEEN = 5
_HEADER_WITHIN = 20_000
"""Bytes in which the columns of a table stand."""


def read_linkedin_export(file: str, data: bytes, person: str | None = None) -> Reading | None:
    """
    The person in a LinkedIn data export; None where the ZIP folder holds none of its tables.

    Raises:
        UnreadableFile: it is damaged, locked, built to do harm, or nothing in it can be read.
        SeveralPeople: Profile.csv names several, and *person* does not choose one.
    """
    names = {**tables_elsewhere(), **{name: name for name in KINDS}}
    tables = members(file, data, names) or members(file, data, _named_by_columns(file, data))
    if not tables:
        return None
    found = Gathering(file)
    about = _read_tables(found, tables, person)
    reading = found.reading(about.name, about.headline)
    if not found.facts and not about.name:
        problem = f": {reading.not_understood[0].text}" if reading.not_understood else "."
        raise UnreadableFile(f"'{file}' is a LinkedIn data export, but nothing in it can be read{problem} {_AGAIN}")
    return reading


def _named_by_columns(file: str, data: bytes) -> Mapping[str, str]:
    """
    What each table of a ZIP folder is, told by its columns alone, where none has a name that is known.

    Raises:
        UnreadableFile: there are tables, and none of a profile; the sentence names what was seen.
    """
    known: dict[str, str] = {}
    seen: list[str] = []
    for name, start in beginnings(file, data, _HEADER_WITHIN):
        if plain_name(name) == "connections":
            return {}  # an English export, out of which the profile was left
        if kind := _kind_of(start):
            known.setdefault(plain_name(name), kind)
        elif column := first_cell(start):
            seen.append(f"'{plain_line(name)[:40]}' (first column '{column[:40]}')")
    if seen and not known:
        more = f" and {len(seen) - _MOST_SEEN} more" if len(seen) > _MOST_SEEN else ""
        listed = ", ".join(seen[:_MOST_SEEN])
        raise UnreadableFile(
            f"'{file}' is a ZIP folder of tables without your profile, or in a language that we do not know: {listed}"
            f"{more}. {_AGAIN}"
        )
    return known


def _kind_of(data: bytes) -> str | None:
    """Which table of the export has these columns; None where they do not tell."""
    start = data[: data.rfind(b"\n", 0, _HEADER_WITHIN) + 1] or data[:_HEADER_WITHIN]
    for name, columns in _ALONE.items():
        if columns <= _with_both_names(columns_near_the_top(start)):
            table = read_table(start, KINDS[name].keys, KINDS[name].known)
            if columns <= _with_both_names(table.columns):
                return name
    return None


def _with_both_names(columns: Iterable[str]) -> set[str]:
    """Columns of a table; where only one of the two names has a word of its own, "Name" is the other."""
    held = set(columns)
    return held | set(_NAME) if "name" in held and held.intersection(_NAME) else held


def read_linkedin_table(file: str, data: bytes, person: str | None = None) -> Reading | None:
    """
    The person in one table of the export, brought without the rest; None where it is none that tells whose it is by
    its columns.

    Raises:
        UnreadableFile: it is such a table, and no row stands in it.
        SeveralPeople: it is Profile.csv, names several, and *person* does not choose one.
    """
    name = _kind_of(data[:_HEADER_WITHIN])
    if name is None:
        return None
    found = Gathering(file)
    about = _read_tables(found, {name: Member("", data)}, person)
    if not found.facts and not about.name:
        raise UnreadableFile(f"'{file}' is a table of a LinkedIn data export without an entry in it. {_WHOLE}")
    found.puzzle(ONE_TABLE.format(_WHOLE), "the table")
    return found.reading(about.name, about.headline)


class _Header:
    """Name and headline, which stand in a row of Profile.csv like everything else."""

    name = ""
    headline = ""

    def take(self, cells: Cells) -> None:
        """Keep the first name and headline met."""
        if not self.name:
            self.name = _name_in(cells)
            self.headline = self.headline or cells.get("headline", "")


def _name_in(cells: Cells) -> str:
    first, last = (cells.get(column, "") for column in _NAME)
    either = cells.get("name", "")
    return plain_line(html.unescape(f"{first or (either if last else '')} {last or (either if first else '')}"))


def _read_tables(found: Gathering, tables: Mapping[str, Member], person: str | None) -> _Header:
    """Read every table; of several people in Profile.csv only the row of the one who is meant."""
    about = _Header()
    meant: str | None = None
    for name, kind in KINDS.items():
        if name not in tables:
            continue
        place = plain_line(tables[name].name)[:80]
        if meant is not None:
            found.puzzle(NOT_OF_ONE.format("Profile.csv"), place)
            continue
        table = read_table(tables[name].data, kind.keys, kind.known)
        if name == _PROFILE:
            meant, table = _one_profile(found.file, table, person)
        _read_table(found, table, kind, about, place)
    return about


def _one_profile(file: str, table: Table, person: str | None) -> tuple[str | None, Table]:
    """The name that was chosen among several with the table of that row alone; None and the whole table otherwise."""
    names = list(dict.fromkeys(name for _, cells in table.rows if (name := _name_in(cells))))
    if not names:
        return None, table
    name = names[chosen(file, names, person)]
    if len(names) == 1:
        return None, table
    return name, table._replace(rows=tuple(row for row in table.rows if _name_in(row[1]) == name))


def _read_table(found: Gathering, table: Table, kind: Kind, about: _Header, place: str) -> None:
    found.puzzle(table.fault, place or "the table")
    for column in table.strange[:20]:
        found.puzzle(COLUMN.format(column[:60]), place or "the table")
    for number, cells in table.rows:
        if found.has_overflowed:
            return
        about.take(cells)
        kind.read(found, cells, f"{place}, row {number}" if place else f"row {number}")
