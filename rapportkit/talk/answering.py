"""How the practice interviewer answers: briefly to closed questions, at length to open ones, deeper to follow-ups."""

from __future__ import annotations

import re

from rapportkit.talk.asked import About, asked_about, overlap, shared_topic, touched
from rapportkit.talk.hearing import SHORT
from rapportkit.talk.memory import asked_in
from rapportkit.talk.scene import Ask, Change, Topic, topics_of
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_GENEROUS = 3
"""From this warmth on an open question is answered with more than was asked."""

_MOST_DETOURS = 4
_SOMETHING = 4
"""Words that tell something of one's own."""

_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|hundred)\b")
_ONESELF = frozenset({"i", "my", "me", "we", "our", "us"})
_PREFACES = (
    ("no_number", frozenset({"many", "much", "big"})),
    ("no_moment", frozenset({"when", "long", "often"})),
    ("no_names", frozenset({"who", "whose"})),
)
"""What is owned up to where an answer has nothing of what was asked for, and the words that asked for it."""


def asks(turn: Turn) -> bool:
    """A question gets its answer; the interviewer's own question waits, or goes on where it was answered."""
    heard = turn.heard
    if not heard.questions:
        return False
    turn.note("question", heard.questions[-1])
    if not heard.is_closed:
        turn.note("open", heard.questions[-1])
    enough = 2 if turn.memory.step.kind == "first" else SHORT
    has_answered = heard.told >= enough and turn.memory.step.kind != "questions"
    if _gives_the_question_back(turn):
        has_answered = has_answered or turn.memory.detours > 1
    else:
        _answer(turn)
    _go_on(turn, has_answered=has_answered)
    return True


def answers_besides(turn: Turn) -> None:
    """Answer a question that was asked beside something else, where the scene knows an answer."""
    if turn.heard.questions:
        question = Speech(turn.heard.questions[-1] + " ?")
        if _found(turn, question) is not None:
            turn.note("question", turn.heard.questions[-1])
            _answer(turn)


def takes_up(turn: Turn) -> bool:
    """A remark on what the interviewer told, without a question, is taken up too."""
    heard = turn.heard
    told, hinted = turn.memory.last_topic, turn.memory.hinted
    if heard.words > 2 * SHORT or not (told or hinted):
        return False
    is_own = not _ONESELF.isdisjoint(heard.speech.words)
    is_hint = bool(hinted) and touched(heard.speech, turn.talk.scene, hinted, by_name=is_own)
    near = hinted if is_hint else told or hinted
    if not is_hint and not _is_remark(turn, near):
        return False
    topic = next(one for one in topics_of(turn.talk.scene) if one.about == near)
    if is_hint:
        _catch(turn, topic)
    else:
        turn.note("follow-up", topic.about)
        turn.warm(1)
        turn.say("comment")
        turn.because(f"the learner takes up what was told ({topic.about})")
        turn.tell_more(topic, heard.speech)
    _go_on(turn, has_answered=False)
    return True


def _is_remark(turn: Turn, near: str) -> bool:
    """Whether it is about what was told a moment ago, and not about oneself."""
    heard = turn.heard
    if turn.memory.told_in != turn.number - 1 or heard.words > SHORT + 3:
        return False
    is_about_oneself = not _ONESELF.isdisjoint(heard.speech.words)
    return heard.has("comment") or (not is_about_oneself and touched(heard.speech, turn.talk.scene, near))


def _gives_the_question_back(turn: Turn) -> bool:
    """ "And you?", "why do you ask?" and "how am I doing?"."""
    heard, asked = turn.heard, asked_in(turn.talk.scene, turn.memory.step)
    question = Speech(heard.questions[-1] + " ?")
    turn.keep(detours=turn.memory.detours + 1)
    if phrases("rehearsal", "why_ask").first(question) and asked is not None:
        turn.because("the reason for the question")
        why = asked.why if isinstance(asked, Ask) else None
        turn.utter(why) if why and why not in turn.talk.reply else turn.say("why_ask")
        return True
    if phrases("rehearsal", "feedback").first(question):
        turn.because("a practice partner gives no verdict")
        turn.say("feedback")
        return True
    if phrases("rehearsal", "you_back").first(question) and _found(turn, question) is None:
        turn.because("the question comes back")
        mine = asked.mine if isinstance(asked, Ask | Change) else None
        turn.utter(mine) if mine and mine not in turn.talk.exchanges[-1].reply else turn.say("mine")
        return True
    if phrases("rehearsal", "how_are_you").first(question):
        turn.because("manners")
        turn.say("how_are_you")
        return True
    turn.keep(detours=turn.memory.detours - 1)
    return False


