"""
The content lines of contact cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).

Only lines of the properties asked for are decoded; photographs, keys, numbers and addresses of mail are passed over
unread.
"""

from __future__ import annotations

import quopri
import re
from base64 import b64decode
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from rapportkit.people.letters import Text, text_of

_LINE = re.compile(r"[^\r\n]+")
_LONGEST = 20_000
"""Characters of one property that are looked at; the longest note seen has some 2,000."""

_MOST_OF_A_CARD = 100_000
"""Characters of all properties together; what comes after them is passed over."""

_MOST_PROPERTIES = 100
_MOST_PARTS = 100
_NO_CODE = re.compile(r"=(?![0-9A-Fa-f]{2})")
_NEXT = re.compile(
    r"(?:item\d{1,3}\.)?(?:BEGIN|END|VERSION|N|FN|NICKNAME|ORG|TITLE|ROLE|ADR|LABEL|TEL|EMAIL|URL|NOTE|PHOTO|LOGO|BDAY"
    r"|ANNIVERSARY|CATEGORIES|CLASS|GENDER|KIND|LANG|GEO|TZ|IMPP|RELATED|SORT-STRING|PRODID|KEY|SOUND|AGENT|MAILER|REV|UID"
    r"|X-[A-Z-]+)[;:]"
)
"""A line after `=` that is a property of its own: programs forget what they began."""

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Property(NamedTuple):
    """
    One line of a card: its name in capitals without its group, and its parts as semicolons part them.

    `parts` is None where nobody can tell its letters; where they are likely only, `is_sure` is false.
    """

    name: str
    parts: tuple[str, ...] | None
    is_sure: bool = True


def cards_in(data: bytes, wanted: Collection[str]) -> Iterator[tuple[Property, ...]]:
    """
    The cards in a file, each with its lines of the *wanted* names; a card within a card is passed over.

        >>> list(cards_in(b"BEGIN:VCARD\\nitem1.ORG:Acme\\\\, Inc.;Sales\\nTEL:1\\nEND:VCARD", {"ORG"}))
        [(Property(name='ORG', parts=('Acme, Inc.', 'Sales'), is_sure=True),)]
    """
    text, is_utf8 = _decoded(data)
    card: list[Property] | None = None
    depth, read, before = 0, 0, ""
    for head, value in _logical_lines(text):
        name, parameters = _head(head)
        is_edge = value.strip().upper() == "VCARD"
        if name == "BEGIN" and is_edge and (card is None or before != "AGENT"):
            if card is not None:
                yield tuple(card)  # its end is missing
            card, depth, read = [], 0, 0
        elif name == "BEGIN" and is_edge:
            depth += 1
        elif name == "END" and is_edge and depth:
            depth -= 1
        elif name == "END" and is_edge and card is not None:
            yield tuple(card)
            card = None
        elif card is not None and not depth and name in wanted and _has_room(card, read):
            read += len(value)
            said = _value(value, parameters, is_utf8=is_utf8)
            card.append(Property(name, _parts(said.text, name), said.is_sure) if said else Property(name, None))
        before = name
    if card is not None:
        yield tuple(card)


def _has_room(card: Collection[Property], read: int) -> bool:
    return len(card) < _MOST_PROPERTIES and read < _MOST_OF_A_CARD


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether its letters are certain; where not, each stands for the byte it was."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"), True
    except UnicodeDecodeError:
        return data.decode("latin-1"), False


def _logical_lines(text: str) -> Iterator[tuple[str, str]]:
    """Heads and values, folded lines joined, and those too that quoted-printable ends with `=`."""
    pieces: list[str] = []
    length, is_quoted, is_soft = 0, False, False
    for found in _LINE.finditer(text):
        line = found[0]
        folded = line[0] in " \t"
        if pieces and (folded or (is_soft and not _NEXT.match(line))):
            if length < _LONGEST:
                pieces[-1] = pieces[-1].removesuffix("=") if is_soft else pieces[-1]
                pieces.append(line[1:] if folded and not is_soft else line)
                length += len(line)
        else:
            yield from _split("".join(pieces))
            pieces, length = [line[:_LONGEST]], len(line)
            is_quoted = "QUOTED-PRINTABLE" in line[:200].upper()
        is_soft = is_quoted and line.endswith("=")
    yield from _split("".join(pieces))


def _split(line: str) -> Iterator[tuple[str, str]]:
    """A line parted at its first colon outside quotation marks; a line without one is no property."""
    quoted = False
    for at, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            yield line[:at], line[at + 1 :]
            return


def _head(head: str) -> tuple[str, dict[str, str]]:
    name, *settings = head.split(";")
    parameters: dict[str, str] = {}
    for setting in settings[:20]:
        key, sign, value = setting.partition("=")
        if sign:
            parameters[key.strip().upper()] = value.strip().strip('"')
        elif key.strip().upper() in ("QUOTED-PRINTABLE", "BASE64", "B"):
            parameters["ENCODING"] = key.strip()
    return name.rpartition(".")[2].strip().upper(), parameters


def _value(value: str, parameters: Mapping[str, str], *, is_utf8: bool) -> Text | None:
    """The value in its letters; None where nobody can tell them."""
    how = parameters.get("ENCODING", "").upper()
    encoding = "utf-8" if is_utf8 else "latin-1"
    if how == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(_NO_CODE.sub("", value).encode(encoding))
    elif how in ("B", "BASE64"):
        coded = value.rstrip("= \t")
        try:
            raw = b64decode(coded + "=" * (-len(coded) % 4), validate=True)
        except ValueError:
            return None
    elif is_utf8 or value.isascii():
        return Text(value, is_sure=True)
    else:
        raw = value.encode(encoding)
    return text_of(raw, parameters.get("CHARSET", "").strip("\"' "))


def _parts(value: str, name: str) -> tuple[str, ...]:
    """The parts between semicolons; an escaped one belongs to its part. A line of a note is a part of its own."""
    if name == "NOTE":
        value = re.sub(r"\\[nN]|[\r\n]+", ";", value)
    parts: list[str] = [""]
    for piece in re.split(r"(\\.|;)", value, flags=re.DOTALL):
        if piece == ";":
            if len(parts) == _MOST_PARTS:
                break
            parts.append("")
        else:
            parts[-1] += _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], piece)
    return tuple(" ".join(part.split()) for part in parts)
