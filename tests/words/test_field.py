"""The field of a hobby: what is told of it without its name, and what its word means elsewhere."""

from __future__ import annotations

import pytest

from rapportkit.words.field import in_other_field, leaves_field
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem


def stems(*words: str) -> frozenset[str]:
    return frozenset(map(stem, words))


@pytest.mark.parametrize(
    ("line", "hobby", "leaves"),
    [
        ("I sold umbrellas in a storm. Which umbrella do you trust?", "Chess", True),
        ("I lost my queen to a child. Which piece do you trust?", "Chess", False),
        ("I sold umbrellas in a storm. Do you still have yours?", "Chess", False),
        ("I sold umbrellas in a storm. Which umbrella do you trust?", "Taxidermy", False),
    ],
)
def test_a_line_leaves_a_field_that_we_know_when_none_of_its_words_is_there(
    line: str, hobby: str, leaves: bool
) -> None:
    assert leaves_field(Speech(line), stems(hobby), stems(hobby)) is leaves


def test_a_word_among_words_of_another_thing_means_that_thing() -> None:
    line = "My squash outgrew the balcony. How do you water yours?"
    span = in_other_field(Speech(line), stems("Squash"), stems("Squash"))
    assert span
    assert line[slice(*span)] == "squash"


def test_a_word_among_words_of_its_own_field_means_the_hobby() -> None:
    line = "My squash racket flew off the balcony above the court. Where do you play?"
    assert in_other_field(Speech(line), stems("Squash"), stems("Squash")) is None
