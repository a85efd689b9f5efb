"""The looks that controls share: one style for all of a kind, one layout for all of a width, one style sheet."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import ipywidgets as widgets


@cache
def stylesheet() -> str:
    """The style sheet of all views and examples."""
    return (files("rapportkit.views") / "page.css").read_text(encoding="utf-8")


@cache
def style_of(kind: Any, **told: str) -> Any:
    """
    The one style of all controls of a kind; nobody changes it.

    Widgets would make one for each control, and each travels to the browser in a message of its own: the time until a
    lesson is there is mostly the number of these messages.
    """
    return kind.style.klass(**told)


@cache
def layout(width: str | None = None, display: str | None = None) -> Any:
    """The one layout of all controls of a width, shown or not: for the same reason, and nobody changes it either."""
    return widgets.Layout(width=width, display=display)


def looks(kind: Any, width: str | None = None) -> dict[str, Any]:
    """Told when a control is made: told later, each would be one more message to the browser."""
    return {"layout": layout(width), "style": style_of(kind)}
