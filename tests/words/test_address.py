"""Who is addressed at the start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.words.address import find_address
from rapportkit.words.noted import expected_reader


def addressed(text: str, interviewer: str = "", company: str = "") -> list[str]:
    address = find_address(text, expected_reader(interviewer, company))
    return [text[slice(*name.span)] for name in address.names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dear Dr Adebayo,\nthank you", ["Dr Adebayo"]),
        ("Dear Dr. Obi: thank you", ["Dr. Obi"]),
        ("Hi Priya and Tom - thanks", ["Priya", "Tom"]),
        ("Dear Priya, Tom and Ana,\nthanks", ["Priya", "Tom", "Ana"]),
        ("Good morning Ms. O'Neill, thanks", ["Ms. O'Neill"]),
        ("Hello Priya I enjoyed the talk", ["Priya"]),
        ("Hi, Priya. It was lovely.", ["Priya"]),
        ("Subject: Thank you\n\nDear Priya,\nthanks", ["Priya"]),
        ("  \n DEAR PRIYA NAIR,", ["PRIYA NAIR"]),
        ("Dear Jean-Luc van der Berg,", ["Jean-Luc van der Berg"]),
        ("Hi tom, thanks", ["tom"]),
        ("Dear Priya, Tom told me about you.", ["Priya"]),
    ],
)
def test_the_names_after_a_greeting_are_found(text: str, names: list[str]) -> None:
    assert addressed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Dear Hiring Manager,",
        "Hi team, thanks",
        "To whom it may concern, thanks",
        "Hello there!",
        "Hi, thank you for today.",
        "Dear Sir or Madam,",
        "Good morning! Thank you.",
        "Hi everyone,",
        "",
        "   ",
        "Thank you for today.",
        "Following our talk, I",
    ],
)
def test_nobody_in_particular_is_no_name(text: str) -> None:
    assert addressed(text, "Priya Nair") == []


def test_the_firm_is_nobody_by_name() -> None:
    assert addressed("Dear Perran Waves,\nthanks", "Tamsin Rowe", "Perran Waves Surf School") == []
    assert addressed("Dear Rowe,\nthanks", "Tamsin Rowe", "Rowe & Sons") == ["Rowe"]


def test_a_name_without_greeting_counts_where_it_is_set_apart() -> None:
    assert addressed("Liz,\n\nThank you", "Elizabeth Stone") == ["Liz"]
    assert addressed("Liz told me that you", "Elizabeth Stone") == []


@given(st.text(max_size=300))
def test_any_text_goes_through_and_spans_lie_within(text: str) -> None:
    address = find_address("Dear " + text, expected_reader("Priya Nair"))
    assert all(0 <= name.span[0] < name.span[1] <= len(text) + 5 for name in address.names)
