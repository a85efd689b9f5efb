"""Interests, arts and sports: what a phrase means, by name, brand, place, event, slang or role."""

from __future__ import annotations

from functools import cache

from rapportkit.ground.fold import data
from rapportkit.ground.lexicon import Lexicon, lexicon_of


@cache
def interests() -> Lexicon:
    """The taxonomy of interests."""
    return lexicon_of("interests.toml", "concept", data("interests_reading.toml")["wares"])
