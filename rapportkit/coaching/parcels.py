"""What comes back, whatever it is packed in: files one after the other, never more than one of them in memory."""

from __future__ import annotations

import io
import os
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from rapportkit.errors import UnreadableFile
from rapportkit.handin import MARK, MOST_BYTES
from rapportkit.people.plain_text import one_line
from rapportkit.people.zip_folder import leads_out

MOST_FILES = 200_000
MOST_UNPACKED = 2 * 1024**3
"""Bytes that one source may unpack to; a class of 5,000 has some 50 million."""

DEEPEST = 4
"""ZIP folders within ZIP folders: a course, its sections, its learners, and one more."""

_LONGEST_LIST = 8 * 1024 * 1024
"""Bytes of a ZIP folder's list of files, which is read at once: 100,000 files and more."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BEGINNING = 200
"""Bytes in which a file of ours says what it is."""

_LOCKED = 0x1
_OF_AN_OFFICE = ("[Content_Types].xml", "mimetype")
_NOBODYS = {".ds_store", "thumbs.db", "desktop.ini", "timestamp.txt"}
"""What machines and nbgrader lay beside a hand-in."""

TOO_LARGE = f"It is larger than {MOST_BYTES >> 20} MB, which no hand-in is."
LEADS_OUT = "Its name leads out of its folder."
_OVER = (
    f"It unpacks to more than {MOST_FILES} files or {MOST_UNPACKED >> 30} GB, which no class hands in. "
    "The rest of it was not looked at."
)


class Brought(NamedTuple):
    """A file that was brought into a panel: what it is called, and its bytes."""

    name: str
    data: bytes


Source = Path | Brought
"""Where files come from: a place on the disk, or a file that is here already."""


class Parcel(NamedTuple):
    """
    One file that came: where it was found, for people, and its bytes; or the trouble with it, in a sentence.

    What is `damaged` may well have been a hand-in.
    """

    where: str
    data: bytes = b""
    trouble: str = ""
    damaged: bool = False


@dataclass
class _Meter:
    """What may still be unpacked of one source."""

    files: int = MOST_FILES
    size: int = MOST_UNPACKED


def parcels(sources: Sequence[Source]) -> Iterator[Parcel]:
    """
    Every file in *sources* (files, folders, ZIP folders, ZIP folders within those), one at a time.

    Nothing is unpacked to a name of its own, no link is followed, and what is too large, locked, damaged or
    climbs out of its folder comes as a trouble. What machines lay beside, and our own copies to read, is passed over.
    """
    for source in sources:
        if isinstance(source, Brought):
            yield from _of_brought(source)
        elif source.is_dir():
            for folder, inner, names in os.walk(source):
                inner.sort()
                for name in sorted(names):
                    path = Path(folder, name)
                    yield from _of_file(path, path.relative_to(source).as_posix(), is_link=path.is_symlink())
        else:
            yield from _of_file(source, source.name)


def unpacked(name: str, data: bytes, form: str) -> tuple[str, bytes]:
    """
    The one file of that form in a ZIP folder that was brought, with its name; what is no ZIP comes as it is.

    Raises:
        UnreadableFile: there is none in it, or more than one.
    """
    if not data.startswith(_ZIP):
        return name, data
    begins = ((one, one.data[:_BEGINNING].lstrip()) for one in parcels([Brought(name, data)]))
    found = [one for one, begin in begins if begin.startswith(b"{") and f'"{form}"'.encode() in begin]
    if len(found) == 1:
        return found[0].where.rpartition(" > ")[2], found[0].data
    what, name = form.removeprefix("rapportkit "), one_line(name)[:80]
    many = f"There are {len(found)} files of that kind" if found else f"There is no {what}"
    raise UnreadableFile(f"{many} in the ZIP '{name}'. Unpack it, and bring the one .json that is yours.")


def _of_file(path: Path, where: str, *, is_link: bool = False) -> Iterator[Parcel]:
    if _is_nobodys(where):
        return
    where = one_line(where)[:300]
    try:
        status = path.stat()
        if is_link or not stat.S_ISREG(status.st_mode):
            yield Parcel(where, trouble="It is a link or a device, not a file.")
            return
        with path.open("rb") as file:
            yield from _of_open(file, where)
    except OSError as error:
        yield Parcel(where, trouble=f"It cannot be opened ({error.strerror}).", damaged=True)


def _of_brought(brought: Brought) -> Iterator[Parcel]:
    if _is_nobodys(brought.name):
        return
    where = one_line(brought.name)[:300]
    if leads_out(brought.name):
        yield Parcel(where, trouble=LEADS_OUT)
    else:
        yield from _of_open(io.BytesIO(brought.data), where)


def _of_open(file: IO[bytes], where: str) -> Iterator[Parcel]:
    start = file.read(4)
    file.seek(0)
    if start in _ZIP:
        yield from _of_zip(file, where, _Meter(), 1)
    else:
        yield from _read(where, file.read(MOST_BYTES + 1))


def _of_zip(file: IO[bytes], where: str, meter: _Meter, depth: int) -> Iterator[Parcel]:
    if depth > DEEPEST:
        yield Parcel(where, trouble=f"It is a ZIP folder within more than {DEEPEST} others.")
        return
    try:
        archive = zipfile.ZipFile(_Sparing(file))
    except Exception as problem:  # noqa: BLE001 - a damaged folder fails with whatever zipfile stumbles over
        yield Parcel(where, trouble=_damaged(problem), damaged=True)
        return
    with archive:
        if any(name in archive.NameToInfo for name in _OF_AN_OFFICE):
            yield Parcel(where, trouble="It is a document of an office program, not the .json that counts.")
            return
        for info in archive.infolist():
            if info.is_dir() or _is_nobodys(info.filename):
                continue
            meter.files -= 1
            if meter.files < 0 or meter.size < 0:
                yield Parcel(where, trouble=_OVER)
                return
            yield from _of_member(archive, info, f"{where} > {one_line(info.filename)[:300]}", meter, depth)


def _of_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, meter: _Meter, depth: int
) -> Iterator[Parcel]:
    if leads_out(info.filename):
        yield Parcel(where, trouble=LEADS_OUT)
        return
    if info.flag_bits & _LOCKED:
        yield Parcel(where, trouble="It is locked with a password.", damaged=True)
        return
    if info.compress_type not in _READ_METHODS:
        yield Parcel(where, trouble="It is packed in a way that is not read.", damaged=True)
        return
    with tempfile.TemporaryFile() as inner:
        try:
            data = _unpacked(archive, info, inner, meter)
        except Exception as problem:  # noqa: BLE001 - a damaged member fails with whatever zipfile stumbles over
            yield Parcel(where, trouble=_damaged(problem), damaged=True)
            return
        if data is None:
            yield from _of_zip(inner, where, meter, depth + 1)
        else:
            yield from _read(where, data)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, inner: IO[bytes], meter: _Meter) -> bytes | None:
    """What a member holds, as far as a hand-in can be long; None where it is a ZIP folder, which is then in *inner*."""
    with archive.open(info) as member:
        start = member.read(4)
        if start not in _ZIP:
            data = start + member.read(MOST_BYTES + 1 - len(start))
            meter.size -= len(data)
            return data
        piece = start
        while piece and meter.size >= 0:
            meter.size -= len(piece)
            inner.write(piece)
            piece = member.read(1 << 20)
    inner.seek(0)
    return None


def _read(where: str, data: bytes) -> Iterator[Parcel]:
    if len(data) > MOST_BYTES:
        yield Parcel(where, trouble=TOO_LARGE)
    elif MARK.encode() not in data[:1_000]:
        yield Parcel(where, data)


def _is_nobodys(path: str) -> bool:
    *folders, name = path.replace("\\", "/").split("/")
    return name.casefold() in _NOBODYS or name.startswith("._") or "__MACOSX" in folders


def _damaged(problem: Exception) -> str:
    reason = one_line(str(problem))[:80] or type(problem).__name__
    return f"It is a ZIP folder that is damaged or breaks off ({reason})."


class _Sparing:
    """A file of which nobody reads more at once than the list of files of a class may be long."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size if 0 <= size <= _LONGEST_LIST else _LONGEST_LIST + 1)
        if len(data) > _LONGEST_LIST:
            raise zipfile.BadZipFile("its list of files is far too long")
        return data

    def close(self) -> None:
        """Whoever opened the file closes it."""
