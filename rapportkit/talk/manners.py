"""What is answered before anything else: silence, other languages, rudeness, digging, pauses, requests to repeat."""

from __future__ import annotations

from rapportkit.talk.memory import asked_in
from rapportkit.talk.own_words import line_stems
from rapportkit.talk.scene import Ask, Change
from rapportkit.talk.taking_in import is_uneasy
from rapportkit.talk.turn import LAST_TURN, Turn, simply
from rapportkit.words.phrases import phrases

_MOST_INSULTS = 3
_MOST_BLANKS = 3
_A_FEW = 16
_A_WORD_OR_TWO = 2
_SOME_WORDS = 4
_SAID_BY_THE_WAY = 25
"""Of more words than these, "stop" and "goodbye" are part of a story."""


def wants_to_stop(turn: Turn) -> bool:
    """ "Let's stop" is always fine."""
    if turn.heard.words > _SAID_BY_THE_WAY or not turn.heard.has("stop"):
        return False
    turn.note("stop")
    turn.because("the learner wants to stop, which is always fine")
    turn.end("stopped")
    return True


def time_is_up(turn: Turn) -> bool:
    """After the last turn there is a goodbye, whatever was said."""
    if turn.number < LAST_TURN:
        return False
    turn.because("the time is up")
    turn.end("goodbye")
    return True


def says_nothing(turn: Turn) -> bool:
    """Silence is given time, then the question in other words, then another question."""
    if not turn.heard.is_silence:
        return False
    turn.note("silence")
    turn.because("pictures, and no words" if turn.heard.is_pictures else "nothing was said")
    _wait(turn, "emoji" if turn.heard.is_pictures else "silence")
    return True


def speaks_another_language(turn: Turn) -> bool:
    """Another language is named, and English asked for."""
    language = turn.heard.language
    if language is None:
        return False
    named = language if language[0].isupper() else None
    turn.because(f"this is {language}, which is not understood here")
    turn.keep(blanks=turn.memory.blanks + 1)
    if turn.memory.blanks > _MOST_BLANKS:
        _leave(turn)
        return True
    turn.say("foreign", language=named)
    if turn.memory.blanks > 1:
        turn.ask_again("put_simply")
    return True


def makes_no_sense(turn: Turn) -> bool:
    """What nobody can make out is not guessed at."""
    if not turn.heard.is_nonsense:
        return False
    turn.because("no word of it can be made out")
    _wait(turn, "lost")
    return True


def doubts_that_we_are_real(turn: Turn) -> bool:
    """An honest answer to "are you a robot?"."""
    if not turn.heard.has_in_passing("robot"):
        return False
    turn.because("an honest question gets an honest answer")
    turn.say("robot")
    turn.ask_again("back")
    return True


def is_rude(turn: Turn) -> bool:
    """Rudeness is met calmly twice; then the talk is over."""
    if not turn.heard.is_rude:
        return False
    turn.note("rude")
    turn.warm(-2)
    turn.keep(insults=turn.memory.insults + 1)
    turn.because("that was rude")
    if turn.memory.insults >= _MOST_INSULTS:
        turn.end("rude_end")
        return True
    turn.say("rude")
    turn.ask_again("back")
    return True


def says_goodbye(turn: Turn) -> bool:
    """A goodbye is returned, however early it comes."""
    heard = turn.heard
    if heard.questions or heard.words > _SAID_BY_THE_WAY or not heard.has("goodbye"):
        return False
    turn.because("the learner says goodbye")
    turn.end("goodbye")
    return True


