"""What the tables of an export and their columns are called in other languages, taken once from `data/people`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rapportkit.people.plain_text import one_line


@cache
def _english() -> Mapping[str, Mapping[str, str]]:
    """For tables and for columns, the English name of each other name."""
    data = tomllib.loads(files("rapportkit").joinpath("data/people/export_words.toml").read_text(encoding="utf-8"))
    return {of: {other: name for name, others in named.items() for other in others} for of, named in data.items()}


def column_named(cell: str) -> str:
    """
    The plain English name of a column, or what stands there where no language is known that calls one so.

        >>> column_named("Vorname"), column_named(" Company  Name"), column_named("Shoe Size")
        ('first name', 'company name', 'shoe size')
    """
    name = one_line(cell).casefold().replace("’", "'")
    return _english()["columns"].get(name, name)


def tables_elsewhere() -> Mapping[str, str]:
    """
    The English name of each table by its plain name in the other languages.

        >>> tables_elsewhere()["sprachen"]
        'languages'
    """
    return _english()["tables"]
