"""Remark and Review: what a careful coach would say of a line or a message."""

from __future__ import annotations

from typing import Literal

from rapportkit.record import Record

Weight = Literal["fix", "consider"]
"""`fix` only where the program is sure; everything else is for the writer to `consider`."""

Verdict = Literal["ready", "rework"]
"""The contract's words. On the screen the word is never "ready": nothing that we look for needs mending."""

Span = tuple[int, int]
"""`[start, end)` in code points of the text as it was given."""


class Remark(Record):
    """One remark: the rule, how sure it is, what it says, and the words it is about (null: something is absent)."""

    rule: str
    weight: Weight
    says: str
    span: Span | None


class Review(Record):
    """
    All remarks on one text and the rules that were looked for.

    `verdict` is `rework` when a remark weighs `fix`, null with a `reason` where the text could not be judged
    (it is empty, or in a language that is not read). No remark never means "all good": it means that nothing
    in `looked_for` was found.
    """

    verdict: Verdict | None
    remarks: tuple[Remark, ...]
    looked_for: tuple[str, ...]
    reason: str | None = None


def review_of(remarks: tuple[Remark, ...], looked_for: tuple[str, ...]) -> Review:
    """The review that these remarks amount to."""
    verdict: Verdict = "rework" if any(remark.weight == "fix" for remark in remarks) else "ready"
    return Review(verdict=verdict, remarks=remarks, looked_for=looked_for)


def no_review(reason: str) -> Review:
    """The review of a text that could not be judged; *reason* is a sentence."""
    return Review(verdict=None, remarks=(), looked_for=(), reason=reason)
