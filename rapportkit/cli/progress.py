"""A progress bar for what takes longer than a second: on a screen only, on the stream that no program reads."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds that nobody minds waiting without a word."""

PAUSE = 0.1
WIDTH = 30

Tick = Callable[[int, int], None]
"""Told how much is done, and of how much; 0 where nobody knows of how much."""


@contextmanager
def progress(what: str) -> Iterator[Tick]:
    """A function to be told how far it is; nothing is shown in the first second, or where nobody looks."""
    begun = last = time.monotonic()
    was_shown = False

    def tick(done: int, whole: int) -> None:
        nonlocal last, was_shown
        now = time.monotonic()
        if now - begun > PATIENCE and (now - last > PAUSE or (was_shown and done == whole)):
            last, was_shown = now, True
            _show(bar(what, done, whole, now - begun))

    yield tick if sys.stderr.isatty() else _nothing
    if was_shown:
        _show("\n")


def bar(what: str, done: int, whole: int, seconds: float) -> str:
    """
    One line that takes the place of the one before.

        >>> bar("Marked", 30, 60, 10.0).strip()
        'Marked [###############...............] 30 of 60, some 10 s left'
    """
    if not whole:
        return f"\r{what}: {done} "
    filled = WIDTH * done // whole
    left = f", some {seconds / done * (whole - done):.0f} s left" if 0 < done < whole else ""
    return f"\r{what} [{'#' * filled}{'.' * (WIDTH - filled)}] {done} of {whole}{left}    "


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _nothing(_done: int, _whole: int) -> None:
    pass
