"""Which questions a page still has to ask, where one stands in a line already; and by what name people go there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapportkit.follow_ups.wording import one_line
from rapportkit.ground.fold import folded_words
from rapportkit.ground.link import Choice
from rapportkit.interviews import Line
from rapportkit.people.person import Person
from rapportkit.words.nicknames import is_given_name, name_data
from rapportkit.words.tokens import bare, stem

_SENTENCE = re.compile(r"[^.?!…:;]+")
_ALIKE = 0.75
"""The part of their words that two sentences share where they ask one thing, with the endings off."""


def still_to_ask(shortlist: Iterable[Choice], lines: Iterable[Line]) -> tuple[Choice, ...]:
    """
    The choices of which the question stands in none of the *lines* for the same person.
    """
    said: dict[str, list[frozenset[str]]] = {}
    for line in lines:
        said.setdefault(line.person, []).extend(_sentences(line.text))
    return tuple(one for one in shortlist if not _is_said(one.question, said.get(one.person, ())))


def called_on_a_page(key: str, people: Mapping[str, Person]) -> str:
    """
    The name of one of *people*, short enough to stand beside a thing.

    Of a long one that is the given name, if everybody knows it for one, and nobody else on the page has it.
    """
    name = one_line(people[key].name)
    words = name.split()
    if len(words) < 3:
        return name
    given = next((word for word in words if bare(word) not in name_data()["address"]["titles"]), "")
    others = {word.casefold() for other, person in people.items() if other != key for word in person.name.split()}
    return given if is_given_name(given) and given.casefold() not in others else name


def _is_said(question: str, said: Sequence[frozenset[str]]) -> bool:
    asked = _sentences(question)
    return bool(asked and said) and all(any(_alike(one, other) for other in said) for one in asked)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)


def _sentences(text: str) -> list[frozenset[str]]:
    """The words of each sentence without their endings."""
    found = (frozenset(map(stem, folded_words(part))) for part in _SENTENCE.findall(text))
    return [words for words in found if words]
