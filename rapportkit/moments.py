"""Moments to decide in: somebody's situation, what one could do, what follows from it, and why."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import Field

from rapportkit.errors import InvalidValue
from rapportkit.practice import Claim
from rapportkit.record import Prose, Record, Short, build


class Option(Record):
    """One thing that one could do: what `follows`, and `why`; `fits` where we would do it ourselves."""

    says: Short
    follows: Prose
    why: Prose
    fits: bool = False


class Moment(Record):
    """
    One situation of a set, with what one could do in it.

    `ask` is what is to be written in one's own words once something that fits was chosen, empty where nothing is;
    `model` is one good answer to it. `practises` are ids of the method.
    """

    id: Short
    set: Short
    practises: tuple[Claim, ...] = Field(min_length=1)
    title: Short
    told: Prose
    option: tuple[Option, ...] = Field(min_length=2, max_length=4)
    ask: str = ""
    model: str = ""


class Played(Record):
    """What a learner chose in a moment (or how they played a decision), and their own words on it."""

    moment: Short
    chosen: Short
    words: Prose = ""


@cache
def _all() -> tuple[Moment, ...]:
    text = (files("rapportkit.data") / "moments.toml").read_text(encoding="utf-8")
    return tuple(build(Moment, table, "moments.toml") for table in tomllib.loads(text)["moment"])


def moments(name: str) -> tuple[Moment, ...]:
    """
    The moments of the set of this name, in the order of the file.

    Raises:
        InvalidValue: there is no such set.
    """
    found = tuple(moment for moment in _all() if moment.set == name)
    if not found:
        sets = dict.fromkeys(moment.set for moment in _all())
        raise InvalidValue(f"There are no moments '{name}'. Choose one of {', '.join(sets)}.")
    return found
