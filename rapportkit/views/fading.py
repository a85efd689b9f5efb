"""Words that go out one by one at the pace of speech, as HTML that the style sheet animates."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

SECONDS_A_WORD = 0.45
"""How fast the words go by themselves: a calm speaking pace, about 130 words a minute."""

BREATH = 4
"""Seconds from the last word of one time to the first of the next."""


def fading_as_html(words: Sequence[str]) -> str:
    """The words on a line, going out one after the other three times, and coming back twice."""
    round_ = 1 + len(words) * SECONDS_A_WORD + BREATH
    spans = " ".join(
        f'<span style="animation-delay:{_delays(1 + at * SECONDS_A_WORD, round_)}">{escape(word)}</span>'
        for at, word in enumerate(words)
    )
    return f'<p class="rk-spoken rk-fading">{spans}</p>'


def _delays(gone: float, round_: float) -> str:
    """When a word goes out and comes back, in seconds: three times out, twice back, as the style sheet animates it."""
    return ",".join(f"{at:.2f}s" for at in (gone, round_, round_ + gone, 2 * round_, 2 * round_ + gone))
