"""Languages by their names in English and in themselves. English, which all share, comes last and is only possible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapportkit.ground.clauses import only_skills
from rapportkit.ground.fold import data, folded_words
from rapportkit.ground.found import PERSONAL, SHARED_BY_ALL, Found, by_key
from rapportkit.ground.link import Light, Status
from rapportkit.ground.named import Named, Names, meetings
from rapportkit.ground.register import Register, bare, register_of
from rapportkit.people.person import Fact

_EVERYBODYS = "English"
_BREAK = re.compile(r"\s*[,;:(\[/–—-]\s*(?=\S)")
_LEARNING = frozenset(("learning", "learner", "beginner", "duolingo"))


def languages_of(facts: Iterable[Fact]) -> Names:
    """The languages for people that *facts* name."""
    spoken = (fact for fact in facts if _is_spoken(fact.label))
    return by_key(spoken, lambda fact: _named(fact.label))


def shared_languages(mine: Names, theirs: Names) -> Iterator[Found]:
    """The languages that both speak; their neighbours (Hindi and Urdu) are possible."""
    for met in meetings(mine, theirs):
        if met.label == _EVERYBODYS:
            why = "You both list English, but nearly everybody here does: hardly worth a word."
            yield Found("language", met.label, "possible", met.mine, met.theirs, why, "green", 1, SHARED_BY_ALL)
        elif met.status == "confirmed":
            learning = any(_still_learning(fact) for fact in (*met.mine, *met.theirs))
            why = f"You both speak {met.label}. Ask how they use it, not where they come from."
            if learning:
                why = f"You both have some {met.label}, and one of you is still learning it."
            status: Status = "possible" if learning else "confirmed"
            yield Found("language", met.label, status, met.mine, met.theirs, why, _light(met.label), 2, PERSONAL)
        else:
            why = f"{met.label} are close relatives, but still two languages."
            yield Found("language", met.label, "possible", met.mine, met.theirs, why, _light(met.label), 2, PERSONAL)


def _still_learning(fact: Fact) -> bool:
    return not _LEARNING.isdisjoint(bare(f"{fact.label} {fact.detail or ''}").split())


@lru_cache(maxsize=2_048)
def _is_spoken(label: str) -> bool:
    """Whether a language is one for people: some list Python beside French."""
    return languages().entry(label) is not None or not only_skills(folded_words(label))


def _light(label: str) -> Light:
    return "amber" if "sign" in bare(label).split() else "green"


@cache
def languages() -> Register:
    """The languages that we know by name."""
    return register_of(data("languages.toml")["language"])


@cache
def _levels() -> frozenset[str]:
    return frozenset(bare(word) for word in data("languages.toml")["levels"])


@lru_cache(maxsize=2_048)
def _named(label: str) -> Named:
    entry = languages().entry(label)
    if entry:
        return Named(entry.name, entry)
    first = _BREAK.split(label)[0]
    words = [word for word in bare(first).split() if word not in _levels() and not word.isdigit()]
    key = " ".join(words) or bare(label)
    known = languages().names.get(key)
    return Named(known, languages().entries[known]) if known else Named(key, None)
