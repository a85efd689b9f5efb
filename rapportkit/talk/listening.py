"""What the practice interviewer makes of an answer: short, long, canned, private, none at all, or a story."""

from __future__ import annotations

from rapportkit.ground.fold import folded_words
from rapportkit.ground.topics import light_of, topics_in
from rapportkit.talk.echo import echo_of
from rapportkit.talk.hearing import FAR_TOO_LONG, LONG, SHORT
from rapportkit.talk.memory import asked_in
from rapportkit.talk.own_words import interests_of, line_stems, shared_topic, touched
from rapportkit.talk.scene import Ask
from rapportkit.talk.taking_in import asks_on, mood_of, takes_in_a_story
from rapportkit.talk.turn import Turn
from rapportkit.words.review import Span
from rapportkit.words.speech import Speech
from rapportkit.words.tact import sensitive

_A_WORD_OR_TWO = 5
_OF_EVERYDAY = {"Family", "Relationships", "Age"}
"""Red to bring up with a stranger; in a story of one's own a wife, or "at my age", is nothing to be hushed."""

_OF_SMALL_TALK = 4
"""Words that are enough of an answer to small talk."""

_SOME_QUESTIONS = 2
_NEAR_BEFORE = 3


def says_little(turn: Turn) -> bool:
    """Greetings, thanks, laughter, an apology: a word back, and the floor is theirs again."""
    if turn.heard.words > 8:
        return False
    for name, occasion in (("greeting", "greets_back"), ("sorry", "sorry"), ("laugh", "laughs")):
        if turn.heard.has(name):
            turn.because("manners")
            turn.say(occasion)
            turn.ask_again("back") if turn.memory.step.kind != "first" else turn.advance()
            return True
    return False


def has_no_more_questions(turn: Turn) -> bool:
    """In the learner's part: thanks, a "no", or two statements end the talk."""
    if turn.heard.questions:
        return False
    if turn.memory.step.kind != "questions":
        return _has_asked_enough(turn)
    if turn.heard.has("no_more") or turn.heard.has("thanks") or turn.memory.blanks:
        turn.because("no more questions")
        turn.end("goodbye")
        return True
    turn.keep(blanks=1)
    turn.say("hears")
    turn.say("more_questions")
    return True


def _has_asked_enough(turn: Turn) -> bool:
    """ "No more questions" in the middle of things, from somebody who has asked some, ends the talk."""
    asked = sum(note.kind == "question" for note in turn.memory.notes)
    if asked < _SOME_QUESTIONS or turn.heard.words > 2 * SHORT or not turn.heard.has("done_asking"):
        return False
    turn.because("no more questions")
    turn.end("goodbye")
    return True


def thanks(turn: Turn) -> bool:
    is_more = turn.heard.words > _A_WORD_OR_TWO and (turn.heard.words > SHORT or "i" in turn.heard.speech.words)
    if is_more or not turn.heard.has("only_thanks"):
        return False
    turn.because("manners")
    turn.say("thanked")
    turn.ask_again("back") if turn.memory.step.kind != "first" else turn.advance()
    return True


def is_nervous(turn: Turn) -> bool:
    """Nerves and doubts of one's own English get a kind word."""
    for name in ("own_english", "nervous"):
        is_meant = name != "nervous" or not turn.heard.has("not_nervous")
        if turn.heard.words <= 2 * SHORT and is_meant and turn.heard.has(name):
            turn.because("a kind word helps more than a question")
            turn.say(name)
            turn.warm(1)
            if name == "nervous" and turn.heard.told_beside(name) >= _OF_SMALL_TALK:
                turn.advance()
            else:
                turn.ask_again("put_simply")
            return True
    return False


def has_no_answer(turn: Turn) -> bool:
    """Who would rather not, or does not know, is not pressed."""
    for name, note in (("refusal", "declined"), ("unsure", "")):
        if turn.heard.words <= 2 * SHORT and turn.heard.told and turn.heard.has(name):
            if note == "declined":
                turn.note("declined")
            turn.because("nobody is pressed here")
            turn.say(name)
            turn.advance()
            return True
    return False


def is_canned(turn: Turn) -> bool:
    """A phrase that everybody says bores; the first time the interviewer asks for what is behind it."""
    words = turn.heard.canned
    if words is None:
        return False
    turn.note("canned", words)
    turn.warm(-1)
    turn.because(f"“{words}” is what everybody says")
    if turn.memory.followed_up or turn.heard.words > 4 * SHORT:
        return False  # there is a story around it, or it was asked about before
    turn.say("bored")
    turn.keep(followed_up=True)
    return True


