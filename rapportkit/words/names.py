"""Whether the interviewer is addressed, and by the right name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from rapportkit.words.address import Address, Name, find_address, is_sentence_word, no_name_by_itself
from rapportkit.words.noted import Expected, Match, Noted, compare, contradicts
from rapportkit.words.placeholder import gaps
from rapportkit.words.review import Span, Weight
from rapportkit.words.signature import signature_start
from rapportkit.words.tokens import Token, bare, tokens

_THANKS = re.compile(
    r"\b(?i:thank you|thanks|thankyou|many thanks|congratulations|cheers)"
    r"(?i: again| once more| very much| so much| a lot)?"
    r",? (?=[^\W\d_a-z])"
)
_AFTER_VOCATIVE = re.compile(r"\s*(?:[,.!?;:)…—–-]|\n|$|(?:for|and|again|so|very)\b)")
_BEFORE_VOCATIVE = re.compile(
    r"(?:[,!.?;:(—–-]|\b(?:thanks|you|much|again|lot|dear|hi|hello|hey|morning|afternoon|evening))\s*$", re.IGNORECASE
)


_TITLE_BEFORE = re.compile(
    r"\b(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|madam|chef|sister|father|rev)\.? $", re.IGNORECASE
)


class Missing(NamedTuple):
    """That nobody is addressed, how one sees it, and the words that stand where a name should."""

    how: Literal["generic", "mentioned", "absent", "gap"]
    weight: Weight
    span: Span | None


class Wrong(NamedTuple):
    """A name that is not the interviewer's: as written, as noted, and whether only the spelling differs."""

    written: str
    noted: str
    how: Literal["spelling", "other"]
    weight: Weight
    span: Span


def no_name(text: str, expected: Expected) -> Missing | None:
    """Whether *text* addresses its reader by no name; the writer's own name at the end does not count."""
    end = signature_start(text)
    address = _address(text[:end], expected)
    spoken_to = _thanked(text, end) or any(_is_vocative(text, word) for word in _mentions(text, end, expected))
    if address.span and _waits_for_a_name(text, address):
        return None if spoken_to or _names_beside_gaps(text, address) else Missing("gap", "fix", address.span)
    if address.names or spoken_to:
        return None
    if address.greeted and address.span:
        return Missing("generic", "fix", address.span)
    mention = next(_mentions(text, end, expected), None)
    if mention:
        return Missing("mentioned", "consider", (mention.start, mention.end))
    if _written_small(text, expected):
        return None
    return Missing("absent", "fix" if expected.people and not _may_be_short(text, end, expected) else "consider", None)


def _written_small(text: str, expected: Expected) -> bool:
    """Whether a noted given name stands anywhere in small letters: so people write who write all small."""
    names = {bare(part) for person in expected.people for part in person.parts if len(part) > 2}
    return any(word.text[0].islower() and bare(word.text) in names for word in tokens(text))


def _may_be_short(text: str, end: int, expected: Expected) -> bool:
    """Whether a capitalised word that ends a sentence may be a pet name that we do not know ("so quick Moz.")."""
    initials = {bare(part)[:1] for person in expected.people for part in person.parts}
    return any(
        word.text[0].isupper()
        and not _greets_before(text, word)
        and bare(word.text)[:1] in initials
        and bool(_AFTER_VOCATIVE.match(text, word.end))
        for word in tokens(text, 0, min(end, 200))
    )


def wrong_names(text: str, expected: Expected) -> tuple[Wrong, ...]:
    """The names by which *text* addresses somebody who is none of the people *expected*."""
    if not expected.people:
        return ()
    end = signature_start(text)
    address = _address(text[:end], expected)
    if _waits_for_a_name(text, address):
        return ()
    if address.names:
        wrong = [name for name in address.names if _is_wrong(name, expected)]
        if len(wrong) < len(address.names):
            return _wrong_title(text, address.names, expected)  # a colleague may be greeted, too
        sure = address.greeted or _plainly_somebody(address) or _on_a_line_alone(text, address)
        weight: Weight = "fix" if sure else "consider"
        return tuple(_wrong(text, name, expected, weight) for name in wrong)
    thanked = _thanked(text, end)
    spoken_to = any(_is_vocative(text, word) for word in _mentions(text, end, expected))
    if thanked and not spoken_to and _is_wrong(thanked, expected):
        return (_wrong(text, thanked, expected, "consider"),)
    return ()


@lru_cache(maxsize=16)
def _address(body: str, expected: Expected) -> Address:
    """
    The address; without a greeting that we know, only where it is plain who is meant.

    One right word is enough ("Moin Antje,"); a wrong one has to be a known given name, to have a title, or to
    stand on a line alone.
    """
    address = find_address(body, expected)
    if address.greeted or not address.names or _plainly_somebody(address):
        return address
    words = [Name((word,), False, word.start) for name in address.names for word in name.words]
    right = tuple(word for word in words if not _is_wrong(word, expected))
    if right:
        return address._replace(names=right)
    return address if address.alone and len(words) == 1 else Address()