def asks_to_repeat(turn: Turn) -> bool:
    """The question again; then in simpler words; then another one."""
    is_alone = turn.heard.words <= _A_WORD_OR_TWO and turn.heard.has("repeat_alone")
    is_last = phrases("rehearsal", "repeat_last").inside(turn.heard.speech, turn.heard.speech.sentences[-1])
    if not (is_alone or is_last) and (not turn.heard.has_in_passing("repeat") or _has_answered_beside(turn)):
        return False
    turn.note("asked-again")
    turn.because("the learner asks for the question again")
    asked = asked_in(turn.talk.scene, turn.memory.step)
    times = turn.memory.asked_again
    if asked is None:
        turn.say("more_questions")
    elif times > 2:
        _leave(turn)
    elif isinstance(asked, Ask) and asked.follow and asked.follow in turn.talk.reply:
        turn.say("again")
        turn.utter(asked.follow)
    else:
        simpler = times > 0 or any(
            word in turn.heard.speech.words for word in ("mean", "understand", "simpler", "example")
        )
        turn.keep(asked_again=times + 1)
        turn.say("put_simply" if simpler else "again")
        has_scenery = isinstance(asked, Change)  # a kingfisher is pointed at once
        turn.utter(simply(asked) if simpler or has_scenery else _without_and(asked.asks))
    return True


def _without_and(line: str) -> str:
    """A question without the "and" that joined it to what went before."""
    rest = line.removeprefix("And ")
    return rest[:1].upper() + rest[1:]


def _has_answered_beside(turn: Turn) -> bool:
    """Whether, the request aside, the learner has answered: "Sorry, what, the shift? Yes, I'd like the same one." """
    if phrases("rehearsal", "repeat").inside(turn.heard.speech, turn.heard.speech.sentences[-1]):
        return False
    is_lost = turn.heard.has("unsure") or turn.heard.has("own_english")
    return not is_lost and turn.heard.told_beside("repeat") > _SOME_WORDS


def takes_a_moment(turn: Turn) -> bool:
    """An announced pause is granted."""
    if turn.heard.words > _A_FEW or not turn.heard.has("pause") or turn.heard.told_beside("pause") > _SOME_WORDS:
        return False
    if is_uneasy(turn):
        return False
    turn.note("pause")
    turn.because("an announced pause is good manners")
    turn.say("takes_time")
    return True


def is_too_private(turn: Turn) -> bool:
    """A question about the interviewer's private life is kept out of the talk."""
    if not turn.heard.questions or not turn.heard.has("private_question"):
        return False
    turn.note("digging", turn.heard.questions[-1])
    turn.warm(-1)
    turn.because("a private question")
    turn.say("keeps_private")
    turn.ask_again("back")
    return True


def digs(turn: Turn) -> bool:
    """Signs of digging take the interviewer aback."""
    words = turn.heard.digging
    if words is None or _spoken_of(turn, words):
        return False
    turn.note("digging", words)
    turn.warm(-2)
    turn.because(f"“{words}” shows digging")
    turn.say("taken_aback")
    turn.ask_again("back")
    return True


def _spoken_of(turn: Turn, words: str) -> bool:
    """Whether the interviewer spoke of it first, or is glad to: then nobody dug for it."""
    said = line_stems(words)
    lines = (line for topic in turn.talk.scene.topic for line in topic.lines)
    replies = (one.reply for one in turn.talk.exchanges)
    return bool(said) and any(said <= line_stems(line) for line in (*replies, *lines))


def _wait(turn: Turn, occasion: str) -> None:
    """Wait once, ask in other words once, then go on."""
    turn.keep(blanks=turn.memory.blanks + 1)
    blanks, is_their_turn = turn.memory.blanks, turn.memory.step.kind == "questions"
    if is_their_turn and blanks > 1:
        turn.say("no_statement")
        turn.end("goodbye")
    elif blanks >= _MOST_BLANKS:
        _leave(turn)
    elif blanks > 1:
        turn.say("still_silent" if occasion == "silence" else occasion)
        turn.ask_again("put_simply")
    else:
        turn.say(occasion)


def _leave(turn: Turn) -> None:
    """Leave a question for the next."""
    if turn.memory.step.kind == "questions":
        turn.end("goodbye")
        return
    turn.say("moves_on")
    turn.advance()
