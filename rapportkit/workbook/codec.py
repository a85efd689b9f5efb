"""Records to JSON text and back: the one form in which the workbook and its exports hold them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

from rapportkit.errors import InvalidValue
from rapportkit.record import Record, build

KINDS: Mapping[str, str] = {
    "dossier": "rapportkit.people.dossier:Dossier",
    "person": "rapportkit.people.person:Person",  # of the first form; today a dossier is kept in its place
    "interview": "rapportkit.interviews:Interview",
    "choice": "rapportkit.ground.link:Choice",
    "left-out": "rapportkit.ground.link:LeftOut",
    "taught": "rapportkit.ground.taught:Taught",
    "line": "rapportkit.interviews:Line",
    "review": "rapportkit.words.review:Review",
    "in-hand": "rapportkit.interviews:InHand",
    "card": "rapportkit.cards:Card",
    "proof": "rapportkit.interviews:Proof",
    "answer": "rapportkit.interviews:Answer",
    "assignment": "rapportkit.assignment:Assignment",
    "returned": "rapportkit.assignment:Returned",
    "to-coach": "rapportkit.assignment:ToCoach",
    "guidance": "rapportkit.guidance:Guidance",
    "scene": "rapportkit.talk.scene:Scene",
    "recipient": "rapportkit.follow_ups.follow_up:Recipient",
    "debrief": "rapportkit.interviews:Debrief",
    "played": "rapportkit.moments:Played",
    "next-step": "rapportkit.relationships:NextStep",
    "practice-talk": "rapportkit.talk.practice_talk:PracticeTalk",
    "talk": "rapportkit.talk.kept:KeptTalk",
    "tally": "rapportkit.talk.tally:Tally",
    "practice": "rapportkit.practice:Practice",
    "my-ways": "rapportkit.practice:MyWays",
    "listen-for": "rapportkit.practice:ListenFor",
}
"""
Every kind of record that a workbook holds, and the class that it is an instance of, loaded when first met.

A name once given stays: it stands in people's files.
"""

_NAMES = {home: name for name, home in KINDS.items()}


def kind_of(record_class: type[Record]) -> str:
    """
    The name under which records of this class are kept.

    Raises:
        LookupError: no workbook holds this class (a slip in the program, not of the learner).
    """
    try:
        return _NAMES[f"{record_class.__module__}:{record_class.__qualname__}"]
    except KeyError:
        raise LookupError(f"{record_class.__name__} has no name in rapportkit.workbook.codec.KINDS") from None


def class_of(kind: str) -> type[Record]:
    """
    The class of the records of that kind.

        >>> class_of("card").__name__
        'Card'

    Raises:
        KeyError: nobody knows the kind.
    """
    module, name = KINDS[kind].split(":")
    return cast("type[Record]", getattr(import_module(module), name))


def encode(record: Record) -> str:
    """
    The record as JSON text that any disk can hold.

    Half an emoji (a lone surrogate, which UTF-8 cannot carry) is written as a JSON escape, so that it comes
    back as it was typed.

        >>> from rapportkit.cards import Card
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
    return build(class_of(kind), body, where)


def dump(value: object, indent: int | None = None) -> str:
    """The value as JSON with every character as itself, but for those that UTF-8 cannot carry."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace").decode("utf-8")
