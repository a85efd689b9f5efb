"""A question that the scene has no answer to: an answer in the part that fits its way of asking, and claims nothing."""

from __future__ import annotations

import re

from rapportkit.talk.asked import About
from rapportkit.talk.asking import way_of_asking
from rapportkit.talk.own_words import knows_word_of
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import bare

_OF_THE_WORLD = 4
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


def sidestep(turn: Turn, question: Speech, found: About | None) -> None:
    """Answer in the part without knowing: as one does who won't say all, never as one who does not know their life."""
    if turn.talk.scene.of_notes and not {"you", "your", "yours"}.isdisjoint(question.words):
        turn.because("the notes on the real person do not say, and nothing is made up")
        turn.say("notes_silent")
    elif found is None and _is_of_the_world(turn, question):
        turn.because("the interviewer does not know, and says so")
        turn.say("unknown")
    else:
        turn.because("the scene has no answer to this, so the interviewer answers in general")
        turn.say(f"aside_{way_of_asking(question)}")


def _is_of_the_world(turn: Turn, question: Speech) -> bool:
    """Whether a question is about neither these people nor this place: it names a place or a person not known here."""
    said = [word for word in question.words if word not in ".,?!"]
    if len(said) < _OF_THE_WORLD or not words("ways_of_asking", "near").isdisjoint(said):
        return False
    names = {bare(word) for word in _NAME.findall(turn.heard.text)} & set(said[1:])
    return bool(names) and not knows_word_of(turn.talk.scene, question)
