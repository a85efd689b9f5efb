"""A link on the page: what is shared, how sure, the light in words, and the words on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rapportkit.ground.link import Choice, Link
from rapportkit.people.person import Source

LIGHTS = {
    "green": ("rk-green", "green: bring it up"),
    "amber": ("rk-amber", "amber: with care"),
    "red": ("rk-red", "red: leave it, though you share it"),
}
ONLY_POSSIBLE = ("rk-green", "green: safe to ask about")
MOST_SOURCES = 3
"""How many words a side shows; the rest is counted."""

STATUSES = {"confirmed": "you both say it", "possible": "possible: you decide"}


def link_as_text(link: Link) -> str:
    """A link in two lines of text."""
    return f"{link.label} ({link.kind}, {link.status}, {link.light})\n  {link.why}"


def link_as_html(link: Link) -> str:
    """A link as a card: what, how sure, the light in words, why, and the words on both sides."""
    perhaps = link.light == "green" and link.status == "possible"
    tone, light = ONLY_POSSIBLE if perhaps else LIGHTS[link.light]
    tags = f"<span class='rk-tag {tone}'>{light}</span> <small>{STATUSES[link.status]}</small>"
    return (
        f"<div class='rk-card'><h4>{escape(link.label)} <small>{escape(link.kind)}</small></h4>"
        f"<p>{tags}</p><p>{escape(link.why)}</p>"
        f"<dl class='rk-evidence'>{_side('You', link.mine)}{_side('They', link.theirs)}</dl></div>"
    )


def _side(who: str, sources: tuple[Source, ...]) -> str:
    told = tuple({source.text: source for source in reversed(sources)}.values())[::-1]
    rows = "".join(
        f"<dt>{who}</dt><dd>“{escape(source.text)}” <small>{escape(source.where)}</small></dd>"
        for source in told[:MOST_SOURCES]
    )
    more = len(told) - MOST_SOURCES
    return rows + (f"<dt></dt><dd><small>and {more} more of the kind</small></dd>" if more > 0 else "")


def shortlist_as_html(choices: Iterable[Choice]) -> str:
    """The shortlist: each link, what the learner says of it, and the question if there is one."""
    items = "".join(
        f"<li><strong>{escape(chosen.link.label)}</strong>, "
        f"{'true for me' if chosen.stance == 'true' else 'curious'}{_quoted(chosen.question)}</li>"
        for chosen in choices
    )
    return f"<h4>Your shortlist</h4><ul>{items}</ul>" if items else ""


def _quoted(question: str) -> str:
    return f": “{escape(question)}”" if question.strip() else ""
