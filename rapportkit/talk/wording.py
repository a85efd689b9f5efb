"""The mirror's sentences: plain, warm, with the words that they rest on."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from rapportkit.talk.phases import Phase
from rapportkit.talk.report import Question, TalkReport

_LONGEST_SHOWN = 90


@cache
def sentences() -> dict[str, Any]:
    """The sentences of `data/mirror.toml` by name."""
    return tomllib.loads(files("rapportkit").joinpath("data", "mirror.toml").read_text(encoding="utf-8"))


def quoted(text: str) -> str:
    """
    What was said, on one line and shortened.

        >>> quoted("the  river")
        '“the river”'
    """
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1].rstrip() + '…'}”"


def percent(share: float) -> str:
    """A share in whole percent."""
    return f"{round(100 * share)} %"


def phase_in_words(phase: Phase) -> str:
    """Who spoke how much in one part of the talk."""
    name = sentences()["phases"][phase.name]
    if phase.share_words is None:
        return f"{name}: nobody said a word."
    return f"{name}: {percent(phase.share_words)} of the words were yours."


def question_in_words(question: Question) -> str:
    """A question, what kind it is, the words of theirs that it takes up as they said them, what it is good for."""
    kind = sentences()["kinds"][question.kind]
    told = f"{quoted(question.text)}: {kind if question.sure else f'probably {kind}'}"
    links = ", ".join(quoted(word) for word in question.theirs)
    on_theirs = f", on their {links}" if links and question.kind == "follow-up" else ""
    return f"{told}{on_theirs} ({sentences()['worth'][question.kind]})"


def times_in_words(report: TalkReport) -> tuple[str, ...]:
    """What the clock tells, told and never judged; nothing where the transcript has no times."""
    told = []
    if report.share_time is not None:
        told.append(sentences()["time"].format(share=percent(report.share_time)))
    if report.pauses:
        name = "one_pause" if len(report.pauses) == 1 else "pauses"
        longest = f"{max(report.pauses.values()):.1f}"
        told.append(sentences()[name].format(count=len(report.pauses), longest=longest))
    return tuple(told)
