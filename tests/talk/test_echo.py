"""The learner's own words given back."""

from __future__ import annotations

import pytest

from rapportkit.talk.echo import echo_of
from rapportkit.words.speech import Speech


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("I rebuilt the freezer rota with my cousin.", "the freezer rota"),
        ("We lost my grandmother's recipe, and I found a notebook.", "the notebook"),
        ("I told the sister straight away.", None),
        ("It was a good thing at the time.", None),
        ("Yes.", None),
        ("", None),
    ],
)
def test_a_thing_is_pointed_at_from_the_listeners_side_or_not_at_all(said: str, echo: str | None) -> None:
    assert echo_of(Speech(said)) == echo


def test_what_is_mine_becomes_yours() -> None:
    assert echo_of(Speech("I repaired my bicycle.")) == "your bicycle"
