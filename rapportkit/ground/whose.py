"""Whose a hobby is: other people in what somebody says of themselves ("my flatmate bakes", "chess mum")."""

from __future__ import annotations

from rapportkit.ground.clause import Clause, listed, says_something


def only_says_whose(pieces: list[Clause]) -> bool:
    """ "Crochet: the wife does it", "baking, that is my sister": all that is said is who it is that does it."""
    return all(listed("does_it").issuperset(piece.words) for piece in pieces)


def is_somebody_elses(before: tuple[str, ...], last: Clause) -> bool:
    """Whether what stands *before* is another's: "chess is more Dad's thing", "chess is what my brother lives for"."""
    if last.stance != "others" or not before:
        return False
    if before[-2:] == ("is", "what"):
        return True
    end = len(before)
    while end and before[end - 1] in listed("rather"):
        end -= 1
    return before[end - 1 : end] in (("is",), ("was",)) and listed("somebodys").issuperset(last.words)


def of_a_relative(clause: Clause) -> Clause:
    """ "Potter's daughter", "chess mum": who is somebody's, or has a child who plays, says nothing of themselves."""
    *before, last = clause.words or ("",)
    if clause.stance != "mine" or last not in listed("relatives") or not says_something(tuple(before)):
        return clause
    return clause if before[-1] in listed("whose_relative") else clause._replace(stance="others")


def other_person(words: tuple[str, ...], at: int) -> int:
    """How many words from *at* name somebody else whose doings follow ("my flatmate"); 0 where nobody is."""
    if at == 0 and len(words) > 1 and phrase_at(listed("others_alone"), words, 0):
        return 0 if words[1] in listed("not_alone") or phrase_at(listed("and_me"), words, 1) else 1
    if words[at] not in listed("theirs"):
        return 0
    if at and words[at - 1] in listed("together") and listed("carrying").isdisjoint(words[:at]):
        return 0
    for size in (2, 3, 4):
        last = words[at + size - 1 : at + size]
        if not listed("together").isdisjoint(last):
            return 0  # "a band with colleagues" is one's own
        if at + size <= len(words) and (last[0] in listed("others") or phrase_at(listed("others"), words, at + 1)):
            return 0 if phrase_at(listed("and_me"), words, at + size) else size
    return 0


def phrase_at(phrases: frozenset[str], words: tuple[str, ...], at: int) -> bool:
    return any(" ".join(words[at : at + size]) in phrases for size in range(1, 5))
