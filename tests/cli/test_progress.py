"""A bar is shown to people who wait, and to nobody else."""

from __future__ import annotations

import io
import sys
from itertools import count

import pytest

from rapportkit.cli import progress as module
from rapportkit.cli.progress import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    """What is on the stream after three steps that take so many seconds each."""
    moments = count(0.0, seconds)
    monkeypatch.setattr(module.time, "monotonic", lambda: next(moments))
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Files") as tick:
        for done in (1, 2, 3):
            tick(done, 3)
    return stream.getvalue()


def test_whoever_waits_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(monkeypatch, Screen(), 2.0)

    assert "1 of 3, some 4 s left" in said
    assert said.endswith("3 of 3    \n")


def test_what_is_quick_is_done_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Screen(), 0.1) == ""


def test_a_program_reads_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 2.0) == ""


def test_where_nobody_knows_how_much_there_is_it_counts() -> None:
    assert module.bar("Files", 7, 0, 3.0) == "\rFiles: 7 "
