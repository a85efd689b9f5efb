"""What has to fit into a choice ends with a whole word."""

from __future__ import annotations

import pytest

from rapportkit.views.cut_short import cut_short


@pytest.mark.parametrize("most", [20, 60, 90])
def test_a_long_text_ends_after_a_whole_word_and_says_that_it_goes_on(most: int) -> None:
    text = "restoring a narrow-gauge tramway of the lower valley, with old friends and their grown children, since 2009"

    cut = cut_short(text, most)

    assert len(cut) <= most
    assert cut.endswith(" …")
    assert text.startswith(cut.removesuffix(" …"))
    assert text[len(cut.removesuffix(" …"))] == " "


def test_what_fits_stays_and_a_word_without_an_end_is_cut() -> None:
    assert cut_short("Old maps, by hand") == "Old maps, by hand"
    assert cut_short("x" * 200, 30) == "x" * 29 + "…"
