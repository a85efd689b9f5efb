"""A name and a headline as they are kept: without pronouns, and without the words that lead to a number."""

from __future__ import annotations

import html
import re

from rapportkit.people.plain_text import one_line, plain_line
from rapportkit.people.private import bounded

_PRONOUN = (
    r"(?:s?he|hers?|him|his|they|them|theirs?|xe|xem|xyrs?|ze|zirs?|zie|hirs?|ey|em|eirs?|fae|faers?|ve|ver|any"
    r"|any pronouns|all pronouns|elle|elles|lui|il|ella|él|ela|ele|delas?|deles?|er|ihm|ihn|sie|ihr|hän|hen|hon|han)"
)
_PRONOUNS = re.compile(
    rf"[(\[{{]\s*(?:pronouns?\s*:?\s*)?{_PRONOUN}(?:\s*[/|,&•·]\s*{_PRONOUN})*\s*[)\]}}]"
    rf"|(?<![\w/])(?:pronouns?\s*:?\s*)?(?:she|he|they|xe|ze|zie|ey|fae|ve|elle|il|ella|él|ela|ele|sie|er)"
    rf"(?:\s?/\s?{_PRONOUN})+(?![\w/])",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"^[\s|·•,;:–—-]+|[\s|·•,;:–—-]+$")
_DOUBLED = re.compile(r"\s*([|·•,;])\s*(?:[|·•,;]\s*)+")
_DEGREE = re.compile(r"\s*[·•]\s*(?:1st|2nd|3rd\+?)(?: degree connection)?$")
_SEPARATOR = re.compile(r"(\s*[|·•;]\s*|\s*,\s+|\s+[-–—]\s+|\.\s+)")
_REACHING = re.compile(
    r"(?:call|calls|ring|phone|telephone|tel|ph|mob|mobile|cell|fax|text|sms|whatsapp|signal|telegram|email|e-mail|mail"
    r"|contact|reach|reachable|available|message|dm|write|website|web|visit|see|linkedin|hotline|number|no|nr|t|m|e|f|w|p)"
    r"[.:]*",
    re.IGNORECASE,
)
_JOINING = {
    "or",
    "and",
    "me",
    "us",
    "him",
    "her",
    "them",
    "on",
    "at",
    "via",
    "by",
    "under",
    "to",
    "please",
    "is",
    "am",
    "are",
}
_JOINING |= {"my", "our", "the", "direct", "directly", "also", "can", "be", "i", "you", "&", "/", "+", "", "-", "–"}
_MOST_OF_A_CALL = 3
"""Words; "call centre manager" is a post."""


def without_pronouns(text: str) -> str:
    """
    A name or a headline without the pronouns that a page shows beside it.

        >>> without_pronouns("Ana Reis (She/Her) · 2nd"), without_pronouns("Baker | they/them")
        ('Ana Reis', 'Baker')
    """
    if not (kept := _DEGREE.sub("", _PRONOUNS.sub(" ", text))) or kept == text:
        return text if kept else ""
    return " ".join(_DANGLING.sub("", _DOUBLED.sub(r" \1 ", kept)).split())


def headline_of(text: str) -> str:
    """
    A headline without pronouns and without ways to reach somebody, nor the words that lead up to those.

        >>> headline_of("Clerk, ring or 0164 960 0123"), headline_of("Call 0164 960 0123")
        ('Clerk', '')
    """
    text = bounded(text)
    line = plain_line(text)
    if line == one_line(text):
        return without_pronouns(line)
    parts = _SEPARATOR.split(html.unescape(text))
    kept = ""
    for part, before in zip(parts[::2], ["", *parts[1::2]], strict=True):
        said = plain_line(part)
        if _figures(said) != _figures(part):
            said = _without_lead(said)
            kept = kept if said else _without_lead(kept)
        kept += f"{before if kept else ''}{said}" if said else ""
    return without_pronouns(_DANGLING.sub("", plain_line(kept)))


def _without_lead(said: str) -> str:
    """Words out of which something was cut, without those that lead up to it: nothing where they begin with one."""
    words = said.split()
    while words and (_is_reaching(words[-1]) or words[-1].casefold().strip("():,.") in _JOINING):
        words.pop()
    return "" if len(words) < _MOST_OF_A_CALL and words and _is_reaching(words[0]) else " ".join(words)


def _is_reaching(word: str) -> bool:
    return _REACHING.fullmatch(word.strip("():,.")) is not None


def _figures(text: str) -> int:
    """How much stands in a text by which somebody could be reached."""
    return sum(letter.isdigit() or letter == "@" for letter in text) + text.count("://") + text.casefold().count("www.")
