"""How much room a question leaves to whoever answers: for a story, for a fact, or for yes and no."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import Literal

from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Sentence, Speech

Openness = Literal["open", "narrow", "closed"]

_ECHO = 3
"""A question of so few words ("Thirty years?") may be an echo, which invites as well as an open question does."""

_NEAR = 2
"""So near after "when" or "where" a helping verb shows that it asks, and does not only join."""


def is_asking(speech: Speech, sentence: Sentence) -> bool:
    """Whether a sentence asks for something, with a question mark or without."""
    return sentence.end == "?" or any(
        phrases("asking", kind).inside(speech, sentence) for kind in ("open", "narrow", "closed")
    )


def openness_of(speech: Speech, sentence: Sentence) -> Openness | None:
    """How much room a question leaves; None where its form does not tell."""
    narrow = phrases("asking", "narrow").inside(speech, sentence)
    taken = {at for found in narrow for at in speech.words_of(found)}
    wide = [one for one in phrases("asking", "open").inside(speech, sentence) if taken.isdisjoint(speech.words_of(one))]
    if wide or phrases("asking", "always_open").inside(speech, sentence):
        return "open"
    if narrow:
        return "narrow"
    if sentence.end == "?" and phrases("asking", "wide").inside(speech, sentence):
        return "open"
    if sentence.end == "?" and _asks_for_a_name(speech.words[sentence.first : sentence.last]):
        return "narrow"
    if phrases("asking", "closed").inside(speech, sentence):
        return "closed"
    return "closed" if sentence.end == "?" and sentence.last - sentence.first > _ECHO else None


def _asks_for_a_name(said: Sequence[str]) -> bool:
    """Whether a question word begins what is asked, or stands at its very end: nobody answers such with yes or no."""
    begun = [word for word in said if word != ","]
    if begun and begun[-1] in words("asking", "question_words"):
        return True
    if begun and begun[0] in words("asking", "before_question") and _after_a_pause(said) in words("asking", "who"):
        return True
    begins = dropwhile(words("asking", "before_question").__contains__, begun)
    first, *after = [*begins, ""]
    if first in words("asking", "for_a_name"):
        return True
    return first in words("asking", "question_words") and not words("asking", "helping").isdisjoint(after[:_NEAR])


def _after_a_pause(said: Sequence[str]) -> str:
    """The first word after the last pause: the "who" of "And on that first day, who bought it?"."""
    at = max((at for at, word in enumerate(said) if word == ","), default=len(said))
    return "".join(said[at + 1 : at + 2])
