"""A second opinion on a text: a linear model over words and shapes, trained on the judged examples."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from math import exp, sqrt
from typing import NamedTuple

from rapportkit.words.review import Span
from rapportkit.words.speech import Speech

_ALWAYS = ""
"""The phrase under which a rule's weight for any text stands."""


@dataclass(frozen=True, eq=False)
class Opinion:
    """How likely it is that a rule is broken (0 to 1), and what each word, pair and shape weighed for it."""

    likely: float
    _speech: Speech = field(repr=False)
    _places: dict[str, int] = field(repr=False)
    _weighed: dict[str, float] = field(repr=False)

    @cached_property
    def span(self) -> Span | None:
        """The words that weighed most for it; None where shapes did."""
        words = (one for one in self._weighed if self._places[one] >= 0 and one[0].isalnum() and one[-1].isalnum())
        deciding = max(words, key=self._weighed.__getitem__, default=None)
        if deciding is None or self._weighed[deciding] <= 0:
            return None
        first = self._places[deciding]
        return self._speech.span_of_words(first, first + 1 + deciding.count(" "))


class Bounds(NamedTuple):
    """
    Up to `doubt` a remark of the rules weighs less; above `sure` the model alone makes one (1: it never does).

    Above `agree` what the rules would only have considered is sure, and up to half of it not worth a remark.
    """

    doubt: float
    sure: float = 1.0
    agree: float = 1.0


def features(speech: Speech, shapes: Iterable[str] = ()) -> dict[str, int]:
    """
    The words and pairs of words of a text with the place of the first, and its shapes (at -1).

    Shapes are short names such as `§story0` that a caller has worked out; no word can look like one.
    """
    found = dict.fromkeys(shapes, -1)
    for at, word in enumerate(speech.words):
        found.setdefault(word, at)
        if at:
            found.setdefault(f"{speech.words[at - 1]} {word}", at - 1)
    return found


def opinions(texts: str, speech: Speech, shapes: Iterable[str] = ()) -> dict[str, Opinion]:
    """What the model of *texts* ("opening" or "message") holds of each rule that it knows."""
    found = features(speech, shapes)
    length = sqrt(len(found) or 1)
    always, by_feature = _weights(texts)
    known: dict[str, dict[str, float]] = {rule: {} for rule in always}
    for feature in found:
        for rule, weight in by_feature.get(feature, ()):
            known[rule][feature] = weight / length
    scores = {rule: weight + sum(known[rule].values()) for rule, weight in always.items()}
    return {rule: Opinion(_likely(score), speech, found, known[rule]) for rule, score in scores.items()}


def _likely(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@cache
def _weights(texts: str) -> tuple[dict[str, float], dict[str, list[tuple[str, float]]]]:
    """
    For each rule the weight of any text, and for each word, pair and shape the rules for which it weighs.

    From `data/words/<texts>_weights.csv`.
    """
    path = files("rapportkit").joinpath("data", "words", f"{texts}_weights.csv")
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    always: dict[str, float] = {}
    by_feature: dict[str, list[tuple[str, float]]] = {}
    for row in csv.DictReader(lines):
        if row["feature"] == _ALWAYS:
            always[row["rule"]] = float(row["weight"])
        else:
            by_feature.setdefault(row["feature"], []).append((row["rule"], float(row["weight"])))
    return always, by_feature
