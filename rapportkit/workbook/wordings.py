"""The learner's own texts that name somebody who is forgotten: what stands now, and older wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rapportkit.errors import InvalidValue
from rapportkit.people.unnamed import is_named, naming, without
from rapportkit.workbook.codec import decode
from rapportkit.workbook.traces import PEOPLE, Row, names_in

_NO_TEXT = frozenset({"id", "kind", "person", "interview", "interviewers", "exercise", "lesson", "zone"})
"""Fields that are no words of anybody's: a time zone called Paris is not Paris Hilton."""


class Standing:
    """The wordings that stand now, as `rows` (oldest first) tell: the newest of each record that was not taken away."""

    def __init__(self, rows: Iterable[Row]) -> None:
        newest = {row[:2]: row.body for row in rows}
        self.bodies = {record: body for record, body in newest.items() if body is not None}

    def holds(self, row: Row) -> bool:
        """Whether these very words stand now."""
        return row.body is not None and self.bodies.get(row[:2]) == row.body

    def naming(self, named: re.Pattern[str] | None) -> tuple[tuple[str, str], ...]:
        """Kind and key of each record that names somebody now."""
        rows = (Row(kind, key, body, "") for (kind, key), body in self.bodies.items())
        return tuple(row[:2] for row in rows if mentions(row, named))


def names_of(rows: Iterable[Row], people: Iterable[str]) -> set[str]:
    """Every name that the rows ever give these people (keys)."""
    wanted = set(people)
    return {name for row in rows if row.key in wanted for name in names_in(row)}


def naming_of(rows: Iterable[Row], people: set[str], names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds *names* in a text, except for parts that others bear whom the rows know beside *people* (keys)."""
    return naming(
        names, {name for row in rows if row.kind in PEOPLE and row.key not in people for name in names_in(row)}
    )


def mentions(row: Row, named: re.Pattern[str] | None) -> bool:
    """
    Whether a text in the row, or its key, names somebody.

        >>> mentions(Row("card", "x", {"then": "I ask Maya about Leeds"}, ""), naming(["Maya Ortiz"]))
        True
    """
    return is_named(row.key, named) or _in_words(row, named)


def nameless(row: Row, named: re.Pattern[str] | None) -> Row | None:
    """
    The row with `N. N.` in place of the name; None where no such record can be: then the whole of it has to go.

        >>> nameless(Row("card", "x", {"lesson": "x", "if_": "Maya nods", "then": ""}, ""), naming(["Maya Ortiz"])).body
        {'lesson': 'x', 'if_': 'N. N. nods', 'then': ''}
    """
    if row.body is None or not _in_words(row, named):
        return row
    body = _without(row.body, named)
    rest = row._replace(body=body)
    try:
        decode(row.kind, body, row.kind)
    except InvalidValue:
        return None
    return None if _in_words(rest, named) else rest


def _in_words(row: Row, named: re.Pattern[str] | None) -> bool:
    return any(is_named(text, named) for text in _texts(row.body))


def _without(value: Any, named: re.Pattern[str] | None) -> Any:
    if isinstance(value, str):
        return without(value, named)
    if isinstance(value, Mapping):
        return {name: part if name in _NO_TEXT else _without(part, named) for name, part in value.items()}
    if isinstance(value, list):
        return [_without(part, named) for part in value]
    return value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from () if name in _NO_TEXT else _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
