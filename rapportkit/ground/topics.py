"""Green, amber, red: what to bring up, what to bring up with care, what to leave even where it is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapportkit.ground.clauses import core
from rapportkit.ground.fold import data, fold, folded_words
from rapportkit.ground.lexicon import Lexicon, lexicon_of
from rapportkit.ground.link import Light

_ORDER: tuple[Light, ...] = ("green", "amber", "red")


def darkest(lights: Iterable[Light]) -> Light:
    """The most careful of some lights; green where there is none."""
    return max(lights, key=_ORDER.index, default="green")


@lru_cache(maxsize=16_384)
def topics_in(words: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the topics to be careful with that folded *words* touch."""
    found = dict.fromkeys(topics().read(words))
    alone = _alone().get(" ".join(words)) or _alone().get(core(words))
    if alone:
        found[alone] = None
    if _body_of_a_people(words):
        found["Origin"] = None
    return tuple(found)


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
    return lexicon_of("topics.toml", "topic")


def _body_of_a_people(words: tuple[str, ...]) -> bool:
    """Whether a people and a body of people stand together, in either order ("Society of Black Engineers")."""
    peoples, bodies, between = _listed("names"), _listed("bodies"), _listed("between")
    last = ""
    for word in _joined(words, peoples):
        kind = "people" if word in peoples else "body" if word in bodies else ""
        if last and kind and last != kind:
            return True
        if kind or word not in between:
            last = kind
    return False


def _joined(words: tuple[str, ...], peoples: frozenset[str]) -> Iterator[str]:
    """The words, with peoples of two words ("sri lankan") as one."""
    at = 0
    while at < len(words):
        two = " ".join(words[at : at + 2])
        yield two if two in peoples else words[at]
        at += 2 if two in peoples else 1


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in data("topics.toml")["peoples"][name])


@cache
def _alone() -> dict[str, str]:
    """What counts only where it is all that is said, and its topic."""
    return {fold(phrase): topic["name"] for topic in data("topics.toml")["topic"] for phrase in topic.get("alone", ())}


@cache
def _remarks() -> dict[str, str]:
    return {topic["name"]: topic["remark"] for topic in data("topics.toml")["topic"]}
