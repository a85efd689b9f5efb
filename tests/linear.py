"""Whether work grows with its input and no faster: a ratio in one run, so that a busy machine changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

_TIMES = 4
_MOST = 9.0
"""Four times the input takes four times as long where work is linear, and sixteen times where it is quadratic."""
_TICK = 0.004
"""Seconds below which a clock says nothing."""


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether `run(size)` takes far less than 16 times the CPU time of `run(size // 4)`; the best of three."""
    run(size // _TIMES)  # what is read or compiled once is not the input's doing
    small = min(_seconds(run, size // _TIMES) for _ in range(3))
    large = _seconds(run, size)
    if large > _MOST * max(small, _TICK):
        large = min(large, *(_seconds(run, size) for _ in range(2)))
    return large <= _MOST * max(small, _TICK)


def _seconds(run: Callable[[int], object], size: int) -> float:
    began = thread_time()
    run(size)
    return thread_time() - began
