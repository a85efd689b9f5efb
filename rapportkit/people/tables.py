"""
A table of separated values: its header wherever it stands, its rows by the names in the header.

Spreadsheets change a table when they save it: other letters, semicolons or tabs for commas, other quotation marks, each
line in quotation marks as a whole. Which of it is so is told by what gives the fullest header.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from rapportkit.people.export_words import column_named
from rapportkit.people.letters import text_of
from rapportkit.people.plain_text import one_line
from rapportkit.people.remarks import BROKEN_TABLE, COLUMNS, LETTERS_UNKNOWN, LETTERS_UNSURE

_HEADER_WITHIN = 20
"""Rows in which a header is looked for: a preamble has three."""

_MOST_ROWS = 5_000
_SEPARATORS = ",;\t|"
_ANY_SEPARATOR = re.compile(r"[,;\t|]")
_MARKS = " \ufeff\"'“”„"
_CURLY = re.compile(r"(?:^|(?<=[,;\t|]))[“„”](?=[^“„”\r\n]{0,60}[“”](?:[,;\t|]|$))|[“”](?=[,;\t|]|\r?$)", re.MULTILINE)
"""Quotation marks around a cell that an editor has made curly."""

Row = tuple[int, Mapping[str, str]]
"""The number of a row as a spreadsheet shows it, and its filled cells by the plain name of their column."""


class Table(NamedTuple):
    """The rows of a table, its columns, those not expected, and what is wrong with it (nothing: an empty text)."""

    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    fault: str = ""


def read_table(data: bytes, keys: Collection[str], known: Collection[str]) -> Table:
    """
    The rows of a table whose header holds one of *keys*; columns that are not *known* are named.

    Column names are compared without regard to case, and known in some other languages. An empty file, and one that
    holds a single sentence, are tables without rows.

        >>> read_table(b"Notes:\\n,,\\nName,Proficiency\\nIgbo,Native\\n", {"name"}, {"name", "proficiency"}).rows
        ((4, {'name': 'Igbo', 'proficiency': 'Native'}),)
    """
    text = text_of(data)
    if text is None:
        return Table(fault=LETTERS_UNKNOWN)
    try:
        table = _table(_cells(text.text, keys, known), keys, known)
    except csv.Error:
        return Table(fault=BROKEN_TABLE)
    return table if table.fault or text.is_sure else table._replace(fault=LETTERS_UNSURE)


def columns_near_the_top(data: bytes) -> set[str]:
    """What could be the columns of a table: all that stands between separators in its first lines."""
    text = text_of(data)
    lines = text.text.splitlines()[:_HEADER_WITHIN] if text else []
    return {column_named(cell.strip(_MARKS)) for line in lines for cell in _ANY_SEPARATOR.split(line)}


def first_cell(data: bytes) -> str:
    """The first words of a table, to name it by."""
    text = text_of(data)
    line = next((line for line in text.text.splitlines() if line.strip()), "") if text else ""
    return one_line(_ANY_SEPARATOR.split(line)[0].strip(_MARKS))


def _cells(text: str, keys: Collection[str], known: Collection[str]) -> Iterator[list[str]]:
    """The cells of each line, parted in the way that gives the fullest header and the fewest cells beyond it."""
    ways = [(separator, mark) for mark in "\"'" for separator in _SEPARATORS]
    for written in (text, _CURLY.sub('"', text), _without_outer_marks(text)):
        fits = {way: _fit(_parted(written, *way), keys, known) for way in ways}
        best = max(ways, key=lambda way: fits[way])
        if fits[best][0]:
            return _parted(written, *best)
    return _parted(text, ",", '"')


def _without_outer_marks(text: str) -> str:
    """The same where a spreadsheet took each line for one cell, and put it into quotation marks as a whole."""
    lines = text.splitlines()
    if not all(line.startswith('"') and line.endswith('"') for line in lines[:_HEADER_WITHIN] if line):
        return ""
    return "\n".join(line[1:-1].replace('""', '"') for line in lines)


def _parted(text: str, separator: str, mark: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, quotechar=mark)


def _fit(rows: Iterator[list[str]], keys: Collection[str], known: Collection[str]) -> tuple[int, int]:
    """How many columns of the header are known, and less than nothing for each line that is wider than it."""
    named, width, beyond = 0, 0, 0
    with suppress(csv.Error):
        for number, cells in enumerate(islice(rows, 4 * _HEADER_WITHIN)):
            names = [column_named(cell) for cell in cells]
            if width:
                beyond -= len(cells) > width
            elif number < _HEADER_WITHIN and any(name in keys for name in names):
                named, width = sum(name in known or name in keys for name in names), len(cells)
    return named, beyond


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
        if any(column_named(cell) in keys for cell in filled):
            columns = [column_named(cell) for cell in filled]
        elif number > _HEADER_WITHIN:
            break
        first = first or filled
    if not columns:
        return Table(fault=_without_header(first))
    strange = tuple(dict.fromkeys(name for name in columns if name and name not in known))
    return Table(tuple(rows), tuple(columns), strange)


def _without_header(first: list[str]) -> str:
    """One cell alone is a sentence such as "You have no volunteering"; several are a header that nobody knows."""
    if len(first) < 2:
        return ""
    return COLUMNS.format(f"the first is '{first[0][:40]}'")
