"""How much room a question leaves to whoever answers: for a story, for a fact, or for yes and no."""

from __future__ import annotations

from typing import Literal

from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Sentence, Speech

Openness = Literal["open", "narrow", "closed"]

_ECHO = 3
"""A question of so few words ("Thirty years?") may be an echo, which invites as well as an open question does."""


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
    if phrases("asking", "closed").inside(speech, sentence):
        return "closed"
    return "closed" if sentence.end == "?" and sentence.last - sentence.first > _ECHO else None
