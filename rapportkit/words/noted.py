"""Whom the learner has noted as interviewer: one person or several, out of one line of text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapportkit.words.nicknames import Likeness, likeness, name_data
from rapportkit.words.tokens import Token, bare, tokens

_BETWEEN_PEOPLE = re.compile(r"[;&+/|\n]|\b(?:and|with|und|et)\b", re.IGNORECASE)
_ROLE_IN_BRACKETS = re.compile(r"\([^()]*\)")
_DASH = re.compile(r"\s[-–—]\s")

_HIS, _HERS = {"mr", "mister"}, {"mrs", "ms", "miss"}

Match = Literal["same", "near", "other", "unknown"]
"""`unknown`: what was noted is too little to tell, or stands in another script."""


class Noted(NamedTuple):
    """One interviewer as noted: the words of the name, and which title stood before them, if any."""

    parts: tuple[str, ...]
    titled: bool
    shown: str
    title: str = ""


class Expected(NamedTuple):
    """Whom a message should address: the people noted, and the words of the firm, which is nobody by name."""

    people: tuple[Noted, ...] = ()
    firm: frozenset[str] = frozenset()


@lru_cache(maxsize=16)
def expected_reader(interviewer: str, company: str = "") -> Expected:
    """Who should be addressed, out of what the learner has noted."""
    return Expected(people_noted(interviewer), frozenset(bare(word.text) for word in tokens(company)))


def people_noted(interviewer: str) -> tuple[Noted, ...]:
    """
    The people in one line such as "Priya Nair, Head of Care; Dr Tom Webb".

        >>> [person.parts for person in people_noted("Priya Nair, Head of Care and Dr. Tom Webb, PhD")]
        [('Priya', 'Nair'), ('Tom', 'Webb')]
    """
    people = (_person(piece) for chunk in _BETWEEN_PEOPLE.split(interviewer) for piece in _pieces(chunk))
    return tuple(person for person in people if person)


def compare(names: tuple[Token, ...], titled: bool, person: Noted) -> Match:
    """Whether a written address, such as `Ms` and `Nair`, means *person*."""
    marks = [_word_match(token.text, person) for token in names]
    if all(mark == "same" for mark in marks) or _joined(names, person):
        return "same"
    if _too_little(names, titled, person) or any(mark == "unknown" for mark in marks):
        return "unknown"
    return "near" if all(mark in ("same", "near") for mark in marks) else "other"


def contradicts(written: str, noted: str) -> bool:
    """
    Whether two titles cannot both be somebody's; "Dr" and "Mr" can, and so can "Ms" and "Mrs".

        >>> contradicts("Mrs", "Mr."), contradicts("Ms", "Mrs"), contradicts("Dr", "Mr")
        (True, False, False)
    """
    return {bare(written) in _HIS, bare(noted) in _HIS} == {True, False} and {
        bare(written),
        bare(noted),
    } <= _HIS | _HERS


def _joined(names: tuple[Token, ...], person: Noted) -> bool:
    """ "Ji Woo" for Jiwoo, "Delacruz" for de la Cruz."""
    if len(person.parts) > 8:
        return False
    written = "".join(bare(name.text) for name in names)
    parts = [bare(part) for part in person.parts]
    return any(
        written == "".join(parts[start:stop])
        for start in range(len(parts))
        for stop in range(start + 1, len(parts) + 1)
    )


def _too_little(names: tuple[Token, ...], titled: bool, person: Noted) -> bool:
    """A given name alone cannot be held against a surname alone."""
    if len(person.parts) > 1:
        return False
    return titled != person.titled or (len(names) > 1 and _word_match(names[0].text, person) == "same")


def _word_match(word: str, person: Noted) -> Match:
    if bare(word) in _set("particles") or any(piece in person.parts for piece in word.split("-")):
        return "same"
    if not any(bare(part).isascii() for part in person.parts) and bare(word).isascii():
        return "unknown"
    if _by_initials(word, person):
        return "same"
    last = len(person.parts) - 1
    found = {_pair(word, part, short_form=at < last or last == 0) for at, part in enumerate(person.parts)}
    return "same" if "same" in found else "near" if "near" in found else "other"


def _pair(word: str, part: str, *, short_form: bool) -> Likeness:
    pieces = [likeness(word, part, short_form=short_form)]
    for one in (word, *_halves(word)):
        pieces += [likeness(one, other, short_form=short_form) for other in (part, *_halves(part))]
    return "same" if "same" in pieces else "near" if "near" in pieces else "other"


def _halves(word: str) -> list[str]:
    return word.replace("‐", "-").replace("‑", "-").split("-") if "-" in word or "‐" in word or "‑" in word else []


def _by_initials(word: str, person: Noted) -> bool:
    """ "P" or "PN" for Priya Nair, and "Priya" where only "P." was noted."""
    initials = "".join(bare(part)[:1] for part in person.parts)
    short = bare(word)
    if len(short) == 1 or (len(short) <= 3 and word.isupper()):
        return short[0] in initials
    return any(len(bare(part)) == 1 and short.startswith(bare(part)) for part in person.parts)


def _pieces(chunk: str) -> list[str]:
    """ "Nair, Priya" is one person, "Priya Nair, Head of Care" too; "Priya Nair, Tom Webb" are two."""
    first, *rest = _DASH.split(chunk, maxsplit=1)[0].split(",")
    pieces = [first]
    for part in rest:
        words = [bare(token.text) for token in tokens(part)]
        if not words or words[0] in _set("honours") or any(word in _set("roles") for word in words):
            continue
        if len(words) == 1 and len(pieces) == 1 and len(list(tokens(first))) == 1:
            pieces[0] = f"{part} {first}"
        else:
            pieces.append(part)
    return pieces


def _person(piece: str) -> Noted | None:
    words = list(tokens(_without_roles(piece)))
    names = [word.text for word in words if bare(word.text) not in _set("titles") | _set("honours")]
    if not names:
        names = [word.text for word in words if bare(word.text) not in _set("honours")]
    if len(words) == 2 and len(names) == 1 and bare(words[0].text) in _set("titles_and_names"):
        names = [word.text for word in words]  # Dean Overfield is more often called Dean than a dean
    titled = len(names) < len(words) and any(bare(word.text) in _set("titles") for word in words)
    if not names or any(bare(name) in _set("anybody") for name in names):
        return None
    title = words[0].text if titled and bare(words[0].text) in _set("titles") else ""
    return Noted(tuple(names), titled, " ".join(names), title)


def _without_roles(piece: str) -> str:
    """A bracket with a role goes, one with a nickname ("Elizabeth (Liz) Warren") stays."""

    def bracket(found: re.Match[str]) -> str:
        words = [bare(token.text) for token in tokens(found.group())]
        return found.group() if len(words) == 1 and words[0] not in _set("roles") | _set("honours") else " "

    return _ROLE_IN_BRACKETS.sub(bracket, piece)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(bare(word) for word in name_data()["address"][name])
