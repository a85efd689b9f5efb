"""What two people share, as a coach would say it: "You both run", "You are both into jazz"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapportkit.ground.fold import data, fold
from rapportkit.ground.wording import in_words
from rapportkit.people.person import FactKind

Words = Sequence[tuple[str, ...]]
"""The folded words, as they were said, of the clauses in which one side speaks of a thing."""

_ORGANISED = ("group", "cause")


def you_both(name: str, kind: FactKind, mine: Words, theirs: Words) -> str:
    """
    The beginning of a sentence on the concept *name* that both speak of, without its full stop.

    A verb is said only where both use it themselves: who watches a race does not run.

        >>> you_both("Running", "sport", [("running",)], [("trail", "runner")])
        'You both run'
        >>> you_both("Running", "sport", [("running",)], [("parkrun",)])
        'You are both into running'
        >>> you_both("Chess", "interest", [("play", "chess")], [("chess", "player")])
        'You both play chess'
    """
    verb = _does().get(name, "")
    if verb and _do(verb, mine) and _do(verb, theirs):
        return f"You both {verb}"
    if kind in _ORGANISED:
        said = in_words(name)  # of a kind of group ("choir", "blood donation") only some want an article
        return f"You both have a part in {said if said[0].isupper() else 'it'}"
    if _do("play", mine) and _do("play", theirs):
        return f"You both play {in_words(name)}"
    return f"You are both into {in_words(name)}"


def both_follow(names: Sequence[str], kind: FactKind) -> str:
    """
    The same for clubs, or artists and works, that both name.

        >>> both_follow(["Leeds United"], "sport"), both_follow(["Dune"], "interest")
        ('You both follow Leeds United', 'You both name Dune')
    """
    return f"You both {'follow' if kind == 'sport' else 'name'} {' and '.join(names[:2])}"


def drawn_to(name: str) -> str:
    """
    The same for what one of the two only wishes for.

        >>> drawn_to("Sailing")
        'You are both drawn to sailing'
    """
    return f"You are both drawn to {in_words(name)}"


def _do(verb: str, said: Words) -> bool:
    """Whether a clause has the verb, or a word made of it, and tells of doing rather than of looking on."""
    stem = verb.split(" ", maxsplit=1)[0].removesuffix("e")
    ending = f"{stem}ing"
    looking_on = _looking_on() if stem != "watch" else frozenset()
    return any(
        looking_on.isdisjoint(words) and any(word.startswith(stem) or word.endswith(ending) for word in words)
        for words in said
    )


@cache
def _does() -> dict[str, str]:
    does: dict[str, str] = data("you_both.toml")["does"]
    return does


@cache
def _looking_on() -> frozenset[str]:
    return frozenset(map(fold, data("you_both.toml")["looking_on"]))
