"""The field of a hobby: what is told of it without its name, and what its word means elsewhere."""

from __future__ import annotations

from functools import cache

from rapportkit.words.phrases import data, words
from rapportkit.words.review import Span
from rapportkit.words.speech import Sentence, Speech
from rapportkit.words.tokens import stem

_SURELY = 2
"""So many words of another thing outweigh one of the field."""


def leaves_field(speech: Speech, label: frozenset[str], ground: frozenset[str]) -> bool:
    """
    Whether a line without the hobby's name leaves it: there is no word of its field, and a question of substance.

    *label* holds the stems of the hobby's label, *ground* those of all its names. Of a hobby whose field we do not
    know nothing is said. "Do you still have yours?" may ask about anything.
    """
    if not label & _fields("field").keys() or speech.stems & _of("field", ground):
        return False
    return any(sentence.end == "?" and _has_substance(speech, sentence) for sentence in speech.sentences)


def in_other_field(speech: Speech, label: frozenset[str], ground: frozenset[str], things: str = "other") -> Span | None:
    """
    Where the word stands, if it stands among words of another thing (the squash that grew on a balcony).

    *things* are "other" for hobbies and "namesake" for places and whatever else has a name of its own.
    """
    said = speech.stems
    named = said & label
    other = said & _of(things, named)
    field = said & _of("field", ground) - ground
    if not other or (field and not (len(other) >= _SURELY and len(other) > len(field))):
        return None
    at = next(at for at, word in enumerate(speech.words) if stem(word) in named)
    return speech.span_of_words(at, at + 1)


def of_its_field(label: frozenset[str]) -> frozenset[str]:
    """The stems that speak of a hobby without its name; *label* holds the stems of its label."""
    return _of("field", label)


def _has_substance(speech: Speech, sentence: Sentence) -> bool:
    """Whether a question holds a word that says what it is about."""
    common = words("story", "empty") | words("story", "bare") | words("story", "past")
    return any(word.isalpha() and word not in common for word in speech.words_in(sentence))


def _of(name: str, keys: frozenset[str]) -> frozenset[str]:
    """The stems listed under any of *keys*."""
    lists = _fields(name)
    return frozenset().union(*(lists[key] for key in keys & lists.keys()))


@cache
def _fields(name: str) -> dict[str, frozenset[str]]:
    """The stems of each list of `data/words/fields.toml`, by the stem of its key."""
    return {stem(key): frozenset(map(stem, listed.split())) for key, listed in data("fields")[name].items()}
