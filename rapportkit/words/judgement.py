"""A second opinion on a text: a linear model over words and shapes, trained on the judged examples."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp, sqrt
from typing import NamedTuple

from rapportkit.words.review import Span
from rapportkit.words.speech import Speech

_ALWAYS = ""
"""The phrase under which a rule's weight for any text stands."""


class Opinion(NamedTuple):
    """How likely it is that a rule is broken (0 to 1), and the words that weighed most for it (None: shapes did)."""

    likely: float
    span: Span | None


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
    return {rule: _opinion(always[rule], known[rule], found, speech) for rule in always}


def _opinion(always: float, known: dict[str, float], found: dict[str, int], speech: Speech) -> Opinion:
    score = always + sum(known.values())
    deciding = max(
        (feature for feature in known if found[feature] >= 0 and feature[0].isalnum() and feature[-1].isalnum()),
        key=known.__getitem__,
        default=None,
    )
    span = None
    if deciding is not None and known[deciding] > 0:
        first = found[deciding]
        span = speech.span_of_words(first, first + 1 + deciding.count(" "))
    return Opinion(1 / (1 + exp(-max(-30.0, min(30.0, score)))), span)


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
