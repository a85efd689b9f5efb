"""
A file that somebody brought becomes a person.

What a file is, is told by what stands in it, never by its name. What is not read is refused with a sentence
of its own that says what to bring instead.
"""

from __future__ import annotations

import json
import re
from typing import Any

from rapportkit.errors import UnreadableFile
from rapportkit.people.choosing import are_alike, chosen
from rapportkit.people.file_kinds import kind_of_file, kind_of_text
from rapportkit.people.gathering import NO_NAME
from rapportkit.people.json_people import one_person
from rapportkit.people.letters import Text, text_of
from rapportkit.people.person import Reading, Source
from rapportkit.people.plain_text import one_line
from rapportkit.people.remarks import LETTERS_UNSURE

MOST_TEXT = 5 * 1024 * 1024
"""Bytes of a text file that are read; the largest JSON Resume seen has some 60,000."""

_INSTEAD = (
    "Bring a LinkedIn data export (ZIP), a LinkedIn profile saved as PDF, a contact card (vCard), a JSON Resume or "
    "notes with headings such as Experience and Interests; or type what you know into the form."
)
_CARD = re.compile(
    rb"\A(?:\xef\xbb\xbf|[ \t\r\n]){0,64}BEGIN[ \t]{0,9}:[ \t]{0,9}VCARD|\A(?:\xff\xfe|\xfe\xff)\x00?B\x00?E\x00?G",
    re.IGNORECASE,
)


def read_person(name: str, data: bytes, person: str | None = None) -> Reading:
    """
    The person in a file, and the phrases in it that nobody could make sense of.

    *name* is only how the file is called in places and sentences. Where a file holds several people,
    *person* says which: the whole name or a part that only one of them has.

    Raises:
        UnreadableFile: nothing in it can be read; the sentence says why and what to bring instead.
        SeveralPeople: it holds several people and *person* does not choose one; `names` lists them.
    """
    file = _called(name)
    reading = _read(file, data, person)
    only = reading.person.name
    if person is not None and only != NO_NAME and not are_alike(only, person):
        chosen(file, [only], person)
    return reading


def _read(file: str, data: bytes, person: str | None) -> Reading:
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFile(f"'{file}' is empty. Save or download it once more, and choose it again.")
    if b"%PDF-" in data[:1024]:
        from rapportkit.people.linkedin_pdf import read_linkedin_pdf

        return read_linkedin_pdf(file, data, person)
    if data.startswith(b"PK\x03\x04"):
        from rapportkit.people.linkedin_export import read_linkedin_export

        if reading := read_linkedin_export(file, data, person):
            return reading
    if _CARD.search(data, 0, 1024):
        from rapportkit.people.vcard import read_vcard

        return read_vcard(file, data, person)
    _refuse_other_kinds(file, data)
    from rapportkit.people.linkedin_export import read_linkedin_table

    if reading := read_linkedin_table(file, data, person):
        return reading
    text, is_sure = _text(file, data)
    if text.lstrip()[:1] not in ("{", "["):
        from rapportkit.people.pasted import read_pasted

        if reading := read_pasted(file, text, person):
            return reading if is_sure else _in_doubt(file, reading)
    return one_person(file, _json(file, text), person)


def _in_doubt(file: str, reading: Reading) -> Reading:
    """The reading of a text whose letters are likely only, with a word on that."""
    return reading.with_(not_understood=(Source(text=LETTERS_UNSURE, where=file), *reading.not_understood))


def _called(name: str) -> str:
    """The bare name of a file, fit to be shown."""
    bare = one_line(re.split(r"[/\\]", name)[-1]) or "this file"
    return bare if len(bare) <= 80 else f"{bare[:60]}…{bare[-15:]}"


def _refuse_other_kinds(file: str, data: bytes) -> None:
    if known := kind_of_file(data):
        raise _not_read(file, *known)
    if len(data) > MOST_TEXT:
        raise UnreadableFile(
            f"'{file}' has {len(data) / 1024 / 1024:.0f} MB, more than any profile. "
            f"Is it the file you meant? {_INSTEAD}"
        )


def _not_read(file: str, kind: str, step: str) -> UnreadableFile:
    return UnreadableFile(" ".join(filter(None, (f"'{file}' is {kind}, which is not read.", step, _INSTEAD))))


def _text(file: str, data: bytes) -> Text:
    text = text_of(data)
    if text is None:
        raise UnreadableFile(
            f"'{file}' is not text that we can read (it is not UTF-8). If it is text, save it as UTF-8. {_INSTEAD}"
        )
    if "\x00" in text.text:
        raise UnreadableFile(f"'{file}' is no text but a program's own data. {_INSTEAD}")
    if known := kind_of_text(text.text):
        raise _not_read(file, *known)
    return text


def _json(file: str, text: str) -> Any:
    looks_like_json = text.lstrip()[:1] in ("{", "[")
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise UnreadableFile(f"'{file}' is JSON nested deeper than any résumé, and is not read. {_INSTEAD}") from None
    except json.JSONDecodeError as error:
        if looks_like_json:
            raise UnreadableFile(
                f"'{file}' looks like JSON but breaks off or is broken in line {error.lineno}. "
                "Save or download it once more, or type what you know into the form."
            ) from None
    except ValueError:
        raise UnreadableFile(f"'{file}' is JSON with a number too long to be read. {_INSTEAD}") from None
    raise UnreadableFile(
        f"'{file}' is plain text (it starts with '{one_line(text[:200])[:30]}'), which is not read as a profile. "
        f"{_INSTEAD}"
    )
