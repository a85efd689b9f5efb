"""What later lessons ask again: a moment of an earlier lesson, recalled from memory in a later one."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from pydantic import Field

from rapportkit.practice import Claim, MyWays
from rapportkit.record import Prose, Record, Short, build

_FILE = "from_before.toml"


class Asked(Record):
    """
    One question: the `claims` of the method that it recalls, the lesson that they are `of`, and those that ask `again`.

    `told` is what to hold one's own answer against.
    """

    id: Short
    claims: tuple[Claim, ...] = Field(min_length=1)
    of: Short
    again: tuple[Short, ...] = Field(min_length=1)
    asks: Prose
    told: Prose


@cache
def asked_again() -> tuple[Asked, ...]:
    """Every question, in the order of the lessons that they are of."""
    text = (files("rapportkit.data") / _FILE).read_text(encoding="utf-8")
    return tuple(build(Asked, table, _FILE) for table in tomllib.loads(text)["asked"])


def questions_for(lesson: str, ways: MyWays, on_path: Collection[str] | None = None) -> tuple[Asked, ...]:
    """
    What may be asked in *lesson*, in the order of the lessons that it is of.

    Left out is what is of a lesson off the learner's path (*on_path*, the lessons' names; None where there is no path
    yet), and what asks about nothing but tips that the learner skips.
    """
    return tuple(
        one
        for one in asked_again()
        if lesson in one.again and (on_path is None or one.of in on_path) and not ways.leaves_out(one.claims)
    )
