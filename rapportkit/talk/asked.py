"""Which of the interviewer's topics a question is about, and which of their words answers it best."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.talk.scene import Scene, Topic, topics_of
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

SUBJECTS = (
    "pay",
    "hours",
    "training",
    "next",
    "hard",
    "hobby",
    "town",
    "way",
    "cares",
    "role",
    "day",
    "team",
    "company",
)
"""The subjects known by name, the narrower first: "the hardest part of the team's day" is about what is hard."""

_NAMING = ("role", "company", "team")
"""Subjects that may be named in passing."""

_PERSONAL = ("hobby", "town", "way")
"""Subjects on which two people may find that they share something."""

_OWN_WORD, _SUBJECT, _NAMED, _OVERLAP, _LAST, _NEAR = 3.0, 2.0, 1.0, 0.8, 1.2, 0.4
_MOST_OVERLAP = 3
_ENOUGH = 1.0
_OF_OTHERS = 0.3
"""How much less a word says of a person in a question that is not about them."""

_YOU = frozenset({"you", "your", "yours", "yourself"})
_THAT = frozenset({"that", "them", "those"})
_PRONOUNS = frozenset({"it", "that", "they", "them", "this", "he", "she", "him", "those", "one", "then"})


class About(NamedTuple):
    """The topic that a question is about; `goes_on` where it follows up what the interviewer told last."""

    topic: Topic
    goes_on: bool


def asked_about(question: Speech, scene: Scene, last: str, hinted: str) -> About | None:
    """
    The topic that a question is about; None where the scene knows of none.

    A topic's own words count most, then the subject's, then words that the interviewer used of it. *last* is the topic
    told last, *hinted* the one just let fall: "why?" and "was it far?" ask about these.
    """
    weights = {topic.about: _weight(question, scene, topic) for topic in topics_of(scene)}
    near = hinted or last
    goes_on = bool(near) and phrases("rehearsal", "more").first(question) is not None
    if near in weights:
        is_about_it = goes_on and _points_back(question, scene, near)
        is_that = is_about_it and not _THAT.isdisjoint(question.words)
        weights[near] += 2 * _LAST if is_that else _LAST if is_about_it else _NEAR if weights[near] else 0
    best = max(topics_of(scene), key=lambda topic: (weights[topic.about], topic.about == near))
    if weights[best.about] < _ENOUGH or (best.about == near and _asks_for_another(question, weights, near)):
        return None
    return About(best, goes_on=best.about == near)


def _asks_for_another(question: Speech, weights: dict[str, float], near: str) -> bool:
    """Whether a question names a subject of which the scene has nothing to tell, and does not point back."""
    if not _PRONOUNS.isdisjoint(question.words):
        return False
    named = (one for one in SUBJECTS if phrases("rehearsal", one).first(question) is not None)
    return near not in (known := set(named)) and any(one not in weights for one in known)


def touched(said: Speech, scene: Scene, about: str, *, by_name: bool = False) -> bool:
    """Whether words of one topic stand in what was said; *by_name*: only those by which one asks for it."""
    topic = next((one for one in topics_of(scene) if one.about == about), None)
    if topic is None:
        return False
    near = (
        _own(topic)
        if by_name
        else _own(topic) | (_telling(scene)[about] & line_stems(f"{topic.short} {topic.hint or ''}"))
    )
    return not near.isdisjoint(_stems(said))


def best_of(lines: tuple[str, ...], question: Speech) -> str:
    """The line that shares most words with a question; the first where none does."""
    return max(lines, key=lambda line: (overlap(line, question), -lines.index(line)))


def overlap(line: str, question: Speech) -> int:
    """How many telling words a line shares with a question."""
    return len(_stems(question) & line_stems(line))


def shared_topic(hobbies: tuple[str, ...], scene: Scene) -> Topic | None:
    """The topic that tells of an interest which the learner has just named too."""
    named = frozenset(hobbies)
    near = (topic for topic in scene.topic if topic.about in _PERSONAL or topic.about not in SUBJECTS)
    return next((topic for topic in near if named & _interests_of(topic)), None) if named else None


@lru_cache(maxsize=256)
def _interests_of(topic: Topic) -> frozenset[str]:
    if not topic.words:
        return frozenset()
    return frozenset(name for word in topic.words for name in interests().read(folded_words(word)))


def _weight(question: Speech, scene: Scene, topic: Topic) -> float:
    stems = _stems(question)
    is_of_others = topic.about in _PERSONAL and _YOU.isdisjoint(question.words)
    weight = _OWN_WORD * (_OF_OTHERS if is_of_others else 1) if stems & _own(topic) else 0.0
    if topic.about in SUBJECTS and phrases("rehearsal", topic.about).first(question) is not None:
        weight += _SUBJECT - SUBJECTS.index(topic.about) / 100
    elif topic.about in _NAMING and phrases("rehearsal", f"{topic.about}_named").first(question) is not None:
        weight += _NAMED if phrases("rehearsal", "open_words").first(question) is not None else _NAMED / 2
    times = _times(scene)
    overlaps = sorted((_OVERLAP / times[one] for one in stems & _told(topic)), reverse=True)
    return weight + sum(overlaps[:_MOST_OVERLAP])


def _points_back(question: Speech, scene: Scene, near: str) -> bool:
    """Whether a question can be about what was told last: "why?", "was it far?", or one with words of it."""
    stems = _stems(question)
    if not stems or not stems.isdisjoint(_telling(scene)[near]):
        return True
    return len(stems) <= 1 and not _PRONOUNS.isdisjoint(question.words)


@lru_cache(maxsize=256)
def _own(topic: Topic) -> frozenset[str]:
    named = topic.words if topic.about in SUBJECTS else (topic.about, *topic.words)
    return frozenset(stem(word) for phrase in named for word in Speech(phrase).words if len(word) > 2)


@lru_cache(maxsize=64)
def _telling(scene: Scene) -> dict[str, frozenset[str]]:
    """Of each topic the words that no other topic uses."""
    times = _times(scene)
    return {topic.about: frozenset(one for one in _told(topic) if times[one] == 1) for topic in topics_of(scene)}


@lru_cache(maxsize=64)
def _times(scene: Scene) -> Counter[str]:
    """In how many topics of a scene each word stands."""
    return Counter(one for topic in topics_of(scene) for one in _told(topic))


@lru_cache(maxsize=256)
def _told(topic: Topic) -> frozenset[str]:
    """The words of all that there is to tell of a topic."""
    return line_stems(" ".join((topic.short, topic.hint or "", *topic.more)))


@lru_cache(maxsize=2_048)
def line_stems(line: str) -> frozenset[str]:
    """The stems of the words of a line that have a content of their own."""
    return _stems(Speech(line))


def _stems(speech: Speech) -> frozenset[str]:
    dull = words("story", "empty")
    return frozenset(stem(word) for word in speech.words if len(word) > 2 and word not in dull)
