"""Words for a hobby that mean other things as well: beside a word that we do not know, nobody can be sure of them."""

from __future__ import annotations

from functools import lru_cache

from rapportkit.ground.clause import listed


@lru_cache(maxsize=16_384)
def is_doubtful(words: tuple[str, ...], phrase: str, own: frozenset[str] = frozenset()) -> bool:
    """
    Whether *phrase* may mean something else wherever it stands in folded *words*.

    Only a word of many meanings may: the word right before or after it is none of those that people put around a
    hobby, and none of its *own* words. "Paper darts" may be anything, "darts on Fridays" is the game.

        >>> is_doubtful(("paper", "dart"), "dart"), is_doubtful(("dart", "on", "friday"), "dart")
        (True, False)
    """
    if not is_namesake(phrase):
        return False
    said = tuple(phrase.split())
    places = [at for at in range(len(words) - len(said) + 1) if words[at : at + len(said)] == said]
    return bool(places) and all(_changed(words, at, len(said), own) for at in places)


def is_strange(words: tuple[str, ...]) -> bool:
    """Whether one of *words* is none of those that people put around a hobby."""
    return any(_strange(words, at, frozenset()) for at in range(len(words)))


def is_namesake(phrase: str) -> bool:
    """Whether *phrase* is a word of many meanings."""
    return phrase in listed("namesakes")


def only_dealt_with(words: frozenset[str], *, filed: bool) -> bool:
    """
    Whether *words* beside an organisation tell of something bought of it, or of its certificate: no membership.

    Where it is *filed* among somebody's groups, a certificate is a member's.
    """
    return not words.isdisjoint(listed("dealings")) or not (filed or words.isdisjoint(listed("papers")))


def _changed(words: tuple[str, ...], at: int, size: int, own: frozenset[str]) -> bool:
    after = words[at + size : at + size + 1]
    done = words[at].endswith("ing") and bool(after) and after[0] in listed("objects")
    return done or _strange(words, at - 1, own) or _strange(words, at + size, own)


def _strange(words: tuple[str, ...], at: int, own: frozenset[str]) -> bool:
    if not 0 <= at < len(words):
        return False
    word = words[at]
    if word in listed("not_around"):
        return True
    if word in own or word[0].isdigit():
        return False
    return not any(word in listed(name) for name in ("around", "words", "prefixes"))
