"""The form: what a learner knows of themselves or of an interviewer, in the learner's own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from rapportkit.people.dates import Span, years_in
from rapportkit.people.gathering import NO_NAME
from rapportkit.people.person import Fact, FactKind, Person, Reading, Source
from rapportkit.people.plain_text import one_line

WHERE = "your own words"
_LONGEST = 2_000
_MOST_WORDS_IN_A_LIST = 3
_MOST_ANSWERS = 500
_LISTED = ("interest", "creative", "sport", "group", "cause", "language", "skill")
"""Kinds of which people write short lists with commas; in a place or a school a comma belongs to the name."""


def read_form(name: str, headline: str, answers: Mapping[FactKind, str]) -> Reading:
    """
    The person whom a learner describes: one fact for each line, semicolon or item of a short list.

    Years leave the label and become dates. What cannot be a fact is handed back to the letter.

        >>> form = read_form("Omar", "", {"place": "Leeds 2014-2016", "interest": "chess, sea swimming"})
        >>> [(fact.label, fact.start) for fact in form.person.facts]
        [('Leeds', '2014'), ('chess', None), ('sea swimming', None)]
    """
    facts: dict[Fact, None] = {}
    puzzles: dict[Source, None] = {}
    for kind, answer in answers.items():
        for number, piece in enumerate(_pieces(kind, answer)):
            label, span = years_in(piece)
            if number >= _MOST_ANSWERS or len(label) > _LONGEST or not any(letter.isalpha() for letter in label):
                puzzles.setdefault(Source(text=piece, where=WHERE))
            else:
                facts.setdefault(_fact(kind, label, span))
    known = one_line(name)
    if len(known) > 300:
        puzzles.setdefault(Source(text=known, where=WHERE))
    person = Person(name=known[:300] or NO_NAME, headline=one_line(headline) or None, facts=tuple(facts))
    return Reading(person=person, not_understood=tuple(puzzles))


def without_facts(kind: FactKind, answer: str, facts: Collection[Fact]) -> str:
    """
    What was typed, without the lines, or the items of a line, that say one of *facts*; the rest is as it was typed.

        >>> chess = read_form("", "", {"interest": "chess"}).person.facts
        >>> without_facts("interest", "Old maps, by hand\\nchess, sea swimming", chess)
        'Old maps, by hand\\nsea swimming'
    """
    kept = []
    for line in answer.splitlines():
        pieces = [*_pieces(kind, line)]
        stays = [piece for piece in pieces if _fact(kind, *years_in(piece)) not in facts]
        if len(stays) == len(pieces):
            kept.append(line)
        elif stays:
            kept.append(("; " if ";" in line else ", ").join(stays))
    return "\n".join(kept)


def _fact(kind: FactKind, label: str, span: Span) -> Fact:
    return Fact(kind=kind, label=label, start=span.start, end=span.end, current=span.current, where=WHERE)


def _pieces(kind: FactKind, answer: str) -> Iterator[str]:
    for line in answer.splitlines():
        for part in map(one_line, line.split(";")):
            piece = re.sub(r"^(?:[-*•–] ?)+", "", part)
            items = [item.strip() for item in piece.split(",")]
            yield from filter(None, items if _is_list(kind, items) else [piece])


def _is_list(kind: FactKind, items: list[str]) -> bool:
    """Whether commas part short things ("chess, sea swimming"), not the clauses of a sentence or a year."""
    if kind not in _LISTED or len(items) < 2:
        return False
    return all(0 < len(item.split()) <= _MOST_WORDS_IN_A_LIST and years_in(item)[0] == item for item in items if item)
