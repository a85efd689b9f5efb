"""
The content lines of contact cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).

Only lines of the properties asked for are decoded; photographs, keys, numbers and addresses of mail are passed over
unread.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_LONGEST = 20_000
"""Characters of one property that are looked at; the longest note seen has some 2,000."""

_MOST_OF_A_CARD = 100_000
"""Characters of all properties together; what comes after them is passed over."""

_MOST_PROPERTIES = 100
_MOST_PARTS = 100
_CHARSET = re.compile(
    r"(?:us-?)?ascii|utf-?(?:8|16|16[lb]e)|(?:iso-?)?8859-?\d{1,2}|latin-?\d{1,2}|(?:windows|cp|ibm)-?\d{3,5}"
    r"|(?:x-)?s(?:hift)?-?jis|euc-?(?:jp|kr|cn)|gb-?(?:k|2312|18030)|big-?5|koi8-?[ru]|mac(?:intosh|-?roman)",
    re.IGNORECASE,
)
"""How cards say that they are written. Python knows more, and some of them take hours or run what they read."""

_NO_CODE = re.compile(r"=(?![0-9A-Fa-f]{2})")
_NEXT = re.compile(
    r"(?:BEGIN|END|VERSION|N|FN|ORG|TITLE|ROLE|ADR|LABEL|TEL|EMAIL|URL|NOTE|PHOTO|BDAY|REV|UID|X-[A-Z-]+)[;:]"
)
"""A line after `=` that is a property of its own: programs forget what they began."""

_BACKSLASH, _SEMICOLON = "\x00", "\x01"
"""Stand for an escaped one while a line is parted; no card has them."""


class Property(NamedTuple):
    """
    One line of a card: its name in capitals without its group, and its parts as semicolons part them.

    `parts` is None where the line is neither UTF-8 nor says what it is.
    """

    name: str
    parts: tuple[str, ...] | None


def cards_in(data: bytes, wanted: Collection[str]) -> Iterator[tuple[Property, ...]]:
    """
    The cards in a file, each with its lines of the *wanted* names; a card within a card is passed over.

        >>> list(cards_in(b"BEGIN:VCARD\\nitem1.ORG:Acme\\\\, Inc.;Sales\\nTEL:1\\nEND:VCARD", {"ORG"}))
        [(Property(name='ORG', parts=('Acme, Inc.', 'Sales')),)]
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
        elif (
            card is not None
            and not depth
            and name in wanted
            and len(card) < _MOST_PROPERTIES
            and read < _MOST_OF_A_CARD
        ):
            read += len(value)
            card.append(Property(name, _parts(_value(value, parameters, is_utf8=is_utf8))))
        before = name
    if card is not None:
        yield tuple(card)


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
        elif key.strip().upper() == "QUOTED-PRINTABLE":
            parameters["ENCODING"] = "QUOTED-PRINTABLE"
    return name.rpartition(".")[2].strip().upper(), parameters


def _value(value: str, parameters: Mapping[str, str], *, is_utf8: bool) -> str | None:
    charset = parameters.get("CHARSET", "").replace("_", "-")
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(_NO_CODE.sub("", value).encode("utf-8" if is_utf8 else "latin-1"))
    elif is_utf8 or value.isascii():
        return value
    else:
        raw = value.encode("latin-1")
    if charset and not _CHARSET.fullmatch(charset):
        return None
    try:
        return raw.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return None


def _parts(value: str | None) -> tuple[str, ...] | None:
    """The parts between semicolons; an escaped one belongs to its part, as an escaped comma does."""
    if value is None:
        return None
    marked = value.replace("\\\\", _BACKSLASH).replace("\\;", _SEMICOLON).replace("\\n", "\n").replace("\\N", "\n")
    plain = marked.replace("\\", "").split(";", _MOST_PARTS)
    return tuple(" ".join(part.replace(_BACKSLASH, "\\").replace(_SEMICOLON, ";").split()) for part in plain)