def _waits_for_a_name(text: str, address: Address) -> bool:
    """ "Dear [Name]": a gap is no name, and no wrong one either."""
    if not address.span:
        return False
    start, end = address.span
    return any(gap.span[0] <= end + 1 and gap.span[1] > start for gap in gaps(text))


def _names_beside_gaps(text: str, address: Address) -> bool:
    """Whether a name stands in the address outside of what waits to be filled in: "Hi Iris [and the others]"."""
    spans = [gap.span for gap in gaps(text)]
    return any(not any(start < name.span[1] and name.span[0] < end for start, end in spans) for name in address.names)


def _plainly_somebody(address: Address) -> bool:
    return any(name.titled or not no_name_by_itself(name) for name in address.names)


def _on_a_line_alone(text: str, address: Address) -> bool:
    """ "Oscar," and nothing else on the line: an address, whether we know the name or not."""
    after = text[address.span[1] :].lstrip(" \t") if address.span else ""
    return address.alone and after[:1] == "," and after[1:2] in ("\n", "\r")


def _best(name: Name, expected: Expected) -> tuple[Match, Noted]:
    order: tuple[Match, ...] = ("same", "unknown", "near", "other")
    found = [(compare(name.words, titled=name.titled, person=person), person) for person in expected.people]
    return min(found, key=lambda pair: order.index(pair[0]))


def _is_wrong(name: Name, expected: Expected) -> bool:
    return bool(expected.people) and _best(name, expected)[0] in ("near", "other")


def _wrong(text: str, name: Name, expected: Expected, weight: Weight) -> Wrong:
    match, person = _best(name, expected)
    shown = (
        person.shown
        if match == "near" or len(expected.people) == 1
        else " or ".join(one.shown for one in expected.people[:4])
    )
    return Wrong(text[slice(*name.span)], shown, "spelling" if match == "near" else "other", weight, name.span)


def _wrong_title(text: str, names: tuple[Name, ...], expected: Expected) -> tuple[Wrong, ...]:
    """The right name with a title that the noted one rules out: "Mrs Ashworth" where "Mr Ashworth" was noted."""
    if len(names) != 1 or len(expected.people) != 1:
        return ()
    (name,), (person,) = names, expected.people
    written = text[name.start : name.words[0].start].strip(" .")
    if not contradicts(written, person.title):
        return ()
    return (Wrong(text[slice(*name.span)], f"{person.title} {person.shown}", "other", "consider", name.span),)


def _mentions(text: str, end: int, expected: Expected) -> Iterator[Token]:
    """Where a word of a noted name stands, capitalised, before the signature."""
    known: dict[str, bool] = {}
    for word in tokens(text, 0, end) if expected.people else ():
        if word.text[0].islower() or len(word.text) < 2:
            continue
        if word.text not in known:
            known[word.text] = any(_names(word, person) for person in expected.people)
        if known[word.text]:
            yield word


def _names(word: Token, person: Noted) -> bool:
    if bare(word.text) in {bare(part) for part in person.parts}:
        return True
    return len(word.text) > 2 and compare((word,), titled=person.titled, person=person) == "same"


def _is_vocative(text: str, word: Token) -> bool:
    """ "..., Maria, ..." and "Thanks Maria!" speak to Maria; "I met Maria." speaks about her."""
    before = _TITLE_BEFORE.sub("", text[max(0, word.start - 40) : word.start])
    opens = _greets_before(text, word) or bool(_BEFORE_VOCATIVE.search(before))
    return opens and bool(_AFTER_VOCATIVE.match(text, word.end))


def _greets_before(text: str, word: Token) -> bool:
    """Whether up to three words that are none of a sentence's stand before a name: "Sat sri akal Harpreet,"."""
    if word.start > 60:
        return False
    before = [bare(one.text) for one in tokens(text, 0, word.start)]
    return len(before) < 2 or (len(before) < 4 and not any(is_sentence_word(one) for one in before))


def _thanked(text: str, end: int) -> Name | None:
    """The name in "Thank you, Maria, for the tour", within the first 400 code points."""
    for found in _THANKS.finditer(text, 0, min(end, 400)):
        word = next(tokens(text, found.end(), end), None)
        if word and word.start == found.end() and not no_name_by_itself(Name((word,), False, word.start)):
            second = next(tokens(text, word.end, end), None)
            words = (
                (word, second)
                if second and second.text[0].isupper() and text[word.end : second.start] == " "
                else (word,)
            )
            if _AFTER_VOCATIVE.match(text, words[-1].end) and words[-1].end < end:
                return Name(words, False, word.start)
    return None