def _answer(turn: Turn) -> None:
    turn.keep(detours=turn.memory.detours + 1, blanks=0)
    question = Speech(turn.heard.questions[-1] + " ?")
    found = _found(turn, question)
    if found is None:
        turn.because("the interviewer does not know, and says so")
        turn.say("habit" if phrases("rehearsal", "personal_habit").first(question) else "unknown")
        return
    topic = found.topic
    if turn.memory.hinted == topic.about:
        _catch(turn, topic, turn.heard.speech)
        return
    if found.goes_on:
        turn.note("follow-up", topic.about)
        turn.warm(1)
    _welcome(turn, topic)
    turn.because(f"{'a closed' if turn.heard.is_closed else 'an open'} question about {topic.about}")
    _tell(turn, found, question)


def _welcome(turn: Turn, topic: Topic) -> None:
    """Be glad where the learner has just told that they share what they ask about."""
    known = {note.what for note in turn.memory.notes if note.kind == "shared"}
    if (
        topic.about in known
        or turn.heard.told < _SOMETHING
        or shared_topic(turn.heard.hobbies, turn.talk.scene) != topic
    ):
        return
    turn.note("shared", topic.about)
    turn.warm(2)
    turn.because(f"common ground ({topic.about})")
    turn.say("shared")


def _found(turn: Turn, question: Speech) -> About | None:
    return asked_about(question, turn.talk.scene, turn.memory.last_topic, turn.memory.hinted)


def _catch(turn: Turn, topic: Topic, question: Speech | None = None) -> None:
    """An opening that was let fall has been heard."""
    turn.note("taken", topic.about)
    turn.warm(2)
    turn.keep(hinted="")
    turn.because(f"the learner heard what was let fall ({topic.about}), and the interviewer warms to it")
    turn.say("caught")
    if not turn.tell_more(topic, question):
        turn.tell(topic, topic.short)


def _tell(turn: Turn, found: About, question: Speech) -> None:
    """A short answer to a closed question, a longer one to an open one; what was told already is not told as new."""
    topic, left = found.topic, turn.untold(found.topic)
    asked_before = turn.heard.questions[-1] in _asked_before(turn)
    if topic.short not in turn.memory.told and not asked_before and _is_for_the_short(turn, found, question):
        turn.tell(topic, topic.short)
        return
    if not left or asked_before:
        _repeat(turn, topic, goes_on=found.goes_on and not asked_before)
        return
    if found.goes_on and len(left) < len(topic.more):
        _own_up(turn, question, left)
    turn.tell_more(topic, question)
    at = topic.more.index(turn.memory.told[-1]) + 1
    if (
        not turn.heard.is_closed
        and turn.memory.warmth >= _GENEROUS
        and topic.more[at : at + 1] in [(one,) for one in left]
    ):
        turn.because("warm by now, they tell more than was asked")
        turn.tell(topic, topic.more[at])


def _is_for_the_short(turn: Turn, found: About, question: Speech) -> bool:
    """Whether the short answer will do: it was a closed question, and no longer one has more of its words."""
    topic = found.topic
    if not topic.more:
        return True
    if not turn.heard.is_closed:
        return False
    return overlap(topic.short, question) >= max(overlap(line, question) for line in topic.more)


def _asked_before(turn: Turn) -> set[str]:
    return {note.what for note in turn.memory.notes if note.kind == "question" and note.turn < turn.number}


def _own_up(turn: Turn, question: Speech, left: tuple[str, ...]) -> None:
    """Say so where the answer will not hold the number, the moment or the name that was asked for."""
    asked = set(question.words)
    for occasion, words in _PREFACES:
        if asked & words and not any(_NUMBER.search(line) for line in left[:1]):
            turn.say(occasion)
            return
    if turn.heard.is_closed:
        turn.say("by_and_large")


def _repeat(turn: Turn, topic: Topic, *, goes_on: bool) -> None:
    """All is told: once again in short, and then no more; to a follow-up there is nothing to add."""
    if not goes_on and turn.talk.memory.told.count(topic.short) < 2:
        turn.because("this was told before")
        turn.say("as_said")
        turn.tell(topic, topic.short)
    else:
        turn.because("this was told before, more than once")
        turn.say("told_all")


def _go_on(turn: Turn, *, has_answered: bool) -> None:
    """After an answer: on to the next thing, back to what was asked, or a silence for the learner to fill."""
    memory = turn.memory
    if memory.step.kind == "questions":
        _one_question_less(turn)
    elif has_answered or memory.detours >= _MOST_DETOURS:
        turn.advance()
    elif memory.detours % 2 == 1:
        turn.ask_again("back")


def _one_question_less(turn: Turn) -> None:
    left = turn.memory.questions_left - 1
    turn.keep(questions_left=left)
    if left <= 0:
        turn.because("these were the learner's questions")
        turn.end("goodbye")
    elif left == 1:
        turn.say("last_question")
    elif left % 2:
        turn.say("more_questions")
