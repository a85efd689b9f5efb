"""The subjects that candidates ask about, and the topics that an interviewer of a scene has to tell of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from rapportkit.talk.scene import Scene
from rapportkit.talk.topic import Subject, Topic
from rapportkit.words.phrases import Phrases, data, phrases
from rapportkit.words.speech import Speech

LOOSE = frozenset({"company", "team", "role", "day"})
"""Wide subjects that answer a narrower question only where they have words of it: else what anybody could say does."""


_YOU = frozenset({"you", "your", "yours", "yourself", "u"})
_BARE = 3
"""Of so few words a question needs no "you" to be about the interviewer: "any pets?"."""


@cache
def subjects() -> dict[str, Subject]:
    """What `data/asked.toml` lists, by name, the narrower first."""
    text = files("rapportkit").joinpath("data", "asked.toml").read_text(encoding="utf-8")
    read = (Subject.model_validate(one) for one in tomllib.loads(text)["subject"])
    return {subject.about: subject for subject in read}


@lru_cache(maxsize=64)
def topics_of(scene: Scene) -> tuple[Topic, ...]:
    """
    All that the interviewer of a scene can be asked about: the scene's own topics, and of each subject that the scene
    says nothing of what anybody could say. Of a real person nothing is made up.
    """
    own = {topic.subject or topic.about for topic in scene.topic if topic.by is None}
    strict = own - LOOSE
    common = (
        subject
        for subject in subjects().values()
        if subject.about not in own and subject.under not in strict and not (subject.is_own and scene.of_notes)
    )
    return (*scene.topic, *_introduced(scene), *common)


def _introduced(scene: Scene) -> Iterator[Topic]:
    """Who the interviewer is, and what the place is called: every scene knows that."""
    who = f"{scene.name}, {scene.job}" if not scene.second else f"{scene.name}, {scene.job}, and {scene.second}"
    yield Topic(about="introduced", subject="who-you-are", short=f"I'm {who}." if not scene.second else f"We're {who}.")
    yield Topic(about="place-named", subject="which-place", short=f"It's {scene.company}.")


@lru_cache(maxsize=64)
def subjects_told(scene: Scene) -> frozenset[str]:
    """The subjects of which a scene has facts of its own to tell."""
    return frozenset(topic.subject or topic.about for topic in scene.topic)


def subjects_in(question: Speech) -> tuple[str, ...]:
    """
    The subjects that a question asks for, the narrower first.

        >>> subjects_in(Speech("What is your dog called?"))[0]
        'pets'
    """
    return _subjects_in(question.plain)


@lru_cache(maxsize=1_024)
def _subjects_in(plain: str) -> tuple[str, ...]:
    question = Speech(plain)
    is_of_you = not _YOU.isdisjoint(question.words) or len(question.words) <= _BARE
    near = (name for name, one in subjects().items() if is_of_you or one.of_place or not one.is_own)
    return tuple(name for name in near if _asked(name).first(question) is not None)


@lru_cache(maxsize=4_096)
def explained(plain: str, name: str) -> frozenset[str]:
    """The words of a question that are part of a phrase by which a subject is asked for."""
    question = Speech(plain)
    found = _asked(name).find(question)
    return frozenset(question.words[at] for one in found for at in question.words_of(one))


@lru_cache(maxsize=4_096)
def answers_for(topic: Topic, name: str) -> bool:
    """Whether a topic is about a subject, by that name or as the wider subject of which it is a part."""
    own = topic.subject or topic.about
    return own in (name, subjects()[name].under)


@lru_cache(maxsize=4_096)
def is_loose(topic: Topic, name: str) -> bool:
    """Whether a topic answers for a subject only where it has words of the question."""
    own = topic.subject or topic.about
    return own != name and own in LOOSE


@cache
def _asked(name: str) -> Phrases:
    written = subjects()[name].asked
    return Phrases(list(written), data("classes")) if written else phrases("rehearsal", name)
