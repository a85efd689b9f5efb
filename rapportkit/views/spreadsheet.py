"""Tables that a learner sorts, filters and takes away: the one place where pandas is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rapportkit.errors import RapportError
from rapportkit.people.plain_text import inert

if TYPE_CHECKING:
    import pandas as pd

Rows = Sequence[Mapping[str, str]]


def as_csv(rows: Rows) -> bytes:
    """
    The rows as a CSV file that Excel opens with its accents right, and in which no text is a formula.

    Raises:
        RapportError: pandas is not here.
    """
    return str(_table(rows).map(inert).to_csv(index=False)).encode("utf-8-sig")


def sorted_and_filtered(rows: Rows, by: str, column: str, wanted: str) -> list[dict[str, str]]:
    """
    The rows whose *column* is *wanted* (all, where *wanted* is empty), ordered by the column *by*, empty cells last.

    Rows with the same cell keep their order, and all of them where *by* is empty.

    Raises:
        RapportError: pandas is not here.
    """
    table = _table(rows)
    if wanted and len(table):
        table = table[table[column] == wanted]
    if by and len(table):
        table = table.sort_values(by, key=_for_sorting, kind="stable")
    return [{str(name): str(cell) for name, cell in row.items()} for row in table.to_dict("records")]


def _for_sorting(column: pd.Series) -> pd.Series:
    return column.map(lambda cell: (cell == "", cell.casefold()))


def _table(rows: Rows) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError:
        raise RapportError(
            "Sorting and files for a spreadsheet need pandas, which is not installed here. "
            "All else works without it: the table stays in its usual order."
        ) from None
    return pd.DataFrame(rows)
