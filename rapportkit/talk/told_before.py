"""What the learner has told before it was asked: nobody should have to tell it twice."""

from __future__ import annotations

from functools import cache

from rapportkit.talk.memory import Asked, Talk
from rapportkit.talk.scene import Change, Crossing
from rapportkit.words.phrases import Phrases
from rapportkit.words.speech import Speech

_SPOKEN_OF = 3
"""With so many words of a change of subject in one turn the learner has spoken of it."""

_LISTENED_TO = 2_000
ANY_NUMBER = "#"
"""Among the words that give something away: any number."""


def was_told(talk: Talk, said: str, asked: Asked | None) -> bool:
    """Whether the learner has told what a question asks for, in an earlier turn or in *said* just now."""
    if asked is None:
        return False
    return any(_tells(one[:_LISTENED_TO], asked) for one in (*(one.said for one in talk.exchanges), said))


def _tells(said: str, asked: Asked) -> bool:
    speech = Speech(said)
    if isinstance(asked, Crossing):
        return _spoken(asked.told_words).first(speech) is not None
    if _spoken(asked.told).first(speech) is not None:
        return True
    return isinstance(asked, Change) and len(_words_of(asked.words) & set(speech.words)) >= _SPOKEN_OF


@cache
def _words_of(written: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for phrase in written for word in phrase.split() if len(word) > 3)


@cache
def _spoken(written: tuple[str, ...]) -> Phrases:
    return Phrases([phrase for phrase in written if phrase != ANY_NUMBER], {})
