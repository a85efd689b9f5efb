"""Remarks on an opening line."""

from __future__ import annotations

from rapportkit.ground.names import words_for
from rapportkit.people.english import reads_as_english
from rapportkit.people.person import FactKind, Label
from rapportkit.record import Record
from rapportkit.words.concepts import ACTIVITIES, bearing
from rapportkit.words.explain import remark
from rapportkit.words.length import excess
from rapportkit.words.message import NOT_ENGLISH, NOTHING_WRITTEN
from rapportkit.words.review import Remark, Review, no_review, review_of
from rapportkit.words.shared_thing import missing


class About(Record):
    """The shared thing that an opening line is meant to bring up."""

    kind: FactKind
    label: Label


LOOKED_FOR = ("off-ground", "too-long")
"""The rules that are looked for; those that need judgement are silent until they are built well."""


def review_opening(text: str, about: About) -> Review:
    """
    What a careful coach would say of an opening line; spans count code points of *text* as given.

        >>> about = About(kind="place", label="Leeds")
        >>> [found.rule for found in review_opening("It's a pleasure to meet you. Shall we start?", about).remarks]
        ['off-ground']
    """
    if not text.strip():
        return no_review(NOTHING_WRITTEN)
    if not reads_as_english(text):
        return no_review(NOT_ENGLISH)
    return review_of((*_off_ground(text, about), *_too_long(text)), LOOKED_FOR)


def _off_ground(text: str, about: About) -> tuple[Remark, ...]:
    found = missing(text, about.kind, (about.label, *words_for(about.kind, about.label)))
    if not found or (found.weight == "consider" and _may_mean_it(text, about)):
        return ()
    words = text[slice(*found.span)] if found.span else ""
    return (remark("off-ground", "opening", found.how, found.weight, found.span, label=about.label, words=words),)


def _may_mean_it(text: str, about: About) -> bool:
    """Where a hobby is one that no list knows, or a neighbour of it is named, absence is not told from paraphrase."""
    return about.kind in ACTIVITIES and bearing(text, about.label) in ("near", "unknown")


def _too_long(text: str) -> tuple[Remark, ...]:
    over = excess("opening", text)
    if not over:
        return ()
    return (remark("too-long", "opening", "words", over.weight, over.span, count=over.size, limit=over.limit),)
