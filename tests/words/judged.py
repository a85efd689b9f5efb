"""How the reviews agree with the judged examples: counts for a part, by rule and by verdict."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message
from rapportkit.words.opening import About, review_opening
from rapportkit.words.review import Review

JUDGED = Path(__file__).parent.parent / "labelled" / "judged"


class Counts(NamedTuple):
    """Remarks that weigh `fix`: right, wrong, and broken rules that went without one; by rule."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]
    broken: Counter[str]
    verdicts: Counter[tuple[str, bool]]


def rows(texts: str, part: str) -> Iterator[dict[str, Any]]:
    """The judged "openings" or "messages" of all hands."""
    for path in sorted(JUDGED.glob(f"{texts}_*_{part}.toml")):
        (found,) = tomllib.loads(path.read_text(encoding="utf-8")).values()
        yield from found


def review(row: dict[str, Any]) -> Review:
    """What the program says of one example."""
    if "line" in row:
        return review_opening(row["line"], About(**row["about"]))
    return review_message(row["kind"], row["text"], MessageContext(**row.get("context", {})))


@cache
def counts(texts: str, part: str) -> Counts:
    """All counts of one part; a rule in `maybe` is neither right nor wrong."""
    found = Counts(Counter(), Counter(), Counter(), Counter(), Counter())
    for row in rows(texts, part):
        made = review(row)
        fixed = {remark.rule for remark in made.remarks if remark.weight == "fix"}
        broken, open_to_both = set(row["rules"]), set(row.get("maybe", ()))
        found.right.update(fixed & broken)
        found.wrong.update(fixed - broken - open_to_both)
        found.missed.update(broken - fixed)
        found.broken.update(broken)
        found.verdicts[row["verdict"], made.verdict == row["verdict"]] += 1
    return found
