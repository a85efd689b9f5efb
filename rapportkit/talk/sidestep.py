"""A question that the scene has no answer to: an honest word that names what was asked, and claims nothing."""

from __future__ import annotations

import re
from itertools import pairwise

from rapportkit.talk.asked import About
from rapportkit.talk.asking import CLOSED, Way, way_of_asking
from rapportkit.talk.own_words import knows_word_of
from rapportkit.talk.recalled import knows
from rapportkit.talk.thing_asked import thing_asked
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import bare

_ANY_ONE = frozenset({"a", "an"})
_ONES = ("one", "ones")
_OF_THE_WORLD = 4
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_YOU = frozenset({"you", "your", "yours"})
_POINTS = frozenset({"it", "that", "there", "this", "those", "them"})
_ONE_ASKED = frozenset({"i", "we"})
_SAID_AS_IT_IS: frozenset[Way] = frozenset({"what_if", "is_true", "mean", "confirm"})
_OWN: dict[Way, str] = {
    "like": "own_like",
    "ever": "own_ever",
    "did": "own_did",
    "are_you": "own_did",
    "is": "own_did",
    "would_you": "would_you",
    "is_there": "near_yes",
}
_NEAR: dict[Way, str] = {
    "why": "near_why",
    "who": "near_who",
    "how_many": "near_many",
    "how_often": "near_many",
    "how_long": "near_long",
    "when": "near_when",
    "when_did": "near_when",
    "soon": "near_when",
    "where": "near_where",
    "how_so": "near_degree",
    "which": "near_name",
    "name": "near_name",
    "either": "near_either",
    "what": "near_what",
    "how": "near_how",
    "tell": "near_how",
    "what_did": "near_did",
    "how_did": "near_did",
    "how_was": "near_like",
}
"""How a detail of what they must know is answered in kind, and no more, by the way of asking."""

_OWN_FACTS: dict[Way, str] = {"when_did": "own_when", "how_many": "own_many"}
"""How a detail of one's own life is answered in kind."""

_OWED: dict[Way, str] = {"why": "owes_why", "either": "owes_either"}
_OF_YOU: frozenset[Way] = frozenset({"like", "ever", "did", "are_you", "would_you", "do"})
_VARIES: frozenset[Way] = frozenset({"where", "when", "when_did", "how_long", "how_often", "how_so"})
"""What can be said in general of a thing that one knows nothing of; who and how many cannot."""

_FIRST = frozenset({"best", "worst", "most", "least"})
_BEING = frozenset({"is", "s", "are", "was", "were"})
_DOING: frozenset[Way] = frozenset({"how", "what"})
_ACCOUNTS: frozenset[Way] = frozenset({"how", "how_was", "how_did", "what", "what_did", "tell"})


def sidestep(turn: Turn, question: Speech, found: About | None) -> None:
    """Say that it is not known here, and to what one would have to ask; of one's own life answer modestly."""
    if turn.talk.scene.of_notes and not _YOU.isdisjoint(question.words):
        turn.because("the notes on the real person do not say, and nothing is made up")
        named = _noted(turn, question, found)
        turn.say("notes_name", what=named) if named else turn.say("notes_silent")
    elif found is None and _is_of_the_world(turn, question):
        turn.because("the interviewer does not know, and says so")
        turn.say("unknown")
    else:
        turn.because("the scene has no answer to this, so the interviewer names it and promises none")
        thing = _plainly(thing_asked(question), question)
        turn.say(_occasion(turn, question, thing), thing=_as_they_wrote(turn, thing))


def _plainly(thing: str | None, question: Speech) -> str | None:
    """A thing that can be spoken of by its name: not "a bench", nor "the early" of "early ones"."""
    if thing is None or (thing.split()[0] in _ANY_ONE and way_of_asking(question) != "is_there"):
        return None
    if f"by {thing}" in _pairs(question):  # "by bike" says how, and is not what is asked
        return None
    return None if {f"{thing.split()[-1]} {one}" for one in _ONES} & set(_pairs(question)) else thing


def _pairs(question: Speech) -> list[str]:
    return [" ".join(pair) for pair in pairwise(question.words)]


def _noted(turn: Turn, question: Speech, found: About | None) -> str | None:
    """What the notes do name of the thing that is asked about, or pointed at by "it" or "that"."""
    near = turn.memory.hinted or turn.memory.last_topic
    points = bool(near) and not _POINTS.isdisjoint(question.words)
    about = near if points else found.topic.about if found else ""
    return next((one.words[0] for one in turn.talk.scene.topic if one.about == about and one.words), None)


def _is_of_you(question: Speech, way: str, thing: str | None) -> bool:
    """Whether the interviewer is asked about themselves."""
    is_of_you = not thing and not _YOU.isdisjoint(question.words)
    is_of_you = is_of_you or (way in _OF_YOU and _asks_you(question))
    return is_of_you or phrases("ways_of_asking", "of_ones_own").first(question) is not None


