"""What reaches somebody or stands on their papers: numbers, mail addresses however spelt, names for messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapportkit.people.private_words import Span, any_of, private_words

MAIL, PHONE, MESSENGER, PAPERS = "a mail address", "a phone number", "a name for messages", "a number of papers"
_MAIL = re.compile(r"(?<![\w.+-])(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_DOT = r"(?:\s?[\[({<]\s?(?:dot|punkt|point|\.)\s?[\])}>]\s?|\s(?:dot|DOT|punkt)\s|\.)"
_MAIL_SPELT = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:\s?[\[({{]dot[\])}}]\s?[\w-]{{1,30}}){{0,3}}"
    rf"\s?[\[({{<]\s?(?:at|ät|@)\s?[\])}}>]\s?[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}"
    r"|(?<![\w.+-])[\w.+-]{1,64}[\[(](?:at|ät|@)[\])][\w-]{1,63}"
    r"|(?<![\w.+-])[\w.+-]{1,64}(?:\sat\s|@)(?!(?:the|a|that|this|my|our|each|every)\b)[\w-]{1,63}(?:\sdot\s[\w-]{2,20}){1,4}",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<!\w)\+\d[\d ()./-]{6,20}\d|(?<![\w.,/-])(?:0\d|\(0?\d{2,4}\)|\d{3}[ .-])[\d ./-]{5,16}\d(?![\w-])"
    r"|(?<![\w.,/-])\d{9,15}(?![\w-])"
)
_FIGURE = "(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)"
_SPELT = re.compile(
    rf"(?<![\w-])(?:plus[\s,-]{{1,2}})?(?:(?:double|triple|treble)\s)?{_FIGURE}"
    rf"(?:[\s,-]{{1,2}}(?:(?:double|triple|treble)\s)?(?:{_FIGURE}|hundred|thousand)){{5,20}}(?![\w-])",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"\W*one\W+two\W+three\W+four\b", re.IGNORECASE)
"""A number that is told figure by figure; who counts from one to ten tells none."""

_EXTENSION = re.compile(r"\s?(?:x|ext\.?)\s?\d{1,6}\b")
"""With the plus of its country, or with the nought, the brackets or the three figures of its town; no span of years."""

_DATE = r"(?:(?:\d{1,2}[./-]){1,2}(?:19|20)\d\d|(?:19|20)\d\d(?:[./-]\d{1,2}){0,2})"
_DATES = re.compile(rf"{_DATE}(?:\s?[-–/]\s?{_DATE})?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]000)+")
_SIGN_WITHIN = re.compile(r"\w\.\w|[a-z]{3}\d", re.IGNORECASE)
_NAME = r"@?[\w.+#-]{3,40}"
_LINK = r"[\s:=–-]{0,4}(?:(?:on|is|me|at|as|under|number|name|username|handle|id|no)\b\.?[\s:=–-]{0,4}){0,3}"
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_PAPERS = re.compile(
    r"\b[A-CEGHJ-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b|(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"
    r"|(?<![\d-])(?:\d{4}[ -]){3}\d{4}(?![\d-])"
)


class _Patterns(NamedTuple):
    telephone: re.Pattern[str]
    messenger: re.Pattern[str]
    page: re.Pattern[str]
    of_a_thing: re.Pattern[str]
    papers: re.Pattern[str]
    mail_house: re.Pattern[str]
    mail_signs: re.Pattern[str]
    mail_cue: re.Pattern[str]
    handle_before: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = private_words()["reach"]
    apps, pages = any_of(words["messengers"]), any_of(words["pages"])
    sign, house = any_of(words["signs"]), any_of(words["mail_houses"])
    at = r"\s?(?:\bat\b|@|\[at\]|\(at\))\s?"
    named = rf"(?<![\w.+-])(?:[\w.+-]{{1,30}}\s(?P<sign>{sign})\s){{0,4}}(?P<name>[\w.+-]{{1,40}}){at}"
    signed = named.replace("{0,4}", "{1,4}")
    ends = r"(?=\s*(?:[.,;:!?)]|$)|\s(?:and|or|but|if|for|any|to|where)\b)"
    link = _LINK.replace("(?:on|", f"(?:{apps}|{pages}|on|")
    return _Patterns(
        re.compile(rf"{any_of(words['telephones'])}{_LINK}(\+?\d[\d ()./-]{{4,18}}\d)(?!\w)", re.IGNORECASE),
        re.compile(rf"({apps})({link})({_NAME})", re.IGNORECASE),
        re.compile(rf"({pages})({link})({_NAME})", re.IGNORECASE),
        re.compile(rf"{any_of(words['of_a_thing'])}[\w\s.:#№-]{{0,16}}$", re.IGNORECASE),
        re.compile(
            rf"{any_of(words['papers'])}(?:\W{{0,3}}\b(?:no|nr|number|id|is|of|code)\b){{0,3}}[\s.:#]{{1,4}}"
            r"((?-i:[A-Z0-9](?:[A-Z0-9]|[ -](?=\d)){4,24})|[A-Za-z]{0,3}\d{5,12})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(rf"{named}{house}(?:\s?(?:\.|dot)\s?[a-z]{{2,6}}){{0,2}}{ends}", re.IGNORECASE),
        re.compile(rf"{signed}[\w-]{{1,40}}(?:(?:\s(?:dot|punkt)\s|\.)[\w-]{{2,20}}){{0,3}}(?!\w)", re.IGNORECASE),
        re.compile(rf"{any_of(words['mail_cues'])}[^.;!?]{{0,30}}$", re.IGNORECASE),
        re.compile(
            rf"(?<![\w.@+-])(@?[\w.+#-]{{3,40}})\s(?:on|at|via|over|in)\s(?:my\s)?(?:{apps}|{pages})", re.IGNORECASE
        ),
    )


def numbers_in(line: str) -> Iterator[Span]:
    """
    Where numbers, mail addresses and names for messages stand.

        >>> line = "Jazz! ann [at] secret [dot] example"
        >>> [line[span.start : span.end] for span in numbers_in(line)]
        ['ann [at] secret [dot] example']
    """
    for pattern in (_MAIL, _MAIL_SPELT):
        yield from (Span(found.start(), found.end(), MAIL) for found in pattern.finditer(line))
    known = _patterns()
    yield from _told_in_words(line, known)
    yield from _telephones(line, known)
    for found in (*known.messenger.finditer(line), *known.page.finditer(line)):
        if _is_name(found, line):
            yield Span(found.start(), found.end() - len(found[3]) + len(found[3].rstrip(".")), MESSENGER)
    yield from _papers(line, known)


def _told_in_words(line: str, known: _Patterns) -> Iterator[Span]:
    """Numbers told figure by figure, addresses told sign by sign, and a name before the word of its messenger."""
    for found in _SPELT.finditer(line):
        if not _COUNTING.match(found[0]):
            yield Span(found.start(), found.end(), PHONE)
    for found in (*known.mail_house.finditer(line), *known.mail_signs.finditer(line)):
        if _is_address(found, line, known):
            yield Span(found.start(), found.end(), MAIL)
    for found in known.handle_before.finditer(line):
        if _has_the_look(found[1]):
            yield Span(found.start(), found.end(), MESSENGER)


def _telephones(line: str, known: _Patterns) -> Iterator[Span]:
    for found in _PHONE.finditer(line):
        dates = _DATES.match(line, found.start())
        if (dates and dates.end() >= found.end()) or not _is_phone(found[0]):
            continue
        if not known.of_a_thing.search(line, max(0, found.start() - 40), found.start()):
            more = _EXTENSION.match(line, found.end())
            yield Span(found.start(), more.end() if more else found.end(), PHONE)
    for found in known.telephone.finditer(line):
        if not _DATES.fullmatch(found[1]):
            yield Span(found.start(1), found.end(1), PHONE)


def _papers(line: str, known: _Patterns) -> Iterator[Span]:
    for found in _PAPERS.finditer(line):
        yield Span(found.start(), found.end(), PAPERS)
    for found in known.papers.finditer(line):
        figures = sum(letter.isdigit() for letter in found[1])
        if figures >= (6 if " " in found[1] else 4) and not _DATES.fullmatch(found[1]):
            yield Span(found.start(), found.end(), PAPERS)
    for found in _IBAN.finditer(line):
        if sum(letter.isdigit() for letter in found[0]) >= 10 or _is_iban(found[0].replace(" ", "")):
            yield Span(found.start(), found.end(), PAPERS)


def _is_phone(text: str) -> bool:
    """Seven figures or more, and no round number of thousands."""
    figures = sum(letter.isdigit() for letter in text)
    return 7 <= figures <= 16 and not _THOUSANDS.fullmatch(text)


def _is_name(found: re.Match[str], line: str) -> bool:
    """Whether what follows the word of a messenger is a name there: by its look, or by the colon before an ending."""
    name, link = found[3].rstrip("."), found[2]
    if _has_the_look(name):
        return True
    is_app = found[1].casefold() in private_words()["reach"]["messengers"]
    ends = re.match(r"\s*(?:[.,;)]|$)", line[found.end() - (len(found[3]) - len(name)) :]) is not None
    is_called = re.search(r"\bas\b", link) is not None and name.islower() and len(name) > 3
    is_called = is_called and name not in private_words()["reach"]["no_handles"]
    return (
        (is_app or is_called)
        and ends
        and (":" in link or "=" in link or is_called or found[1].casefold().endswith(" id"))
    )


def _has_the_look(name: str) -> bool:
    """Whether a word is written as names for messages are: with a sign or a figure in it, and is no plain number."""
    looks_so = name.startswith("@") or "_" in name or "#" in name or _SIGN_WITHIN.search(name) is not None
    return looks_so and not name.replace(".", "").isdigit()


def _is_address(found: re.Match[str], line: str, known: _Patterns) -> bool:
    """Whether "hattie at gmail" is an address: with a sign in words, with the look of one, or behind a word of mail."""
    name = found["name"]
    if name.casefold() in private_words()["reach"]["mail_cues"]:
        return False
    cue = known.mail_cue.search(line, max(0, found.start() - 60), found.start())
    return bool(found["sign"]) or _has_the_look(name) or cue is not None


def _is_iban(text: str) -> bool:
    """The sum by which every IBAN is checked (ISO 13616)."""
    return int("".join(str(int(letter, 36)) for letter in f"{text[4:]}{text[:4]}")) % 97 == 1
