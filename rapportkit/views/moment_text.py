"""A moment on the page: what is told, and what follows from a choice."""

from __future__ import annotations

from html import escape

from rapportkit.moments import Moment, Option
from rapportkit.views._page import paragraphs


def told_as_html(moment: Moment, place: str) -> str:
    """What is told, under its title and its *place* among the others."""
    return f"<h4>{escape(moment.title)} <small>{place}</small></h4>{paragraphs(moment.told)}"


def follows_as_html(option: Option) -> str:
    """What follows from a choice, why, and whether we would do the same."""
    ours = "We would do the same." if option.fits else "We would try another way first. You may choose again."
    return (
        f"<h4>You chose: “{escape(option.says)}”</h4><p>{escape(option.follows)}</p><p>{escape(option.why)}</p>"
        f"<p><small>{ours}</small></p>"
    )
