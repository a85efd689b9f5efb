"""Whether a text is English enough to be judged, and what was shouted in a quieter voice."""

from __future__ import annotations

from functools import cache

from rapportkit.people.english import reads_as_english
from rapportkit.words.content import common_words
from rapportkit.words.phrases import words
from rapportkit.words.speech import Speech

_FEWEST = 5
"""Of fewer different words nobody can tell."""

_SMALL_WORDS = 0.26
"""
Less of a text than this is everyday English only where it is another language, or none.

Of the judged lines and messages of five words or more, none in the part for tuning has less than .27, and none in the
part set aside has less than .4.
"""


def is_english(speech: Speech) -> bool:
    """
    Whether a text is English, or too short to tell.

        >>> is_english(Speech("My grandad let me win at chess. Who taught you?"))
        True
        >>> is_english(Speech("Min farfar lät mig vinna i schack. Vem lärde dig?"))
        False
    """
    if not reads_as_english(speech.text):
        return False
    said = {word for word in speech.words if word[0].isalpha()}
    return len(said) < _FEWEST or sum(word in _everyday() for word in said) >= _SMALL_WORDS * len(said)


def quietly(text: str) -> str:
    """
    A text that is all in capitals in small letters, sign for sign; any other as it is.

        >>> quietly("I WALKED HOME FROM LEEDS."), quietly("I saw ABBA.")
        ('I walked home from leeds.', 'I saw ABBA.')
    """
    letters = [letter for letter in text if letter.isalpha()]
    if len(text.split()) < _FEWEST or sum(letter.isupper() for letter in letters) < 0.9 * len(letters):
        return text
    return "".join(letter if _begins(text, at) else _small(letter) for at, letter in enumerate(text))


def _small(letter: str) -> str:
    """A small letter, where that is one sign too."""
    return letter.lower() if len(letter.lower()) == 1 else letter


def _begins(text: str, at: int) -> bool:
    """Whether a letter begins a sentence, or stands alone: the word I."""
    before = text[max(0, at - 40) : at].rstrip(" \t\r\"'“‘(")
    alone = not text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isalnum()
    return (alone and text[at] == "I") or not before or (before[-1] in ".!?\n" and not text[at - 1 : at].isalpha())


@cache
def _everyday() -> frozenset[str]:
    lists = (("story", "past"), ("opening", "question_words"), ("opening", "helpers"))
    return common_words().union(*(words(file, name) for file, name in lists))
