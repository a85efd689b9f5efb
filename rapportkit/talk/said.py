"""One thing that somebody said, as the readers of transcripts find it, and how names and times are written."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from rapportkit.people.plain_text import one_line, shown
from rapportkit.words.phrases import words

LONGEST_NAME = 60
_MOST_NAME_WORDS = 5
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<\d[\d:.]{0,15}>")
_STAMP = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_STAMP_FIRST = re.compile(rf"^\s*[\[(]?({_STAMP})(?:\s*(?:-->|-|–|to)\s*{_STAMP})?[\])]?\s*[-–|]?\s*(?=\S)")
_STAMP_ALONE = re.compile(rf"^\s*[\[(]?({_STAMP})[\])]?\s*$")
_STAMP_LAST = re.compile(rf"[ \t]{{0,9}}[\[(]?({_STAMP})[\])]?$")
_STAMP_BEHIND = re.compile(rf"^(\s{{0,20}}[^:\n\[(]{{1,60}})[\[(]({_STAMP})[\])]\s{{0,3}}:")
_NAMED = re.compile(
    r"^\s{0,20}(?:[-•>*_]{1,3}\s{0,3})?([^\s:：<>?!][^:：<>?!\n]{0,80}?)\s{0,3}[:：](?:[*_]{1,2})?(?:\s|$)"
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]$")


class Said(NamedTuple):
    """
    A stretch of one speaker's words; `speaker` is None where no name stands.

    Times are seconds from the beginning, None where they are not known. `seconds` is how long the voice lasted.
    """

    speaker: str | None
    text: str
    start: float | None = None
    end: float | None = None
    seconds: float | None = None


def clean(text: str) -> str:
    """
    What was said, on one line, without markup and entities.

        >>> clean("<i>Fish &amp; chips</i>")
        'Fish & chips'
    """
    return one_line(html.unescape(_TAG.sub("", html.unescape(text)) if "<" in text else text))


def seconds_of(stamp: str) -> float:
    """
    A time as people write it, in seconds.

        >>> seconds_of("1:02:03.5"), seconds_of("0:34")
        (3723.5, 34.0)
    """
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total


def stamp_alone(line: str) -> float | None:
    """The time that makes up a whole line; None where it holds anything else."""
    found = _STAMP_ALONE.match(line)
    return seconds_of(found[1]) if found else None


def heading(line: str) -> tuple[str, float] | None:
    """The name and the time of a line that holds only these ("Ana Ruiz  0:34"); None for any other."""
    found = _STAMP_LAST.search(line) if line[-2:].strip("])").isdigit() or line[-1:] in "])" else None
    if not found or not found.start():
        return None
    name = line[: found.start()].strip(" \t:-–*")
    return (name, seconds_of(found[1])) if is_like_a_name(name) else None


def stamped(line: str) -> tuple[float | None, str]:
    """A line without the time before it, and that time."""
    found = _STAMP_FIRST.match(line)
    return (seconds_of(found[1]), line[found.end() :]) if found else (None, line)


def named(line: str) -> tuple[str, str, float | None] | None:
    """The words before a line's first colon, what follows, and a time between them; None where there are none."""
    start = None
    if behind := _STAMP_BEHIND.match(line):
        line, start = f"{behind[1]}:{line[behind.end() :]}", seconds_of(behind[2])
    found = _NAMED.match(line)
    name = found[1].strip(" *_") if found else ""
    return (name, line[found.end() :].strip(), start) if found and 0 < len(name) <= LONGEST_NAME else None


def is_like_a_name(name: str) -> bool:
    """
    Whether words may be a speaker's name: few, each with a capital (or of a script that has none).

        >>> is_like_a_name("María de la Cruz (HR)"), is_like_a_name("So my advice")
        (True, False)
    """
    said = _BRACKETS.sub("", name).split()
    if not 0 < len(said) <= _MOST_NAME_WORDS or len(name) > LONGEST_NAME:
        return False
    if len(said) == 1 and said[0].casefold() in words("talk", "roles"):
        return True
    return (
        all(word.casefold() in words("talk", "name_particles") or not word[0].islower() for word in said)
        and not said[0].islower()
    )


def speakers_in(lines: Iterable[str]) -> frozenset[str]:
    """
    The words before colons that name who speaks.

    What looks like a name is one, unless it is a word that introduces ("Note: ..."), and what comes back again and
    again is one however it is written.
    """
    counted = Counter(found[0] for line in lines if (found := named(line)))
    return frozenset(name for name, times in counted.items() if _speaks(name, times))


def _speaks(name: str, times: int) -> bool:
    introduces = name.casefold() in words("talk", "introduce")
    if is_like_a_name(name):
        return not introduces or times > 2
    return times > 2 and len(name.split()) <= 2 and not introduces


def lines_of(text: str) -> list[str]:
    """The lines of a text, without characters that cannot be shown."""
    return shown(text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\xa0", " ")).split(
        "\n"
    )
