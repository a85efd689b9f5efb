"""The ledger behind every claim that a lesson makes: what is known, how sure, and what speaks against it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from rapportkit.record import Record, build

Grade = Literal["A", "B", "C", "D", "X"]

GRADES: dict[Grade, str] = {
    "A": "studied in or near job interviews, several times",
    "B": "good experiments, but not in job interviews",
    "C": "small studies, polls, or two things that go together without one causing the other",
    "D": "experience and custom; nobody has counted",
    "X": "the studies point the other way",
}
"""What each grade means, in a learner's words."""


class Claim(Record):
    """
    One claim and what stands behind it.

    `in_short` is the one sentence that a lesson shows; the rest opens on demand. `checked` says what was
    opened to check the entry, null where nobody on the project has read the source itself.
    """

    id: str
    in_short: str
    grade: Grade
    study: str
    sample: str | None = None
    result: str
    against: str
    source: str
    checked: str | None = None


@cache
def ledger() -> dict[str, Claim]:
    """Every claim of the workbook, by its id, in the order of the file."""
    text = (files("rapportkit.data") / "evidence.toml").read_text(encoding="utf-8")
    claims = (build(Claim, table, "evidence.toml") for table in tomllib.loads(text)["claim"])
    return {claim.id: claim for claim in claims}
