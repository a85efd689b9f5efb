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
    "day",
    "team",
    "role",
    "company",
)
"""The subjects known by name, the narrower first: "the hardest part of the team's day" is about what is hard."""

_OWN_WORD, _SUBJECT, _OVERLAP, _LAST = 3.0, 2.0, 0.8, 1.2
_MOST_OVERLAP = 3
_ENOUGH = 0.8


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
    if goes_on and near in weights:
        weights[near] += _LAST
    best = max(topics_of(scene), key=lambda topic: (weights[topic.about], topic.about == near))
    if weights[best.about] < _ENOUGH:
        return None
    return About(best, goes_on=best.about == near)


def touched(said: Speech, scene: Scene, about: str) -> bool:
    """Whether words of one topic stand in what was said."""
    topic = next((one for one in topics_of(scene) if one.about == about), None)
    if topic is None:
        return False
    near = _own(topic) | (_telling(scene)[about] & line_stems(f"{topic.short} {topic.hint or ''}"))
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
    return next((topic for topic in scene.topic if named & _interests_of(topic)), None) if named else None


@lru_cache(maxsize=256)
def _interests_of(topic: Topic) -> frozenset[str]:
    if not topic.words:
        return frozenset()
    return frozenset(name for word in topic.words for name in interests().read(folded_words(word)))


def _weight(question: Speech, scene: Scene, topic: Topic) -> float:
    stems = _stems(question)
    weight = _OWN_WORD if stems & _own(topic) else 0.0
    if topic.about in SUBJECTS and phrases("rehearsal", topic.about).first(question) is not None:
        weight += _SUBJECT - SUBJECTS.index(topic.about) / 100
    return weight + _OVERLAP * min(_MOST_OVERLAP, len(stems & _telling(scene)[topic.about]))


@lru_cache(maxsize=256)
def _own(topic: Topic) -> frozenset[str]:
    named = topic.words if topic.about in SUBJECTS else (topic.about, *topic.words)
    return frozenset(stem(word) for phrase in named for word in Speech(phrase).words if len(word) > 2)


@lru_cache(maxsize=64)
def _telling(scene: Scene) -> dict[str, frozenset[str]]:
    """Of each topic the words that no other topic uses."""
    of = {topic.about: line_stems(" ".join((topic.short, topic.hint or "", *topic.more))) for topic in topics_of(scene)}
    times = Counter(one for stems in of.values() for one in stems)
    return {about: frozenset(one for one in stems if times[one] == 1) for about, stems in of.items()}


@lru_cache(maxsize=2_048)
def line_stems(line: str) -> frozenset[str]:
    """The stems of the words of a line that have a content of their own."""
    return _stems(Speech(line))


def _stems(speech: Speech) -> frozenset[str]:
    dull = words("story", "empty")
    return frozenset(stem(word) for word in speech.words if len(word) > 2 and word not in dull)
