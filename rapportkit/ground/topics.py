"""Green, amber, red: what to bring up, what to bring up with care, what to leave even where it is shared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from rapportkit.ground.fold import data, folded_words
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.link import Light

_ORDER: tuple[Light, ...] = ("green", "amber", "red")


def darkest(lights: Iterable[Light]) -> Light:
    """The most careful of some lights; green where there is none."""
    return max(lights, key=_ORDER.index, default="green")


def topics_in(words: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the topics to be careful with that folded *words* touch."""
    return tuple(topics().read(words))


def light_of(topic: str) -> Light:
    """The light of a topic."""
    return topics().concepts[topic].light


def remark_on(topic: str) -> str:
    """The reason for a topic's light, in a sentence that a learner may read."""
    return str(_remarks()[topic])


@lru_cache(maxsize=4_096)
def softened(text: str) -> Light:
    """Amber where a name touches a topic to be careful with: to have worked or studied there is no confession."""
    return "amber" if topics_in(folded_words(text)) else "green"


@cache
def topics() -> Lexicon:
    """The topics, and the words that touch them."""
    return lexicon_of({"kind": "cause", **topic} for topic in data("topics.toml")["topic"])


@cache
def _remarks() -> dict[str, str]:
    return {topic["name"]: topic["remark"] for topic in data("topics.toml")["topic"]}
