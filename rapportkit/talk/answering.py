"""How the practice interviewer answers: briefly to closed questions, at length to open ones, deeper to follow-ups."""

from __future__ import annotations

from rapportkit.talk.asked import About
from rapportkit.talk.asking import parts_of, way_of_asking
from rapportkit.talk.bank import topics_of
from rapportkit.talk.fitting import fitting
from rapportkit.talk.given_back import found_in, gives_the_question_back
from rapportkit.talk.hearing import SHORT
from rapportkit.talk.own_words import interests_of, is_named, shared_topic, stems_of, touched
from rapportkit.talk.recalled import recalls
from rapportkit.talk.sidestep import sidestep
from rapportkit.talk.taking_in import mood_of, nods
from rapportkit.talk.talked_over import asks_about_the_talk
from rapportkit.talk.topic import Topic
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_GENEROUS = 3
"""From this warmth on an open question is answered with more than was asked."""

_MOST_DETOURS = 3
_SOMETHING = 4
"""Words that tell something of one's own."""

_A_TAG = 6
"""Of so few words a question beside another, without facts to answer it, only underlines that ("is that right?")."""

_ASKING = frozenset({"who", "what", "when", "where", "why", "how", "which"})
_ONESELF = frozenset({"i", "my", "me", "we", "our", "us"})
_WHOM = frozenset({"he", "she", "him", "her", "his", "they", "them", "it", "that", "there"})


def asks(turn: Turn) -> bool:
    """A question gets its answer; the interviewer's own question waits, or goes on where it was answered."""
    heard = turn.heard
    if not heard.questions:
        return False
    turn.note("question", heard.questions[-1])
    if not heard.is_closed:
        turn.note("open", heard.questions[-1])
    has_answered = turn.memory.step.kind != "questions" and (turn.memory.followed_up or _has_answered(turn))
    if has_answered or heard.told >= 2 * SHORT or mood_of(turn) == "sad":
        nods(turn)
    if asks_about_the_talk(turn):
        return True
    if gives_the_question_back(turn, _last_question(turn)):
        has_answered = has_answered or turn.memory.detours > 1
    else:
        _answer_all(turn)
    _go_on(turn, has_answered=has_answered)
    return True


def _has_answered(turn: Turn) -> bool:
    """Whether beside the question something was told, and not only thanks, a greeting or a laugh."""
    told = turn.heard.told_speech
    if turn.memory.step.kind == "first" or turn.heard.told >= SHORT:
        return turn.heard.told >= 1
    is_manners = any(phrases("rehearsal", name).first(told) for name in ("thanks", "greeting", "laugh", "sorry"))
    return turn.heard.told >= 1 and not is_manners and phrases("rehearsal", "comment").first(told) is None


def answers_besides(turn: Turn, *, in_any_case: bool) -> None:
    """Answer a question that was asked beside something else: where the scene knows an answer, or *in_any_case*."""
    if not turn.heard.questions:
        return
    question, found = _with_what_it_points_at(turn, _last_question(turn))
    if in_any_case or (found is not None and (found.is_sure or found.line)):
        turn.note("question", turn.heard.questions[-1])
        _answer(turn, question, found)


def takes_up(turn: Turn) -> bool:
    """A remark on what the interviewer told, without a question, is taken up too."""
    heard = turn.heard
    told, hinted = turn.memory.last_topic, turn.memory.hinted
    if heard.words > 2 * SHORT or not (told or hinted) or mood_of(turn) == "sad":
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


def _last_question(turn: Turn) -> Speech:
    return Speech(turn.heard.questions[-1] + " ?")


def _answer_all(turn: Turn) -> None:
    """The last question and the one before it; where the scene has no answer to either, the last of them."""
    turn.keep(detours=turn.memory.detours + 1, blanks=0)
    asked = [Speech(f"{part} ?") for one in turn.heard.questions[-2:] for part in parts_of(one)][-2:]
    found = [_with_what_it_points_at(turn, question) for question in asked]
    known = [about is not None and (about.is_sure or about.line is not None) for _, about in found]
    if not any(known) or _is_one_thing(found, known):
        found, known = found[-1:], known[-1:]
    for (question, about), is_known in zip(found, known, strict=True):
        points = not is_known and len(found) > 1 and not _WHOM.isdisjoint(question.words)
        again = _with_what_it_points_at(turn, question)[1] if points else about  # "and what is he like?"
        is_tag = len(question.words) <= _A_TAG and question.words[0] not in _ASKING
        if is_known or again != about or len(found) == 1 or not is_tag:
            _answer(turn, question, again)
    _the_other_too(turn, asked[-1])


