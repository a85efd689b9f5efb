"""Words for a hobby that mean other things as well: beside a word that we do not know, nobody can be sure of them."""

from __future__ import annotations

from functools import cache, lru_cache

from rapportkit.ground.fold import data, fold


@lru_cache(maxsize=16_384)
def is_doubtful(words: tuple[str, ...], phrase: str, own: frozenset[str] = frozenset()) -> bool:
    """
    Whether *phrase* may mean something else wherever it stands in folded *words*.

    It is a word of many meanings, and the word right before or after it is none of those that people put around
    a hobby, and none of its *own* words: "paper darts" may be anything, "darts on Fridays" is the game.

        >>> is_doubtful(("paper", "dart"), "dart"), is_doubtful(("dart", "on", "friday"), "dart")
        (True, False)
    """
    if phrase not in _words("namesakes"):
        return False
    said = tuple(phrase.split())
    places = [at for at in range(len(words) - len(said) + 1) if words[at : at + len(said)] == said]
    return bool(places) and all(_strange(words, at - 1, own) or _strange(words, at + len(said), own) for at in places)


def _strange(words: tuple[str, ...], at: int, own: frozenset[str]) -> bool:
    if not 0 <= at < len(words):
        return False
    word = words[at]
    return not (
        word in own
        or word.isdigit()
        or word in _words("around")
        or word in _words("words")
        or word in _words("prefixes")
    )


@cache
def _words(name: str) -> frozenset[str]:
    reading = data("interests_reading.toml")
    return frozenset(fold(word) for word in (reading.get(name) or reading["stock"][name]))
