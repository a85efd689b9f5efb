"""Whether two words may be one person's name: short forms, keyboards without accents, slips of the finger."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from rapportkit.words.tokens import bare, spellings

Likeness = Literal["same", "near", "other"]
"""`near`: one slip of the finger apart, so one of the two is probably misspelled."""


@cache
def name_data() -> dict[str, Any]:
    """The whole of `data/nicknames.toml`, read once."""
    return tomllib.loads(files("rapportkit").joinpath("data", "nicknames.toml").read_text(encoding="utf-8"))


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    """For each form of a given name, the names that it may stand for."""
    forms: dict[str, set[str]] = {}
    for full, shorts in name_data()["given"].items():
        for short in (full, *shorts):
            forms.setdefault(bare(short), set()).add(bare(full))
    return {short: frozenset(full) for short, full in forms.items()}


def is_given_name(word: str) -> bool:
    """Whether *word* is a given name that everybody knows; few of the world's names are among them."""
    return bare(word) in _full_forms()


def likeness(written: str, noted: str, *, short_form: bool = True) -> Likeness:
    """
    How one word of a written name relates to one word of a noted name.

    With *short_form* a beginning or an end counts as the same name ("Vik" for Vikram, "Emeka" for
    Chukwuemeka), as long as it leaves out two letters or more; leaving out one is rather a slip.

        >>> likeness("Bob", "Robert"), likeness("Prya", "Priya"), likeness("Tom", "Priya")
        ('same', 'near', 'other')
    """
    one, other = bare(written), bare(noted)
    if spellings(written) & spellings(noted) or _full_forms().get(one, _NONE) & _full_forms().get(other, _NONE):
        return "same"
    in_table = one in _full_forms() and other in _full_forms()
    if short_form and not in_table and (_shortens(one, other) or _pet_form(one, other)):
        return "same"
    return "near" if min(len(one), len(other)) >= 3 and _one_slip(one, other) else "other"


_NONE: frozenset[str] = frozenset()


def _shortens(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) < 2:
        return False
    return (len(short) >= 3 and long.startswith(short)) or (len(short) >= 4 and long.endswith(short))


_PET_ENDINGS = ("ie", "ey", "y", "i", "o", "s", "u", "z", "ka", "sha", "ito", "ita")


def _pet_form(one: str, other: str) -> bool:
    """ "Tamsie" for Tamsin, "Kwabs" for Kwabena: a beginning with an ending of affection."""
    if one in _full_forms():
        return False
    begins = (one.removesuffix(ending) for ending in _PET_ENDINGS if one.endswith(ending))
    return any(
        len(begin) >= 3
        and len(other) - len(begin) >= 2
        and (other.startswith(begin) or (other.startswith(begin[:-1]) and begin[-1] == begin[-2]))
        for begin in begins
    )


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less, different, or two neighbours swapped."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]
