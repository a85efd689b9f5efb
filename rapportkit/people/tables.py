"""A table of comma-separated values: its header wherever it stands, its rows by the names in the header."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from rapportkit.people.plain_text import one_line

_HEADER_WITHIN = 20
"""Rows in which a header is looked for: a preamble has three."""

_MOST_ROWS = 5_000

Row = tuple[int, Mapping[str, str]]
"""The number of a row as a spreadsheet shows it, and its filled cells by the plain name of their column."""


class Table(NamedTuple):
    """The rows of a table, the columns that were not expected, and what is wrong with it (nothing: an empty text)."""

    rows: tuple[Row, ...] = ()
    strange: tuple[str, ...] = ()
    fault: str = ""


def read_table(data: bytes, keys: Collection[str], known: Collection[str]) -> Table:
    """
    The rows of a table whose header holds one of *keys*; columns that are not *known* are named.

    Column names are compared without regard to case. An empty file, and one that holds a single sentence, are
    tables without rows.

        >>> read_table(b"Notes:\\n,,\\nName,Proficiency\\nIgbo,Native\\n", {"name"}, {"name", "proficiency"}).rows
        ((4, {'name': 'Igbo', 'proficiency': 'Native'}),)
    """
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return Table(fault="It is not UTF-8 text and was not read.")
    try:
        return _table(csv.reader(io.StringIO(text, newline="")), keys, known)
    except csv.Error:
        return Table(fault="It breaks off or holds a field too long for a profile; it was not read.")


def _table(lines: Iterator[list[str]], keys: Collection[str], known: Collection[str]) -> Table:
    columns: list[str] = []
    first: list[str] = []
    rows: list[Row] = []
    for number, cells in enumerate(lines, start=1):
        if not any(map(str.strip, cells)):
            continue
        if columns:
            rows.append(
                (number, {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell.strip()})
            )
            if len(rows) >= _MOST_ROWS:
                break
            continue  # a row of a table may be wide and empty: its cells are looked at only by their reader
        filled = [one_line(cell) for cell in cells]
        if not any(filled):
            continue
        if any(cell.casefold() in keys for cell in filled):
            columns = [cell.casefold() for cell in filled]
        elif number > _HEADER_WITHIN:
            break
        first = first or filled
    if not columns:
        return Table(fault=_without_header(first))
    return Table(tuple(rows), tuple(dict.fromkeys(name for name in columns if name and name not in known)))


def _without_header(first: list[str]) -> str:
    """One cell alone is a sentence such as "You have no volunteering"; several are a header that nobody knows."""
    if len(first) < 2:
        return ""
    return f"Its columns are not known (the first is '{first[0][:40]}'): is the export in another language?"
