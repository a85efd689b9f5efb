"""
Whether a text is English, told by its small words and its script.

It is asked of single lines as well as of long summaries. What cannot be told (two words, a name) counts as
English: to refuse a learner's line needs a reason.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST = 20_000
_SHORT = 4


class _SmallWords(NamedTuple):
    languages: dict[str, frozenset[str]]
    owners: Counter[str]
    particles: frozenset[str]


def reads_as_english(text: str) -> bool:
    """
    Whether *text* is English, or too short to tell.

        >>> reads_as_english("Did you sing in the Harrogate choir too?")
        True
        >>> reads_as_english("Vielen Dank für das Gespräch gestern.")
        False
    """
    return language_of_text(text) in ("English", None)


def language_of_text(text: str) -> str | None:
    """
    The language of *text* by name; None where nobody can tell.

    "another script" is one in no Latin letters, "another language" one that is plainly not English.
    """
    words = _WORD.findall(text[:_MOST])
    letters = Counter(_is_latin(letter) for word in words for letter in word)
    if letters[False] > letters[True]:
        return "another script"
    scores = _scores(words)
    english = scores.pop("English")
    best = max(scores, key=lambda language: scores[language])
    if scores[best] > english and _is_telling(scores[best], english, len(words)):
        return best
    if not english and _is_full_of_accents(words, text):
        return "another language"
    return "English" if english else None


def _is_full_of_accents(words: list[str], text: str) -> bool:
    """Marks that English hardly has: on every other word, names aside, or a question mark upside down."""
    accented = sum(not word.isascii() and word[0].islower() for word in words)
    return "¿" in text[:_MOST] or "¡" in text[:_MOST] or (accented >= 2 and 2 * accented >= len(words))


def _scores(words: list[str]) -> dict[str, float]:
    """For each language the weight of its small words: a word that several share weighs less for each of them."""
    known = _small_words()
    counted: Counter[str] = Counter()
    for word, following in zip(words, [*words[1:], ""], strict=False):
        plain = word.casefold().replace("’", "'")
        if plain in known.particles and (following[:1].isupper() or following.casefold() in known.particles):
            continue
        counted[plain] += 1
    return {
        language: sum(count / known.owners[word] for word, count in counted.items() if word in small)
        for language, small in known.languages.items()
    }


def _is_telling(other: float, english: float, words: int) -> bool:
    """One small word among many is a name; two, or one in a line of a few words without English, tell."""
    if english == 0 and other >= 1:
        return words <= _SHORT or other >= 2 or other / words >= 0.2
    return other >= 1.5 and other > 1.2 * english


@cache
def _is_latin(letter: str) -> bool:
    return letter.isascii() or "LATIN" in unicodedata.name(letter, "") or letter in "ªº"


@cache
def _small_words() -> _SmallWords:
    data = tomllib.loads(files("rapportkit").joinpath("data/people/stop_words.toml").read_text(encoding="utf-8"))
    languages = {language: frozenset(words.split()) for language, words in data["languages"].items()}
    owners = Counter(word for words in languages.values() for word in words)
    return _SmallWords(languages, owners, frozenset(data["name_particles"]))
