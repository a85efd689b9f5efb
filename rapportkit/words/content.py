"""What a message says that is its own, and what of the talk it takes up again."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapportkit.words.concepts import bearing
from rapportkit.words.phrases import data, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

_SIGNATURE = re.compile(r"(?<=[.!?,)\s])\s*(?:[^\W\d_a-z][\w.'’-]*\s*){1,3}\s*$")
_MOST_IN_SIGNATURE = 4

_MOST_READ = 2_000
"""So many signs of a message are read for what it speaks of: looking up concepts takes its time."""

_SHORTEST_PART = 3
"""So long is the shortest part of a compound that tells anything: the "bee" of beekeeping."""

_SAME_BEGINNING = 6
"""Stems that begin alike so far are of one family."""


@lru_cache(maxsize=16)
def own_content(speech: Speech, known: tuple[str, ...]) -> frozenset[str]:
    """
    The stems of the words that belong to this message alone; *known* are names and titles that any note would have.

    Stock words of notes, everyday words, numbers and the signature do not count.

        >>> note = Speech("Thank you for your time. The goat in the lift! Best, Ana")
        >>> sorted(own_content(note, ("Ms Roy",)))
        ['goat', 'lift']
    """
    common = common_words()
    given = frozenset[str]().union(*(_stems(name) for name in known))
    own = {
        stem(word)
        for word in speech.words_before(_signature_of(speech.text))
        if word[0].isalnum() and not word[0].isdigit() and word not in common
    }
    return frozenset(own - given)


def taken_up(speech: Speech, talked_about: tuple[str, ...]) -> bool:
    """Whether a word of what was talked about stands in the message, in any form."""
    return any(_topic_stems(topic) & speech.stems for topic in talked_about)


def near_the_talk(speech: Speech, talked_about: tuple[str, ...]) -> bool:
    """
    Whether a word of the message is kin to what was talked about: "bees" to beekeeping, "snow" to a hard winter.

        >>> near_the_talk(Speech("My hives are buzzing."), ("beekeeping",))
        True
    """
    if any(_of_its_families(_topic_stems(topic)) & speech.stems for topic in talked_about):
        return True
    said = frozenset(stem(word) for word in speech.words if word[0].isalpha() and word not in common_words())
    topics = frozenset[str]().union(*(_topic_stems(topic) for topic in talked_about))
    return any(_kin(one, other) for one in topics for other in said) or any(
        bearing(speech.text[:_MOST_READ], topic) == "near" for topic in talked_about
    )


def _of_its_families(topic: frozenset[str]) -> frozenset[str]:
    """The stems of all words that mean what a word of *topic* means."""
    return frozenset().union(*(family for family in _families() if family & topic))


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, family.split())) for family in data("kin")["families"])


def _kin(topic: str, said: str) -> bool:
    """Whether two stems share their beginning, or one is a part of the other that could be a word of its own."""
    short, long = sorted((topic, said), key=len)
    if len(short) < _SHORTEST_PART:
        return False
    if len(long) >= len(short) + _SHORTEST_PART and (long.startswith(short) or long.endswith(short)):
        return True
    return len(short) >= _SAME_BEGINNING and long.startswith(short[:_SAME_BEGINNING])


def echoes(said: Speech, speech: Speech) -> tuple[int, ...]:
    """
    The numbers of the words of *said* that stand in *speech* in any form; everyday words do not count.

        >>> echoes(Speech("We baked through the flood."), Speech("What did you bake?"))
        (1,)
    """
    heard = _topic_stems(speech.text)
    return tuple(at for at, word in enumerate(said.words) if _is_telling(word) and stem(word) in heard)


@lru_cache(maxsize=256)
def _stems(name: str) -> frozenset[str]:
    return Speech(name).stems


@lru_cache(maxsize=256)
def _topic_stems(topic: str) -> frozenset[str]:
    return frozenset(stem(word) for word in Speech(topic).words if _is_telling(word))


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word not in words("story", "empty")


@cache
def common_words() -> frozenset[str]:
    """Everyday words, and the stock words of notes."""
    return words("story", "empty") | words("message", "stock_words")


def _signature_of(text: str) -> int:
    """Where a last line of a few words begins, or the names at the end of a text's only line; else the text's end."""
    end = len(text.rstrip())
    line = text.rfind("\n", 0, end)
    if not text[: line + 1].strip():
        found = _SIGNATURE.search(text, line + 1, end)
        return found.start() if found else end
    return line if len(text[line:end].split()) <= _MOST_IN_SIGNATURE else end
