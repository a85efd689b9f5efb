"""The pages of a PDF as lines with their place and size; whether it is a LinkedIn profile, `linkedin_layout` tells."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rapportkit.errors import UnreadableFile
from rapportkit.people.linkedin_layout import Run, read_runs
from rapportkit.people.person import Reading
from rapportkit.people.plain_text import one_line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_BYTES = 20 * 1024 * 1024
MOST_PAGES = 30
"""Pages that are looked at; the longest profile seen has six."""

_MOST_PAGES_HELD = 300
_MOST_CONTENT = 500_000
"""Bytes of drawing on one page, unpacked; a full page of a profile has some 20,000."""

_MOST_RUNS = 20_000
_AGAIN = (
    "Open the profile on LinkedIn, choose More, then Save to PDF, and bring that file; "
    "or type what you know into the form."
)


def read_linkedin_pdf(file: str, data: bytes, person: str | None = None) -> Reading:
    """
    The person on a LinkedIn profile that was saved as PDF.

    Raises:
        UnreadableFile: it is too large, locked, damaged, a scan, or no such profile.
        SeveralPeople: profiles of several people were put into one file, and *person* does not choose one.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"'{file}' is larger than {MOST_BYTES >> 20} MB, and no profile is. {_AGAIN}")
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # its parts print each oddity of a file; ours is one sentence
    try:
        runs = _runs(file, data)
    except UnreadableFile:
        raise
    except Exception as problem:  # noqa: BLE001 - pypdf meets a damaged file with whatever it stumbles over
        reason = one_line(str(problem))[:80] or type(problem).__name__
        raise UnreadableFile(f"'{file}' is a PDF that is damaged or breaks off ({reason}). {_AGAIN}") from None
    finally:
        logger.setLevel(level)
    if not any(run.text.strip() for run in runs):
        raise UnreadableFile(
            f"'{file}' is a PDF without text: a scan or a picture of a page, and pictures are not read. {_AGAIN}"
        )
    return read_runs(file, runs, person)


def _runs(file: str, data: bytes) -> list[Run]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise UnreadableFile(f"'{file}' is locked with a password. Save it without one. {_AGAIN}")
    if len(reader.pages) > _MOST_PAGES_HELD:
        raise UnreadableFile(f"'{file}' has {len(reader.pages):,} pages, and no profile has. {_AGAIN}")
    runs: list[Run] = []
    for number, page in enumerate(_pages(reader), start=1):
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _MOST_CONTENT:
            raise UnreadableFile(f"Page {number} of '{file}' holds far more than a profile does. {_AGAIN}")
        runs += _runs_of(page, number)
        if len(runs) > _MOST_RUNS:
            raise UnreadableFile(f"'{file}' holds far more text than a profile does. {_AGAIN}")
    return runs


def _pages(reader: PdfReader) -> Iterator[PageObject]:
    for number in range(min(len(reader.pages), MOST_PAGES)):
        yield reader.pages[number]


def _runs_of(page: PageObject, number: int) -> list[Run]:
    """The pieces of text of one page in the order of the file, each with the place of its baseline and its size."""
    runs: list[Run] = []

    def collect(text: str, page_matrix: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = matrix[4] * page_matrix[0] + matrix[5] * page_matrix[2] + page_matrix[4]
            y = matrix[4] * page_matrix[1] + matrix[5] * page_matrix[3] + page_matrix[5]
            bold = "Bold" in str((font or {}).get("/BaseFont", ""))
            height = float(size * abs(matrix[0] * page_matrix[0]))
            runs.append(Run(number, float(x), float(y), height, text.strip("\n"), bold))

    page.extract_text(visitor_text=collect)
    return runs
