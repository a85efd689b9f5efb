"""Streets with their numbers and postcodes in a line; the town beside them is no private matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapportkit.people.private_words import Span, any_of, private_words

STREET = "a street or a postcode"
_NAME = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]{0,30}|\d{1,3}(?:st|nd|rd|th))"
_SMALL_NAMES = r"(?:(?:de\sla|de\sl['’]|de|des|du|del|della|da|do|di|la|las|los|dos|le)\s?){0,2}"
_FLAT = (
    r"(?:(?:[Ff]lat|[Aa]pt|[Aa]partment|[Uu]nit|[Ss]uite|[Ff]loor|[Pp]lot|[Dd]oor)"
    r"\.?\s?(?:[Nn]o\.?\s?)?(?:\d{1,5}[A-Za-z]?|[A-Z])\b)"
)
_BEFORE = rf"(?:(?<!\w){_FLAT}\s?(?:[,/]\s*|\s)(?:{_NAME}(?:\s{_NAME}){{0,2}}\s?,\s*)?|(?<![\w.,:/£$€-]))"
_NUMBER = r"(?:[Nn]o\.?\s?|#\s?)?\d{1,5}[A-Za-z]?(?:\s?[-–/]\s?\d{1,5}[A-Za-z]?)?(?:\s(?:bis|ter))?,?\s+"
_BEHIND = (
    r"(?:\.?\s(?:NE|NW|SE|SW|N|S|E|W|North|South|East|West)\b)?(?:\.(?=\s?,))?"
    r"(?:,?\s(?:Apt|Unit|Flat|Suite|#)\.?\s?\w{1,5})?"
)
_LIVES_THERE = re.compile(
    r"(?:\b(?:live|lives|lived|living|reside|resides|address|home|house|flat|stay|staying)\b[^.;!?\d]{0,15}"
    r"|\b(?:me|us) at)[\s:]*$",
    re.IGNORECASE,
)
_PIECE_BEGINS = re.compile(r"(?:^|[,;:(|·]|\b(?:at|from|in|to|is|near|on))\s*$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[,;.()|·–-])")
_NEXT_WORD = re.compile(r"\s+([^\W\d_][\w'’-]*)")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_CODES = re.compile(
    r"\b(?:[A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKPS-UW]?\s?\d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPR-TVXY]\d[A-Z]\s?\d[A-Z]\d)\b"
    r"|〒\s?\d{3}-?\d{4}|\bP\.?\s?O\.?\s?[Bb]ox\s+\d{1,6}\b|(?<=\bNSW )2\d{3}\b"
)
_CODE_BESIDE = re.compile(
    r"(?<![\w-])(?:(?:D|F|A|B|CH|NL|I|E|PL|SE)-)?(?:\d{5,6}(?:-\d{4})?|\d{3}\s\d{2,3}|\d{2}-\d{3}|\d{4}\s?[A-Z]{2}\b|\d{4})"
    r"(?![\w-])(?:(?=\s*,?\s*[^\W\d_])|(?=\s*(?:[.;)]|$)))"
)
_ASIAN = re.compile(
    rf"\b\d{{1,2}}(?:-chome)?-\d{{1,2}}(?:-\d{{1,2}})?\s{_NAME}\s?,?|{_NAME}\s\d{{1,2}}(?:-chome\s?|-)\d{{1,2}}-\d{{1,2}}\b"
)
_WARD = re.compile(r"〒|-(?:ku|shi|machi|cho|chome)\b|\b(?:Tokyo|Osaka|Kyoto|Yokohama|Japan)\b")
_BLOCK = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\s(?:Cross|Main|Block|Stage|Phase)(?:\sRoad)?(?=\s*(?:,|$))")
_REACH = 60
"""Characters behind a street in which a number can be its postcode."""


class _Patterns(NamedTuple):
    numbered: re.Pattern[str]
    small: re.Pattern[str]
    beside: re.Pattern[str]
    behind: re.Pattern[str]
    one_word: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = private_words()["streets"]
    surely, end, beside, french, southern = (
        any_of(words[name]) for name in ("surely", "at_the_end", "beside_a_code", "french", "southern")
    )
    ending, ending_beside = ("|".join(map(re.escape, words[name])) for name in ("endings", "endings_beside_a_code"))
    number = r"\s+\d{1,4}(?!\d)\s?(?:-?\s?[A-Za-z]\b)?(?:[-/]\d{1,4})?(?!\s?(?:km|m|%|h)\b)"
    small_number = r",?\s(?:n[.º°o]{0,2}\s?)?\d{1,3}(?![\w-])(?!\s?(?:km|%))"
    numbered, named = rf"{_BEFORE}{_NUMBER}(?:{_NAME}\s+){{1,4}}?", rf"{_NAME}(?:\s{_NAME}){{0,2}}"
    small = rf"(?<![\w.,:/£$€-]){_NUMBER}(?!(?:{any_of(words['no_names'])}))(?:[a-z'’-]{{3,20}}\s+){{1,2}}?"
    return _Patterns(
        numbered=re.compile(rf"{numbered}(?P<kind>(?i:{surely}|{end})){_BEHIND}"),
        small=re.compile(rf"{small}(?P<kind>{surely}){_BEHIND}"),
        beside=re.compile(
            rf"{numbered}(?i:{beside}){_BEHIND}|[^\W\d_][\w-]{{1,30}}(?:{ending_beside}){number}"
            rf"|(?:{_NAME}\s)(?i:{ending_beside}){number}"
        ),
        behind=re.compile(
            rf"[^\W\d_][\w-]{{1,40}}?(?:{ending}){number}|{_NAME}\s(?i:(?:{ending})){number}"
            rf"|{_BEFORE}{_NUMBER}(?i:{french})\s{_SMALL_NAMES}{named}"
            rf"|(?i:{southern})\s?{_SMALL_NAMES}{named}{small_number}"
        ),
        one_word=re.compile(
            rf"{_BEFORE}\d{{1,4}}[A-Za-z]?,?\s+(?:{_NAME}\s)?[^\W\d_a-z][\w'’-]{{2,20}}?(?:{'|'.join(words['one_word'])})"
            rf"(?=\s*,\s*{_NAME}(?:\s{_NAME}){{0,2}}\s*(?:[.,;:!?)]|$|\b(?:and|or|but|in|where)\b))"
        ),
    )


@cache
def _house_patterns() -> tuple[re.Pattern[str], ...]:
    """Houses by their names: beside a postcode, or with a flat or a number before them."""
    words = private_words()["streets"]
    house = any_of([*words["homes"], *words["blocks"]])
    any_street = any_of(words["homes"] + words["surely"] + words["at_the_end"] + words["beside_a_code"])
    named = rf"(?:{_NAME}\s){{1,3}}?"
    return (
        re.compile(rf"(?:(?:[Tt]he\s)?{named}(?i:{any_street}),\s*){{1,3}}(?=[^,;.\d]{{2,40}},?\s*{_CODES.pattern})"),
        re.compile(
            rf"(?<!\w){_FLAT}(?:,\s*{named}(?i:{house}))?(?=\s*(?:,|$))"
            rf"|(?<![\w-])(?:[A-Z][-/ ]?)?\d{{1,4}}[A-Z]?,?\s+{named}(?i:{house})(?=\s*,)"
        ),
        _BLOCK,
    )


@cache
def _state_codes() -> re.Pattern[str]:
    states = "|".join(private_words()["streets"]["states"])
    return re.compile(rf"\b(?:{states}),?\s(?P<code>\d{{5}}(?:-\d{{4}})?)(?![\w-])")


def streets_in(line: str) -> Iterator[Span]:
    """
    Where a house in a street or a postcode stands; a street without a house is none.

        >>> line = "At 12 Hidden Street, LS1 4AB"
        >>> [line[span.start : span.end] for span in streets_in(line)]
        ['12 Hidden Street', 'LS1 4AB']
    """
    known = _patterns()
    found = [one.span() for one in known.numbered.finditer(line) if _is_street(one, line)]
    found += [one.span() for one in known.small.finditer(line) if _is_written_small(one, line)]
    found += [one.span() for one in known.behind.finditer(line)]
    found += [one.span() for one in known.one_word.finditer(line) if _begins_piece(line, one.start())]
    found += [one.span() for one in known.beside.finditer(line) if _has_a_code(one, line)]
    found += [one.span() for pattern in _house_patterns() for one in pattern.finditer(line)]
    if _WARD.search(line):
        found += [one.span() for one in _ASIAN.finditer(line)]
    codes = [one.span() for one in _CODES.finditer(line)]
    codes += [one.span("code") for one in _state_codes().finditer(line)]
    codes += [code for _, end in found for code in _codes_behind(line, end)]
    yield from (Span(start, end, STREET) for start, end in sorted({*found, *codes}))


def _codes_behind(line: str, end: int) -> Iterator[tuple[int, int]]:
    for found in _CODE_BESIDE.finditer(line, end, min(len(line), end + _REACH)):
        if not (_YEAR.fullmatch(found[0]) and line[: found.start()].rstrip()[-3:] not in ("NSW", "ACT")):
            yield found.span()


def _is_street(found: re.Match[str], line: str) -> bool:
    """Whether it is somebody's house: not a famous one, and not the name of a thing ("12 London Road crews")."""
    if _is_famous(found[0]):
        return False
    lives = _LIVES_THERE.search(line, max(0, found.start() - 40), found.start()) is not None
    ends = _ENDS.match(line, found.end()) is not None
    if found["kind"].casefold() in private_words()["streets"]["at_the_end"] or _YEAR.match(found[0]):
        return ends or lives
    return ends or lives or _goes_on(line, *found.span())


