"""Whether the word of a hobby stands in a line only in another sense ("surfing the web")."""

from __future__ import annotations

from rapportkit.words.phrases import phrases
from rapportkit.words.review import Span
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem


def in_another_sense(speech: Speech, ground: frozenset[str]) -> Span | None:
    """Where the hobby's word stands, if everywhere it stands in a phrase that means something else."""
    places = [at for at, word in enumerate(speech.words) if stem(word) in ground]
    if not places:
        return None
    otherwise = {at for one in phrases("other_sense", "phrases").find(speech) for at in speech.words_of(one)}
    if otherwise.issuperset(places):
        return speech.span_of_words(places[0], places[0] + 1)
    return None
