"""The answers that a topic has to just this question: pairs of words to listen for, and a line."""

from __future__ import annotations

from functools import lru_cache

from rapportkit.talk.asking import CLOSED, Way, way_of_asking
from rapportkit.talk.topic import Topic
from rapportkit.words.phrases import Phrases
from rapportkit.words.speech import Found, Speech


def heard_by_pairs(question: Speech, topic: Topic) -> frozenset[str]:
    """The words of a question for which a topic has an answer to just this."""
    found = (_pair(asked).find(question) for asked, _ in topic.to)
    return frozenset(question.words[at] for places in found for one in places for at in question.words_of(one))


def line_for(question: Speech, topic: Topic) -> str | None:
    """The answer that a topic has to just this question."""
    found = ((_pair(asked).first(question), line) for asked, line in topic.to)
    return next((line for place, line in found if place and not _only_links(question, place)), None)


def _only_links(question: Speech, place: Found) -> bool:
    """Whether what was found is a "when" or "where" that only joins a clause ("what do you do when it rains?")."""
    said = [question.words[at] for at in question.words_of(place)]
    if len(said) != 1 or said[0] not in _JOINING:
        return False
    way = way_of_asking(question)
    return way not in CLOSED and way not in _JOINING[said[0]]


_JOINING: dict[str, frozenset[Way]] = {
    "when": frozenset({"when", "when_did", "soon", "how_long"}),
    "where": frozenset({"where"}),
    "who": frozenset({"who"}),
    "why": frozenset({"why"}),
}
"""Words that ask, or only join a clause, and the ways of asking in which they ask."""


@lru_cache(maxsize=4_096)
def _pair(asked: str) -> Phrases:
    return Phrases([asked], {})