def _is_written_small(found: re.Match[str], line: str) -> bool:
    goes_on = _ENDS.match(line, found.end()) is not None or _goes_on(line, *found.span())
    return _begins_piece(line, found.start()) and goes_on and not _is_famous(found[0])


def _begins_piece(line: str, start: int) -> bool:
    return _PIECE_BEGINS.search(line, max(0, start - 12), start) is not None


def _goes_on(line: str, start: int, end: int) -> bool:
    """Whether a small word or a town follows; another word makes a name of what stands before it."""
    following = _NEXT_WORD.match(line, end)
    if following and following[1][0].isupper():
        return _begins_piece(line, start) or _CODES.search(line, end, end + _REACH) is not None
    return following is None or following[1].casefold() in private_words()["streets"]["goes_on"]


def _has_a_code(found: re.Match[str], line: str) -> bool:
    if _LIVES_THERE.search(line, max(0, found.start() - 40), found.start()):
        return True
    behind = line[found.end() : found.end() + _REACH]
    return _CODES.search(behind) is not None or re.match(r"\s*,\s*(?:[A-Z]{1,2}-)?\d{5}\s", behind) is not None


def _is_famous(text: str) -> bool:
    return " ".join(text.casefold().rstrip(".").split()) in private_words()["streets"]["famous"]
