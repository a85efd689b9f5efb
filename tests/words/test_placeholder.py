"""Gaps that wait to be filled in."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.words.placeholder import gaps


@pytest.mark.parametrize(
    "gap",
    [
        "[Name]",
        "[your company]",
        "[insert topic]",
        "{name}",
        "{{first_name}}",
        "${company}",
        "<company name>",
        "<the talk>",
        "<<Role>>",
        "%FIRSTNAME%",
        "*|FNAME|*",
        "____",
        "XXX",
        "INSERT NAME",
        "insert name here",
        "COMPANY NAME",
        "first_name",
        "TODO",
        "Lorem ipsum",
        "(company name)",
        "~name~",
        "DD/MM/YYYY",
        "Your Name",
        "???",
    ],
)
def test_a_gap_in_any_style_is_found_and_sure(gap: str) -> None:
    text = f"Thank you for telling me about {gap} today."
    (found,) = gaps(text)
    assert text[slice(*found.span)] == gap
    assert found.weight == "fix"


@pytest.mark.parametrize("gap", ["X", "TBC"])
def test_what_only_looks_like_a_gap_is_to_consider(gap: str) -> None:
    (found,) = gaps(f"I enjoyed hearing about {gap}.")
    assert found.weight == "consider"


@pytest.mark.parametrize(
    "text",
    [
        "He said that it were [sic] fine.",
        "See you! :) <3",
        "I like {} and [1].",
        "Write to <ana@example.org> or <https://example.org>.",
        "Your name came up (I hope that you don't mind).",
        "It fits in size XXL, chapter XX.",
        "A rise of 5% or 6%, 100% sure.",
        "I insert the key and name the tune.",
        "The start is TBC, you said.",
        "Thank you.\n__________\nMaria",
        "Love, Jo xxx",
        "The 30th is Super Bowl XXX.",
        'He said "she [their manager] left".',
        "The [menu](https://example.org) is great.",
    ],
)
def test_honest_signs_are_no_gaps(text: str) -> None:
    assert gaps(text) == ()


def test_the_same_gap_is_shown_once_and_never_more_than_ten() -> None:
    assert len(gaps("[name] and [name]")) == 1
    assert len(gaps(" ".join(f"[name {number}x]" for number in range(99)))) == 10


@given(st.text(alphabet="[]{}<>%_ ()XaN\n$*|", max_size=200))
def test_any_text_goes_through_and_gaps_do_not_overlap(text: str) -> None:
    found = gaps(text)
    assert all(one.span[1] <= other.span[0] for one, other in itertools.pairwise(found))
