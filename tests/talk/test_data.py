"""The lists of the mirror can be read as they are meant."""

from __future__ import annotations

import re

import pytest

from rapportkit.talk.phases import PhaseName
from rapportkit.talk.question_kinds import QuestionKind
from rapportkit.talk.wording import sentences
from rapportkit.words.phrases import data, phrases
from rapportkit.words.speech import Speech

LISTS = {name: written for name, written in data("talk").items() if any(" " in phrase for phrase in written)}


@pytest.mark.parametrize("name", LISTS)
def test_no_phrase_says_something_of_nothing(name: str) -> None:
    assert phrases("talk", name).find(Speech("the")) == ()


@pytest.mark.parametrize("name", data("talk"))
def test_what_may_be_missing_is_a_word_of_its_own(name: str) -> None:
    """`you|an?` would make both optional, and the phrase would be found anywhere."""
    odd = [phrase for phrase in data("talk")[name] if re.search(r"\|an\?|\ban\?\|", phrase)]
    assert odd == []


@pytest.mark.parametrize("name", data("talk"))
def test_nothing_is_listed_twice(name: str) -> None:
    assert len(set(data("talk")[name])) == len(data("talk")[name])


def test_each_phase_and_each_kind_has_its_words() -> None:
    assert set(sentences()["phases"]) == set(PhaseName.__args__)  # type: ignore[attr-defined]
    assert set(sentences()["kinds"]) == set(QuestionKind.__args__)  # type: ignore[attr-defined]
