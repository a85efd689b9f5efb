"""Whether a proof of skill holds a deed and a result."""

from __future__ import annotations

import pytest

from rapportkit.words.proof import hollow_parts


@pytest.mark.parametrize(
    "claimed",
    [
        "I am good at many things",
        "I have ten years of experience with people",
        "I was responsible for the whole team",
        "I can lift anything and drive anything",
        "I worked hard and always did my best",
        "I love a challenge",
    ],
)
def test_a_quality_a_duty_or_a_liking_is_no_deed(claimed: str) -> None:
    assert hollow_parts(claimed, "The van left ten minutes sooner") == ("deed",)


@pytest.mark.parametrize(
    "done",
    [
        "I swept",
        "Rang every supplier on the list",
        "We moved the beds ourselves",
        "I write the rota each Friday and read it out",
        "I was new, so I asked each porter for his route",
    ],
)
def test_a_deed_may_be_short_past_or_a_habit(done: str) -> None:
    assert hollow_parts(done, "The van left ten minutes sooner") == ()


@pytest.mark.parametrize("felt", ["Everybody was happy", "It went well", "My boss thanked me", "Things improved a lot"])
def test_praise_and_feelings_are_no_result(felt: str) -> None:
    assert hollow_parts("I swept the yard", felt) == ("result",)


@pytest.mark.parametrize(
    "seen", ["Beds were dry by noon", "Nobody waited more than ten minutes", "They still go by my list", "30 % less"]
)
def test_what_one_can_see_or_count_is_a_result(seen: str) -> None:
    assert hollow_parts("I swept the yard", seen) == ()


def test_what_is_empty_or_not_english_is_not_judged() -> None:
    assert hollow_parts("", "") == ()
    assert hollow_parts("Ich bin gut in vielen Dingen und immer da", "Alle waren sehr zufrieden mit mir") == ()
