"""One thing to send to each learner: a folder or a ZIP by their name, that can be attached without being opened."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from rapportkit.coaching.desk import Enrolled, write_whole
from rapportkit.people.plain_text import one_line
from rapportkit.printed import printed

LETTER_MARK = '<meta name="generator" content="rapportkit letter">'
MOST_LETTERS = 40
"""Of a name on disk: Windows has 260 for a whole path, and the folder has the name as well as the file."""

_MOST_BYTES = 120
_FORBIDDEN = frozenset('<>:"/\\|?*.')
"""Windows forbids them; a full stop ends what it takes for the name, so that `con.x` is a device."""


def called_on_disk(learner: Enrolled) -> str:
    """
    The learner's name as it is on the list, less what a disk does not take, and six figures that are theirs alone.

    `Zoë O'Neill 3f2a9c`: it is a name for files on Windows, macOS and Linux. The figures come of the token and do
    not tell it.
    """
    composed = unicodedata.normalize("NFC", one_line(learner.name))
    kept = "".join(" " if sign in _FORBIDDEN or unicodedata.category(sign)[0] == "C" else sign for sign in composed)
    name = " ".join(kept.split())[:MOST_LETTERS]
    name = name.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" -~$'")
    return f"{name or 'Learner'} {hashlib.sha256(learner.token.encode()).hexdigest()[:6]}"


def put_for(folder: Path, learner: Enrolled, files: Iterable[tuple[str, bytes]], made_at: datetime | None) -> Path:
    """
    Write what goes to one learner below *folder*, as a folder or, where *made_at* is given, as a ZIP; where it lies.

    What was made in the other way before is taken away, so that nobody sends an older one.

    Raises:
        RapportError: the folder cannot be written.
    """
    path = folder / called_on_disk(learner)
    if made_at is None:
        for name, content in files:
            write_whole(path / name, content)
        _take_away(path.with_name(f"{path.name}.zip"))
        return path
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
            _take_away(path / name)
    with suppress(OSError):  # it is not there, or something of the coach's own lies in it
        path.rmdir()
    path = path.with_name(f"{path.name}.zip")
    write_whole(path, packed.getvalue())
    return path


def _take_away(path: Path) -> None:
    with suppress(OSError):  # it is not there, or another program holds it
        path.unlink()


def letter_page(title: str, text: str) -> bytes:
    """
    A letter to print: one HTML file without scripts.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("letter.html", mark=LETTER_MARK, title=title, text=text.strip()).encode("utf-8")
