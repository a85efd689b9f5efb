"""The interviewer's own question comes back: "and you?", "why do you ask?", "how am I doing?"."""

from __future__ import annotations

from rapportkit.talk.asked import About, asked_about
from rapportkit.talk.memory import asked_in
from rapportkit.talk.own_words import line_stems, names_in
from rapportkit.talk.scene import Ask, Change
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_A_FEW, _A_WORD_OR_TWO = 6, 4
_THAT = frozenset({"that", "it", "this"})
"""After something told, these point at what the learner has told themselves."""

_YOU = frozenset({"you", "your", "yours", "yourself"})


def gives_the_question_back(turn: Turn, question: Speech) -> bool:
    """ "And you?", "why do you ask?" and "how am I doing?"."""
    turn.keep(detours=turn.memory.detours + 1)
    for is_asked, replies in ((_asks_why, _say_why), (_asks_for_a_verdict, _give_none), (_asks_back, _say_mine)):
        if is_asked(turn, question):
            replies(turn)
            return True
    for name, reason in (("how_are_you", "manners"), ("own_english", "a kind word helps more than a question")):
        if phrases("rehearsal", name).first(question):
            turn.because(reason)
            turn.say(name)
            return True
    turn.keep(detours=turn.memory.detours - 1)
    return False


def _asks_why(turn: Turn, question: Speech) -> bool:
    """ "Why do you ask?", or a bare "why?" right after a question of theirs."""
    is_bare = question.plain.split() in (["why", "?"], ["why", "that", "?"]) and turn.memory.told_in != turn.number - 1
    is_asked = is_bare or phrases("rehearsal", "why_ask").first(question) is not None
    return is_asked and asked_in(turn.talk.scene, turn.memory.step) is not None


def _say_why(turn: Turn) -> None:
    asked = asked_in(turn.talk.scene, turn.memory.step)
    turn.because("the reason for the question")
    why = asked.why if isinstance(asked, Ask) else None
    turn.utter(why) if why and why not in turn.talk.reply else turn.say("why_ask")


def _asks_for_a_verdict(_: Turn, question: Speech) -> bool:
    return phrases("rehearsal", "feedback").first(question) is not None


def _give_none(turn: Turn) -> None:
    turn.because("a practice partner gives no verdict")
    turn.say("feedback")


def _asks_back(turn: Turn, question: Speech) -> bool:
    """ "And you?", "what do you do?", or a short question to them in words of their own question."""
    asked = asked_in(turn.talk.scene, turn.memory.step)
    if phrases("rehearsal", "you_back").first(question) is not None:
        found = found_in(turn, question)
        return found is None or not found.is_sure or bool(_mine(turn) and len(question.words) <= _A_FEW)
    if not isinstance(asked, Ask | Change) or not _mine(turn) or _YOU.isdisjoint(question.words):
        return False
    if isinstance(asked, Change) and len(question.words) <= _A_FEW + 1 and _is_about(asked, question):
        return True
    is_of_the_same = not line_stems(question.text).isdisjoint(line_stems(f"{asked.asks} {asked.simply}"))
    if len(question.words) > _A_WORD_OR_TWO and not is_of_the_same:
        return False
    return phrases("rehearsal", "you_too").first(question) is not None


def _is_about(asked: Change, question: Speech) -> bool:
    """Whether a short question to them is in the words of the change of subject: "who is your team?"."""
    return not line_stems(question.text).isdisjoint(line_stems(asked.simply))


def _mine(turn: Turn) -> str | None:
    asked = asked_in(turn.talk.scene, turn.memory.step)
    mine = asked.mine if isinstance(asked, Ask | Change) else None
    return mine if mine and all(mine not in one.reply for one in turn.talk.exchanges) else None


def _say_mine(turn: Turn) -> None:
    turn.because("the question comes back")
    mine = _mine(turn)
    turn.utter(mine) if mine else turn.say("mine")


def found_in(turn: Turn, question: Speech) -> About | None:
    """What a question is about, as the talk stands."""
    memory = turn.memory
    is_of_their_own = turn.heard.told >= _A_FEW and not _THAT.isdisjoint(question.words)
    last, hinted = ("", "") if is_of_their_own else (_spoken_of_last(turn), memory.hinted)
    return asked_about(question, turn.talk.scene, last, hinted, turn.named_in(question))


def _spoken_of_last(turn: Turn) -> str:
    """The topic that was told last; after a change of subject the one that this speaks of: "what's he waiting for?"."""
    memory, asked = turn.memory, asked_in(turn.talk.scene, turn.memory.step)
    if not isinstance(asked, Change) or memory.told_in >= turn.number - 1:
        return memory.last_topic
    named = {one.about: len(names_in(Speech(asked.asks), one)) for one in turn.talk.scene.topic}
    nearest = max(named, key=lambda about: named[about], default="")
    return nearest if named.get(nearest) else memory.last_topic
