"""
How often the rules are right, on the labelled sets: the part that we tuned on and the part set aside.

The floors are what was reached on 2026-11-22; a change that falls below one of them has to say why. Only
figures of the part set aside are ever printed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message
from rapportkit.words.opening import About, review_opening
from rapportkit.words.review import Review

LABELLED = Path(__file__).parent.parent / "labelled"
MESSAGE_RULES = ("too-long", "late", "placeholder", "no-name", "wrong-name")


class Figures(NamedTuple):
    """Remarks made rightly, made wrongly, and missed; among those made rightly, how many with another weight."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    other_weight: int = 0

    def __str__(self) -> str:
        precision = interval(self.right, self.right + self.wrong)
        recall = interval(self.right, self.right + self.missed)
        return f"precision {precision}, recall {recall}, other weight {self.other_weight}"


class Outcome(NamedTuple):
    """What was expected of one rule on one example, and what it did (None: no remark)."""

    rule: str
    expected: str | None
    made: str | None


def interval(hits: int, of: int) -> str:
    """
    A share with its 95 % Wilson interval.

        >>> interval(9, 10)
        '9/10 (0.60 to 0.98)'
    """
    if not of:
        return "0/0"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{hits}/{of} ({max(0.0, middle - half):.2f} to {min(1.0, middle + half):.2f})"


def rows(name: str, part: str) -> list[dict[str, Any]]:
    (found,) = tomllib.loads((LABELLED / f"{name}_{part}.toml").read_text(encoding="utf-8")).values()
    assert isinstance(found, list)
    return found


def made_by(review: Review, rule: str) -> str | None:
    weights = {remark.weight for remark in review.remarks if remark.rule == rule}
    return None if not weights else "fix" if "fix" in weights else "consider"


def message_outcomes(part: str) -> Iterator[Outcome]:
    for row in rows("messages", part):
        review = review_message(row["kind"], row["text"], MessageContext(**row.get("context", {})))
        for rule in MESSAGE_RULES:
            if rule in row.get("either", ()):
                continue
            weight = "consider" if rule in row.get("consider", ()) else "fix"
            yield Outcome(rule, weight if rule in row["expect"] else None, made_by(review, rule))


def opening_outcomes(part: str) -> Iterator[Outcome]:
    for row in rows("opening_off_ground", part):
        made = made_by(review_opening(row["line"], About(**row["about"])), "off-ground")
        yield Outcome("off-ground", (made or "fix") if row["off_ground"] else None, made)


def figures(outcomes: list[Outcome], rule: str) -> Figures:
    of_rule = [outcome for outcome in outcomes if outcome.rule == rule]
    return Figures(
        right=sum(bool(outcome.made and outcome.expected) for outcome in of_rule),
        wrong=sum(bool(outcome.made and not outcome.expected) for outcome in of_rule),
        missed=sum(bool(outcome.expected and not outcome.made) for outcome in of_rule),
        other_weight=sum(bool(o.made and o.expected and o.made != o.expected) for o in of_rule),
    )


def surely_wrong(outcomes: list[Outcome]) -> int:
    """Remarks that claim to be sure and are not right: what costs most trust."""
    return sum(outcome.made == "fix" and not outcome.expected for outcome in outcomes)


FLOORS = {
    ("tune", "too-long"): (0, 0),
    ("tune", "late"): (0, 0),
    ("tune", "placeholder"): (0, 0),
    ("tune", "no-name"): (0, 0),
    ("tune", "wrong-name"): (0, 0),
    ("tune", "off-ground"): (0, 11),
    ("set_aside", "too-long"): (0, 0),
    ("set_aside", "late"): (0, 0),
    ("set_aside", "placeholder"): (0, 3),
    ("set_aside", "no-name"): (0, 0),
    ("set_aside", "wrong-name"): (0, 0),
    ("set_aside", "off-ground"): (0, 11),
}
"""
For each part and rule the most remarks that may be wrong, and the most that may be missed.

2026-11-27: off-ground misses more than before and is never wrong. A hobby described without its name was taken for one
left out, which was wrong nine times in ten on whole lines; now that is left alone.
"""


@pytest.mark.parametrize(("part", "rule"), FLOORS)
def test_no_rule_falls_below_what_was_reached(part: str, rule: str) -> None:
    outcomes = list(opening_outcomes(part) if rule == "off-ground" else message_outcomes(part))
    reached = figures(outcomes, rule)
    print(f"{part} {rule}: {reached}")  # noqa: T201 - the figures are what this test is run for
    most_wrong, most_missed = FLOORS[part, rule]
    assert reached.wrong <= most_wrong
    assert reached.missed <= most_missed


@pytest.mark.parametrize("part", ["tune", "set_aside"])
def test_what_is_said_to_be_sure_is_sure(part: str) -> None:
    assert surely_wrong(list(message_outcomes(part))) == 0
    assert surely_wrong(list(opening_outcomes(part))) == 0
