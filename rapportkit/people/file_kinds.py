"""What a file is that is not read: told by what stands in it, so that the refusal can name it."""

from __future__ import annotations

_SIGNS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich-text document (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database, perhaps your workbook"),
)
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"xl/", "a spreadsheet"),
    (b"ppt/", "a slide show"),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an e-book"),
    (b".csv", "a ZIP folder of tables without a profile in it"),
    (b".zip", "a ZIP folder with another one in it (unpack it and bring the inner one)"),
)


def kind_of_file(data: bytes) -> str | None:
    """
    What a file is that is neither text nor anything we read; None where it may be text.

        >>> kind_of_file(b"\\x89PNG...")
        'a picture'
    """
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        listing = data[:4096] + data[-65_536:]
        return next((kind for sign, kind in _ZIPPED if sign in listing), "a ZIP folder")
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if start.startswith(b"<?xml"):
        return "an XML file"
    return next((kind for sign, kind in _SIGNS if start.startswith(sign)), None)
