"""
How well an open question is told from one that a word answers, on the candidates' questions of the labelled talks.

Measured with marks: 62 found, 3 wrongly, 1 missed of the part to tune with; 31, 10 and 1 of the part set aside. Praise
for an open question that a name would answer does little harm; the panel says no more than that there is room.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from rapportkit.words.openness import is_asking, openness_of
from rapportkit.words.speech import Speech

FOLDER = Path(__file__).parent / "labelled" / "talks"


def is_open(question: str) -> bool:
    speech = Speech(question)
    return "open" in {openness_of(speech, one) for one in speech.sentences if is_asking(speech, one)}


def counts(part: str, mark: str) -> Counter[tuple[bool, bool]]:
    """How many questions are labelled open or not, and judged open or not, in that order."""
    talks = (talk for path in FOLDER.glob(f"*_{part}.toml") for talk in tomllib.loads(path.read_text())["talk"])
    asked = (question for talk in talks for question in talk["questions"])
    return Counter((one["open"], is_open(f"{one['text'].rstrip('?')}{mark}")) for one in asked)


@pytest.mark.parametrize("part", ["tune", "set_aside"])
@pytest.mark.parametrize(("mark", "precision", "recall"), [("?", 0.75, 0.9), ("", 0.8, 0.8)])
def test_open_questions_are_told_from_narrow_ones(part: str, mark: str, precision: float, recall: float) -> None:
    found = counts(part, mark)
    right, wrong, missed = found[True, True], found[False, True], found[True, False]
    print(f"{part}, marks {mark!r}: {right} open found, {wrong} wrongly, {missed} missed")  # noqa: T201 - the figures

    assert right / (right + wrong) >= precision
    assert right / (right + missed) >= recall
