"""Which lines of a topic answer a question in the way in which it was asked; none where none does."""

from __future__ import annotations

import re
from functools import cache

from rapportkit.talk.asked import About
from rapportkit.talk.asking import CLOSED, FACTS, Way, way_of_asking
from rapportkit.talk.bank import answers_for, explained, subjects, subjects_in
from rapportkit.talk.kinds_of_answer import answers_in_kind
from rapportkit.talk.own_words import best_of, overlap, own_words, stems_of
from rapportkit.talk.pairs import heard_by_pairs
from rapportkit.talk.topic import Topic
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_LIKING = frozenset({"like", "enjoy", "love", "fun"})
_YES_OR_NO = re.compile(
    r"(?:\([^)]*\) )?(?:yes|no|aye|yeah|nah|always|never|often|seldom|mostly|daily|sure|certainly|of course|every)\b"
    r"|.{0,20}, yes\b",
    re.IGNORECASE,
)

_REASONED = frozenset({"way", "why-free", "why-stay", "people-leave", "cares", "why-us"})
"""Topics that are told as an answer to a "why?"."""

_TOLD_ANYHOW = frozenset({"pay", "names", "next", "time-off", "people-leave", "customers", "team"})
"""What is told as far as it is known, though it be no number and no name."""

_WIDE = frozenset({"company", "role", "day", "hard", "cares", "hobby", "town", "way"})
"""Of these the short line need not have a word on what was asked."""

_COUNTS = frozenset({"how_many", "how_often"})
_OF_FACTS = frozenset({"pay", "hours", "next"})
"""Of these the short line goes first, however openly one asks."""

_YOU = frozenset({"you", "your", "yours", "nobody", "everybody"})
_BEING: frozenset[Way] = frozenset({"is", "are_you", "is_there"})
_DOES = re.compile(r"(?:yes, |no, )?(?:she|he|they|i|we) (?:do|does|did|don't|doesn't|didn't)\b", re.IGNORECASE)
_BEGINNING = frozenset({"start", "begin", "get", "come", "learn", "find", "become", "end", "take"})
_BESIDE = 3
"""So many words on each side of "or" name the two things."""

_ASKING = frozenset({"who", "where", "when", "whose"})
_NUMBERED: frozenset[Way] = frozenset({"how_long", "how_often", "how_many", "when", "when_did", "where", "who"})
"""Of what nothing but a number, or a name, is an answer: a line that only shares a word will not do."""

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|hundred|thousand)\b"
)
_OPENERS = frozenset({"and", "so", "but", "or", "oh", "well", ",", "then"})
_OF_YOU: frozenset[Way] = frozenset({"do", "ever", "are_you", "did"})
_ONESELF = frozenset({"i", "me", "my", "we", "us", "our", "mine"})
_MOMENTS: frozenset[Way] = frozenset({"how_long", "when", "when_did"})


def fitting(turn: Turn, found: About, question: Speech) -> tuple[str, ...] | None:
    """
    The lines to tell, in order. None where a topic has nothing that answers what was asked: then it is sidestepped.

    An answer to just this question goes first, then the one to a "why?", "since when?" or "do you like it?"; a closed
    question gets yes or no, one for a fact the short line, an open one the next longer.
    """
    told = _told(turn, found, question)
    return None if told and not _suits(turn, told[0], found, question) else told


def _suits(turn: Turn, line: str, found: About, question: Speech) -> bool:
    """
    Whether a line can follow the question at all.

    "May I ...?" is answered to somebody, "this or that?" by neither yes nor no, "is she here?" not by what she does,
    and a topic of which only a word was named by no line that shares nothing else with the question.
    """
    way = way_of_asking(question)
    if way == "may" and phrases("ways_of_asking", "permission").first(question) is not None:
        return not _YOU.isdisjoint(Speech(line).words) or line == found.line or _may_here(turn, found)
    if way == "either":
        return _YES_OR_NO.match(line) is None
    if way == "who" and (found.topic.subject or found.topic.about) in _OF_FACTS:
        return False
    if way in _BEING and _DOES.match(line):
        return False
    is_by_the_way = line == found.line and not found.is_sure and not found.goes_on
    return not is_by_the_way or bool(overlap(line, question)) or way not in CLOSED


