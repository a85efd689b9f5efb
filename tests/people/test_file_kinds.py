"""Files of other kinds: each is named for what it is, with a next step that is true of it."""

from __future__ import annotations

import pytest

from rapportkit.errors import UnreadableFile
from rapportkit.people.read import read_person
from tests.people.export_zip import zip_of

MAIL = "From: Ana Reis <ana@mail.example>\r\nTo: me\r\nSubject: Hello\r\nDate: Mon, 3 Mar 2025\r\n\r\nLikes: chess\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "kind", "step"),
    [
        (zip_of("word/document.xml"), "a Word document", "into a text file"),
        (zip_of("Index/Document.iwa", "preview.jpg"), "Apple's Pages", "into a text file"),
        (zip_of("xl/workbook.xml"), "a spreadsheet", "the whole ZIP"),
        (zip_of("IMG_1.HEIC", "IMG_2.heic"), "a ZIP folder of pictures", "into the form"),
        (zip_of("Profile.pdf"), "a ZIP folder with a PDF in it", "bring the PDF"),
        (zip_of("contacts.vcf"), "with contact cards in it", "bring the card"),
        (zip_of("Connections.csv"), "a LinkedIn data export without your profile", "Profile ticked"),
        (zip_of("notes.md"), "in which nothing is read", "Bring a LinkedIn data export"),
        (OLE + "__substg1.0_001A".encode("utf-16-le"), "a message saved by Outlook", "attached"),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word file", "into a text file"),
        (OLE + "Workbook".encode("utf-16-le"), "an old Excel file", "the whole ZIP"),
        (b"{\\rtf1\\ansi Ana}", "rich-text", "into a text file"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "into the form"),
        (b"\x00\x00\x00\x18ftypheic", "a picture or a film", "into the form"),
        (b"<!DOCTYPE html><html>Experience", "a web page", "into a text file"),
        (b"<div>\nLikes: chess\n</div>", "a web page", "into a text file"),
        (b"bplist00\xd1WebMainResource", "saved by Safari", "into a text file"),
        (MAIL.encode(), "an e-mail", "into a text file"),
        (b"BEGIN:VCALENDAR\nSUMMARY:Interview", "an entry of a calendar", "into the form"),
        (b"[InternetShortcut]\r\nURL=https://x.example", "a link", "save it as PDF"),
        (b"https://www.linkedin.com/in/nobody\n", "a link", "save it as PDF"),
        (b"basics:\n  name: Ana Reis\ninterests:\n  - chess\n", "sum\u00e9 in YAML", "as JSON"),
        (b"\\documentclass{article}\nLikes: chess", "LaTeX", "into a text file"),
        (b"Name,Given Name,Family Name,Phone 1 - Value,Organization 1 - Name\nAna,Ana,Reis,1,A\n", "contacts", "vCard"),
        (
            b"First Name,Last Name,E-mail Address,Business Phone,Co\nAna,Reis,a@b.example,1,A\n",
            "contacts",
            "vCard",
        ),
        (b'Notes:\n"x"\n\nFirst Name,Last Name,URL,Email Address,Connected On\nA,B,,,\n', "connections", "whole ZIP"),
        (b"First Name,Last Name,URL,Email Address\nA,B,,\n", "other people", "whole ZIP"),
    ],
)
def test_each_kind_of_wrong_file_has_its_name_and_its_next_step(data: bytes, kind: str, step: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_person("thing.pdf", data)

    assert kind in str(refused.value)
    assert step in str(refused.value)
    assert not [word for word in ("chess", "mail.example", "Reis") if word in str(refused.value)]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_notes_of_an_editor_that_saves_in_its_own_letters_are_read(encoding: str) -> None:
    reading = read_person("notes.txt", "Name: Jürgen Groß\r\nLikes: chess\r\n".encode(encoding))

    assert (reading.person.name, reading.person.facts[0].label) == ("Jürgen Groß", "chess")
