"""Which of the interviewer's topics a question is about, and which of their words answers it best."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.talk.asking import CLOSED, way_of_asking
from rapportkit.talk.bank import answers_for, is_loose, subjects, subjects_in, topics_of
from rapportkit.talk.scene import Scene
from rapportkit.talk.topic import Topic
from rapportkit.words.phrases import Phrases, phrases, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

_NAMING = ("role", "company", "team")
"""Subjects that may be named in passing."""

_PERSONAL = ("hobby", "town", "way")
"""Subjects on which two people may find that they share something."""

_OWN_WORD, _BROAD_WORD, _SUBJECT, _NAMED, _OVERLAP, _LAST, _NEAR = 3.0, 1.7, 2.0, 1.0, 0.6, 1.2, 0.4
"""What a word of a topic's own counts for, in a narrow topic of the scene's and in a wide one; and the rest."""
_PAIR, _PAIR_NEAR = 2.5, 1.3
"""How much it adds that a topic has an answer to just this: to a topic asked for, and to the one told last."""

_MOST_OVERLAP = 3
_ENOUGH = 1.0
_SURE = 1.9
_OF_OTHERS = 0.3
"""How much less a word says of a person in a question that is not about them."""

_YOU = frozenset({"you", "your", "yours", "yourself"})
_PRONOUNS = frozenset({"it", "that", "they", "them", "this", "he", "she", "him", "her", "his", "those", "one", "then"})


class About(NamedTuple):
    """
    The topic that a question is about; `goes_on` where it follows up what the interviewer told last.

    `line` answers just this question, where the topic has such a line. `is_sure` where the topic was asked for, and not
    only words of it stood in the question (a narrow topic of the scene's own is asked for by its words).
    """

    topic: Topic
    goes_on: bool
    line: str | None = None
    is_sure: bool = True


def asked_about(question: Speech, scene: Scene, last: str, hinted: str, by: str | None = None) -> About | None:
    """
    The topic that a question is about; None where the scene knows of none.

    A topic's own words count most, then the subject's, then words that the interviewer used of it. *last* is the topic
    told last, *hinted* the one just let fall: "why?" and "was it far?" ask about these. Of a panel *by* is asked.
    """
    near = hinted or last
    candidates = [one for one in topics_of(scene) if by is None or by in (one.by, scene.name)]
    found = max((_read(question, scene, topic, near) for topic in candidates), key=lambda one: one[0], default=None)
    return found[1] if found is not None and found[0] >= _ENOUGH else None


def _read(question: Speech, scene: Scene, topic: Topic, near: str) -> tuple[float, About]:
    asked = _asked_for(question, topic)
    is_near = topic.about == near
    line = _line_for(question, topic)
    goes_on = is_near and phrases("rehearsal", "more").first(question) is not None
    points = goes_on and _points_back(question, scene, near)
    weight = asked + _overlap(question, scene, topic)
    if line is not None and asked:
        weight += _PAIR
    elif line is not None and is_near and not subjects_in(question):
        weight += _PAIR_NEAR
    elif line is not None and is_near:
        weight += 1.0
    if is_near:
        weight += _LAST if points else _NEAR if weight else 0
    is_subject = any(_answers(question, topic, one) for one in subjects_in(question))
    is_sure = asked >= _SURE and (is_subject or topic.about not in subjects())
    return weight, About(topic, goes_on=points or (is_near and asked > 0), line=line, is_sure=is_sure)


def _asked_for(question: Speech, topic: Topic) -> float:
    """How plainly a question asks for a topic: by its own words, its subject, or in passing."""
    name = topic.subject or topic.about
    is_of_others = name in _PERSONAL and _YOU.isdisjoint(question.words)
    word = (_BROAD_WORD if name in subjects() else _OWN_WORD) * (_OF_OTHERS if is_of_others else 1)
    weight = word if _is_named(_stems(question), topic) else 0.0
    named = subjects_in(question)
    answered = [place for place, one in enumerate(named) if _answers(question, topic, one)]
    if answered:
        weight += _SUBJECT - answered[0] / 20
    elif name in _NAMING and phrases("rehearsal", f"{name}_named").first(question) is not None:
        weight += _NAMED if phrases("rehearsal", "open_words").first(question) is not None else _NAMED / 2
    return weight


def _answers(question: Speech, topic: Topic, name: str) -> bool:
    """Whether a topic answers for a subject; a wide one may have to have words of the question."""
    if not answers_for(topic, name):
        return False
    if not is_loose(topic, name) or _line_for(question, topic) is not None:
        return True
    return way_of_asking(question) not in CLOSED and not _told(topic).isdisjoint(_stems(question))


def _line_for(question: Speech, topic: Topic) -> str | None:
    """The answer that a topic has to just this question."""
    return next((line for asked, line in topic.to if _pair(asked).first(question) is not None), None)


@lru_cache(maxsize=4_096)
def _pair(asked: str) -> Phrases:
    return Phrases([asked], {})


def touched(said: Speech, scene: Scene, about: str, *, by_name: bool = False) -> bool:
    """Whether words of one topic stand in what was said; *by_name*: only those by which one asks for it."""
    topic = next((one for one in topics_of(scene) if one.about == about), None)
    if topic is None:
        return False
    telling = _telling(scene)[about] & line_stems(f"{topic.short} {topic.hint or ''}")
    stems = _stems(said)
    return _is_named(stems, topic) or not (by_name or telling.isdisjoint(stems))


def best_of(lines: tuple[str, ...], question: Speech) -> str:
    """The line that shares most words with a question; the first where none does."""
    return max(lines, key=lambda line: (overlap(line, question), -lines.index(line)))


def overlap(line: str, question: Speech) -> int:
    """How many telling words a line shares with a question."""
    return len(_stems(question) & line_stems(line))


def shared_topic(hobbies: tuple[str, ...], scene: Scene) -> Topic | None:
    """The topic that tells of an interest which the learner has just named too."""
    named = frozenset(hobbies)
    near = (topic for topic in scene.topic if topic.about == "hobby" or (topic.hint and topic.about not in subjects()))
    return next((topic for topic in near if named & interests_of(topic)), None) if named else None


@lru_cache(maxsize=256)
def interests_of(topic: Topic) -> frozenset[str]:
    """The interests that a topic tells of, by their names in our taxonomy."""
    if not topic.words:
        return frozenset()
    return frozenset(name for word in topic.words for name in interests().read(folded_words(word)))


def _overlap(question: Speech, scene: Scene, topic: Topic) -> float:
    times = _times(scene)
    found = sorted((_OVERLAP / times[one] for one in _stems(question) & _told(topic) if one in times), reverse=True)
    return sum(found[:_MOST_OVERLAP])


def _points_back(question: Speech, scene: Scene, near: str) -> bool:
    """Whether a question can be about what was told last: "why?", "was it far?", or one with words of it."""
    stems = _stems(question)
    if not stems or not stems.isdisjoint(_telling(scene)[near]):
        return True
    return len(stems) <= 1 and not _PRONOUNS.isdisjoint(question.words)


def _is_named(stems: frozenset[str], topic: Topic) -> bool:
    """Whether one of a topic's own words stands among others, a name of several words with all of them."""
    return any(own <= stems for own in _own(topic))


@lru_cache(maxsize=1_024)
def _own(topic: Topic) -> tuple[frozenset[str], ...]:
    is_subject = topic.about in subjects()
    named = topic.words if is_subject else (topic.about.replace("-", " "), *topic.words)
    read = (frozenset(stem(word) for word in Speech(phrase).words if len(word) > 2) for phrase in named)
    return tuple(own for own in read if own)


@lru_cache(maxsize=64)
def _telling(scene: Scene) -> dict[str, frozenset[str]]:
    """Of each topic the words that no other topic uses."""
    times = _times(scene)
    own = {topic.about for topic in scene.topic}
    return {
        topic.about: frozenset(one for one in _told(topic) if times[one] == (topic.about in own))
        for topic in topics_of(scene)
    }


@lru_cache(maxsize=64)
def _times(scene: Scene) -> Counter[str]:
    """In how many of a scene's own topics each word stands."""
    return Counter(one for topic in scene.topic for one in _told(topic))


@lru_cache(maxsize=1_024)
def _told(topic: Topic) -> frozenset[str]:
    """The words of all that there is to tell of a topic."""
    return line_stems(" ".join((topic.hint or "", *topic.lines)))


@lru_cache(maxsize=2_048)
def line_stems(line: str) -> frozenset[str]:
    """The stems of the words of a line that have a content of their own."""
    return _stems(Speech(line))


def _stems(speech: Speech) -> frozenset[str]:
    dull = words("story", "empty")
    return frozenset(stem(word) for word in speech.words if len(word) > 2 and word not in dull)