def _told(turn: Turn, found: About, question: Speech) -> tuple[str, ...] | None:
    topic, way = found.topic, way_of_asking(question)
    near = _to_just_this(found, question, way) or _for_the_way(topic, way, question, found)
    if near is not None and near not in turn.memory.told:
        return (near,)
    if near is not None or _asked_before(turn):
        return _once_more(turn, found, near)
    if way == "either":
        is_fresh = found.is_sure and topic in turn.talk.scene.topic and topic.short not in turn.memory.told
        return _choice(turn, topic, question) or ((topic.short,) if is_fresh else None)
    if way in CLOSED:
        told = _closed(turn, found)
        is_of_here = _is_asked_for_here(turn, found) and found.topic.closed is not None
        return None if told and not is_of_here and _is_of_something_else(told[0], found, question, way) else told
    if way not in FACTS:
        return _open(turn, found, question, way)
    told = _fact(turn, found, question)
    if told is not None and not answers_in_kind(told[0], question, way):
        told = _in_kind(turn, found, question, way)
    is_known = found.is_sure and (found.topic.subject or found.topic.about) in _TOLD_ANYHOW
    is_known = is_known or (way not in _COUNTS and _is_asked_for_here(turn, found))
    if told is None and is_known and found.topic.short not in turn.memory.told:
        return (found.topic.short,)
    return told


def _is_asked_for_here(turn: Turn, found: About) -> bool:
    """Whether just this was asked for, and the scene has a fact of its own on it."""
    name = found.topic.subject or found.topic.about
    return found.is_sure and found.topic in turn.talk.scene.topic and name in _known() and name not in _WIDE


def _may_here(turn: Turn, found: About) -> bool:
    """Whether a permission is asked for that the scene speaks of: no dish that somebody likes, but a way to move up."""
    name = found.topic.subject or found.topic.about
    return _is_asked_for_here(turn, found) and name in subjects() and not subjects()[name].is_own


@cache
def _known() -> frozenset[str]:
    """The subjects known by name, and the wider ones under which they stand."""
    return frozenset(subjects()) | {one.under for one in subjects().values() if one.under}


def _in_kind(turn: Turn, found: About, question: Speech, way: Way) -> tuple[str, ...] | None:
    """Of what else there is to tell, what is of the kind that was asked for and has words of the question."""
    topic = found.topic
    is_team = found.is_sure and way == "who" and (topic.subject or topic.about) == "team"
    untold = (*turn.untold(topic), *(line for _, line in topic.to if line not in turn.memory.told and is_team))
    left = (line for line in untold if is_team or overlap(line, question))
    fitting = tuple(line for line in left if answers_in_kind(line, question, way))
    return (best_of(fitting, question),) if fitting else None


def _is_of_something_else(line: str, found: About, question: Speech, way: Way) -> bool:
    """Whether "do you get bored?" would be answered by something about the place: without a yes, a no or an "I"."""
    name = found.topic.subject or found.topic.about
    said = [word for word in question.words if word not in _OPENERS]
    is_of_you = way in _OF_YOU and said[1:2] == ["you"] and (name not in subjects() or not subjects()[name].is_own)
    return is_of_you and not _YES_OR_NO.match(line) and _ONESELF.isdisjoint(Speech(line).words)


def _to_just_this(found: About, question: Speech, way: Way) -> str | None:
    """The answer to just this question; one that is found by a name alone answers no yes-or-no question."""
    named = frozenset(word for own in own_words(found.topic) for word in own)
    by_pairs = stems_of(Speech(" ".join(heard_by_pairs(question, found.topic))))
    is_by_name = way in CLOSED and bool(by_pairs) and by_pairs <= named
    is_yes_or_no = found.line is not None and _YES_OR_NO.match(found.line) is not None
    is_why_of_way = way == "why" and (found.topic.subject or found.topic.about) == "way" and bool(found.topic.more)
    is_no_reason = is_why_of_way and "why" not in heard_by_pairs(question, found.topic)
    if is_by_name or is_no_reason or (is_yes_or_no and way in FACTS):
        return None
    return found.line


