"""Where the writer's own closing begins: a name down there addresses nobody."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapportkit.words.nicknames import is_given_name, name_data
from rapportkit.words.tokens import bare, tokens

_TAIL = 600
"""Closings are looked for in so many code points before the end."""

_MOST_NAMES = 4
_MOST_IN_CLOSING = 4
_LONE_NAME = re.compile(r"[^\W\d_]\. ([^\W\d_]{2,20})$")
_DASHED_NAME = re.compile(r"[-–—~]\s*(?=\S)")


@lru_cache(maxsize=16)
def signature_start(text: str) -> int:
    """
    Where the closing of *text* begins; the length of the text without its white space where there is none.

        >>> signature_start("Thank you for Tuesday. Best wishes, Maria")
        23
    """
    end = len(text.rstrip())
    lines = _lines(text, max(0, end - _TAIL), end)
    for at, (start, stop) in reversed(list(enumerate(lines))[1:]):
        signed_below = at < len(lines) - 1
        if _is_closing(text[start:stop], signed_below=signed_below) or _dash_then_name(text[start:stop]):
            return start
    inline = _closing_inside(text, *lines[-1]) if lines else None
    if inline is not None:
        return inline
    if len(lines) > 1 and _only_names(text[slice(*lines[-1])]):
        return lines[-1][0]
    return end


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = (line.span() for line in re.compile(r"[^\r\n\u2028\u2029\x85]+").finditer(text, start, end))
    return [span for span in found if text[slice(*span)].strip()]


def _is_closing(line: str, *, signed_below: bool = False) -> bool:
    """
    "Kind regards," and "Kind regards, Tom", but not "Thanks for your time".

    Where the writer signs on a line below, "Thanks again, Priya." speaks to Priya.
    """
    words = [bare(word.text) for word, _ in zip(tokens(line), range(_MOST_IN_CLOSING), strict=False)]
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in _closings():
            rest = line[_after(line, size) :]
            return not rest.strip(" ,.!-–—\t") or (
                not signed_below and rest.lstrip()[:1] in ",-–—.!" and _only_names(rest)
            )
    return False


def _closing_inside(text: str, start: int, stop: int) -> int | None:
    """Where the last sentence of a line turns out to be a closing with a name."""
    line = text[start:stop]
    ends = [place.end() for place in re.finditer(r"[.!?;]\s+|[-–—]\s*", line)]
    for at in reversed(ends[-3:]):
        if at < len(line) and (_is_closing(line[at:]) or _dash_then_name(line[at - 1 :].lstrip())):
            return start + at
    lone = _LONE_NAME.search(line)
    return start + lone.start(1) if lone and is_given_name(lone[1]) else None


def _dash_then_name(line: str) -> bool:
    dash = _DASHED_NAME.match(line)
    return bool(dash) and _only_names(line[dash.end() :] if dash else "")


def _only_names(line: str) -> bool:
    """Up to four capitalised words and nothing else."""
    words = list(tokens(line))
    return (
        0 < len(words) <= _MOST_NAMES
        and not re.search(r"[?!:,;]\s*$|\d", line.strip(" ,"))
        and not line.rstrip().endswith((",", "!", "?"))
        and all(word.text[0].isupper() or not word.text[0].islower() for word in words)
    )


def _after(line: str, size: int) -> int:
    return list(tokens(line))[size - 1].end


@cache
def _closings() -> frozenset[str]:
    return frozenset(bare(phrase) for phrase in name_data()["closing"]["words"])
