"""What was told of illness and trouble at home, in confidence: it is not for a note."""

from __future__ import annotations

from rapportkit.words.phrases import phrases
from rapportkit.words.review import Span
from rapportkit.words.speech import Speech

_FILE = "confided"


def confided(speech: Speech) -> Span | None:
    """
    The words that speak of the illness or the trouble of another, or of theirs; one's own are one's own.

        >>> note = "I hope that your mother gets better."
        >>> note[slice(*confided(Speech(note)))]
        'your mother gets better'
    """
    found = next(phrases(_FILE, "told").meant(speech, phrases(_FILE, "not")), None)
    return speech.span(found.start, found.end) if found else None