def _for_the_way(topic: Topic, way: Way, question: Speech, found: About) -> str | None:
    if way == "why":
        return topic.why
    if way in _MOMENTS and topic.since and (found.goes_on or found.is_sure):
        return topic.since
    if (
        way == "how_did"
        and not _BEGINNING.isdisjoint(question.words)
        and topic.since
        and (topic.subject or topic.about) != "way"
    ):
        return topic.since
    return topic.like if way in CLOSED and topic.like and not _LIKING.isdisjoint(question.words) else None


def _closed(turn: Turn, found: About) -> tuple[str, ...] | None:
    """Yes or no first; where nothing says which, the short line, if the topic itself was asked for."""
    topic = found.topic
    if found.is_sure and topic.closed and topic.closed not in turn.memory.told:
        return (topic.closed,)
    if not found.is_sure or topic.short in turn.memory.told:
        return None
    return (topic.short,)


def _choice(turn: Turn, topic: Topic, question: Speech) -> tuple[str, ...] | None:
    """The line that speaks of one of the two things named, and not of both."""
    said = list(question.words)
    at = said.index("or") if "or" in said else len(said)
    one, other = Speech(" ".join(said[max(0, at - _BESIDE) : at])), Speech(" ".join(said[at + 1 : at + 1 + _BESIDE]))
    lines = tuple(line for line in (topic.short, *topic.more) if line not in turn.memory.told)
    chosen = [line for line in lines if bool(overlap(line, one)) != bool(overlap(line, other))]
    return (chosen[0],) if chosen else None


def _fact(turn: Turn, found: About, question: Speech) -> tuple[str, ...] | None:
    topic = found.topic
    left = turn.untold(topic)
    needs_number = way_of_asking(question) in _NUMBERED
    if found.is_sure and topic.short not in turn.memory.told and _asks_for_it(question, topic):
        nearer = [line for line in left if overlap(line, question) > overlap(topic.short, question)]
        return (best_of(tuple(nearer), question),) if nearer and not needs_number else (topic.short,)
    nearer = [line for line in left if overlap(line, question) and (_NUMBER.search(line) or not needs_number)]
    return (best_of(tuple(nearer), question),) if nearer else None


def _asks_for_it(question: Speech, topic: Topic) -> bool:
    """Whether "who", "when" or "how many" is part of asking for the topic: "who would I work with?" is for the team."""
    names = [one for one in subjects_in(question) if answers_for(topic, one)]
    asking = _ASKING & set(question.words)
    return not names or not asking or any(asking & explained(question.plain, one) for one in names)


def _open(turn: Turn, found: About, question: Speech, way: Way) -> tuple[str, ...] | None:
    topic, left = found.topic, turn.untold(found.topic)
    if way == "why" and topic.about not in _REASONED:
        return None
    is_fact = found.is_sure and (topic.subject or topic.about) in _OF_FACTS
    if is_fact and way == "what" and topic.short not in turn.memory.told:
        return (topic.short,)
    if found.goes_on and not found.is_sure and way in ("why", "how_did"):
        left = tuple(line for line in left if overlap(line, question)) or left
    if not found.is_sure and not found.goes_on:
        left = tuple(line for line in left if overlap(line, question))
    if left and (found.is_sure or way != "best"):
        is_of_the_beginning = way == "how_did" and (topic.subject or topic.about) == "way"
        return (left[0] if is_of_the_beginning else best_of(left, question),)
    if found.is_sure and not topic.more and topic.short not in turn.memory.told:
        return (topic.short,)
    return _once_more(turn, found, None) if found.is_sure and not found.goes_on else None


def _once_more(turn: Turn, found: About, line: str | None) -> tuple[str, ...] | None:
    """What was told is told again once, and said to be; after that there is nothing to add."""
    again = line or found.topic.short
    turn.because("this was told before")
    if turn.talk.memory.told.count(again) < 2:
        turn.say("as_said")
        return (again,)
    turn.say("told_all")
    return ()


def _asked_before(turn: Turn) -> bool:
    now = turn.heard.questions[-1:]
    return any(note.kind == "question" and note.turn < turn.number and note.what in now for note in turn.memory.notes)
