"""Whether a line leaves the shared thing: it is not there, or its name stands there for another thing."""

from __future__ import annotations

from rapportkit.ground.names import words_for
from rapportkit.people.person import FactKind
from rapportkit.words.concepts import ACTIVITIES, bearing
from rapportkit.words.field import in_other_field, leaves_field
from rapportkit.words.other_sense import in_another_sense
from rapportkit.words.shared_thing import Missing, missing, own_names, telling_stems
from rapportkit.words.speech import Speech

_SAYS_IT = 2
"""So many words of a label say which thing is meant."""


def left_ground(text: str, speech: Speech, kind: FactKind, label: str, ground: frozenset[str]) -> Missing | None:
    """
    Whether the shared thing is not there; *ground* holds the stems of all its names.

    A hobby may be told without its name, a place, school or employer hardly ever.
    """
    found = missing(text, kind, (label, *words_for(kind, label)))
    if kind in ACTIVITIES:
        return _hobby_missing(text, speech, label, ground, found)
    if not found:
        return _namesake(text, speech, label, ground, None, hobby=False)
    if kind == "service" and found.how == "namesake":
        return None
    if found.weight == "fix" or kind == "service":
        return found
    if ground & speech.stems:
        return None
    return found._replace(weight="fix") if bearing(text, label) == "unknown" else found


def _hobby_missing(
    text: str, speech: Speech, label: str, ground: frozenset[str], found: Missing | None
) -> Missing | None:
    """
    What becomes of a hobby that is not named, or named in another sense.

    Nine in ten lines without a hobby's name are on its ground: only where none of the words of its field stands there
    either, and the question is about something, is it asked whether it is missing.
    """
    if not found:
        return _namesake(text, speech, label, ground, in_another_sense(speech, ground), hobby=True)
    if found.weight == "fix":
        return found
    near = bearing(text, label)
    leaves = leaves_field(speech, frozenset(telling_stems(label)), ground)
    return found if near in ("elsewhere", "silent") and leaves else None


def _namesake(
    text: str, speech: Speech, label: str, ground: frozenset[str], other: tuple[int, int] | None, *, hobby: bool
) -> Missing | None:
    """
    That the name stands there for another thing, as a phrase or the words around it say.

    Nobody who says two words of its label means another thing. It is sure where both say so, or where nothing else in
    the line is near the shared thing.
    """
    names = frozenset(telling_stems(label))
    if len(own_names(names) & speech.stems) >= _SAYS_IT:
        return None
    among = in_other_field(speech, names, ground, "other" if hobby else "namesake")
    span = other or among
    if not span:
        return None
    sure = (other and among) or not hobby or bearing(text, label) != "near"
    return Missing("namesake", "fix" if sure else "consider", span)
