"""A sign that what the learner told was heard, fit for its mood and in their own words."""

from __future__ import annotations

from rapportkit.talk.echo import echo_of
from rapportkit.talk.hearing import SHORT
from rapportkit.talk.memory import asked_in
from rapportkit.talk.scene import Ask
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_A_STORY = 2 * SHORT
_BESIDE_A_STORY = 50
"""In a turn of more words nerves are part of a story."""

_THE_THING = 2
_MOODS = {"sad": "something sad was told", "bad": "it went badly", "good": "it went well"}
_PLAIN_MOOD = 2
"""With fewer words of a mood it may be a figure of speech."""


def nods(turn: Turn) -> None:
    """A word on what was told beside a question; after a bare answer none."""
    heard = turn.heard
    mood = mood_of(turn)
    if heard.told < SHORT and mood != "sad":
        return
    if mood:
        _feels_with(turn, mood)
    elif is_uneasy(turn):
        soothes(turn)
    elif turn.memory.step.kind != "first":  # after small talk the answer to their question is welcome enough
        turn.say("takes", echo=_telling(heard.told_speech))


def is_uneasy(turn: Turn) -> bool:
    """Whether the learner says that they are nervous, or long out of practice, beside something else."""
    said = turn.heard.told_speech
    if turn.heard.words > _BESIDE_A_STORY or phrases("rehearsal", "not_nervous").first(said) is not None:
        return False
    return phrases("rehearsal", "nervous").first(said) is not None


def soothes(turn: Turn) -> None:
    """A kind word to somebody who is nervous."""
    turn.because("a kind word helps more than a question")
    turn.say("nervous")
    turn.warm(1)


def _feels_with(turn: Turn, mood: str) -> None:
    turn.is_gentle = mood == "sad"
    turn.because(_MOODS[mood])
    turn.say(f"hears_{mood}")


def mood_of(turn: Turn) -> str:
    """`sad`, `bad` or `good` by the words of a story; empty where none says."""
    told = turn.heard.told_speech
    found = {name: phrases("rehearsal", name).find(told) for name in ("sad", "went_badly", "went_well")}
    if found["sad"]:
        return "sad"
    bad, good = found["went_badly"], found["went_well"]
    if phrases("rehearsal", "went_badly_plainly").first(told) is not None and len(good) < _PLAIN_MOOD:
        return "bad"
    if turn.heard.told < SHORT or len(bad) + len(good) < _PLAIN_MOOD:
        return ""
    return "good" if good and (not bad or good[-1].start > bad[-1].start) else "" if good else "bad"


def takes_in_a_story(turn: Turn) -> None:
    """A story is heard; its mood decides how."""
    heard = turn.heard
    turn.note("story")
    mood = mood_of(turn)
    is_story = heard.words >= _A_STORY
    if mood and (mood == "sad" or heard.words >= SHORT):
        _feels_with(turn, mood)
    elif is_uneasy(turn):
        soothes(turn)
    elif turn.memory.step.kind == "first":
        turn.say("settles_in")
    elif is_story:
        turn.say("hears_story", echo=_telling(heard.speech))
        gives_their_own(turn)
    else:
        turn.say("takes" if heard.words >= SHORT else "hears", echo=_telling(heard.speech))


def gives_their_own(turn: Turn) -> None:
    """After the first story told to a question, the interviewer tells their own: giving goes both ways."""
    asked = asked_in(turn.talk.scene, turn.memory.step)
    if not isinstance(asked, Ask) or not asked.mine or not turn.heard.is_event or turn.talk.scene.of_notes:
        return
    has_given = any(note.kind == "given" for note in turn.memory.notes)
    if has_given or any(asked.mine in one.reply for one in turn.talk.exchanges):
        return
    turn.note("given", turn.memory.step.kind)
    turn.because("the interviewer tells their own in return")
    turn.say("of_mine")
    turn.utter(asked.mine)


def _telling(speech: Speech) -> str | None:
    """Their words where they name in more than a word what was told, or begin with it or come back to it."""
    echo = echo_of(speech)
    if echo is None:
        return None
    if len(echo.split()) > _THE_THING:
        return echo if echo.startswith("your ") or not echo.endswith("s") else None
    thing = echo.split()[-1].lower()
    is_told_of = speech.words.count(thing) > 1
    return echo if echo.startswith("your ") and is_told_of else None


def asks_on(turn: Turn) -> bool:
    """At times, and twice in a talk at most, a story is asked about before the next thing comes."""
    memory = turn.memory
    told = sum(note.kind == "story" for note in memory.notes)
    is_due = told in (2, 5) and memory.step.kind == "ask" and not memory.followed_up
    is_story = turn.heard.is_event and turn.heard.told >= _A_STORY
    if not is_due or not is_story or mood_of(turn) == "sad" or turn.talk.scene.crosses_a_line:
        return False
    turn.keep(followed_up=True)
    turn.because("a story is asked about")
    turn.say("follows_up", echo=_telling(turn.heard.speech))
    return True
