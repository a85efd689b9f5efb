"""When two people were at one place: together, or how far apart. Unknown dates say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapportkit.people.person import Fact

_OPEN = 9999 * 12
_NUMBERS = ("", "a year", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy"}


class Period(NamedTuple):
    """Months since the year nought, both ends included; an end that is still to come is `_OPEN`."""

    start: int
    end: int


def time_between(mine: Iterable[Fact], theirs: Iterable[Fact]) -> str:
    """
    How the times on both sides lie: "both there 2014 to 2016", "eleven years apart"; empty where dates are missing.

        >>> here = Fact(kind="place", label="Leeds", start="2012", end="2016", where="form")
        >>> time_between([here], [here.with_(start="2014", end="2018")])
        'both there 2014 to 2016'
        >>> time_between([here], [here.with_(start="1990", end="2001")])
        'eleven years apart'
        >>> time_between([here, here.with_(start="2018", end="2020")], [here.with_(end="2019")])
        'both there 2012 to 2016 and 2018 to 2019'
    """
    pairs = [(one, other) for one in _stays(mine) for other in _stays(theirs)]
    together = [_together(max(a.start, b.start), min(a.end, b.end)) for a, b in pairs if _overlap(a, b) >= 0]
    if together:
        return f"both there {' and '.join(dict.fromkeys(together))}"
    if not pairs:
        return ""
    one, other = max(pairs, key=lambda pair: _overlap(*pair))
    return _apart(max(one.start, other.start) // 12 - min(one.end, other.end) // 12)


def _stays(facts: Iterable[Fact]) -> list[Period]:
    """The times somewhere, one after the other; those that touch (a new post at one firm) are one stay."""
    stays: list[Period] = []
    for period in sorted(_periods(facts)):
        if stays and period.start <= stays[-1].end + 1:
            stays[-1] = stays[-1]._replace(end=max(stays[-1].end, period.end))
        else:
            stays.append(period)
    return stays


def _periods(facts: Iterable[Fact]) -> list[Period]:
    periods = []
    for fact in facts:
        end = _OPEN if fact.current and fact.end is None else fact.end and _month(fact.end, last=True)
        if fact.start and end and _month(fact.start) <= end:
            periods.append(Period(_month(fact.start), end))
    return periods


def _month(date: str, *, last: bool = False) -> int:
    year, _, rest = date.partition("-")
    month = int(rest[:2]) if rest else (12 if last else 1)
    return int(year) * 12 + month - 1


def _overlap(one: Period, other: Period) -> int:
    """Months from the later start to the earlier end; below nought where there is a gap."""
    return min(one.end, other.end) - max(one.start, other.start)


def _together(start: int, end: int) -> str:
    first, last = start // 12, end // 12
    if end >= _OPEN:
        return f"since {first}"
    return f"around {first}" if first == last else f"{first} to {last}"


def _apart(years: int) -> str:
    if years < 1:
        return "less than a year apart"
    if years == 1:
        return "a year apart"
    return f"{_NUMBERS[years] if years < len(_NUMBERS) else _TENS.get(years, years)} years apart"
