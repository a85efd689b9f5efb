"""The interviewer's part as a page to print."""

from __future__ import annotations

from rapportkit.printed import printed
from rapportkit.talk.kitchen_table import Script

KITCHEN_MARK = '<meta name="generator" content="rapportkit kitchen table">'
"""What such a page says of itself, near its beginning."""


def kitchen_page(script: Script) -> str:
    """
    The interviewer's part as one HTML file, for A4 or Letter; it needs nothing from elsewhere and holds no scripts.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("kitchen_table.html", script=script, mark=KITCHEN_MARK)
