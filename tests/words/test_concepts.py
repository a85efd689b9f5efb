"""What a line speaks of, held against the shared thing."""

from __future__ import annotations

import pytest

from rapportkit.words.concepts import bearing


@pytest.mark.parametrize(
    ("line", "label", "found"),
    [
        ("My fingers hurt from the bouldering wall.", "Rock climbing", "near"),
        ("I swim before work.", "Rock climbing", "elsewhere"),
        ("How was your week?", "Rock climbing", "silent"),
        ("How was your week?", "Competitive gurning", "unknown"),
    ],
)
def test_a_line_is_near_elsewhere_or_silent(line: str, label: str, found: str) -> None:
    assert bearing(line, label) == found
