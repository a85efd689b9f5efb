"""Birth dates and ages in a line: a date behind a word of birth, where a person is born and not a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapportkit.people.private_words import Span, any_of, private_words

BIRTH, AGE = "a birth date", "an age"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UNITS = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_YEAR_IN_WORDS = (
    rf"\b(?:(?:nineteen|twenty)\s(?:hundred\s(?:and\s)?)?(?:{_TENS}(?:[\s-]{_UNITS})?|{_TEENS}|oh[\s-]{_UNITS})"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{_TENS}(?:[\s-]{_UNITS})?|{_TEENS}|{_UNITS}))?)(?![\w-])"
)
_YEAR = rf"(?:(?<!\d)(?:19|20)\d\d(?![\ds])|['’]\d\d(?!\d)|{_YEAR_IN_WORDS})"
_TOWN = r"[^\W\d_a-z][\w'’-]{0,30}"
_ASIAN = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:生まれ|生)?")
_STARRED = re.compile(r"(?:^|(?<=\s))\*\s?\d{1,2}\.\d{1,2}\.\d{4}")
_TOWARDS_A_PLACE = re.compile(r"\s*,?\s(?:in|at|near|à|en|a)\s[^\W\d_]")
_AGE = re.compile(
    r"(?<=\bI am )[1-9]\d(?!\d)(?:[ -]years?[ -](?:old|young))?(?=\s*(?:[.,;:!)]|$)|\s(?:and|but|years? old)\b)"
    r"|(?<=\bI['’]m )[1-9]\d(?!\d)(?:[ -]years?[ -](?:old|young))?(?=\s*(?:[.,;:!)]|$)|\s(?:and|but|years? old)\b)"
    r"|(?:^|(?<=[.,;(] ))aged?\b\s?:?\s?[1-9]\d(?!\d)(?=\s*(?:[.,;!)]|$))"
    r"|\bturn(?:ed|ing)\s[2-9]\d(?!\d)(?=\s*(?:[.,;!)]|$)|\s(?:in|on|this|last|next)\b)"
    r"(?:\s(?:in|on)\s(?:[^\W\d_]{3,9}\s)?(?:19|20)\d\d)?",
    re.IGNORECASE,
)


class _Patterns(NamedTuple):
    cue: re.Pattern[str]
    near: re.Pattern[str]
    far: re.Pattern[str]
    thing: re.Pattern[str]
    born: frozenset[str]
    day_before: re.Pattern[str]
    since: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = private_words()["births"]
    month, ordinal = any_of(words["months"]) + r"\.?", any_of(words["ordinals"])
    full = (
        rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s?(?:of\s|de\s)?{month}(?:[,\s]{{1,2}}(?:de\s|del\s)?{_YEAR})?"
        rf"|{month}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR})?"
        rf"|{month},?\s(?:of\s)?{_YEAR}"
        r"|(?<![\d./-])\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?![\d/])"
        rf"|(?<!\w){ordinal}\s(?:of\s)?{month}(?:[,\s]{{1,2}}{_YEAR})?|{month}\s(?:the\s)?{ordinal}(?:[,\s]{{1,2}}{_YEAR})?"
    )
    before = rf"[\s:=,(–-]{{0,4}}(?:{any_of(words['before_date'])}[\s:,]{{0,3}}){{0,4}}"
    stop = any_of(words["another_matter"]) + r"|[^\W\d_]+(?<!rais)(?<!\bbr)ed\b"
    gap = rf"(?:\s+(?!{stop})(?:St\.|[^\s.;!?]){{1,30}}){{1,9}}?"
    year_after = (
        rf"[\s,]{{1,3}}(?:(?:in|around|about|circa|c\.|back in|of|the)\s){{1,2}}{_YEAR}"
        rf"|[\s,]{{0,2}}\({_YEAR}|,\s{_YEAR}"
    )
    return _Patterns(
        re.compile(any_of([*words["born"], *words["named"]]), re.IGNORECASE),
        re.compile(rf"{before}(?:{full}|{_YEAR}|(?<!\d)\d{{1,2}}[./]\d{{1,2}}(?![\d/]))", re.IGNORECASE),
        re.compile(rf"(?P<gap>{gap})(?P<date>[\s,(]{{1,3}}{before}(?:{full})|{year_after})", re.IGNORECASE),
        re.compile(rf"{any_of(words['things'])}(?:\s[\w'’-]+){{0,3}}\s*$", re.IGNORECASE),
        frozenset(words["born"]),
        re.compile(
            rf"(?:\bon\s(?:the\s)?)?(?:{full}),?\s(?:is\s|\(|[-–]\s)?(?:my|his|her|their|our)\s(?:\w+\s)?birthday\b\)?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?:\sand\s(?:bred|raised))?\s(?:in|at|near)\s(?-i:{_TOWN})(?:[\s,]{{1,2}}(?-i:{_TOWN})){{0,3}}"
            rf"(?P<since>,?\ssince\s{_YEAR})",
            re.IGNORECASE,
        ),
    )


def births_in(line: str) -> Iterator[Span]:
    """
    Where a birth date or an age stands, with the word of birth where nothing else hangs on it.

        >>> line = "Born in Leeds on 3 March 1981."
        >>> [line[span.start : span.end] for span in births_in(line)]
        ['on 3 March 1981']
    """
    for found in _AGE.finditer(line):
        yield Span(found.start(), found.end(), AGE)
    for found in (*_ASIAN.finditer(line), *_STARRED.finditer(line)):
        yield Span(found.start(), found.end(), BIRTH)
    known = _patterns()
    if "birthday" in line.casefold():
        for found in known.day_before.finditer(line):
            yield Span(found.start(), found.end(), BIRTH)
    for cue in known.cue.finditer(line):
        if known.thing.search(line, max(0, cue.start() - 50), cue.start()):
            continue
        is_born = cue[0].casefold() in known.born
        if near := known.near.match(line, cue.end()):
            keeps_cue = is_born and _TOWARDS_A_PLACE.match(line, near.end())
            yield Span(cue.end() if keeps_cue else cue.start(), near.end(), BIRTH)
        elif is_born and (since := known.since.match(line, cue.end())):
            yield Span(*since.span("since"), BIRTH)
        elif is_born and (far := known.far.match(line, cue.end())):
            date = far["date"]
            yield Span(far.end() - len(date.lstrip(" ,(")), far.end(), BIRTH)
