"""How sure are we? One sentence for each claim; the evidence for and against opens on demand."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.evidence import GRADES, Claim, ledger
from rapportkit.views._page import View, html


def how_sure(*claims: str) -> View:
    """
    The panel that shows the ledger's entries of these ids.

    Raises:
        InvalidValue: the ledger has no entry of that id.
    """
    return View("How sure are we?", *(html(claim_as_html(claim)) for claim in claims))


def claim_as_html(claim: str) -> str:
    """
    One entry of the ledger: the sentence, and what stands behind it, which opens on demand.

    Raises:
        InvalidValue: the ledger has no entry of that id.
    """
    return _entry(_claim(claim))


def _claim(claim: str) -> Claim:
    if claim not in ledger():
        raise InvalidValue(f"The evidence ledger has no entry '{claim}'. Its entries are {', '.join(ledger())}.")
    return ledger()[claim]


def _entry(claim: Claim) -> str:
    rows = {
        "What was studied": claim.study,
        "How many": claim.sample,
        "What came out": claim.result,
        "What speaks against it": claim.against,
        "How strong": f"{claim.grade}: {GRADES[claim.grade]}",
        "Source": claim.source,
    }
    table = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows.items() if text)
    return (
        f"<p>{escape(claim.in_short)}</p>"
        f'<details><summary aria-label="For and against: {escape(claim.in_short)}">For and against</summary>'
        f'<dl class="rk-evidence">{table}</dl></details>'
    )
