"""How far something is that takes a while, as a bar in a panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

import ipywidgets as widgets

_EVERY = 25


@contextmanager
def progress_in(piece: widgets.HTML, what: str) -> Iterator[Callable[[int, int], None]]:
    """A function to be told how much is done, and of how much (0: nobody knows); the bar is gone afterwards."""
    shown = -1

    def tick(done: int, whole: int) -> None:
        nonlocal shown
        step = 100 * done // whole if whole else done // _EVERY
        if step != shown:  # each change is a message to the browser
            shown = step
            piece.value = bar_as_html(what, done, whole)

    try:
        yield tick
    finally:
        piece.value = ""


def bar_as_html(what: str, done: int, whole: int) -> str:
    """HTML of a bar with its words; without a bar where the whole is not known."""
    if not whole:
        return f"<p>{escape(what)}: {done}</p>"
    told = f"{escape(what)}: {done} of {whole}"
    return f'<p><label>{told}<br><progress max="{whole}" value="{done}"></progress></label></p>'
