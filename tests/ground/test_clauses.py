"""Whose it is and when: what put an end to it, what stands in brackets, and whom somebody drives there."""

from __future__ import annotations

import pytest

from rapportkit.ground.clauses import clauses


def stances(text: str, word: str) -> set[str]:
    return {clause.stance for clause in clauses(text) if word in clause.words}


@pytest.mark.parametrize(
    ("said", "hobby"),
    [
        ("squash until my left knee said no", "squash"),
        ("squash, until the physio put his foot down", "squash"),
        ("squash till 2014", "squash"),
        ("squash until we had twins", "squash"),
        ("squash (county level, since retired, out for good)", "squash"),
        ("once dreamt of being a squash champion", "squash"),
        ("squash, back in college", "squash"),
        ("squash? lost interest years ago", "squash"),
        ("rather watch grass grow than play squash", "squash"),
    ],
)
def test_what_put_an_end_to_it_ends_what_stands_before(said: str, hobby: str) -> None:
    assert stances(said, hobby) in ({"ended"}, {"refused"})


@pytest.mark.parametrize(
    "said",
    [
        "squash until midnight",
        "squash until my feet hurt",
        "squash till the lights go out",
        "Not a day without squash",
        "Retired from the railway, not from squash",
        "came back to squash after ten years",
        "gave up smoking, back into squash",
        "squash, chess (gave up)",
        "retired bus driver, squash fanatic",
        "former runner, squash these days and always",
        "not great at squash but keen",
    ],
)
def test_what_only_sounds_like_an_end_is_none(said: str) -> None:
    assert stances(said, "squash") == {"mine"}


@pytest.mark.parametrize("said", ["driving the young lad to squash", "dropping my eldest at squash"])
def test_who_is_driven_there_plays_and_not_the_driver(said: str) -> None:
    assert stances(said, "squash") == {"others"}


def test_what_is_said_of_those_who_are_driven_there_is_theirs_too() -> None:
    assert stances("chauffeur for two squash-mad teenagers", "squash") == set()


def test_a_list_keeps_its_bracket_to_the_last_thing_named() -> None:
    assert stances("chess, squash (until my back went)", "chess") == {"mine"}
    assert stances("chess, squash (until my back went)", "squash") == {"ended"}


@pytest.mark.parametrize(
    "said",
    [
        "squash, knees gave up years ago",
        "squash until my hip went",
        "squash, before the kids",
        "squash (shoulder put an end to that)",
        "squash, untouched since 2010",
        "squash has been my thing once, then stopped",
    ],
)
def test_what_a_body_or_a_baby_put_an_end_to_has_ended(said: str) -> None:
    assert stances(said, "squash") == {"ended"}


@pytest.mark.parametrize("said", ["squash before my shift", "squash before breakfast", "squash, heart and soul"])
def test_what_comes_before_the_day_goes_on(said: str) -> None:
    assert stances(said, "squash") == {"mine"}
