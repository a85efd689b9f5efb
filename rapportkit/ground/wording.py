"""Names of concepts inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapportkit.ground.fold import data


def in_words(name: str) -> str:
    """
    *name* as it stands in the middle of a sentence.

        >>> in_words("Rock climbing"), in_words("Brazilian jiu-jitsu"), in_words("RNLI")
        ('rock climbing', 'Brazilian jiu-jitsu', 'RNLI')
    """
    first = name.split(" ", maxsplit=1)[0]
    if (
        ":" in name
        or first[1:].casefold() != first[1:]
        or first.split("-")[0] in _proper()
        or first.removesuffix("'s") in _proper()
    ):
        return name
    return name[:1].lower() + name[1:]


def the_school(name: str) -> str:
    """
    The name of a school inside a sentence.

        >>> the_school("University of Leeds"), the_school("Leeds Beckett University")
        ('the University of Leeds', 'Leeds Beckett University')
    """
    return f"the {name}" if name.split()[1:2] == ["of"] else name


def listed(names: Sequence[str]) -> str:
    """
    Some names in a sentence, at most three of them.

        >>> listed(["Cycling", "Judo", "Tennis", "Yoga"])
        'cycling, judo, tennis and more'
    """
    shown = [in_words(name) for name in names[:3]] + (["more"] if len(names) > 3 else [])
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


@cache
def _proper() -> frozenset[str]:
    return frozenset(data("interests_reading.toml")["proper"])
