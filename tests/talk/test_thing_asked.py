"""The thing that a question is about."""

from __future__ import annotations

import pytest

from rapportkit.talk.thing_asked import thing_asked
from rapportkit.words.speech import Speech


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Who looks after the ladders?", "the ladders"),
        ("How many buckets do you fill?", "buckets"),
        ("What paint do you use?", "paint"),
        ("Do you keep your own hens?", "the hens"),
        ("Would you sign my timesheet?", "your timesheet"),
        ("Are parcels weighed here?", "parcels"),
        ("Is laundry free?", "laundry"),
        ("Does the choir travel?", "the choir"),
        ("Is there a night nurse?", "a night nurse"),
        ("What do you think about Malmö?", "Malmö"),
        ("What is the most stubborn door?", "the most stubborn door"),
        ("You have lockers?", "lockers"),
    ],
)
def test_it_is_named_from_the_other_side(question: str, thing: str) -> None:
    assert thing_asked(Speech(question)) == thing


@pytest.mark.parametrize("question", ["How long is it?", "Why?", "Was it hard?", "Do you work here every day?", "?"])
def test_where_nothing_is_a_thing_none_is_named(question: str) -> None:
    assert thing_asked(Speech(question)) is None
