"""Whether a line is an answer of the kind that was asked for: a number of that, a moment, a place, a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from rapportkit.talk.asking import Way
from rapportkit.words.phrases import words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

_FILE = "ways_of_asking"
_OFTEN = frozenset({"twice", "times", "every"})
"""What says how often tells no span: "twice a month"."""

_COUNTED = frozenset({"many", "much"})
_MOST_COUNTED = 3
_PEOPLE = frozenset({"people", "persons", "staff", "colleagues", "employees", "us", "you", "others", "workers"})
_AUXILIARY_ENDS = frozenset({"of", "in", "at", "on", "for", "with", "here", "there", "per", "each", "to", "i", "you"})
_AFTER_NUMBER = frozenset(
    {".", ",", "of", "a", "an", "and", "in", "at", "on", "per", "each", "or", "more", "so", "if", "when", "for", "by"}
    | {"now", "tonight", "today", "not", "with", "including", "altogether", "?", "!"}
)


def answers_in_kind(line: str, question: Speech, way: Way) -> bool:
    """
    Whether a line can answer a question that asks in a way; of ways that ask for no fact any line can.

        >>> answers_in_kind("Six to two, on weekdays.", Speech("How many people are in one shift?"), "how_many")
        False
    """
    judge = _JUDGES.get(way)
    return judge is None or judge(line, question)


def counted(question: Speech) -> frozenset[str]:
    """The stems of what is counted in "how many ...?"; empty where nothing is named."""
    said = [word for word in question.words if word not in ".,?!"]
    at = next((at + 1 for at, word in enumerate(said) if word in _COUNTED), len(said))
    named: list[str] = []
    for word in said[at : at + _MOST_COUNTED]:
        if word in words(_FILE, "auxiliary") or word in _AUXILIARY_ENDS - {"you"}:
            break
        named.append(word)
    return frozenset(map(stem, named))


def _is_number_of_it(line: str, question: Speech) -> bool:
    """A number that stands alone or before what is counted: "three dentists" is not how many patients there are."""
    said, named = _spoken(line), counted(question)
    if not named:
        is_span = any("to" in around for around in _numbers(said))  # "six to two" is no number of people
        return (any(map(_is_number, said)) and not is_span) or not words(_FILE, "amounts").isdisjoint(said)
    is_of_people = not named.isdisjoint(map(stem, _PEOPLE))
    known = named | frozenset(map(stem, _PEOPLE)) if is_of_people else named
    numbers = list(_numbers(said))
    if numbers:
        return any(
            after in _AFTER_NUMBER or stem(after) in known for before, after in numbers if "to" not in (before, after)
        )
    return not words(_FILE, "amounts").isdisjoint(said)


def _numbers(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The words before and after each number, one of several words taken as one."""
    for is_number, run in groupby(enumerate(said), key=lambda one: _is_number(one[1])):
        if is_number:
            places = [at for at, _ in run]
            if len(places) == 1 and said[places[0]] == "one":
                continue
            yield said[places[0] - 1] if places[0] else ".", said[places[-1] + 1] if places[-1] + 1 < len(said) else "."


def _names(list_of: str) -> Callable[[str, Speech], bool]:
    return lambda line, _: (
        not words(_FILE, list_of).isdisjoint(_spoken(line))
        or any(_is_number(word) for word in _spoken(line) if list_of == "moments")
    )


def _is_place(line: str, _: Speech) -> bool:
    """Whether something stands "in", "on" or "behind" something; "in 2009" and "on Fridays" are no places."""
    said = (*_spoken(line), ".")
    moments = words(_FILE, "moments")
    return any(
        word in words(_FILE, "places") and not (after in moments or _is_number(after)) for word, after in pairwise(said)
    )


def _is_person(line: str, _: Speech) -> bool:
    said = Speech(line)
    if not words(_FILE, "persons").isdisjoint(said.words):
        return True
    starts = {sentence.first for sentence in said.sentences}
    dull = words("story", "empty")
    return any(
        len(word) > 1
        and said.as_written(at)[:1].isupper()
        and word not in words(_FILE, "moments")
        and not (at in starts and (word in dull or _is_number(word)))
        for at, word in enumerate(said.words)
    )


@lru_cache(maxsize=4_096)
def _spoken(line: str) -> tuple[str, ...]:
    return tuple(Speech(line.replace("-", " ")).words)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word == "one" or word in words("classes", "number")


_JUDGES: dict[Way, Callable[[str, Speech], bool]] = {
    "how_many": _is_number_of_it,
    "how_long": lambda line, question: _OFTEN.isdisjoint(_spoken(line)) and _names("spans")(line, question),
    "when": _names("moments"),
    "when_did": _names("moments"),
    "soon": _names("moments"),
    "where": _is_place,
    "who": _is_person,
}
