"""Words of somebody's that have to fit into a choice: cut after a whole word, and marked."""

from __future__ import annotations

from textwrap import shorten

IN_A_CHOICE = 90
"""Letters that a choice shows on a narrow page."""


def cut_short(text: str, most: int = IN_A_CHOICE) -> str:
    """
    The text on one line; where it has more than *most* letters, its first whole words and a mark.

        >>> cut_short("Old maps of the coast", 15), cut_short("Old maps", 15)
        ('Old maps of …', 'Old maps')
    """
    cut = shorten(text, most, placeholder=" …").strip()
    return cut if cut != "…" else f"{text.strip()[: most - 1]}…"
