"""Words that only fill time or hedge, told apart from their plain uses; shown only to those who ask for them."""

from __future__ import annotations

from collections import Counter

from rapportkit.talk.heard import FILE, Heard, Talk
from rapportkit.words.phrases import phrases

_SOUNDS = {"um": "um", "umm": "um", "uhm": "um", "uh": "uh", "uhh": "uh", "er": "er", "erm": "er", "err": "er"}
_TWO_WAYS = ("like", "you know", "kind of", "sort of", "I mean", "basically", "actually", "literally")


def fillers_in(talk: Talk) -> dict[str, int]:
    """How often the candidate says each filling word; words that never fill are left out."""
    counted: Counter[str] = Counter()
    for turn in talk.mine:
        counted.update(_in_turn(turn))
    return {word: counted[word] for word in (*dict.fromkeys(_SOUNDS.values()), *_TWO_WAYS) if counted[word]}


def _in_turn(turn: Heard) -> Counter[str]:
    counted = Counter(_SOUNDS[word] for word in turn.speech.words if word in _SOUNDS)
    for word in _TWO_WAYS:
        counted[word] += _filling(turn, word)
    return counted


def _filling(turn: Heard, word: str) -> int:
    """How often *word* fills: each time it stands there, less its plain uses."""
    said, parts = turn.speech.words, word.casefold().split()
    plain = {at for found in phrases(FILE, f"plain {word}").find(turn.speech) for at in turn.speech.words_of(found)}
    places = (at for at in range(len(said) - len(parts) + 1) if said[at : at + len(parts)] == parts)
    return sum(at not in plain or _set_apart(said, at, at + len(parts)) for at in places)


def _set_apart(said: list[str], first: int, last: int) -> bool:
    """Whether pauses stand on both sides of the words: then they fill, whatever else stands there."""
    before = said[first - 1] if first else "."
    after = said[last] if last < len(said) else "."
    return before == "," and after in (",", ".")
