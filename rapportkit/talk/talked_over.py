"""Questions about the talk itself: "shall I start?", "would you like an example?", "does that count?"."""

from __future__ import annotations

from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_MOST = 3
"""After so many of them the interviewer goes on."""


def asks_about_the_talk(turn: Turn) -> bool:
    """An offer is accepted and a doubt laid to rest, and the floor stays with the learner."""
    question = Speech(turn.heard.questions[-1] + " ?")
    if phrases("rehearsal", "pause").first(question) is not None:
        turn.note("pause")
        turn.because("an announced pause is good manners")
        turn.say("takes_time")
        return True
    if turn.memory.step.kind == "questions":
        return _asks_whether_it_is_over(turn, question)
    occasion = next((name for name in ("go_ahead", "counts") if phrases("rehearsal", name).first(question)), None)
    if occasion is None or turn.memory.step.kind == "first":
        return False
    turn.because("the learner asks about their own answer, and may go on with it")
    turn.keep(detours=turn.memory.detours + 1)
    turn.say(occasion)
    if turn.memory.detours >= _MOST:
        turn.advance()
    return True


def _asks_whether_it_is_over(turn: Turn, question: Speech) -> bool:
    if phrases("rehearsal", "all_done").first(question) is None:
        return False
    turn.because("the learner asks whether that was all, and it was")
    turn.end("goodbye")
    return True
