"""A transcript that Teams saved as a Word document: its lines, taken out of the ZIP folder that a .docx is."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from rapportkit.errors import UnreadableFile

_TEXT = "word/document.xml"
_MOST_UNPACKED = 20 * 1024 * 1024
"""Bytes of the text with its markup; a two-hour transcript has some two million."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AGAIN = "Download the transcript once more, or bring it as a .vtt file."


def is_word_document(data: bytes) -> bool:
    """Whether a file is a Word document of today's kind."""
    return data.startswith(b"PK\x03\x04") and _TEXT.encode() in data


def docx_lines(file: str, data: bytes) -> list[str]:
    """
    The lines of a Word document: its paragraphs, broken where a line was broken.

    Raises:
        UnreadableFile: it is damaged, locked or built to do harm.
    """
    lines: list[str] = []
    for paragraph in _parsed(file, _unpacked(file, data)).iter(f"{_WORD}p"):
        lines.extend(_text_of(paragraph).split("\n"))
    return lines


def _text_of(paragraph: ElementTree.Element) -> str:
    breaks = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": " "}
    return "".join(
        (piece.text or "") if piece.tag == f"{_WORD}t" else breaks.get(piece.tag, "") for piece in paragraph.iter()
    )


def _parsed(file: str, data: bytes) -> ElementTree.Element:
    # No Word document declares entities; those who do mean to fill the memory with them.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\x00" in data[:64]:
        raise UnreadableFile(f"'{file}' is a Word document of a kind that no program writes. {_AGAIN}")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - entities are refused above, and so are large texts
    except (ElementTree.ParseError, ValueError, LookupError):
        raise UnreadableFile(f"'{file}' is a Word document whose text is damaged. {_AGAIN}") from None


def _unpacked(file: str, data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_TEXT) as member:
            text = member.read(_MOST_UNPACKED + 1)
    except Exception:  # noqa: BLE001 - a damaged folder fails with whatever zipfile stumbles over
        raise UnreadableFile(f"'{file}' is a Word document that is damaged or locked. {_AGAIN}") from None
    if len(text) > _MOST_UNPACKED:
        raise UnreadableFile(f"'{file}' holds more text than any talk (over {_MOST_UNPACKED >> 20} MB). {_AGAIN}")
    return text
