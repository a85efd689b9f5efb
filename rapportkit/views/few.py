"""A list of sentences of which a person wants to see the first few, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rapportkit.coaching.collection import first_few


def few_as_html(sentences: Sequence[str], rest: str = "more") -> str:
    """The first twenty as a list, what they say escaped, and the number of the *rest*; empty where there are none."""
    items = "".join(f"<li>{escape(one)}</li>" for one in first_few(sentences, rest))
    return f"<ul>{items}</ul>" if items else ""
