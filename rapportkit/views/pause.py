"""A pause in typing: what was typed is looked at and saved then, or earlier where no pause will come."""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import Callable
from contextlib import suppress

PAUSE = 0.6
"""Seconds without a key after which what was typed is looked at and saved."""

_WAITING: dict[Pause, None] = {}
"""Those that wait, in the order in which they began."""


class Pause:
    """Calls back once, when `begin` has not been called again for a moment."""

    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback = callback
        self._waiting: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Start waiting, anew if there was a wait already."""
        if self._waiting:
            self._waiting.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no event loop on this thread: nothing to wait with, so act at once
            self._callback()
            return
        self._waiting = loop.call_later(PAUSE, self.end)
        _WAITING[self] = None

    def end(self) -> None:
        """Call back now, if there is a wait."""
        if self._waiting:
            self._waiting.cancel()
            self._waiting = None
            _WAITING.pop(self, None)
            self._callback()


def end_pauses() -> None:
    """
    Let no words wait any longer: each pause that is not over ends now.

    It is called where a learner leaves: when a field loses the focus (the extension of JupyterLab sees that), when a
    lesson is opened, which reads what others wrote, and when a kernel ends. A slip in one must not lose the others.
    """
    for pause in tuple(_WAITING):
        with suppress(Exception):
            pause.end()


# A kernel that is told to stop, by a restart or by a page of Voilà that is closed, ends like any program.
atexit.register(end_pauses)
