"""What everybody says of themselves, and names that many bear: equal words, and still not the same thing."""

from __future__ import annotations

from rapportkit.ground.clause import listed


def says_nothing_of_its_own(phrase: str) -> bool:
    """
    Whether a folded *phrase* is made of words that everybody writes of themselves or of any group.

        >>> says_nothing_of_its_own("time with family"), says_nothing_of_its_own("wingfoiling with family")
        (True, False)
    """
    return all(word in listed("everyday") or word in listed("words") for word in phrase.split())


def borne_by_many(name: str) -> bool:
    """
    Whether a folded *name* says what a place of work, a school or a spot is, or after which saint or sign, not which.

        >>> borne_by_many("city council"), borne_by_many("st mary hospital"), borne_by_many("leeds city council")
        (True, True, False)
    """
    words = name.split()
    if len(words) > 1 and words[0] in ("st", "saint"):
        words = words[2:]
    return all(word in listed("of_its_kind") for word in words)
