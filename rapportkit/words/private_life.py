"""What of a person is private, whoever noted it down: it is kept as something to leave alone, and goes nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapportkit.ground.around import words_on
from rapportkit.ground.fold import folded_words
from rapportkit.ground.link import Light
from rapportkit.ground.topics import light_of, remark_on, topics_in
from rapportkit.people.person import Fact, Person
from rapportkit.words.phrases import data, phrases, words
from rapportkit.words.speech import Speech

_FILE = "private_life"
_NAMES_SAY_NOTHING = frozenset({"employer", "school", "place", "language", "service", "skill"})
"""To have worked, studied or lived at a place named after something private says nothing of oneself."""

_FAMILY = ("Family",)
"""The topic that one's own children touch."""

_AT_HOME = "Where and how somebody lives is their own affair: leave it."


def private_in(fact: Fact, lights: Mapping[str, Light], *, own: bool = False) -> str | None:
    """
    Why this is to be left alone, in a sentence that a learner may read; None where nothing in it is private.

    *lights* are those that a coach has set, by topic: what is not red there is not private. Of one's *own* children
    one may say what one does with them.

        >>> private_in(Fact(kind="interest", label="Two children at St Mary's", where=""), {})
        'Children and family are not for an interview: leave it.'
    """
    said = words_on(fact)
    touched = () if fact.kind in _NAMES_SAY_NOTHING else topics_in(folded_words(said))
    spared = _FAMILY if own and _with_ones_own(said) else ()
    red = (topic for topic in touched if topic not in spared and (lights.get(topic) or light_of(topic)) == "red")
    topic = next(red, None) or _told(said, spared)
    if topic is None or lights.get(topic, "red") != "red":
        return None
    return _AT_HOME if topic == "Home" else remark_on(topic)


def without_private(person: Person, lights: Mapping[str, Light]) -> Person:
    """*person* without the facts that are to be left alone."""
    return person.with_(facts=tuple(fact for fact in person.facts if private_in(fact, lights) is None))


def _with_ones_own(text: str) -> bool:
    """Whether something is told of one's own children that is not about them alone: "fishing with my son"."""
    speech = Speech(text)
    said = {word for word in speech.words if word not in words("story", "empty")}
    return (
        bool(phrases(_FILE, "ones_own").find(speech))
        and len(said - words(_FILE, "offspring") - words(_FILE, "count")) > 0
    )


def _told(text: str, spared: Sequence[str]) -> str | None:
    """The topic of somebody's private life that *text* tells of, as one notes it down of another."""
    speech = Speech(text)
    topics = (name for name in data(_FILE) if name[0].isupper() and name not in spared)
    return next((name for name in topics if any(phrases(_FILE, name).meant(speech, phrases(_FILE, "not")))), None)
