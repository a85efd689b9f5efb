"""What each rule looks for, why, and how to mend what it finds: the words of `data/remarks.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from rapportkit.errors import InvalidValue
from rapportkit.record import Record
from rapportkit.words.review import Remark, Span, Weight

_LONGEST_SHOWN = 60


class RuleText(Record):
    """
    One rule in words for the learner.

    `looked_for` completes "We looked for ..."; `evidence` holds ids of the evidence ledger, empty where the
    rule rests on custom or common sense; `strength` says what is there when a rule that looks for something has
    nothing to remark, and is empty where only a fault is absent; `before` and `after` are one example, unmended
    and mended.
    """

    rule: str
    applies_to: tuple[str, ...]
    looked_for: str
    why: str
    evidence: tuple[str, ...]
    how: str
    strength: str = ""
    before: str
    after: str


def explain_rule(rule: str, kind: str = "") -> RuleText:
    """
    What *rule* is about; *kind* ("opening" or a message kind) chooses where a rule differs between kinds.

        >>> explain_rule("too-long", "thank-you").looked_for
        'whether it is longer than 200 words'

    Raises:
        InvalidValue: there is no such rule among those that are looked for.
    """
    entry = dict(_entry(rule, kind))
    entry.pop("what")
    return RuleText.model_validate({"rule": entry.pop("id"), **entry})


def remark(rule: str, kind: str, how: str, weight: Weight, span: Span | None, **fields: object) -> Remark:
    """The remark of *rule*, in the wording called *how*, with what was found put into it."""
    entry = _entry(rule, kind)
    shown = {name: _shown(value) for name, value in fields.items()}
    return Remark(rule=rule, weight=weight, says=f"{entry['what'][how].format(**shown)} {entry['how']}", span=span)


def rules_explained() -> tuple[tuple[str, str], ...]:
    """Every rule that has words, with each kind of text that it applies to."""
    return tuple((entry["id"], kind) for entry in _data()["rule"] for kind in entry["applies_to"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("rapportkit").joinpath("data", "remarks.toml").read_text(encoding="utf-8"))


@cache
def _entry(rule: str, kind: str) -> dict[str, Any]:
    entries: list[dict[str, Any]] = [entry for entry in _data()["rule"] if entry["id"] == rule]
    for entry in entries:
        if not kind or kind in entry["applies_to"]:
            return entry
    raise InvalidValue(
        f"There is no rule '{rule}' for {kind or 'any text'}. See `looked_for` in a review for the rules."
    )


def _shown(value: object) -> str:
    """A value on one line, shortened: what a learner typed may be long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


NOT_JUDGED: str = _data()["not_judged"]
"""What no program can judge, and what to do instead: a sentence or two for the foot of every review."""
