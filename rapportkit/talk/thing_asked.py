"""The thing that a question is about, in the words of the question: what an honest "I'd have to ask" names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.words.phrases import words
from rapportkit.words.speech import Speech

_FILE = "ways_of_asking"
_POINTS = {"your": "the", "our": "the", "its": "the", "their": "the", "his": "the", "her": "the", "my": "your"}
"""How the one who is asked points at a thing."""

_BARE = frozenset({"any", "some", "much", "many"})
_COUNTED = frozenset({"many", "much"})
_PICKED = frozenset({"which", "what", "whose"})
_OF = frozenset({"kind", "sort", "type", "kinds", "sorts", "types"})
_VERB_LAST = frozenset({"do", "does", "did", "will", "would", "can", "could", "should", "may", "has", "have", "had"})
_STATE_LAST = frozenset({"is", "are", "was", "were"})
_OWNING = frozenset({"have", "has", "had"})
_MOST = 3

_ABOUT, _POINTED, _COUNT, _LINKED, _BEGINS, _OBJECT = 5, 4, 4, 3, 2, 2
"""How plainly a thing is meant: behind "about", behind an article, counted or picked, behind another preposition."""


_THIS = frozenset({"this", "these", "those"})
_ORDER = frozenset({"most", "least", "first", "last", "next", "same", "other", "new", "second"})


class _Beginning(NamedTuple):
    """Where a name may begin, how plainly it is meant, how it is pointed at, and the word that leads up to it."""

    start: int
    weight: int
    point: str = ""
    leads: str | None = None


class _Thing(NamedTuple):
    weight: int
    size: int
    place: int
    name: str


def thing_asked(question: Speech) -> str | None:
    """
    What a question is about, pointed at from the other side; None where nothing in it is a thing.

        >>> thing_asked(Speech("Who would check my forms?")), thing_asked(Speech("Do you sell electric bikes?"))
        ('your forms', 'electric bikes')
    """
    said = [at for at, word in enumerate(question.words) if word not in ".,?!"]
    found = [one for one in _things(question, said) if not _is_dull(one.name)]
    return max(found).name if found else None


def _things(question: Speech, said: list[int]) -> Iterator[_Thing]:
    spoken = [question.words[at] for at in said]
    for place in range(len(spoken)):
        begins = _begins(spoken, place)
        if begins is None:
            continue
        size = _size(spoken, begins.start, is_pointed_at=begins.leads is not None)
        size -= size > 1 and _ends_in_a_verb(spoken, begins, size)
        size -= size > 1 and spoken[begins.start + size - 1] in words(_FILE, "states")
        is_doing_it = size > 1 and spoken[begins.start + size - 1].endswith("ing") and begins.start + size < len(spoken)
        is_doing = size == 1 and spoken[begins.start].endswith("ing") and begins.leads is None
        is_anothers = spoken[begins.start + size : begins.start + size + 1] == ["s"]
        if size and not is_doing and not is_doing_it and not is_anothers:
            named = " ".join(_written(question, said[at]) for at in range(begins.start, begins.start + size))
            yield _Thing(begins.weight, size, -begins.start, f"{begins.point} {named}".strip())


def _begins(spoken: list[str], place: int) -> _Beginning | None:
    """Where a thing may begin after a word; None where that word leads to none."""
    word, before, start = spoken[place], spoken[place - 1] if place else "", place + 1
    if word in words(_FILE, "points"):
        start += spoken[start : start + 1] == ["own"]
        is_alone = word in _BARE or (word in _THIS and before in _STATE_LAST)
        weight = _ABOUT if before == "about" else _POINTED
        return _Beginning(start, weight, "" if is_alone else _POINTS.get(word, word), before)
    if (word in _COUNTED and before == "how") or (word in _OF and before in _PICKED):
        return _Beginning(start + (spoken[start : start + 1] == ["of"]), _COUNT)
    if word in words(_FILE, "links"):
        return _Beginning(start, _ABOUT if word == "about" else _LINKED)
    if word in _PICKED and place < 2:
        return _Beginning(start, _COUNT) if _asks_for_one(spoken, start) else None
    if word == "there" and before in _STATE_LAST:
        return _Beginning(start, _BEGINS)
    if word in words(_FILE, "auxiliary"):
        would_have = place > 1 and spoken[place - 2] in _VERB_LAST - _OWNING
        is_owning = before in words(_FILE, "askers") and word in _OWNING and not would_have
        return _Beginning(start, _BEGINS, leads=None if is_owning else word)
    is_done_to = before in words(_FILE, "askers") and word not in words(_FILE, "joins")
    return _Beginning(start, _OBJECT) if is_done_to else None


def _asks_for_one(spoken: list[str], start: int) -> bool:
    """Whether "what" or "which" picks a thing: "what software do you use?", and not "what happens then?"."""
    after = spoken[start + _size(spoken, start) :]
    return bool(after) and after[0] in words(_FILE, "auxiliary")


def _size(spoken: list[str], start: int, *, is_pointed_at: bool = False) -> int:
    """How many words from there on can name a thing."""
    size, joins = 0, words(_FILE, "joins")
    while size < _MOST and start + size < len(spoken):
        word = spoken[start + size]
        is_first_of_many = is_pointed_at and not size and word in _ORDER
        if not word.isalpha() or (word in joins and not is_first_of_many) or word in words(_FILE, "manners"):
            break
        size += 1
    return size


def _ends_in_a_verb(spoken: list[str], begins: _Beginning, size: int) -> bool:
    """Whether the last word of several is what the thing does or is: "does the training cost", "is parking free"."""
    end = begins.start + size
    if begins.leads in _VERB_LAST or spoken[end - 1].endswith("ed"):
        return True
    if spoken[end - 1].endswith("ing") and not _STATE_LAST.isdisjoint(spoken[: begins.start]):
        return True
    is_at_end = spoken[end : end + 1] in ([], ["in"], ["at"], ["on"], ["here"], ["during"])
    return begins.leads in _STATE_LAST and begins.start < _MOST and is_at_end


def _is_dull(name: str) -> bool:
    said = name.split()
    return (
        said[-1] in words(_FILE, "no_thing")
        or (said[-1].endswith("est") and said[-2:-1] == ["the"])
        or (len(said) == 1 and name in words(_FILE, "states"))
        or said[-1] in _ORDER
    )


def _written(question: Speech, at: int) -> str:
    written = question.as_written(at)
    return written.lower() if len(written) > 3 and written.isupper() else written
