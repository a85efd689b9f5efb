"""Several people in one pasted text: each from the line with their name on."""

from __future__ import annotations

import re

from rapportkit.people.naming import without_pronouns
from rapportkit.people.pasted_lines import Line
from rapportkit.people.pasted_words import words

_NAME = re.compile(r"[^\W\d_][^\d_@:/|]{1,58}")
_TELLING = ("about", "experience", "education", "interests", "languages", "volunteering")
"""Headings that one person has once."""


def is_name(line: str) -> bool:
    """Two to five words with capitals, as the top of a page has; a sentence or a thing is none."""
    parts = line.split()
    return 2 <= len(parts) <= 5 and bool(_NAME.fullmatch(line)) and all(part[0].isupper() for part in parts[::2])


def people_in(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """
    The people of a text by name, each with their lines; one without a name where there is only one.

    Somebody new begins at a name on a line of its own where, below it, a heading or a label comes that the one
    before had already.
    """
    starts: list[tuple[str, int]] = [("", 0)]
    seen: set[str] = set()
    candidate, top = -1, next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    for at, line in enumerate(lines):
        mark, named = _mark(line)
        if not mark:
            candidate = at if at and _begins(lines, at) else candidate
            continue
        if not seen and candidate >= 0 and len(starts) == 1:
            top = candidate
        if mark == "name" and named and starts[-1][0] not in ("", named):
            starts.append((named, at))
            seen = set()
        elif mark in seen and candidate >= 0:
            starts.append((without_pronouns(lines[candidate].bare), candidate))
            seen = set()
        if mark == "name" and not starts[-1][0]:
            starts[-1] = (named, starts[-1][1])
        seen.add(mark)
        candidate = -1
    if len(starts) == 1:
        return [("", lines)]
    named = without_pronouns(lines[top].bare)
    first = starts[0][0] or (named if is_name(named) else "")
    ends = [at for _, at in starts[1:]] + [len(lines)]
    people: dict[str, list[Line]] = {}
    for (name, start), end in zip([(first, 0), *starts[1:]], ends, strict=True):
        people.setdefault(name, []).extend(lines[start:end])
    return list(people.items())


def _mark(line: Line) -> tuple[str, str]:
    """The heading or the label that a line is, and whom it names."""
    heading = words().heading(line.text)
    if heading:
        return (heading if heading in _TELLING else ""), ""
    kind, _, value = words().labelled(line.text) or words().spoken(line.text) or ("", "", "")
    return ("name", without_pronouns(value)) if kind == "name" else (kind and f"{kind}:", "")


def _begins(lines: list[Line], at: int) -> bool:
    """Whether a name stands here on a line of its own: after a gap, as a heading, or said twice as pages do."""
    name = without_pronouns(lines[at].bare)
    if lines[at].is_of_page or not is_name(name) or words().heading(lines[at].text):
        return False
    below = lines[at + 1].bare if at + 1 < len(lines) else ""
    said_twice = below == lines[at].bare and not words().has("job", name)
    gap = not lines[at - 1].text.strip() or lines[at].text.startswith("# ")
    return said_twice or gap or (below != "" and not without_pronouns(below))
