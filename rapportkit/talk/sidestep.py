"""A question that the scene has no answer to: an answer in the part that fits its way of asking, and claims nothing."""

from __future__ import annotations

from rapportkit.talk.asked import About, line_stems
from rapportkit.talk.asking import way_of_asking
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech

_OF_THE_WORLD = 4


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
    """Whether a question is about neither these people nor this place: the capital of Peru."""
    said = [word for word in question.words if word not in ".,?!"]
    if (
        len(said) < _OF_THE_WORLD
        or not words("asking", "near").isdisjoint(said)
        or phrases("rehearsal", "more").first(question)
    ):
        return False
    stems = line_stems(" ".join(said))
    return all(stems.isdisjoint(line_stems(one.reply) | line_stems(one.said)) for one in turn.talk.exchanges[-4:])
