"""Words and where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapportkit.words.tokens import bare, spellings, stem, tokens, words_by_space


def test_a_word_keeps_its_hyphens_and_apostrophes() -> None:
    assert [word.text for word in tokens("Dear Ms. O’Neill-Ruiz, it's 5")] == ["Dear", "Ms", "O’Neill-Ruiz", "it's"]


def test_a_word_with_combining_accents_is_one_word() -> None:
    assert [word.text for word in tokens("Rene\u0301e and \u0936\u094d\u0930\u0940")][::2] == [
        "Rene\u0301e",
        "\u0936\u094d\u0930\u0940",
    ]


@given(st.text())
def test_spans_lead_back_to_the_words(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in tokens(text))
    assert [text[start:end] for start, end in words_by_space(text)] == text.split()


def test_names_are_compared_without_case_accents_and_apostrophes() -> None:
    assert bare("O'Néill") == bare("ONEILL")
    assert bare("Øystein") == "oystein"


def test_a_german_name_may_be_written_in_either_way() -> None:
    assert spellings("Jörg") & spellings("Joerg")
    assert spellings("Jörg") & spellings("Jorg")


def test_a_hyphen_may_be_left_out() -> None:
    assert spellings("Ji-woo") & spellings("Jiwoo")


def test_the_forms_of_a_verb_share_a_stem() -> None:
    assert len({stem(word) for word in ("climb", "climbs", "climbing", "climber", "climbed")}) == 1
    assert stem("rock") != stem("rocket")
