"""Whose a file is that was brought into a dossier, told before anything of it is kept."""

from __future__ import annotations

from rapportkit.ground.fold import folded_words
from rapportkit.people.gathering import NO_NAME

OWN_EXPORT = "LinkedIn gives such a ZIP only to the one it is about. If that is you, it belongs to your own side."
ANOTHER = "If you meet both, leave it out, choose 'somebody new' above, and bring it there."
OWN_SIDE = "What is yours belongs to the panel 'You', in Find common ground and in In one hour."


def is_same(name: str, other: str) -> bool:
    """Whether two names can be one person's: one has all the words of the other, in whatever order."""
    one, two = set(folded_words(name)), set(folded_words(other))
    return bool(one and two) and (one <= two or two <= one)


def doubt_about(name: str, data: bytes, *, whose: str, own: str, me: bool) -> str:
    """
    What speaks against a file about *name* being in the dossier of *whose*; empty where nothing does.

    *own* is the learner's name. With *me* true the dossier is the learner's own.
    """
    is_export = not me and data.startswith(b"PK")
    is_own = not me and is_same(name, own)
    if is_same(name, whose) or (name == NO_NAME and not is_export):
        return ""
    if not whose and not is_own and not is_export:
        return ""
    about = f"This file is about {name}{f', not {whose}' if whose else ''}."
    hint = OWN_EXPORT if is_export else OWN_SIDE if is_own else "" if me else ANOTHER
    return " ".join(filter(None, (about, hint)))
