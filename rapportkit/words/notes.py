"""What a message says: thanks, requests, resentment, good wishes, help; and whether it could go to anybody."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.words.content import common_words, near_the_talk, own_content, taken_up
from rapportkit.words.phrases import data, phrases, words
from rapportkit.words.review import Span, Weight
from rapportkit.words.speech import Found, Sentence, Speech

_STOCK_ONLY = 1
"""With so few words of its own a note is made of stock phrases: one may be a name that nobody noted."""

_LITTLE_OF_ITS_OWN = 3
"""With so few words of its own, and none of what was talked about, a note is surely not about the talk."""


_SHORT = "short_english"

_YOU = frozenset({"you", "u", "ye"})
_THAT = frozenset({"the", "that", "those", "these"})


class Says(NamedTuple):
    """How sure a finding is, and the words that show it (None: something is absent)."""

    weight: Weight
    span: Span | None = None


def says_no_thanks(speech: Speech) -> Says | None:
    """That nothing in the message thanks, in any words."""
    return _absent(speech, "thanks")


def asks_for_itself(speech: Speech) -> Says | None:
    """Where the message asks for a decision, the status, the job, a favour or pay, in the English of learners too."""
    return _sure(_in_short_english(speech, "pushy")) or _shown(speech, "pushy")


def resents(speech: Speech) -> Says | None:
    """Where the message argues, blames or is sarcastic; disappointment and hardness towards oneself are neither."""
    return _sure(_in_short_english(speech, "bitter")) or _shown(speech, "bitter")


def closes_the_door(speech: Speech) -> Says | None:
    """That the reply has neither good wishes nor a wish to stay in touch, in any words."""
    return _absent(speech, "door")


def offers_nothing(speech: Speech) -> Says | None:
    """That nothing in the message offers help or asks what would help them."""
    return _absent(speech, "offer")


def is_stock(speech: Speech, known: tuple[str, ...]) -> Says | None:
    """That the message is made of nothing but stock phrases."""
    return Says("fix") if len(own_content(speech, known)) <= _STOCK_ONLY else None


def misses_the_talk(speech: Speech, talked_about: tuple[str, ...], known: tuple[str, ...]) -> Says | None:
    """
    That nothing of *talked_about* is there.

    Words kin to it count, and where the note looks back at what they said or showed ("as you said", "your trick"),
    it may be there in words that we cannot know.
    """
    if not talked_about or taken_up(speech, talked_about) or near_the_talk(speech, talked_about):
        return None
    little = len(own_content(speech, known)) <= _LITTLE_OF_ITS_OWN
    if looks_back(speech):
        return Says("consider") if little else None
    return Says("fix" if little else "consider")


def looks_back(speech: Speech) -> bool:
    """Whether the note looks back at something that they said, did or showed ("you dried", "the ewe you")."""
    return _meant(speech, "echo", "echo") is not None or any(
        (one in _YOU and other.endswith("ed") and other not in words("message", "done_by_all"))
        or (one in _THAT and third in _YOU and other.isalpha() and other not in common_words())
        for one, other, third in zip(speech.words, speech.words[1:], speech.words[2:], strict=False)
    )


def _shown(speech: Speech, name: str) -> Says | None:
    """Words that mean it, or else words that often go with it, which another opinion has to weigh."""
    span = _meant(speech, name, name)
    if span:
        return Says("fix", span)
    span = _meant(speech, f"{name}_hint", name)
    return Says("consider", span) if span else None


def _in_short_english(speech: Speech, name: str) -> Span | None:
    """Words that mean it without helping verbs and articles; of those that only do in a question, one that is asked."""
    but = phrases(_SHORT, f"{name}_not")
    found = list(phrases(_SHORT, name).meant(speech, but)) if name in data(_SHORT) else []
    asked = {one for sentence in speech.sentences if sentence.end == "?" for one in _begun_in(speech, name, sentence)}
    found += [one for one in phrases(_SHORT, f"{name}_asked").meant(speech, but) if one in asked]
    first = min(found, default=None)
    return speech.span(first.start, first.end) if first else None


def _begun_in(speech: Speech, name: str, sentence: Sentence) -> tuple[Found, ...]:
    return phrases(_SHORT, f"{name}_asked").inside(speech, sentence)


def _sure(span: Span | None) -> Says | None:
    return Says("fix", span) if span else None


def _absent(speech: Speech, name: str) -> Says | None:
    """That no words mean it; words that only come near it leave it open."""
    if _meant(speech, name, name):
        return None
    return Says("consider" if _meant(speech, f"{name}_weak", name) else "fix")


def _meant(speech: Speech, name: str, but: str) -> Span | None:
    """The first of the phrases called *name* that none of those that mean something else than *but* takes up."""
    found = next(phrases("message", name).meant(speech, phrases("message", f"{but}_not")), None)
    return speech.span(found.start, found.end) if found else None
