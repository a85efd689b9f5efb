"""CSV files for spreadsheets, in which no text is worked out."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rapportkit.people.plain_text import inert, shown


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """
    The lines of a CSV file that Excel opens with its accents right: every cell quoted, no cell a formula.

        >>> list(csv_lines(["Name"], [["=1+1"]]))[1:]
        [b'"Name"\\r\\n', b'"\\'=1+1"\\r\\n']
    """
    yield codecs.BOM_UTF8
    for row in chain([header], rows):
        line = io.StringIO(newline="")
        csv.writer(line, quoting=csv.QUOTE_ALL).writerow([cell(text) for text in row])
        yield line.getvalue().encode("utf-8", "replace")


def cell(text: str) -> str:
    """A text as a cell may hold it: no formula, no sign that cannot be shown."""
    return inert(shown(text))
