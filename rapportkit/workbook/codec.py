"""Records to JSON text and back: the one form in which the workbook and its exports hold them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rapportkit.cards import Card
from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Choice
from rapportkit.interviews import Debrief, Interview, Line, Proof
from rapportkit.people.person import Person, Source
from rapportkit.record import Record, Short, build
from rapportkit.words.review import Review


class Unplaced(Record):
    """The phrases about one person (by key) that nobody could make sense of, for the learner to place."""

    person: Short
    items: tuple[Source, ...] = ()


KINDS: Mapping[str, type[Record]] = {
    "person": Person,
    "interview": Interview,
    "choice": Choice,
    "line": Line,
    "review": Review,
    "card": Card,
    "proof": Proof,
    "debrief": Debrief,
    "not-understood": Unplaced,
}
"""Every kind of record that a workbook holds. A name once given stays: it stands in people's files."""

_NAMES = {record_class: name for name, record_class in KINDS.items()}


def kind_of(record_class: type[Record]) -> str:
    """
    The name under which records of this class are kept.

    Raises:
        LookupError: no workbook holds this class (a slip in the program, not of the learner).
    """
    try:
        return _NAMES[record_class]
    except KeyError:
        raise LookupError(f"{record_class.__name__} has no name in rapportkit.workbook.codec.KINDS") from None


def encode(record: Record) -> str:
    """
    The record as JSON text that any disk can hold.

    Half an emoji (a lone surrogate, which UTF-8 cannot carry) is written as a JSON escape, so that it comes
    back as it was typed.

        >>> encode(Card(lesson="04_conversation", if_="they ask about Rome", then="I ask what they ate"))
        '{"lesson": "04_conversation", "if_": "they ask about Rome", "then": "I ask what they ate"}'
    """
    return dump(record.model_dump(mode="json"))


def decode(kind: str, body: Mapping[str, Any], where: str) -> Record:
    """
    The record that *body* describes; *where* begins the sentence if it cannot be one.

    Raises:
        InvalidValue: nobody knows the kind, or a field is not what it should be.
    """
    if kind not in KINDS:
        raise InvalidValue(f"{where}: '{kind[:60]}' is not a kind of record that we know ({', '.join(KINDS)}).")
    return build(KINDS[kind], body, where)


def dump(value: object, indent: int | None = None) -> str:
    """The value as JSON with every character as itself, but for those that UTF-8 cannot carry."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace").decode("utf-8")
