"""A question that should not be asked: what the learner made of it, and how the interviewer takes that."""

from __future__ import annotations

from functools import cache
from typing import Literal

from rapportkit.talk.answering import answers_besides
from rapportkit.talk.hearing import Heard
from rapportkit.talk.memory import asked_in
from rapportkit.talk.scene import Crossing
from rapportkit.talk.told_before import ANY_NUMBER
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import Phrases, words
from rapportkit.words.speech import Speech

Way = Literal["job", "steer", "declined", "told"]
"""The job behind the question answered; the talk steered elsewhere; declined; or the private thing told."""

_A_TAG = 4

_AFTER = {"job": "after_job", "steer": "after_steer", "declined": "after_declined", "told": "after_told"}
_REASONS: dict[Way, str] = {
    "job": "the learner answers the job behind the question",
    "steer": "the learner steers the talk elsewhere",
    "declined": "the learner declines, which is fine",
    "told": "the learner tells it, which is theirs to decide",
}


def meets_a_crossed_line(turn: Turn) -> bool:
    """What was said to a question that crosses a line is told apart, taken kindly, and remembered for the debrief."""
    crossing = asked_in(turn.talk.scene, turn.memory.step)
    if not isinstance(crossing, Crossing):
        return False
    way = way_of(turn.heard, crossing)
    if way is None and not turn.memory.followed_up:
        turn.keep(followed_up=True)
        turn.because("the answer says nothing of it yet, so it is pressed once")
        turn.utter(crossing.presses)
        return True
    if way is None:
        turn.note("silence", crossing.about)
        turn.because("the learner lets the question pass")
        turn.say("crossing_silence")
    else:
        _take(turn, crossing, way)
        if not turn.heard.has("why_ask"):  # "what's that to do with the job?" is answered by taking the question back
            answers_besides(turn, in_any_case=way == "steer" or _is_whole(turn))
    turn.advance()
    return True


def _is_whole(turn: Turn) -> bool:
    """Whether the question that stands beside an answer is more than "right?" or "is that all right?"."""
    return any(len(question.split()) > _A_TAG for question in turn.heard.questions[-1:])


def _take(turn: Turn, crossing: Crossing, way: Way) -> None:
    """Take an answer in the scene's own words where it has any."""
    turn.note(way, crossing.about)
    turn.because(_REASONS[way])
    own = getattr(crossing, _AFTER[way])
    if own:
        turn.utter(own)
    else:
        turn.say(f"crossing_{way}")


def way_of(heard: Heard, crossing: Crossing) -> Way | None:
    """Which of the ways was taken; None where it cannot be told."""
    is_for_the_job = stands(crossing.job_words, heard.speech)
    is_open = heard.has("refusal") or (is_for_the_job and heard.has("leaves_open"))
    if stands(crossing.told_words, heard.speech) and not is_open:
        return "told"
    if is_for_the_job:
        return "job"
    if heard.has("refusal") or heard.has("why_ask"):
        return "declined"
    if heard.questions and not heard.has_in_passing("repeat"):
        return "steer"
    return None


def stands(written: tuple[str, ...], speech: Speech) -> bool:
    """Whether any of the words that a scene listens for was said."""
    if ANY_NUMBER in written and any(word[0].isdigit() or word in words("classes", "number") for word in speech.words):
        return True
    return _spoken(written).first(speech) is not None


@cache
def _spoken(written: tuple[str, ...]) -> Phrases:
    return Phrases([phrase for phrase in written if phrase != ANY_NUMBER], {})
