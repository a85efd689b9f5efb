"""The words of an interviewer's topics: those by which one asks for them, and those of what is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.talk.bank import subjects, topics_of
from rapportkit.talk.scene import Scene
from rapportkit.talk.topic import Topic
from rapportkit.words.phrases import words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem


def touched(said: Speech, scene: Scene, about: str, *, by_name: bool = False) -> bool:
    """Whether words of one topic stand in what was said; *by_name*: only those by which one asks for it."""
    topic = next((one for one in topics_of(scene) if one.about == about), None)
    if topic is None:
        return False
    near = telling(scene)[about] & line_stems(f"{topic.short} {topic.hint or ''}")
    return is_named(said, topic) or not (by_name or near.isdisjoint(stems_of(said)))


def best_of(lines: tuple[str, ...], question: Speech) -> str:
    """The line that shares most words with a question; the first where none does."""
    return max(lines, key=lambda line: (overlap(line, question), -lines.index(line)))


def overlap(line: str, question: Speech) -> int:
    """How many telling words a line shares with a question."""
    return len(stems_of(question) & line_stems(line))


def shared_topic(hobbies: tuple[str, ...], scene: Scene) -> Topic | None:
    """The topic that tells of an interest which the learner has just named too."""
    named = frozenset(hobbies)
    near = (topic for topic in scene.topic if topic.about == "hobby" or (topic.hint and topic.about not in subjects()))
    found = next((topic for topic in near if named & interests_of(topic)), None) if named else None
    if found is None:
        return None
    nearer = (one for one in scene.topic if len(interests_of(one)) < len(interests_of(found)))
    only_here = named.difference(*map(interests_of, nearer))  # a dog asleep on the quilts makes no quilter's friend
    return found if only_here & interests_of(found) else None


@lru_cache(maxsize=256)
def interests_of(topic: Topic) -> frozenset[str]:
    """The interests that a topic tells of, by their names in our taxonomy."""
    if not topic.words:
        return frozenset()
    return frozenset(name for word in topic.words for name in interests().read(folded_words(word)))


def knows_word_of(scene: Scene, question: Speech) -> bool:
    """Whether a scene tells of anything that a question names."""
    return not stems_of(question).isdisjoint(times_told(scene))


def is_named(said: Speech, topic: Topic) -> bool:
    """Whether one of a topic's own words stands among others, a name of several words with all of them."""
    return bool(names_in(said, topic))


def names_in(said: Speech, topic: Topic) -> frozenset[str]:
    """The stems of a topic's own words that were said, of a name of several words where all of them were."""
    every, telling = _stems_in(said.plain)
    return frozenset(word for own in own_words(topic) if own <= (every if len(own) > 1 else telling) for word in own)


@lru_cache(maxsize=1_024)
def _stems_in(plain: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of all words, and of those that have a content of their own."""
    return frozenset(stem(word) for word in plain.split() if len(word) > 2), stems_of(Speech(plain))


@lru_cache(maxsize=1_024)
def own_words(topic: Topic) -> tuple[frozenset[str], ...]:
    """The words by which a topic is asked for, each name with all of its words; a word that says nothing is none."""
    is_subject = topic.about in subjects()
    named = topic.words if is_subject else (topic.about.replace("-", " "), *topic.words)
    read = (_telling(Speech(phrase).words) for phrase in named)
    return tuple(own for own in read if own)


def _telling(name: Sequence[str]) -> frozenset[str]:
    """The stems of a name; none where it is one word that stands in any sentence."""
    long = [word for word in name if len(word) > 2]
    return frozenset(map(stem, long)) if len(long) > 1 or not words("story", "empty").issuperset(long) else frozenset()


@lru_cache(maxsize=64)
def telling(scene: Scene) -> dict[str, frozenset[str]]:
    """Of each topic the words that no other topic uses."""
    times = times_told(scene)
    own = {topic.about for topic in scene.topic}
    return {
        topic.about: frozenset(one for one in told_of(topic) if times[one] == (topic.about in own))
        for topic in topics_of(scene)
    }


@lru_cache(maxsize=64)
def times_told(scene: Scene) -> Counter[str]:
    """In how many of a scene's own topics each word stands."""
    return Counter(one for topic in scene.topic for one in told_of(topic))


@lru_cache(maxsize=1_024)
def told_of(topic: Topic) -> frozenset[str]:
    """The words of all that there is to tell of a topic."""
    return line_stems(" ".join((topic.hint or "", *topic.lines)))


@lru_cache(maxsize=2_048)
def line_stems(line: str) -> frozenset[str]:
    """The stems of the words of a line that have a content of their own."""
    return stems_of(Speech(line))


@lru_cache(maxsize=64)
def of_this_place(scene: Scene) -> frozenset[str]:
    """The stems of words for the place, the post and the day, which any question may have: "how is the lab today?"."""
    of_the_post = Speech(
        f"{scene.role} {scene.job} {scene.name} {scene.second or ''}"
    ).words  # "Dr Okonjo, how long ...?"
    return frozenset(stem(word) for word in (*words("ways_of_asking", "here_and_now"), *of_the_post))


def stems_of(speech: Speech) -> frozenset[str]:
    """The stems of the words that have a content of their own."""
    dull = words("story", "empty")
    return frozenset(stem(word) for word in speech.words if len(word) > 2 and word not in dull)
