"""
A contact card (vCard) as a person: name, employer and title, the city of an address, and what RFC 6715 adds.

Streets, numbers, mail addresses and birthdays are nobody's business here and are never kept. Of a note only what it
says that somebody likes is kept, since anything may stand in it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.people.activities import add_interests
from rapportkit.people.choosing import chosen
from rapportkit.people.dates import Span
from rapportkit.people.gathering import NO_NAME, Gathering
from rapportkit.people.lists import is_thing
from rapportkit.people.naming import headline_of
from rapportkit.people.person import Reading
from rapportkit.people.places import add_place
from rapportkit.people.plain_text import one_line
from rapportkit.people.remarks import CARD_LETTERS, CARD_NOTE, LETTERS_UNSURE
from rapportkit.people.vcard_lines import Property, cards_in

MOST_BYTES = 20 * 1024 * 1024
"""Cards carry photographs; a thousand of them have some 15 MB."""

_MOST_CARDS = 5_000
_WANTED = {
    "FN",
    "N",
    "ORG",
    "TITLE",
    "ROLE",
    "ADR",
    "HOBBY",
    "INTEREST",
    "EXPERTISE",
    "KIND",
    "X-ABSHOWAS",
    "AGENT",
    "NOTE",
}
_NO_PERSON = {"ORG", "GROUP", "LOCATION", "APPLICATION", "DEVICE", "COMPANY"}
_CITY, _REGION, _COUNTRY = 3, 4, 6
_REACHES = re.compile(r"@|\d{4}|://")
"""What stands in a name field where a program had no name: a mail address, a number, a link."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\s*;\s*")
_LIKES = re.compile(
    r"(?:(?:i|he|she|they) )?(?:(?:also|really) )?(?:likes?|loves?|enjoys?|hobby:|hobbies:|interests?:|into)"
    r"\s*:? (?!to be |it\b)(.{1,300})",
    re.IGNORECASE,
)
_ALSO = re.compile(r",? (?:and|&) ")
_MOST_WORDS = 5


class _Card(NamedTuple):
    name: str
    lines: tuple[Property, ...]

    def values(self, name: str) -> list[tuple[str, ...]]:
        """The parts of every line of that name which says anything."""
        return [line.parts for line in self.lines if line.name == name and line.parts and any(line.parts)]


def read_vcard(file: str, data: bytes, person: str | None) -> Reading:
    """
    The person on a contact card, or the one of several whom *person* names.

    Raises:
        UnreadableFile: it is too large, or there is nobody in it.
        SeveralPeople: it holds several people and *person* does not choose one.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"'{file}' is larger than {MOST_BYTES >> 20} MB. Export the one contact that you mean.")
    cards = [_Card(_name(lines), lines) for lines in islice(cards_in(data, _WANTED), _MOST_CARDS)]
    people = [card for card in cards if _is_person(card)]
    if not people:
        raise UnreadableFile(f"'{file}' {_why_nobody(cards)}")
    return _read(file, people[chosen(file, [card.name or NO_NAME for card in people], person)])


def _why_nobody(cards: list[_Card]) -> str:
    """Why no person can be read, and what to do next."""
    if any(line.parts is None for card in cards for line in card.lines):
        return (
            "is a contact card whose letters cannot be told: how they are written does not stand on it. Export the "
            "contact once more as vCard 3.0 or 4.0 (UTF-8), or type what you know into the form."
        )
    if any(card.name or card.values("ORG") for card in cards):
        return (
            "is a contact card of a firm or a group, not of a person. Export the card of the person whom you meet, "
            "or type what you know into the form."
        )
    return (
        "is a contact card without a name, an employer or a title: no person can be read on it. Write the name into "
        "the contact and export it once more, or type what you know into the form."
    )


def _name(lines: tuple[Property, ...]) -> str:
    """The name as it is shown, else put together: some exports have none to show, or show the family's name first."""
    card = _Card("", lines)
    shown = [one_line(" ".join(parts)) for parts in card.values("FN")]
    made = [one_line(" ".join(_ordered(parts))) for parts in card.values("N")]
    turned = {one_line(f"{parts[0]}, {' '.join(parts[1:2])}") for parts in card.values("N")}
    names = [name for name in (*shown, *made) if not _REACHES.search(name)]
    return next((name for name in names if name not in turned), names[0] if names else "")[:300]


def _ordered(parts: tuple[str, ...]) -> list[str]:
    """Family, given and further names as one says them: `Doe;John;Q.` is John Q. Doe."""
    family, given, further = (*parts, "", "", "")[:3]
    return [part for part in (given, further, family) if part]


def _is_person(card: _Card) -> bool:
    kinds = {parts[0].upper() for name in ("KIND", "X-ABSHOWAS") for parts in card.values(name)}
    says = any(card.values(name) for name in ("ORG", "TITLE", "HOBBY", "INTEREST"))
    return kinds.isdisjoint(_NO_PERSON) and bool(card.name or says)


def _read(file: str, card: _Card) -> Reading:
    found = Gathering(file)
    titles = [headline_of(" ".join(parts)) for parts in card.values("TITLE") or card.values("ROLE")]
    firms = [next(part for part in parts if part) for parts in card.values("ORG")]
    for firm, title in zip(firms, titles if len(titles) == len(firms) else [""] * len(firms), strict=True):
        found.fact("employer", firm, "ORG", detail=title, span=Span(current=True))
    for parts in card.values("ADR"):
        _place(found, parts)
    for name in ("HOBBY", "INTEREST"):
        for parts in card.values(name):
            add_interests(found, "; ".join(parts), name)
    for parts in card.values("EXPERTISE"):
        found.fact("skill", " ".join(parts), "EXPERTISE")
    for parts in card.values("NOTE"):
        _note(found, found.kept("; ".join(parts), "NOTE"))
    for line in card.lines:
        if line.parts is None:
            found.puzzle(CARD_LETTERS, line.name)
        elif not line.is_sure:
            found.puzzle(LETTERS_UNSURE, line.name)
    return found.reading(card.name, titles[0] if titles else None)


def _note(found: Gathering, note: str) -> None:
    """What somebody likes, where a sentence of the note says so in few words; of the rest only that there is one."""
    unread = False
    for sentence in filter(None, _SENTENCE_END.split(note.strip())):
        said = _LIKES.fullmatch(sentence.rstrip(".! "))
        things = _ALSO.sub(", ", said[1]).split(", ") if said else []
        fit = [thing for thing in things if is_thing(thing) and len(thing.split()) <= _MOST_WORDS
               and not any(letter.isdigit() or letter == "@" for letter in thing)]  # fmt: skip
        for thing in fit:
            found.fact("interest", thing, "NOTE")
        unread = unread or not things or len(fit) < len(things)
    if unread:
        found.puzzle(CARD_NOTE, "NOTE")


def _place(found: Gathering, parts: tuple[str, ...]) -> None:
    """The city alone; where a figure stands in it, the street has slipped there, and nothing is kept."""
    city, region, country = ((*parts, *[""] * 7)[place] for place in (_CITY, _REGION, _COUNTRY))
    if not any(letter.isdigit() for letter in f"{city}{region}{country}") and len(parts) <= 7:
        within = ", ".join(part for part in (region, country) if part)
        add_place(found, city.split(",")[0], "ADR (the city only)", Span(current=True), within=within)
