"""A text as it is spoken: plain words, sentences, quotations, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.words.speech import MOST_WORDS, Speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm sure you'd've", ["i", "am", "sure", "youdve"]),
        ("You can't and won't.", ["you", "can", "not", "and", "will", "not", "."]),
        ("dont u know", ["do", "not", "you", "know"]),
        ("Zoë's 4.5 years", ["zoe", "s", "4.5", "years"]),
        ("Well - yes!", ["well", ",", "yes", "!"]),
    ],
)
def test_words_are_plain_and_written_out(text: str, words: list[str]) -> None:
    assert Speech(text).words == words


def test_a_sentence_knows_the_sign_that_ends_it() -> None:
    speech = Speech("I fish. Do you?! So there")
    assert [(speech.words_in(one), one.end) for one in speech.sentences] == [
        (["i", "fish"], "."),
        (["do", "you"], "?"),
        (["so", "there"], ""),
    ]


def test_a_line_break_ends_a_sentence() -> None:
    assert len(Speech("Dear Ana\nthank you").sentences) == 2


def test_what_stands_in_quotation_marks_is_known() -> None:
    speech = Speech('The mug said "great minds" on it')
    assert [word for at, word in enumerate(speech.words) if speech.is_quoted(at)] == ["great", "minds"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    speech = Speech("It's my dog's bowl and the cats' too")
    assert not any(speech.is_quoted(at) for at in range(len(speech.words)))


@given(st.text())
def test_any_unicode_goes_through_and_leads_back_into_the_text(text: str) -> None:
    speech = Speech(text)
    for at, word in enumerate(speech.words):
        start, end = speech.span(speech.starts[at], speech.starts[at] + len(word))
        assert 0 <= start < end <= len(text)


def test_a_text_without_end_is_read_up_to_a_limit() -> None:
    assert len(Speech("a " * 50_000).words) == MOST_WORDS
