"""Whether somebody leaves the personal moment at once and goes back to the tale of work that was interrupted."""

from __future__ import annotations

from rapportkit.words.concepts import bearing
from rapportkit.words.field import of_its_field
from rapportkit.words.phrases import phrases
from rapportkit.words.review import Span
from rapportkit.words.shared_thing import own_names, telling_stems
from rapportkit.words.speech import Sentence, Speech

_FILE = "going_back"


def goes_back(speech: Speech, label: str, ground: frozenset[str]) -> Span | None:
    """
    The words that take up again what was told before, in a sentence that neither asks nor touches the shared thing.

    *ground* holds the stems of all names of the thing called *label*.

        >>> line = "So about the late lorry, I rang the yard."
        >>> line[slice(*goes_back(Speech(line), "Sailing", frozenset({"sail"})))]
        'So about'
    """
    meant = set(phrases(_FILE, "back").meant(speech, phrases(_FILE, "back_not")))
    near = own_names(ground, label) | of_its_field(frozenset(telling_stems(label)))
    begun = [
        one
        for sentence in speech.sentences
        if sentence.end != "?" and not _touches(speech, sentence, label, near)
        for one in phrases(_FILE, "back").inside(speech, sentence)
        if one in meant
    ]
    found = min((*begun, *phrases(_FILE, "back_asked").find(speech)), default=None)
    return speech.span(found.start, found.end) if found else None


def _touches(speech: Speech, sentence: Sentence, label: str, near: frozenset[str]) -> bool:
    said = speech.words_in(sentence)
    return bool(near & Speech(" ".join(said)).stems) or bearing(" ".join(said), label) == "near"
