"""A ZIP folder that somebody brought, opened with care: only members asked for are unpacked, and never to disk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.people.plain_text import one_line

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 5 * 1024 * 1024
"""Bytes of one member, unpacked; the largest table of a profile seen has some 60,000."""

_MOST_TOGETHER = 2 * MOST_UNPACKED
_MOST_MEMBERS = 20_000
_MOST_TABLES = 200
_SIGN_OF_MEMBER = b"PK\x01\x02"
_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 0x1
_UP_AND_OUT = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:")
_TABLE = re.compile(r"\.(?:csv|tsv|txt)$", re.IGNORECASE)
"""As LinkedIn writes its tables, and as spreadsheets write them once more."""

_MEMBER_NUMBER = re.compile(r"(?:[ _-]\d+| ?\(\d+\))$")
_AGAIN = "Download the export from LinkedIn once more and bring the ZIP as it came."


class Member(NamedTuple):
    """One file of the folder: its name without folders, and its bytes."""

    name: str
    data: bytes


def plain_name(path: str) -> str:
    """
    What a table is called whatever its folder, its spelling and the member number behind it.

        >>> plain_name("Basic_LinkedInDataExport/Causes_You_Care_About_252701747.csv")
        'causes you care about'
    """
    base = _slashed(path).rpartition("/")[2]
    stem = _MEMBER_NUMBER.sub("", _TABLE.sub("", base))
    return " ".join(re.split(r"[\s_-]+", stem)).strip().casefold()


def leads_out(path: str) -> bool:
    """
    Whether a name in a ZIP folder climbs out of it, or begins at the root of a disk.

        >>> leads_out("a/../../b.csv"), leads_out("a/b..csv")
        (True, False)
    """
    return _UP_AND_OUT.search(_slashed(path)) is not None


def beginnings(file: str, data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """
    The tables of a ZIP by their names without folders, each with no more than its first *most* bytes.

    Raises:
        UnreadableFile: it is damaged, locked or built to do harm.
    """
    with _opened(file, data) as archive:
        for info in islice(_tables(file, archive), _MOST_TABLES):
            yield _slashed(info.filename).rpartition("/")[2], _unpacked(file, archive, info, most)


def members(file: str, data: bytes, wanted: Mapping[str, str]) -> dict[str, Member]:
    """
    The members of a ZIP whose plain names are *wanted*, by what is wanted of each.

    Raises:
        UnreadableFile: it is damaged, locked, built to do harm, or holds two different members of one name.
    """
    found: dict[str, Member] = {}
    unpacked = 0
    with _opened(file, data) as archive:
        for info in _tables(file, archive):
            name = wanted.get(plain_name(info.filename), "")
            if not name:
                continue
            member = Member(_slashed(info.filename).rpartition("/")[2], _unpacked(file, archive, info))
            unpacked += len(member.data)
            if unpacked > _MOST_TOGETHER:
                raise UnreadableFile(f"'{file}' holds far more than an export of a profile does. {_AGAIN}")
            if name in found and found[name].data != member.data:
                raise UnreadableFile(
                    f"'{file}' holds two different files called '{member.name[:60]}', perhaps of two exports. {_AGAIN}"
                )
            found.setdefault(name, member)
    return found


def _opened(file: str, data: bytes) -> zipfile.ZipFile:
    if len(data) > MOST_BYTES:
        raise UnreadableFile(
            f"'{file}' is larger than {MOST_BYTES >> 20} MB. Ask LinkedIn for the parts on your profile only, "
            "and bring that export."
        )
    if data.count(_SIGN_OF_MEMBER) > _MOST_MEMBERS:
        raise UnreadableFile(f"'{file}' is a ZIP folder of far more files than an export has. {_AGAIN}")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as problem:
        raise _damaged(file, problem) from None


def _damaged(file: str, problem: Exception) -> UnreadableFile:
    reason = one_line(str(problem))[:80] or type(problem).__name__
    return UnreadableFile(f"'{file}' is a ZIP folder that is damaged or breaks off ({reason}). {_AGAIN}")


def _tables(file: str, archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The members that are tables; what a Mac adds is passed over, and what climbs out of the folder is refused."""
    for info in archive.infolist():
        path = _slashed(info.filename)
        if leads_out(path):
            raise UnreadableFile(
                f"'{file}' holds a file whose name leads out of its folder ('{one_line(info.filename)[:60]}'), "
                f"as no export of LinkedIn's does. {_AGAIN}"
            )
        base = path.rpartition("/")[2]
        if _TABLE.search(base) and not base.startswith("._") and "__MACOSX" not in path.split("/"):
            yield info


def _unpacked(file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int = 0) -> bytes:
    """What a member holds; never more of it is unpacked than a profile can be, whatever it says of its own size."""
    name = one_line(info.filename)[:60]
    if info.flag_bits & _LOCKED:
        raise UnreadableFile(f"'{name}' in '{file}' is locked with a password. {_AGAIN}")
    if info.compress_type not in _READ_METHODS:
        raise UnreadableFile(f"'{name}' in '{file}' is packed in a way that is not read. {_AGAIN}")
    try:
        with archive.open(info) as member:
            data = member.read(most or MOST_UNPACKED + 1)
    except Exception as problem:  # noqa: BLE001 - a damaged member fails with whatever zipfile stumbles over
        raise _damaged(file, problem) from None
    if len(data) > MOST_UNPACKED:
        raise UnreadableFile(f"'{name}' in '{file}' is larger than {MOST_UNPACKED >> 20} MB unpacked. {_AGAIN}")
    return data


def _slashed(path: str) -> str:
    return path.replace("\\", "/")
