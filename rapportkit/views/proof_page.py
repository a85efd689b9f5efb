"""A proof of skill on the page: its three parts, its length aloud, and what it still lacks to prove something."""

from __future__ import annotations

from collections.abc import Iterable

from rapportkit.interviews import Proof

FIELDS = {
    "situation": ("The situation", "Two porters off sick on a Monday"),
    "action": ("What I did", "I drew up who goes where, and took the long round myself"),
    "change": ("What changed", "Nobody waited more than ten minutes that day"),
}
LACKS = {
    "deed": "What I did: no deed in it yet. Anybody may say this of themselves; tell what you did, one time.",
    "result": "What changed: no result in it yet. Name something to see or count: how many, how soon, what stopped.",
}
"""What to say of a part that proves nothing yet."""

A_MINUTE = 60
"""Seconds that a proof may take; longer ones lose the listener."""


def state_of(proof: Proof | None) -> str:
    """What there is to say of one proof: what it still needs, and how long it takes aloud."""
    if proof is None or len(proof.missing) == len(FIELDS):
        return "not begun"
    if proof.missing:
        return f"still to come: {labels_of(proof.missing)}"
    if lacks_of(proof):
        return f"all three parts are there. {' '.join(lacks_of(proof))}"
    long = "; more than a minute, so leave something out" if proof.seconds_aloud > A_MINUTE else ""
    return f"all three parts are there, about {proof.seconds_aloud} seconds aloud{long}"


def lacks_of(proof: Proof) -> list[str]:
    """What a whole proof still lacks to prove something, a sentence for each part."""
    from rapportkit.words.proof import hollow_parts  # late: an empty form need not wait for the rules on words

    return [LACKS[part] for part in hollow_parts(proof.action, proof.change)]


def labels_of(beats: Iterable[str]) -> str:
    """The labels of these parts of a proof, in running text."""
    return ", ".join(FIELDS[name][0].lower() for name in beats)
