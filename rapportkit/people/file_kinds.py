"""What a file is that is not read, told by what stands in it, and what to do with it: so that the refusal is true."""

from __future__ import annotations

import re

_AS_TEXT = "Open it, copy what it says with its headings into a text file (.txt, UTF-8), and bring that."
_NO_PICTURE = "What stands on a picture is not read: type it into the form."
_UNPACK = "Unpack it first."

_SIGNS = (
    (b"{\\rtf", "a rich-text document (RTF)", _AS_TEXT),
    (b"\x89PNG", "a picture", _NO_PICTURE),
    (b"\xff\xd8\xff", "a picture", _NO_PICTURE),
    (b"GIF8", "a picture", _NO_PICTURE),
    (b"II*\x00", "a picture", _NO_PICTURE),
    (b"MM\x00*", "a picture", _NO_PICTURE),
    (b"RIFF", "a picture or a recording", _NO_PICTURE),
    (b"ID3", "a recording", "A recorded talk belongs into Rehearse the talk, as a transcript."),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"7z\xbc\xaf", "a compressed file", _UNPACK),
    (b"Rar!", "a compressed file", _UNPACK),
    (b"BZh", "a compressed file", _UNPACK),
    (b"\xfd7zXZ", "a compressed file", _UNPACK),
    (b"SQLite format 3", "a database, perhaps your workbook", "A workbook opens by itself with the lessons."),
    (b"bplist00", "a Mac's own file, perhaps a page saved by Safari", _AS_TEXT),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OLD = (
    ("__substg1.0", "a message saved by Outlook", "If a file is attached to it, save that and bring it."),
    ("WordDocument", "an old Word file", _AS_TEXT),
    ("Workbook", "an old Excel file", "If it is a table of LinkedIn's export, bring the whole ZIP as it came."),
)
_ZIPPED = (
    (b"word/", "a Word document", _AS_TEXT),
    (b"xl/", "a spreadsheet", "If it is a table of LinkedIn's export, bring the whole ZIP as it came."),
    (b"ppt/", "a slide show", _AS_TEXT),
    (b".iwa", "a document of Apple's Pages, Numbers or Keynote", _AS_TEXT),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file", _AS_TEXT),
    (b"mimetypeapplication/epub", "an e-book", ""),
    (
        b"onnections.csv",
        "a LinkedIn data export without your profile",
        "Ask LinkedIn for it again, with Profile ticked.",
    ),
    (b".csv", "a ZIP folder of tables without a profile in it", "Ask LinkedIn for the export with Profile ticked."),
    (b".zip", "a ZIP folder with another one in it", "Unpack it, and bring the inner one."),
    (b".pdf", "a ZIP folder with a PDF in it", "Unpack it, and bring the PDF."),
    (b".vcf", "a ZIP folder with contact cards in it", "Unpack it, and bring the card."),
    (b".json", "a ZIP folder with JSON in it", "Unpack it, and bring the JSON Resume."),
    (b".jpg", "a ZIP folder of pictures", _NO_PICTURE),
    (b".jpeg", "a ZIP folder of pictures", _NO_PICTURE),
    (b".png", "a ZIP folder of pictures", _NO_PICTURE),
    (b".heic", "a ZIP folder of pictures", _NO_PICTURE),
)
_MAIL = re.compile(
    r"(?:From |[A-Z][A-Za-z-]{1,40}:)[^\n]*\n(?:[ \t][^\n]*\n|[A-Z][A-Za-z-]{1,40}:[^\n]*\n){2,}", re.ASCII
)
_MAIL_FIELDS = ("from:", "date:", "subject:", "message-id:", "received:", "mime-version:", "to:")
_TEXTS = (
    (re.compile(r"BEGIN:VCALENDAR", re.IGNORECASE), "an entry of a calendar", "Type what it says into the form."),
    (
        re.compile(r"\[InternetShortcut\]|https?://\S{1,2000}\s*\Z"),
        "a link, and nothing is fetched",
        "Open the page and save it as PDF there.",
    ),
    (
        re.compile(r"(?:---\s*\n)?(?:basics|cv):[ \t]*\n\s+\w"),
        "a r\u00e9sum\u00e9 in YAML",
        "Save it as JSON, and bring that.",
    ),
    (re.compile(r"\\documentclass"), "a document in LaTeX", _AS_TEXT),
    (re.compile(r"(?:<!--|<head|<body|<div|<meta)", re.IGNORECASE), "a web page", _AS_TEXT),
)
_CONTACTS = ("given name", "family name", "e-mail", "phone 1", "organization 1", "organization name", "business phone")


def kind_of_file(data: bytes) -> tuple[str, str] | None:
    """
    What a file is that is neither text nor anything we read, and what to do with it; None where it may be text.

        >>> kind_of_file(b"\\x89PNG...")
        ('a picture', 'What stands on a picture is not read: type it into the form.')
    """
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        listing = (data[:4096] + data[-65_536:]).lower()
        other = ("a ZIP folder in which nothing is read", "")
        return next(((kind, step) for sign, kind, step in _ZIPPED if sign.lower() in listing), other)
    if start.startswith(_OLD_OFFICE):
        other = ("an old Word or Excel file, or a message of Outlook", _AS_TEXT)
        return next(((kind, step) for sign, kind, step in _OLD if sign.encode("utf-16-le") in data), other)
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "a web page", _AS_TEXT
    if start.startswith(b"<?xml"):
        return "an XML file", _AS_TEXT
    if data[4:8] == b"ftyp":
        return "a picture or a film", _NO_PICTURE
    return next(((kind, step) for sign, kind, step in _SIGNS if start.startswith(sign)), None)


def kind_of_text(text: str) -> tuple[str, str] | None:
    """
    What a text is that is no profile, and what to do with it; None where it may be one.

        >>> kind_of_text("[InternetShortcut]\\nURL=https://x.example")[0]
        'a link, and nothing is fetched'
    """
    start = text[:5_000].replace("\r\n", "\n").lstrip("\ufeff \t\n")
    fields = {
        line.partition(":")[0].casefold() + ":" for line in start.partition("\n\n")[0].splitlines() if ":" in line
    }
    if _MAIL.match(start) and len(fields.intersection(_MAIL_FIELDS)) >= 3:
        return "an e-mail or a page saved as one (.eml, .mht)", _AS_TEXT
    header = start.partition("\n")[0].casefold()
    if header.count(",") + header.count(";") >= 4 and sum(column in header for column in _CONTACTS) >= 2:
        return "a table of contacts", "Export the one contact that you mean as a contact card (vCard), and bring that."
    if header.startswith("first name,last name,url,email") or "conversation id" in header:
        return "a table of other people out of LinkedIn's export", "Bring the whole ZIP as LinkedIn sent it."
    if start.startswith("Notes:\n") and "connected on" in start.casefold():
        return "LinkedIn's table of your connections", "Bring the whole ZIP as LinkedIn sent it."
    return next(((kind, step) for sign, kind, step in _TEXTS if sign.match(start)), None)
