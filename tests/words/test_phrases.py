"""Phrases as they are written in the lists, and as they are found."""

from __future__ import annotations

import re

import pytest

from rapportkit.words.phrases import Phrases, data, phrases
from rapportkit.words.speech import Speech

CLASSES = {"pet": ["dog", "guinea pig"]}


def found(phrase: str, text: str) -> list[str]:
    speech = Speech(text)
    return [speech.plain[one.start : one.end] for one in Phrases([phrase], CLASSES).find(speech)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("small world", "What a small world!", ["small world"]),
        ("your dog|cat", "your cat", ["your cat"]),
        ("my <pet>", "my guinea pig", ["my guinea pig"]),
        ("my big? dog", "my dog, my big dog", ["my dog ,", "my big dog"]),
        ("such an? honour", "such an honour", ["such an honour"]),
        ("such an? honour", "such honour", ["such honour"]),
        ("pass* it", "passing it", ["passing it"]),
        ("^ * , that is why", "So, that is why. Well and good, that is why", ["so , that is why"]),
        ("you pass* it", "you passed it", ["you passed it"]),
        ("let me ~ know", "let me please one day know", ["let me please one day know"]),
        ("let me ~1 know", "let me please one day know", []),
        ("you are|my_dear here", "you my dear here", ["you my dear here"]),
        ("^ do you", "So do you. Do you?", ["do you"]),
        ("right $", "right, that is right?", ["right"]),
    ],
)
def test_a_phrase_is_found_as_it_is_written(phrase: str, text: str, words: list[str]) -> None:
    assert found(phrase, text) == words


def test_a_phrase_that_may_be_empty_is_refused() -> None:
    with pytest.raises(ValueError, match="may be empty"):
        Phrases(["big? dog?"], CLASSES)


def test_a_gap_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert found("let me ~ know", "Let me. You know") == []


def test_what_is_quoted_or_part_of_another_phrase_is_not_meant() -> None:
    speech = Speech('A small world of trains, a "small world", a small world.')
    meant = Phrases(["small world"], {}).meant(speech, Phrases(["small world of"], {}))
    assert [one.start for one in meant] == [speech.plain.rindex("small world")]


@pytest.mark.parametrize("file", ["opening", "message", "other_sense"])
def test_every_phrase_of_the_lists_can_be_read(file: str) -> None:
    for name in data(file):
        found = phrases(file, name)
        for phrase in data(file)[name]:
            found._pattern_of(phrase)


@pytest.mark.parametrize("file", ["opening", "message", "other_sense"])
def test_no_phrase_has_an_empty_alternative(file: str) -> None:
    for written in data(file).values():
        assert [phrase for phrase in written if "||" in phrase or " |" in phrase or "| " in phrase] == []


def test_no_pattern_is_made_for_phrases_of_which_a_text_lacks_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile
    monkeypatch.setattr("rapportkit.words.phrases.re.compile", lambda one: made.append(one) or compiled(one))
    listed = Phrases(["i ~1 sail|row", "i ~1 keep bees", "my <pet>"], CLASSES)

    assert listed.find(Speech("I bake bread, and my sister sells it.")) == ()
    assert made == []
    assert len(listed.find(Speech("I often row, and my dog swims."))) == 2
    assert len(made) == 2


def test_the_same_is_found_in_the_first_text_and_in_the_hundredth() -> None:
    listed = Phrases([f"i ~1 {word}" for word in ("sail", "row", "knit", "bake", "sing", "draw", "swim", "dance")], {})
    texts = ["I often row.", "I sail and I knit.", "We row.", "I bake, I sing, I draw, I swim, I dance and I row."]
    first = [listed.find(Speech(text)) for text in texts]
    for _ in range(100):
        listed.find(Speech(texts[0]))
    assert [listed.find(Speech(text)) for text in texts] == first
    assert [len(one) for one in first] == [1, 2, 0, 6]


def test_what_is_found_does_not_depend_on_how_often_was_asked() -> None:
    written = ["your ~2 neighbour|son ~4 told", "told me that you", "your hill $", "your house sold", "your met told"]
    text = "Your son told me. I met your neighbour here, who told me that you had sold the house on your hill."
    first = Phrases(written, {})
    early = first.find(Speech(text))
    for number in range(150):
        first.find(Speech(f"{text} {number}"))

    assert first.find(Speech(text)) == early
    assert len(early) == 4
