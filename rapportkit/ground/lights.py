"""Lights as a coach has set them for their people, in place of the built-in ones."""

from __future__ import annotations

from collections.abc import Mapping

from rapportkit.ground.around import words_on
from rapportkit.ground.fold import data, folded_words
from rapportkit.ground.link import Ground, Light, Link
from rapportkit.ground.topics import darkest, light_of, topics_in
from rapportkit.people.person import Fact, Source

SET = "Your coach has set this light."


def topic_names() -> tuple[str, ...]:
    """The topics that have a light, as people read them."""
    return tuple(str(topic["name"]) for topic in data("topics.toml")["topic"])


def with_lights(ground: Ground, lights: Mapping[str, Light]) -> Ground:
    """
    *ground* with each link that touches one of these topics in its new light; red ones still come last.

    A link that touches several topics has the darkest of their lights.
    """
    if not lights:
        return ground
    links = [_relit(link, lights) for link in ground.links]
    return ground.with_(links=tuple(sorted(links, key=lambda link: link.light == "red")))


def fit_to_ask(fact: Fact, lights: Mapping[str, Light]) -> bool:
    """Whether one may be curious about it aloud: nothing of work, and nothing that touches a red topic."""
    if fact.kind in ("skill", "employer"):
        return False
    said = topics_in(folded_words(words_on(fact)))
    return darkest(lights.get(topic) or light_of(topic) for topic in said) != "red"


def _relit(link: Link, lights: Mapping[str, Light]) -> Link:
    touched = {*(_said(link.mine) & _said(link.theirs)), *topics_in(folded_words(link.label))}
    if touched.isdisjoint(lights):
        return link
    light = darkest(lights.get(topic) or light_of(topic) for topic in touched)
    return link if light == link.light else link.with_(light=light, why=f"{link.why} {SET}")


def _said(sources: tuple[Source, ...]) -> set[str]:
    return {topic for source in sources for topic in topics_in(folded_words(source.text))}
