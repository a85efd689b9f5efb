"""What a learner does in place of a tip, as a panel that practises this tip shows it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rapportkit.practice import TIPS, MyWays

LISTENING = "T2"


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
