"""Words that were meant to be filled in: "[Company]", "{name}", "___", "INSERT DATE"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapportkit.words.phrases import words as listed
from rapportkit.words.review import Span, Weight

_NOUN = (
    r"(?:first[ _-]?name|last[ _-]?name|surname|fname|lname|full[ _-]?name"
    r"|(?:company|interviewer|recruiter|manager|contact|recipient|your|my)"
    r"(?:'s|’s)?[ _-]name|name|company|employer|job[ _-]?title|role|position|title|topic|date|weekday|hobby"
    r"|interviewer|recipient|city|town)"
)
_BEFORE = (
    r"(?:about|with|at|for|in|on|of|to|from|by|as|your|the|and|called|named|[Dd]ear|[Hh]i|[Hh]ello|Mr|Mrs|Ms|Dr)\.? "
)
_DAY = r"(?:DD|dd|MM|mm|XX|xx|00|__)"
_AFTER = r"(?=[.,;:!?\s]|$)"

_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\{\{[^{}\n]{0,60}\}\}|\$\{\s*[^\W\d][^{}\n]{0,58}\}|\{\s*[^\W\d][^{}\s]{0,58}\s*\}|\{\d{1,2}\}",
        r"<<[^<>\n]{1,60}>>|\*\|[^|\n]{1,40}\|\*|%%?[A-Za-z][A-Za-z_]{1,30}%%?|(?<=\s)%[sd](?=[\s,.])",
        rf"(?i:(?P<sign>[*#@~|^%=+_-]{{1,3}}){_NOUN}(?P=sign))(?!\w)",
        r"(?<!\w)\$[A-Za-z][A-Za-z_]{2,30}(?!\w)",
        r"(?<![\w_])_{3,60}(?![\w_])|(?<!\w)X{4,12}(?!\w)",
        rf"(?:(?<=\s)|^){_BEFORE}(?P<gap>X{{3,12}}|x{{3,12}}){_AFTER}",
        r"(?<!\w)(?:INSERT|FILL IN|ENTER|ADD)(?: [A-Z]{2,20}){1,4}(?!\w)",
        r"(?<!\w)[Ii]nsert (?:[a-z'’]{1,14} ){0,2}(?:name|company|role|title|topic|date|detail)s? here(?!\w)",
        r"(?<!\w)(?i:(?:your|company|job|interviewer(?:'s|’s)?|full) (?:name|title|role)(?: goes)? here)(?!\w)",
        r"(?<!\w)(?i:(?:name|topic) goes here)(?!\w)|(?<!\w)NAME HERE(?!\w)",
        r"(?<!\w)(?:FIRST|LAST|FULL|YOUR|COMPANY|INTERVIEWER|RECRUITER|JOB|ROLE)[ _](?:NAME|TITLE|COMPANY|ROLE)(?!\w)",
        (
            r"(?<!\w)(?<![A-Z] )(?:NAME|COMPANY|ROLE|POSITION|TOPIC|DATE|PROJECT|EMPLOYER)(?! [A-Z]{2})(?!\w)"
            r"|(?<!\w)(?:INTERVIEWER|SURNAME|FIRSTNAME|LASTNAME)(?!\w)"
        ),
        r"(?<!\w)(?:first|last|full|company|interviewer|recipient|your|job)_(?:name|title|company|role)(?!\w)",
        r"(?<!\w)(?:TODO|FIXME|TKTK|tktk|tk)(?!\w)|(?<!\w)(?i:lorem ipsum)(?!\w)",
        rf"(?<!\w){_DAY}[/.-]{_DAY}(?:[/.-](?:YYYY|yyyy|YY|yy|XXXX|xxxx|0000))?(?!\w)",
        rf"(?i:(?<!\w)(?:dear|hi|hello|hey) (?:(?:mr|mrs|ms|dr)\.? )?(?P<to>{_NOUN}|null|undefined|so-and-so)){_AFTER}",
        r"(?<!\w)(?:Your|My|First|Last|Full|Company|Interviewer|Recruiter|Contact) Name(?!\w)",
        r"(?<=\n)Name(?=\s*(?:\n|$))",
        r"(?<!\w)(?i:first ?name (?:last ?name|surname)|name surname)(?!\w)",
        r"(?<=\w )\?{2,}(?= [a-z]|[,.])|(?<=\w )(?:_ ){2,}_",
        r"\((?i:add|insert|fill in|put|mention|write|say|name) [^()\n]{1,60} here\)",
        r"(?<!\w)(?i:tel|phone|mobile|mob|cell|e-?mail)[.:]{1,2} ?[xX_]{3,12}(?: [xX_]{3,12}){0,3}(?!\w)",
        r"\((?=[^()\n]{0,60}\b(?:CHECK|ADD|INSERT|FILL|CONFIRM)\b)[A-Z][A-Z ,'’-]{5,60}\)",
        rf"(?i:\(\s*(?:(?:insert|enter|fill in)\s[^()\n]{{1,60}}|{_NOUN})\s*\))",
        r"[‹«【〔⟨〈「（] ?(?i:your |company |the )?(?i:name|company|role|position|topic|title|date) ?[›»】〕⟩〉」）]",
    )
)
_BRACES = re.compile(r"(?<![{$])\{([^{}\n]{1,60})\}(?!\})")
_SQUARE = re.compile(r"\[([^\[\]\n]{1,80})\](?!\()")
_ANGLE = re.compile(r"<([^<>\n]{1,60})>")
_PLAIN_WORDS = re.compile(r"(?:the|an?|this|that|some|our) [a-z'’-]{2,20}(?: [a-z'’-]{1,20}){0,3}")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONE = re.compile(
    r"\b(?:about|with|at|for|in|on|of|to|from|Company|Mr|Mrs|Ms|Dr|the)\.? "
    r"(?P<gap>X|Y|XX|XYZ|TBC|TBD|TBA|tbc|tbd|tba|NN|N\.N\.)"
    r"(?=[.,;!?\n]|$| role| position| job| team| project)"
    r"|(?<!\w)(?P<firm>(?:ABC|XYZ) (?:Company|Corp|Inc|Ltd))\b|(?<=\w )(?P<dots>\.{4,}|…{2,}|-{4,})(?=[ ,.])"
    r"|(?<=\w )(?P<empty>\[\s*\]|\(\s+\)|<\s+>|\[\?+\])"
)
_MOST = 10


class Gap(NamedTuple):
    """A place that was meant to be filled in."""

    span: Span
    weight: Weight


@lru_cache(maxsize=16)
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


def without_gaps(text: str) -> str:
    """
    *text* with spaces in the place of what is surely still to be filled in, so that nothing is found in it.

        >>> without_gaps("Dear [name], hello.")
        'Dear       , hello.'
    """
    spans = [gap.span for gap in _all(text) if gap.weight == "fix"]
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _all(text: str) -> Iterator[Gap]:
    for pattern in _SURE:
        for match in pattern.finditer(text):
            ruled = match.group().startswith("_") and _a_ruled_line(text, *match.span())
            if not ruled and not _quoted(text, match.start()):
                yield Gap(_span(match), "fix")
    yield from _in_brackets(text)
    for match in _LONE.finditer(text):
        yield Gap(match.span(match.lastgroup or 0), "consider")


def _in_brackets(text: str) -> Iterator[Gap]:
    """Brackets of three shapes whose words ask to be filled in."""
    for match in _SQUARE.finditer(text):
        inner = match.group(1).strip()
        if inner.casefold() not in _words("honest") and _is_field(inner) and not _quoted(text, match.start()):
            yield Gap(match.span(), "fix")
    for match in _BRACES.finditer(text):
        if " " in match.group(1).strip() and _is_field(match.group(1)):
            yield Gap(match.span(), "fix")
    for match in _ANGLE.finditer(text):
        named = _is_field(match.group(1)) or _PLAIN_WORDS.fullmatch(match.group(1))
        if named and not re.search(r"[@/=]|\d", match.group(1)):
            yield Gap(match.span(), "fix")


def _span(match: re.Match[str]) -> Span:
    """The gap alone, where a pattern also looks at the words before it."""
    named = {name for name, value in match.groupdict().items() if value is not None} - {"sign"}
    return match.span(named.pop()) if named else match.span()


def _is_field(inner: str) -> bool:
    """Whether what stands in brackets asks to be filled in, by its first word or by any word of few."""
    words = [word.casefold() for word in _FIRST_WORD.findall(inner.replace("_", " "))]
    return bool(words) and (
        words[0] in _words("fields") or (len(words) <= 4 and any(w in _words("nouns") for w in words))
    )


def _quoted(text: str, at: int) -> bool:
    """Inside somebody's words a bracket is the writer's own honest addition."""
    before = text[max(0, at - 200) : at].rsplit("\n", 1)[-1]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _words(name: str) -> frozenset[str]:
    return listed("placeholder", name)


def _a_ruled_line(text: str, start: int, end: int) -> bool:
    """A line of nothing but underscores parts a message from its signature."""
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    line_end = text.find("\n", end, end + 200)
    rest = text[line_start:start] + text[end : line_end if line_end >= 0 else end + 200]
    return end - start > 5 and not rest.strip(" \t\r_")
