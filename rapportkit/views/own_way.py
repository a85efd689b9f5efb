"""What a learner does in place of a tip, as a panel that practises this tip shows it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rapportkit.practice import TIPS, MyWays


def own_way_as_html(ways: MyWays, claims: Iterable[str]) -> str:
    """HTML of what the learner does in place of those *claims* that are tips which they replace; empty without any."""
    claims = set(claims)
    replaced = [tip for tip in TIPS if tip in claims and ways.way_with(tip) == "replace"]
    return "".join(f"<p><small>{_instead(TIPS[tip], ways.instead.get(tip, ''))}</small></p>" for tip in replaced)


def _instead(tip: str, own: str) -> str:
    return f"Your way in place of “{escape(tip.lower())}”" + (f": {escape(own.strip())}" if own.strip() else ".")