def _is_one_thing(found: list[tuple[Speech, About | None]], known: list[bool]) -> bool:
    """Whether two questions would get the same answer."""
    (_, one), (_, other) = found[0], found[-1]
    if one is None or other is None or not all(known):
        return False
    return len(found) > 1 and one.topic == other.topic and one.line == other.line


def _the_other_too(turn: Turn, question: Speech) -> None:
    """Of a panel that is asked together both answer."""
    scene = turn.talk.scene
    is_of_one = way_of_asking(question) in ("who", "which", "name")  # "which of you two runs?" has been answered
    if scene.second and not is_of_one and phrases("rehearsal", "both").first(question) is not None:
        told = turn.memory.told[-1] if turn.memory.told_in == turn.number else ""
        own = _of_the_second(turn, told)
        turn.voice = scene.second if turn.voice != scene.second else scene.name
        if own is not None:
            turn.tell(own, own.short)
        elif told and scene.second.split()[0] not in told:
            turn.say("other_too")


def _of_the_second(turn: Turn, told: str) -> Topic | None:
    """What the second of a panel has to tell of the same, where they have not told it yet."""
    scene, last = turn.talk.scene, turn.memory.last_topic
    of_it = {one.subject or one.about for one in scene.topic if one.about == last or told in one.lines}
    own = (one for one in scene.topic if one.by == scene.second and one.subject in of_it)
    return next((one for one in own if one.short not in turn.memory.told), None)


def _answer(turn: Turn, question: Speech, found: About | None) -> None:
    turn.turns_to(found.topic if found else None, question)
    if found is not None and turn.memory.hinted == found.topic.about and (found.is_sure or found.line or found.goes_on):
        _catch(turn, found.topic)
    elif found is not None and found.goes_on:
        turn.note("follow-up", found.topic.about)
        turn.warm(1)
    told = fitting(turn, found, question) if found else None
    if found is None or told is None:
        if not recalls(turn, question):
            sidestep(turn, question, found)
        return
    _welcome(turn, found.topic)
    turn.because(f"{'a closed' if turn.heard.is_closed else 'an open'} question about {found.topic.about}")
    for line in told:
        turn.tell(found.topic, line)
    _tell_a_little_more(turn, found)


def _tell_a_little_more(turn: Turn, found: About) -> None:
    """Warm by now, they tell more than was asked: the next thing, where it follows on what was just said."""
    topic, told = found.topic, turn.memory.told[-1]
    if turn.heard.is_closed or turn.memory.warmth < _GENEROUS or told not in topic.more:
        return
    at = topic.more.index(told) + 1
    if topic.more[at : at + 1] and topic.more[at] in turn.untold(topic):
        turn.because("warm by now, they tell more than was asked")
        turn.tell(topic, topic.more[at])


def _welcome(turn: Turn, topic: Topic) -> None:
    """Be glad where the learner has just told that they share what they ask about."""
    known = {note.what for note in turn.memory.notes if note.kind == "shared"}
    named = turn.heard.hobbies_told
    if topic.about in known or turn.heard.told < _SOMETHING or shared_topic(named, turn.talk.scene) != topic:
        return
    turn.note("shared", topic.about)
    turn.warm(2)
    turn.because(f"common ground ({topic.about})")
    turn.say("shared", what=next(one for one in named if one in interests_of(topic)))


def _with_what_it_points_at(turn: Turn, question: Speech) -> tuple[Speech, About | None]:
    """A question and what it is about; "how long has he been here?" with the words of the sentence before it."""
    found = found_in(turn, question)
    before = turn.heard.before_question
    if (found is not None and (found.is_sure or found.line)) or _WHOM.isdisjoint(question.words) or not before:
        return question, found
    wider = Speech(f"{before} {question.text}")
    again = found_in(turn, wider)
    is_nothing_else = again is not None and again.is_sure and not stems_of(question)
    is_meant = is_nothing_else or (again is not None and again.line and is_named(Speech(before), again.topic))
    return (wider, again) if is_meant else (question, found)


def _catch(turn: Turn, topic: Topic) -> None:
    """An opening that was let fall has been heard."""
    turn.note("taken", topic.about)
    turn.warm(2)
    turn.keep(hinted="", last_topic=topic.about)
    turn.because(f"the learner heard what was let fall ({topic.about}), and the interviewer warms to it")
    turn.say("caught" if turn.heard.questions else "comment")


def _go_on(turn: Turn, *, has_answered: bool) -> None:
    """After an answer: on to the next thing, back to what was asked, or a silence for the learner to fill."""
    memory, turn.voice = turn.memory, None
    if memory.step.kind == "questions":
        _one_question_less(turn)
    elif has_answered or memory.detours >= _MOST_DETOURS:
        turn.advance()
    elif memory.detours == 1:
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
