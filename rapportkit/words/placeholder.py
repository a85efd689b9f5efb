"""Words that were meant to be filled in: "[Company]", "{name}", "___", "INSERT DATE"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rapportkit.words.review import Span, Weight

_NAMED_FIELD = r"(?:name|company|role|position|job title|title|topic|date|specific detail)"
_OWNER = r"(?:your|their|the|company|interviewer(?:'s|’s)?|job|first|last|full)"

_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\{\{[^{}\n]{0,60}\}\}|\$?\{\s*[^\W\d][^{}\n]{0,58}\}",
        r"<<[^<>\n]{1,60}>>|\*\|[^|\n]{1,40}\|\*|%%?[A-Za-z][A-Za-z_]{1,30}%%?",
        r"(?<![\w_])_{3,60}(?![\w_])|(?<!\w)X{3,12}(?!\w)",
        r"(?<!\w)(?:INSERT|FILL IN|ENTER)(?: [A-Z]{2,20}){1,4}(?!\w)",
        r"(?<!\w)[Ii]nsert (?:[a-z'’]{1,14} ){0,2}(?:name|company|role|title|topic|date|detail)s? here(?!\w)",
        r"(?<!\w)(?:FIRST|LAST|FULL|YOUR|COMPANY|INTERVIEWER|RECRUITER|JOB|ROLE)[ _](?:NAME|TITLE|COMPANY|ROLE)(?!\w)",
        r"(?<!\w)(?:first|last|full|company|interviewer|recipient|your)_(?:name|title|company|role)(?!\w)",
        r"(?<!\w)(?:TODO|FIXME|TKTK|tktk|tk)(?!\w)|(?<!\w)(?i:lorem ipsum)(?!\w)",
        r"(?<=[Dd]ear )(?:Name|NAME|Interviewer Name|First Name|Firstname|Company Name|Recipient)(?=[,\s:])",
        r"(?<=\n)Your (?:Full )?Name(?=\s*(?:\n|$))",
        r"(?<!\w)(?:Company|Interviewer|Recruiter|Contact) Name(?=[,.\s:])",
        rf"(?i:\(\s*(?:(?:insert|enter|fill in)\s[^()\n]{{1,60}}|(?:{_OWNER}\s)?{_NAMED_FIELD})\s*\))",
    )
)
_SQUARE = re.compile(r"\[([^\[\]\n]{1,80})\](?!\()")
_ANGLE = re.compile(r"<([^<>\n]{1,60})>")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONE = re.compile(
    r"\b(?:about|with|at|for|in|on|of) (?P<gap>X|Y|XX|XYZ|TBC|TBD)(?=[.,;!?\n]|$)"
    r"|(?<!\w)(?P<firm>(?:ABC|XYZ) (?:Company|Corp|Inc|Ltd))\b"
)
_MOST = 10


class Gap(NamedTuple):
    """A place that was meant to be filled in."""

    span: Span
    weight: Weight


def gaps(text: str) -> tuple[Gap, ...]:
    """The places in *text* that look like a form's, each wording once, at most ten."""
    found: dict[str, Gap] = {}
    taken = -1
    for gap in sorted(_all(text)):
        words = text[gap.span[0] : gap.span[1]]
        if gap.span[0] < taken or words in found:
            continue
        taken = gap.span[1]
        found[words] = gap
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _all(text: str) -> Iterator[Gap]:
    for pattern in _SURE:
        for match in pattern.finditer(text):
            if not (match.group().startswith("_") and _a_ruled_line(text, *match.span())):
                yield Gap(match.span(), "fix")
    for match in _SQUARE.finditer(text):
        inner = match.group(1).strip()
        if any(letter.isalpha() for letter in inner) and inner.casefold() not in _words("honest"):
            yield Gap(match.span(), "fix" if _starts_with_field(inner) else "consider")
    for match in _ANGLE.finditer(text):
        if _starts_with_field(match.group(1)) and not re.search(r"[@/=]|\d", match.group(1)):
            yield Gap(match.span(), "fix")
    for match in _LONE.finditer(text):
        yield Gap(match.span(match.lastgroup or 0), "consider")


def _starts_with_field(inner: str) -> bool:
    first = _FIRST_WORD.search(inner)
    return bool(first) and (first.group() if first else "").casefold() in _words("fields")


@cache
def _words(name: str) -> frozenset[str]:
    text = files("rapportkit").joinpath("data", "words", "placeholder.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


def _a_ruled_line(text: str, start: int, end: int) -> bool:
    """A line of nothing but underscores parts a message from its signature."""
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    line_end = text.find("\n", end, end + 200)
    rest = text[line_start:start] + text[end : line_end if line_end >= 0 else end + 200]
    return end - start > 5 and not rest.strip(" \t\r_")
