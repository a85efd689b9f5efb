"""What may lie on a table in the room: the mirror test for everything that the page says of the two people."""

from __future__ import annotations

from rapportkit.ground.fold import folded_words
from rapportkit.ground.link import Link
from rapportkit.ground.topics import darkest, light_of, topics_in
from rapportkit.people.person import FactKind

_NO_CONFESSION: frozenset[FactKind] = frozenset({"employer", "school", "place", "language", "service"})
"""To have worked, studied or lived at a place named after something private says nothing of oneself."""


def fit_for_a_table(kind: FactKind, words: str) -> bool:
    """
    Whether *words* touch no red topic, theirs or one's own.

        >>> fit_for_a_table("group", "Asthma support group"), fit_for_a_table("interest", "Growing vegetables")
        (False, True)
    """
    return kind in _NO_CONFESSION or darkest(map(light_of, topics_in(folded_words(words)))) != "red"


def link_is_discreet(link: Link) -> bool:
    """Whether a link may be printed: it is not red, and its name touches nothing red."""
    return link.light != "red" and fit_for_a_table(link.kind, link.label)
