"""Whether words can hardly mean anything but a concept: by what stands beside them, and what is filed under them."""

from __future__ import annotations

from itertools import pairwise

from rapportkit.ground.clause import Clause
from rapportkit.ground.lexicon import Lexicon
from rapportkit.ground.namesakes import is_doubtful, is_namesake, is_strange, only_dealt_with
from rapportkit.ground.said import Said

_ORGANISED = ("group", "cause")


def is_clear(said: Said, clause: Clause, phrase: str, name: str, lexicon: Lexicon) -> bool:
    """Whether *phrase* in a clause of a fact can hardly mean anything but the concept *name*."""
    fact = said.fact
    if fact.label.endswith(f"({name})"):
        return True  # somebody says in brackets what they mean, as a taught phrase does
    if lexicon.concepts[name].kind in _ORGANISED and only_dealt_with(said.words, filed=fact.kind in _ORGANISED):
        return False
    if not is_namesake(phrase):
        return True
    if is_doubtful(clause.words, phrase, lexicon.around(name)):
        return False
    if _played(clause.words, phrase):
        return True
    if fact.kind == lexicon.concepts[name].kind != "interest" and " ".join(clause.words) == phrase:
        return True  # filed under sport, cricket is the game, whatever else is said of it
    return not _among_strangers(said, clause, lexicon)


def _played(words: tuple[str, ...], phrase: str) -> bool:
    """Whether somebody says to play it, which one does with a game or an instrument alone ("playing cricket")."""
    first = phrase.partition(" ")[0]
    return any(one in ("play", "playing", "played") and other == first for one, other in pairwise(words))


def _among_strangers(said: Said, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a word stands in a list beside something that we do not know: "jigsaw and router", "Tango and Fanta"."""
    rest = [part for one in said.clauses if one != clause for part in _joined_by_and(one.words)]
    beside = [part for part in _joined_by_and(clause.words) if len(part) < len(clause.words)]
    unknown = (part for part in (*rest, *beside) if not lexicon.read(part))
    return any(is_strange(part) for part in unknown)


def _joined_by_and(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    parts: list[tuple[str, ...]] = [()]
    for word in words:
        parts = [*parts, ()] if word in ("and", "or") else [*parts[:-1], (*parts[-1], word)]
    return tuple(part for part in parts if part)
