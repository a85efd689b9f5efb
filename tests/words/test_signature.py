"""The writer's own name addresses nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.words.signature import signature_start


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        ("Thank you.\n", "Best,\nPriya"),
        ("Thank you.\n\n", "Kind regards, Priya Nair"),
        ("Thank you.\n", "Priya"),
        ("Thank you for today. ", "Best wishes, Maria"),
        ("Thanks a lot for today!\n", "- Priya"),
        ("Thank you.\n", "Many thanks,\n\nPriya Nair\nNurse, Ward 3\n01632 960123"),
    ],
)
def test_the_closing_is_found(body: str, signature: str) -> None:
    assert signature_start(body + signature) == len(body)


@pytest.mark.parametrize("text", ["Thank you, Priya.", "Thanks for your time", "Dear Priya,\nthank you for today.", ""])
def test_a_text_without_a_closing_has_none(text: str) -> None:
    assert signature_start(text) == len(text)


@given(st.text())
def test_any_text_goes_through(text: str) -> None:
    assert 0 <= signature_start(text) <= len(text)
