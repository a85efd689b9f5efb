"""The words by which private matters are known, read once from `data/people/private.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Span(NamedTuple):
    """A private matter in a line, from *start* to before *end*, and what it is."""

    start: int
    end: int
    kind: str


@cache
def private_words() -> dict[str, dict[str, list[str]]]:
    """The lists, by what they are of."""
    data = tomllib.loads(files("rapportkit").joinpath("data/people/private.toml").read_text(encoding="utf-8"))
    return {of: dict(lists) for of, lists in data.items()}


def any_of(words: Iterable[str]) -> str:
    """
    A pattern for any of *words*, the longest first; a full word and never part of one.

        >>> re.sub(any_of(["tel", "tel."]), "#", "tel. tell")
        '# tell'
    """
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    return rf"(?<![\w-])(?:{alternatives})(?!\w)"
