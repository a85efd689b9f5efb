"""What a reader has gathered so far: facts with their places, and what could not be made out."""

from __future__ import annotations

from typing import Any

from rapportkit.people.dates import Span
from rapportkit.people.naming import headline_of, without_pronouns
from rapportkit.people.person import Fact, FactKind, Person, Reading, Source
from rapportkit.people.plain_text import one_line, plain_line
from rapportkit.people.private import MOST_PROSE, bounded, left_out, private_kinds, without_private
from rapportkit.people.remarks import TOO_LONG, TOO_MANY

MOST_FACTS = 2_000
"""More is not a person but a flood; what is beyond is named in `not_understood`."""

NO_NAME = "(no name given)"
_LONGEST_NAME = 300
_LONGEST_SHOWN = 500
_LONGEST_LABEL = 2_000


class Gathering:
    """Facts and puzzles of one file, collected in the order in which they stand there."""

    def __init__(self, file: str, joint: str = ": ") -> None:
        self.file = file
        self._joint = joint
        self._facts: dict[Fact, None] = {}
        self._puzzles: dict[Source, None] = {}
        self._overflowed = False
        self.name = ""
        """Whom the file is about, as soon as a reader knows."""

    def without_name(self, sentence: str) -> str:
        """A sentence without the person's name where it begins with it: "Bronwen is a baker" -> "is a baker"."""
        named = self.name.split()
        for words in (named, named[:1]):
            name = " ".join(words)
            if name and sentence.startswith(f"{name} ") and sentence[len(name) + 1 :][:1].islower():
                return sentence[len(name) + 1 :]
        return sentence

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Everything read so far, nothing twice."""
        return tuple(self._facts)

    @property
    def size(self) -> int:
        """How many facts and puzzles there are."""
        return len(self._facts) + len(self._puzzles)

    @property
    def has_overflowed(self) -> bool:
        """Whether there was more than is kept: then reading on is of no use."""
        return self._overflowed

    def where(self, place: str) -> str:
        """How a learner finds *place* again: `maya.json: interests 2`."""
        return f"{self.file}{self._joint}{place}"

    def fact(
        self, kind: FactKind, label: str, place: str, *, detail: str | None = None, span: Span | None = None
    ) -> None:
        """Keep a fact; words that are no label go to what was not understood."""
        if len(self._facts) >= MOST_FACTS:
            self._overflow(place)
            return
        text, (start, end, current) = plain_line(self.kept(label, place)), span or Span()
        if len(text) > _LONGEST_LABEL or not any(letter.isalnum() for letter in text):
            self.puzzle(text, place)
        else:
            self.keep(
                Fact(
                    kind=kind,
                    label=text,
                    detail=plain_line(self.kept(detail or "", place))[:_LONGEST_LABEL] or None,
                    start=start,
                    end=end,
                    current=current,
                    where=self.where(place),
                )
            )

    def keep(self, fact: Fact) -> None:
        """Keep a fact that is made already."""
        self._facts.setdefault(fact)

    def puzzle(self, text: str, place: str) -> None:
        """Keep words that nobody could make sense of, with their place; empty ones are nobody's loss."""
        text = self.kept(text, place)
        if text and len(self._puzzles) < MOST_FACTS:
            short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
            self._puzzles.setdefault(Source(text=short, where=self.where(place)))

    def odd(self, value: Any, place: str) -> None:
        """Keep a value of a kind that does not belong where it stands."""
        if value not in (None, "", [], {}):
            text = value if isinstance(value, str) else _brief(value)
            self.puzzle(plain_line(self.kept(text, place)), place)

    def kept(self, text: str, place: str) -> str:
        """
        *text* without what is private in it. That something was left out is told, and of what kind; never what it was.

        Readers ask for it before they part a text: in its parts a date or an address is no longer known for one.
        """
        if len(text) > MOST_PROSE:
            self.puzzle(TOO_LONG.format(f"{MOST_PROSE:,}"), place)
            text = bounded(text)
        kinds = private_kinds(text)
        if not kinds:
            return text
        if len(self._puzzles) < MOST_FACTS:
            self._puzzles.setdefault(Source(text=left_out(kinds), where=self.where(place)))
        return without_private(text)

    def reading(self, name: str, headline: str | None) -> Reading:
        """The person and the puzzles, as they are handed on."""
        name = without_pronouns(one_line(self.kept(name, "name")))
        headline = headline_of(self.kept(headline or "", "headline"))
        if len(name) > _LONGEST_NAME:
            self.puzzle(name, "name")
        person = Person(name=name[:_LONGEST_NAME] or NO_NAME, headline=headline or None, facts=self.facts)
        return Reading(person=person, not_understood=tuple(self._puzzles))

    def _overflow(self, place: str) -> None:
        if not self._overflowed:
            self._overflowed = True
            note = TOO_MANY.format(f"{MOST_FACTS:,}")
            self._puzzles.setdefault(Source(text=note, where=self.where(place)))


def _brief(value: Any) -> str:
    """A value that is no text, shown in few characters however large or deep it is."""
    if isinstance(value, bool | float | type(None)):
        return str(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**20 else "a very long number"
    if isinstance(value, list):
        return "; ".join(one_line(part) for part in value[:5] if isinstance(part, str)) or "a list"
    return "; ".join(f"{one_line(str(key))}: {part}" for key, part in list(value.items())[:5] if isinstance(part, str))