def _occasion(turn: Turn, question: Speech, thing: str | None) -> str:
    """Which lines answer: by the way of asking, and whether it is about the interviewer themselves: "can you?"."""
    way = way_of_asking(question)
    if way in _SAID_AS_IT_IS:
        return way
    if way == "best":
        return "owes_best"
    if way in CLOSED and phrases("ways_of_asking", "fears").first(question) is not None:
        return "near_no"
    if way in CLOSED and not _YOU.isdisjoint(question.words) and phrases("ways_of_asking", "feelings").first(question):
        return "own_feels"
    if thing and way in ("do", "did") and _is_of_the_house(question):
        return "owes_yes"
    if _is_of_you(question, way, thing):
        return _of_oneself(question, way)
    if _ONE_ASKED.isdisjoint(question.words) and (
        way in _VARIES or _is_of_doing(question, way) or knows(turn.talk.scene, Speech(thing) if thing else question)
    ):
        return _in_kind(question, way)
    if way == "may":
        return "may" if phrases("ways_of_asking", "permission").first(question) is not None else "owes_promise"
    if way in CLOSED and way != "either":
        is_of_me = not _ONE_ASKED.isdisjoint(question.words) and _YOU.isdisjoint(question.words)
        return "owes_promise" if is_of_me else "owes_yes"
    return _OWED.get(way, "owes_account" if way in _ACCOUNTS else "owes_fact")


def _in_kind(question: Speech, way: Way) -> str:
    """Of what goes on here: in kind, and no more than anybody could say."""
    if _is_what_like(question):
        return "near_like"
    if way == "who" and any(word.endswith("est") or word in _FIRST for word in question.words):
        return "near_first"
    is_yes_or_no = _OWN.get(way, "own_do") if not _YOU.isdisjoint(question.words) else "near_yes"
    return _NEAR.get(way, is_yes_or_no if way in CLOSED else "near_story")


def _of_oneself(question: Speech, way: Way) -> str:
    """Of one's own life: a yes or no, a feeling, an opinion, else a detail that is passed over."""
    if way in CLOSED and phrases("ways_of_asking", "feelings").first(question) is not None:
        return "own_feels"
    if way in CLOSED and way != "either":
        return _OWN.get(way, "own_do")
    if way in _ACCOUNTS and phrases("ways_of_asking", "opinions").first(question) is not None:
        return "own_tell"
    before = [one for one, word in pairwise(question.words) if word == "you"]
    is_done_to_you = bool(before) and before[0] not in words("ways_of_asking", "auxiliary")  # "who taught you?"
    if way == "who" and is_done_to_you:
        return "own_who"
    if way == "why" and before[:1] == ["did"]:
        return "own_why"
    if way == "how_many" and before[:1] != ["do"]:
        return _NEAR[way]
    return "near_like" if _is_what_like(question) else _OWN_FACTS.get(way, _NEAR.get(way, "near_story"))


def _is_what_like(question: Speech) -> bool:
    """ "What is the soup like?", which asks how it is, and not what."""
    said = [word for word in question.words if word not in ".,?!"]
    is_being = not _BEING.isdisjoint(said[:4]) and "you" not in said[-4:]
    return is_being and said[:1] in (["what"], ["and"], ["so"]) and "like" in said[-3:] and "to" not in said[-3:]


def _as_they_wrote(turn: Turn, thing: str | None) -> str | None:
    """A thing with the capitals of its names."""
    if thing is None:
        return None
    heard = turn.heard.speech
    names = {
        word: heard.as_written(at) for at, word in enumerate(heard.words) if at and heard.words[at - 1] not in ".?!"
    }
    written = (names.get(word, word) for word in thing.split())
    return " ".join(word.lower() if len(word) > 4 and word.isupper() else word for word in written)


def _is_of_the_world(turn: Turn, question: Speech) -> bool:
    """Whether a question is about neither these people nor this place: it names a place or a person not known here."""
    said = [word for word in question.words if word not in ".,?!"]
    if len(said) < _OF_THE_WORLD or not words("ways_of_asking", "near").isdisjoint(said):
        return False
    names = {bare(word) for word in _NAME.findall(turn.heard.text)} & set(said[1:])
    return bool(names) and not knows_word_of(turn.talk.scene, question)


def _is_of_doing(question: Speech, way: Way) -> bool:
    """ "How do you keep it warm?", "what do people eat?": what is done here every day, and can be said in general."""
    said = [word for word in question.words if word not in ".,?!"]
    return way in _DOING and any(one in _DOING and next_one in {"do", "does"} for one, next_one in pairwise(said))


def _is_of_the_house(question: Speech) -> bool:
    """ "Do you sell candles?": "you" is the place, and nothing that the one who is asked likes or does."""
    doing = (after for one, after in pairwise(question.words) if one == "you")
    return any(word in words("ways_of_asking", "of_the_house") for word in doing)


def _asks_you(question: Speech) -> bool:
    """ "Did you learn Swahili?": a yes or no that the one who is asked can give."""
    return any(
        one in words("ways_of_asking", "auxiliary") and after == "you" for one, after in pairwise(question.words)
    )
