"""What a fact says of itself: its label, and of a sentence that stands around it the clause in which it stands."""

from __future__ import annotations

import re

from rapportkit.people.person import Fact

_BREAK = re.compile(
    r"[,;:()!?…•|]|\.(?=\s|$)|\s[-–—]+\s|—"
    r"|\b(?:or|but|while|whilst|whereas|because)\b"
    r"|\b(?:and|&)\b(?!\s+(?:I|me|we|myself)\b)",
    re.IGNORECASE,
)
"""Where a clause ends. "My wife and I sail" is one: it says with whom."""


def words_on(fact: Fact) -> str:
    """
    The words that are about *fact* alone.

    What else a sentence tells, of the children or the church, is no part of the hobby in it.

        >>> sentence = "I keep bees, and I take my girls to ballet."
        >>> words_on(Fact(kind="interest", label="keep bees", detail=sentence, where=""))
        'I keep bees'
    """
    if not fact.detail:
        return fact.label
    sentence = " ".join(fact.detail.replace("’", "'").split())
    label = " ".join(fact.label.replace("’", "'").split())
    start = sentence.casefold().find(label.casefold())
    if start < 0:
        return f"{fact.label} {fact.detail}"
    if label == sentence or len(sentence.casefold()) != len(sentence):
        return sentence
    end = start + len(label)
    begin = max((found.end() for found in _BREAK.finditer(sentence, 0, start)), default=0)
    after = _BREAK.search(sentence, end)
    return sentence[begin : after.start() if after else len(sentence)].strip()
