"""What a learner does in place of a tip, as a panel that practises this tip, or lists them all, shows it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rapportkit.practice import TIPS, MyWays, Tip

LISTENING = "T2"

SAYS: dict[Tip, str] = {
    "T1": "Make eye contact, and keep coming back to it.",
    "T2": "Listen, really listen.",
    "T3": "Let the talk flow by itself.",
    "T4": "If they change the subject, go with them.",
    "T5": "Nod, smile and laugh where the talk calls for it.",
    "T6": "No canned replies.",
    "T7": "Pause and think first, if you need to. Say that you do.",
    "T8": "Be genuine.",
    "T9": "Be your best self: you, on a good day.",
    "T10": "The bottom line: listen more than you talk.",
}
"""The tips as they are given to those who practise them."""


def own_way_as_html(ways: MyWays, claims: Iterable[str]) -> str:
    """HTML of what the learner does in place of those *claims* that are tips which they replace; empty without any."""
    claims = set(claims)
    replaced = [tip for tip in TIPS if tip in claims and ways.way_with(tip) == "replace"]
    return "".join(f"<p><small>{_instead(TIPS[tip], ways.instead.get(tip, ''))}</small></p>" for tip in replaced)


def _instead(tip: str, own: str) -> str:
    return f"Your way in place of “{escape(tip.lower())}”" + (f": {escape(own.strip())}" if own.strip() else ".")


def listening_as_html(ways: MyWays) -> str:
    """What the learner does with the tip to listen, where it is practised; that it may be passed by if they skip it."""
    skipped = (
        "<p><small>You skip listening as a tip. So pass this by: the lesson is as complete without it.</small></p>"
    )
    return skipped if ways.leaves_out([LISTENING]) else own_way_as_html(ways, [LISTENING])


def tips_as_html(ways: MyWays) -> str:
    """HTML of the tips as a list: those that are practised, and the learner's own in place of those they replace."""
    items = "".join(f"<li>{_said(tip, ways)}</li>" for tip in TIPS if ways.way_with(tip) != "skip")
    return f"<h4>{'The tips, your way' if ways.tips else 'The tips'}</h4><ol>{items}</ol>"


def _said(tip: Tip, ways: MyWays) -> str:
    if ways.way_with(tip) == "practise":
        return escape(SAYS[tip])
    own = ways.instead.get(tip, "").strip() or "your own way; write it below"
    return f"{escape(own[:1].upper() + own[1:])} <small>(in place of “{escape(TIPS[tip].lower())}”)</small>"
