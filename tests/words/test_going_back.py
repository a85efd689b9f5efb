"""Going back to one's tale of work at once, after a personal moment."""

from __future__ import annotations

import pytest

from rapportkit.words.opening import About, review_opening
from tests.words.variants import variants

SAILING = About(kind="interest", label="Sailing")


def rules(line: str) -> set[str]:
    return {remark.rule for remark in review_opening(line, SAILING).remarks}


@pytest.mark.parametrize("line", variants("back-to-the-work")["caught"])
def test_who_takes_up_the_tale_of_work_at_once_is_told(line: str) -> None:
    assert "skill-talk" in rules(line)


@pytest.mark.parametrize("line", variants("back-to-the-work")["left"])
def test_who_stays_with_the_moment_is_not(line: str) -> None:
    assert "skill-talk" not in rules(line)
