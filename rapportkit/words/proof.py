"""Whether a proof of skill proves something: a deed that was done, and something that came of it."""

from __future__ import annotations

from typing import Literal

from rapportkit.words.in_english import is_english
from rapportkit.words.phrases import words
from rapportkit.words.speech import Sentence, Speech

Part = Literal["deed", "result"]

_DOERS = frozenset({"i", "we"})
_NOW = 2
"""So many words with a content of their own make a deed of what is told as a habit ("I plan the rota each Monday")."""


def hollow_parts(action: str, change: str) -> tuple[Part, ...]:
    """
    What is missing before "what I did" and "what changed" prove anything; nothing where a part is empty or not English.

    A deed is something that was done, not a quality, a duty or a liking; a result is anything that can be seen or
    counted, not praise or a feeling.

        >>> hollow_parts("I am good at many things", "Everybody was happy")
        ('deed', 'result')
        >>> hollow_parts("I drew up who goes where", "Nobody waited more than ten minutes")
        ()
    """
    done, came_of_it = Speech(action), Speech(change)
    hollow: list[Part] = []
    if done.words and is_english(done) and not any(_is_deed(done, sentence) for sentence in done.sentences):
        hollow.append("deed")
    if came_of_it.words and is_english(came_of_it) and not _content(came_of_it, range(len(came_of_it.words))):
        hollow.append("result")
    return tuple(hollow)


def _is_deed(speech: Speech, sentence: Sentence) -> bool:
    at = range(sentence.first, sentence.last)
    content = _content(speech, at)
    if any(_was_done(speech.words[one]) for one in at):
        return content > 0
    return content >= _NOW and _is_done_now(speech, sentence)


def _was_done(word: str) -> bool:
    is_past = word in words("story", "past") or (word.endswith("ed") and len(word) > 4)
    return is_past and word not in words("proof", "states")


def _is_done_now(speech: Speech, sentence: Sentence) -> bool:
    """Whether somebody does something in the present ("I plan ..."); its first verb decides ("I am ...")."""
    said = [speech.words[at] for at in range(sentence.first, sentence.last) if speech.words[at] not in ",.?!"]
    doer = next((number for number, word in enumerate(said) if word in _DOERS), -1)
    verb = next((word for word in said[doer + 1 :] if word not in words("proof", "between")), "")
    return doer >= 0 and verb not in words("proof", "states")


def _content(speech: Speech, at: range) -> int:
    """How many words there are that not everybody could say of themselves; a number counts."""
    return len({speech.words[one] for one in at if _says_something(speech.words[one])})


def _says_something(word: str) -> bool:
    if word in ",.?!":
        return False
    if word[0].isdigit() or word in words("classes", "number"):
        return word not in ("100", "110")  # percent, of effort
    return word not in words("story", "empty") and word not in words("proof", "hollow")