def is_private(turn: Turn) -> bool:
    """A private matter of the learner's is heard kindly, and not asked about."""
    found = sensitive(turn.heard.speech)
    if mood_of(turn) == "sad" and turn.heard.words >= SHORT:
        return False  # it is a story of theirs, and a human word is the better answer to it
    if found is None or not _is_their_own(turn, found.span):
        return False
    touched_on = set(topics_in(folded_words(turn.heard.text))) - _OF_EVERYDAY
    if not any(light_of(topic) == "red" for topic in touched_on):
        return False
    turn.because("a private matter, which is not asked about")
    turn.say("hears_private")
    turn.advance()
    return True


def _is_their_own(turn: Turn, span: Span) -> bool:
    """Whether a private word is said of oneself: "my illness", "I was ill"; not "an old man's hearing aid"."""
    before = Speech(turn.heard.text[: span[0]]).words[-_NEAR_BEFORE:]
    return not {"my", "i", "me", "our", "we", "am"}.isdisjoint(
        [*before, *turn.heard.text[slice(*span)].lower().split()]
    )


def is_short(turn: Turn) -> bool:
    """A short answer is asked about once, and then left."""
    if turn.heard.words >= (_OF_SMALL_TALK if turn.memory.step.kind == "first" else SHORT):
        return False
    asked = asked_in(turn.talk.scene, turn.memory.step)
    follow = asked.follow if isinstance(asked, Ask) else None
    turn.because("a short answer")
    if follow and not turn.memory.followed_up:
        turn.keep(followed_up=True)
        turn.say(_bare(turn) or "hears_short")
        turn.utter(follow)
    else:
        turn.say("bare_no" if _bare(turn) == "bare_no" else "hears")
        turn.advance()
    return True


def _bare(turn: Turn) -> str:
    if turn.heard.words > 3:
        return ""
    return "bare_yes" if turn.heard.has("yes") else "bare_no" if turn.heard.has("no") else ""


def answers(turn: Turn) -> bool:
    """An answer of some length: heard, given back in its own words, and where it touches common ground, welcomed."""
    doubt = _doubt(turn)
    if doubt:
        turn.note("story")
        turn.say("takes")
        turn.keep(followed_up=True)
        turn.because("a sceptic asks how one knows")
        turn.utter(doubt)
        return True
    _take_in(turn)
    if not asks_on(turn):
        turn.advance()
    return True


def _doubt(turn: Turn) -> str:
    """What a sceptic asks after a claim; not where it was told what one did or what it rests on, nor in grief."""
    heard, asked = turn.heard, asked_in(turn.talk.scene, turn.memory.step)
    follow = asked.follow if isinstance(asked, Ask) and not turn.memory.followed_up else ""
    if turn.memory.step.kind == "first" and heard.words >= _OF_SMALL_TALK:
        return ""
    if turn.talk.scene.temperament != "sceptic" or not follow or heard.words > LONG or heard.has("grounds"):
        return ""
    is_told = (heard.is_event and heard.words >= 2 * SHORT) or not line_stems(follow).isdisjoint(line_stems(heard.text))
    is_more = mood_of(turn) == "sad" or shared_topic(heard.hobbies_told, turn.talk.scene) is not None
    return "" if is_told or is_more else follow


def _take_in(turn: Turn) -> None:
    heard = turn.heard
    topic = shared_topic(heard.hobbies_told, turn.talk.scene)
    if heard.words > LONG:
        turn.note("long", str(heard.words))
        turn.warm(-1 if heard.words <= FAR_TOO_LONG else -2)
        turn.because(f"{heard.words} words in one go")
        turn.say("cuts_in" if heard.words > FAR_TOO_LONG else "hears_long", echo=echo_of(heard.speech))
    elif mood_of(turn) == "sad":
        takes_in_a_story(turn)
    elif topic is not None and turn.untold(topic):
        turn.note("shared", topic.about)
        turn.warm(2)
        turn.because(f"common ground ({topic.about})")
        turn.say("shared", what=next(one for one in heard.hobbies_told if one in interests_of(topic)))
        turn.tell_more(topic, heard.speech)
    elif turn.memory.step.kind == "change" and turn.heard.has("resume"):
        turn.say("resumes")
    elif heard.words <= 2 * SHORT and touched(heard.speech, turn.talk.scene, turn.memory.hinted):
        turn.say("comment")
    else:
        takes_in_a_story(turn)
