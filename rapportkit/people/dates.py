"""Dates as people write them on a profile, read no more exactly than they were given."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = (
    "jan january januar jänner janvier janv enero ene", "feb february februar februari février févr fév febrero",
    "mar march märz mär mrz mars marzo", "apr april avril avr abril abr", "may mai mayo", "jun june juni juin junio",
    "jul july juli juillet juil julio", "aug august août aoû agosto ago",
    "sep sept september septembre septiembre setiembre", "oct october okt oktober octobre octubre",
    "nov november novembre noviembre", "dec december dez dezember déc décembre diciembre dic",
)  # fmt: skip
"""The names of each month in the languages of the exports that are read, and how they are shortened."""

_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NOW = {
    "present", "current", "currently", "now", "today", "ongoing", "to date", "date", "heute", "aktuell", "jetzt",
    "aujourd'hui", "aujourd’hui", "présent", "à ce jour", "en cours", "actualidad", "la actualidad", "actualmente",
    "presente", "el presente", "hoy",
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:T[0-9:.]{4,16}(?:Z|[+-]\d{2}:?\d{2})?)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([^\W\d_]{3,10})\.?(?:\s+de)?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,)?,?\s+(\d{4})"
)
_SHORTENED = re.compile(r"(?:(\d{1,2})-)?([^\W\d_]{3,9})(?:-| ?['’])(\d\d)")
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SPLIT_OF_YEARS = 50
"""A spreadsheet writes 1968 as 68 and 2017 as 17."""

_YEAR = (
    rf"(?:(?:{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))}|spring|summer|autumn|fall|winter)\.?,?\s+(?:de\s+)?"
    r"|(?:0?[1-9]|1[0-2])/)?(?:19|20)\d\d"
)
_OPEN = "|".join(sorted((now for now in _NOW if now not in ("current", "currently", "ongoing")), key=len, reverse=True))
_SPAN = re.compile(
    rf"\(?\b(?:(?:from|in|during)\s+)?({_YEAR})"
    rf"(?:\s*(?:-|–|—|to|until|till|bis|à)\s*({_YEAR}|{_OPEN})|\s?[-–—/]\s?(\d\d)(?![\d-]))?\b\)?",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\(?\b(?:since|seit|depuis|desde)\s+({_YEAR})\b\)?", re.IGNORECASE)
_UNTIL = re.compile(rf"\(?\b(?:until|till|up to)\s+({_YEAR})\b\)?", re.IGNORECASE)
_EARLIEST, _LATEST = 1900, 2100


class Span(NamedTuple):
    """When something began and ended; `current` is None where nobody can tell."""

    start: str | None = None
    end: str | None = None
    current: bool | None = None


def partial_date(value: object) -> str | None:
    """
    A year, a year and month, or a full date; None for what is no date.

        >>> partial_date("Mar 2017"), partial_date("2017-03-01T00:00:00Z"), partial_date("soon")
        ('2017-03', '2017-03-01', None)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > 40:
        return None
    text = " ".join(value.split())
    if found := _ISO.fullmatch(text):
        return _checked(*found.groups())
    if found := _MONTH_YEAR.fullmatch(text):
        return _checked(found[2], found[1], None)
    if found := _NAMED.fullmatch(text.casefold()):
        return _checked(found[4], _month(found[2]), found[1] or found[3])
    return _as_a_spreadsheet_writes(text.casefold())


def _as_a_spreadsheet_writes(text: str) -> str | None:
    """`Mar-17` and `01-Oct-98`; of `4/5/2003` only the year, since nobody can tell the month from the day."""
    if (found := _SHORTENED.fullmatch(text)) and (month := _month(found[2])):
        century = "19" if int(found[3]) >= _SPLIT_OF_YEARS else "20"
        return _checked(century + found[3], month, found[1])
    if found := _FIGURES.fullmatch(text):
        one, other, year = found[1], found[3], found[4]
        if int(one) > 12 or one == other:
            return _checked(year, other, one)
        return _checked(year, one, other) if int(other) > 12 else _checked(year, None, None)
    return None


def means_now(value: object) -> bool:
    """Whether somebody wrote "Present", or a word like it, where an end would stand."""
    return isinstance(value, str) and value.strip().casefold() in _NOW


def span_of(start: object, end: object) -> Span:
    """
    When something lasted, from its two ends as they were written.

    A beginning without an end is going on; an end that cannot be read says nothing.

        >>> span_of("2019", "")
        Span(start='2019', end=None, current=True)
    """
    first, last = partial_date(start), partial_date(end)
    if last:
        return Span(first, last, current=False)
    if means_now(end) or (first and end in (None, "")):
        return Span(first, None, current=True)
    return Span(first)


def is_backwards(start: object, end: object) -> bool:
    """
    Whether the end lies before the beginning, as far as both are given.

        >>> is_backwards("2020", "2010"), is_backwards("2020-05", "2020")
        (True, False)
    """
    first, last = partial_date(start), partial_date(end)
    return bool(first and last and first[: len(last)] > last[: len(first)])


def years_in(text: str) -> tuple[str, Span]:
    """
    The words of *text* without the years in it, and what the years say.

        >>> years_in("Leeds 2014-2016")
        ('Leeds', Span(start='2014', end='2016', current=False))
        >>> years_in("choir, since 2019")
        ('choir', Span(start='2019', end=None, current=True))
        >>> years_in("Cork   Jan 2015 - Mar 2017")
        ('Cork', Span(start='2015-01', end='2017-03', current=False))
        >>> years_in("Hull (Maths, 1998-2001)")[0]
        'Hull (Maths)'
        >>> years_in("Kendal, 1992-95")
        ('Kendal', Span(start='1992', end='1995', current=False))
    """
    if found := _SINCE.search(text):
        return _without(text, found), Span(_when(found[1]), None, current=True)
    found = _SPAN.search(text)
    if (until := _UNTIL.search(text)) and (not found or found.start() >= until.start()):
        return _without(text, until), Span(None, _when(until[1]), current=False)
    if not found or _SPAN.search(text, found.end()):
        return text, Span()
    first, last = _when(found[1]), found[2] or (found[3] and found[1][-4:-2] + found[3])
    if last is None:
        return _without(text, found), Span(first)
    if not last[-1].isdigit():
        return _without(text, found), Span(first, None, current=True)
    last = _when(last)
    return (text, Span()) if is_backwards(first, last) else (_without(text, found), Span(first, last, current=False))


def _when(written: str) -> str:
    """A month and its year, or the year alone; of "summer 2015" the year."""
    return partial_date(written) or written[-4:]


def _without(text: str, found: re.Match[str]) -> str:
    """The words around what was found, or all of them where nothing else stands there."""
    before, after = text[: found.start()].rstrip(" ,;:-–—(|·"), text[found.end() :].lstrip(" ,;:-–—)|·")
    if before.count("(") > before.count(")") and found[0].endswith(")"):
        after = f"){after}"  # "Hull (Maths, 1998-2001)": the bracket was opened before other words
    elif after.count(")") > after.count("(") and found[0].startswith("("):
        before = f"{before} ("
    return re.sub(r"([(]) | ([)])", r"\1\2", " ".join(f"{before} {after}".split())) or text


def _month(word: str) -> str | None:
    return str(_MONTH_OF[word]) if word in _MONTH_OF else None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        real = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not _EARLIEST <= real.year <= _LATEST or (day and not month):
        return None
    return real.isoformat()[: 10 if day else 7 if month else 4]
