"""Too long, by words or by characters."""

from __future__ import annotations

import pytest

from rapportkit.words.length import excess


@pytest.mark.parametrize(
    ("kind", "most"), [("opening", 75), ("thank-you", 200), ("gracious-reply", 200), ("thanks-for-connecting", 120)]
)
def test_the_last_word_allowed_is_still_allowed(kind: str, most: int) -> None:
    assert excess(kind, "word " * most) is None
    over = excess(kind, "word " * (most + 1))
    assert over is not None
    assert (over.size, over.limit, over.unit, over.weight) == (most + 1, most, "words", "fix")


def test_the_span_shows_what_goes_beyond() -> None:
    text = "word " * 75 + "and more "
    over = excess("opening", text)
    assert over is not None
    assert text[slice(*over.span)] == "and more"


@pytest.mark.parametrize(("signs", "weight"), [(200, None), (201, "consider"), (300, "consider"), (301, "fix")])
def test_an_invitation_is_measured_in_characters(signs: int, weight: str | None) -> None:
    over = excess("invitation", "  " + "é" * signs + "\n")
    assert (over.weight if over else None) == weight
