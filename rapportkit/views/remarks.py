"""Remarks on the page: the text with the words marked, what is said of them, and what was looked for."""

from __future__ import annotations

from html import escape

from rapportkit.evidence import GRADES, ledger
from rapportkit.words.explain import NOT_JUDGED, RuleText, explain_rule
from rapportkit.words.opening import is_own_story
from rapportkit.words.review import Remark, Review

MOST_STRENGTHS = 2
SPOILS = {
    "bitter": ("no-open-door", "no-thanks"),
    "pushy": ("no-open-door", "no-offer-of-support"),
    "sensitive": ("tossed-out",),
    "surveillance": ("tossed-out",),
    "skill-talk": ("tossed-out",),
    "placeholder": ("no-name",),
}
"""What is no strength beside a remark: nobody should be praised for the very words that are to go."""


def review_as_html(text: str, review: Review, kind: str) -> str:
    """
    A review for the screen: what works, the verdict in plain words, every remark with its words, what was looked for.

    *kind* is `opening` or a kind of message.
    """
    if review.verdict is None:
        return f"<p>{escape(review.reason or '')}</p>"
    if review.remarks:
        head = "<h4>To mend</h4>" if review.verdict == "rework" else "<h4>To consider</h4>"
    else:
        head = "<h4>Nothing that we look for needs mending</h4>"
    sure_first = sorted(review.remarks, key=lambda remark: remark.weight != "fix")
    listed = "".join(f"<li>{_remark(text, remark, kind)}</li>" for remark in sure_first)
    return f"{_strengths(text, review, kind)}{head}{f'<ul>{listed}</ul>' if listed else ''}{_looked_for(review, kind)}"


def _strengths(text: str, review: Review, kind: str) -> str:
    """Up to two things that were looked for and are there; people take a correction better after two strengths."""
    remarked = {remark.rule for remark in review.remarks}
    remarked |= {spoilt for rule in remarked for spoilt in SPOILS.get(rule, ())}
    if not is_own_story(text):
        remarked.add("tossed-out")
    found = (explain_rule(rule, kind).strength for rule in review.looked_for if rule not in remarked)
    listed = "".join(f"<li>{escape(strength)}</li>" for strength in [one for one in found if one][:MOST_STRENGTHS])
    return f"<h4>What works</h4><ul>{listed}</ul>" if listed else ""


def _remark(text: str, remark: Remark, kind: str) -> str:
    rule = explain_rule(remark.rule, kind)
    weight = "Mend" if remark.weight == "fix" else "Consider"
    words = f"<blockquote>{_marked(text, remark.span)}</blockquote>" if remark.span else ""
    return f"<strong>{weight}:</strong> {escape(remark.says)}{words}{_why(rule)}"


def _why(rule: RuleText) -> str:
    """The reason, what is known of it, and somebody else's text before and after; all on demand."""
    claims = [ledger()[one] for one in rule.evidence]
    known = "".join(f"<li>{escape(claim.in_short)} <em>({GRADES[claim.grade]})</em></li>" for claim in claims)
    sources = f"<p>What is known of it:</p><ul>{known}</ul>" if known else ""
    example = (
        f"<p>Somebody wrote:</p><blockquote>{escape(rule.before.strip())}</blockquote>"
        f"<p>And then:</p><blockquote>{escape(rule.after.strip())}</blockquote>"
    )
    return f"<details><summary>Why, and an example</summary><p>{escape(rule.why)}</p>{sources}{example}</details>"


def _marked(text: str, span: tuple[int, int], around: int = 60) -> str:
    start, end = span
    first = max(0, start - around)
    if first:
        first = text.find(" ", first, start) + 1 or start  # from a whole word on
    last = min(len(text), end + around)
    if last < len(text):
        last = max(end, text.rfind(" ", end, last))
    lead, tail = "…" if first else "", "…" if last < len(text) else ""
    before, after = text[first:start], text[end:last]
    return f"{lead}{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}{tail}"


def _looked_for(review: Review, kind: str) -> str:
    looked = [explain_rule(rule, kind).looked_for for rule in review.looked_for]
    if not looked:
        return f"<p><small>{escape(NOT_JUDGED)}</small></p>"
    listed = "".join(f"<li>{escape(one)}</li>" for one in looked)
    summary = f"<summary>What we looked for ({len(looked)})</summary>"
    return f"<details>{summary}<ul>{listed}</ul></details><p><small>{escape(NOT_JUDGED)}</small></p>"
