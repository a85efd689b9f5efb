"""The pages of a PDF as lines with their place and size; whether it is a LinkedIn profile, `linkedin_layout` tells."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from rapportkit.errors import UnreadableFile
from rapportkit.people.linkedin_layout import Run, read_runs
from rapportkit.people.pdf_budget import Budget, MeteredBytes, TooMuch
from rapportkit.people.pdf_weight import Scales
from rapportkit.people.person import Reading
from rapportkit.people.plain_text import one_line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import EncodedStreamObject, IndirectObject, PdfObject

    Unpack = Callable[[EncodedStreamObject], bytes]

MOST_BYTES = 20 * 1024 * 1024
MOST_PAGES = 30
"""Pages that are looked at; the longest profile seen has six."""

_MOST_PAGES_HELD = 300
_MOST_CONTENT = 500_000
"""Bytes of drawing on one page, or of any other stream, unpacked; a full page of a profile has some 20,000."""

_MOST_RUNS = 20_000
_LIMITS: dict[str, Any] = {
    "array_based_stream_maximum_output_length": _MOST_CONTENT + 10_000,
    "flate_maximum_columns": 10_000,
    "flate_maximum_row_length": 100_000,
    "lzw_maximum_output_length": 2 * _MOST_CONTENT,
    "page_tree_maximum_entries": 10 * _MOST_PAGES_HELD,
    "run_length_maximum_output_length": 2 * _MOST_CONTENT,
    "stream_decoding_work_maximum_length": 3 * _MOST_CONTENT,
    "stream_filters_maximum_length": 4,
    "zlib_maximum_output_length": 2 * _MOST_CONTENT,
    "zlib_maximum_recovery_input_length": _MOST_CONTENT,
}
"""What pypdf calls its bounds, which it sets at what the largest books have."""

_A_STREAM = 100
_ONE_AT_A_TIME = threading.Lock()
_AGAIN = (
    "Open the profile on LinkedIn, choose More, then Save to PDF, and bring that file; "
    "or type what you know into the form."
)


def read_linkedin_pdf(file: str, data: bytes, person: str | None = None) -> Reading:
    """
    The person on a LinkedIn profile that was saved as PDF.

    Raises:
        UnreadableFile: it is too large, locked, damaged, a scan, built to do harm, or no such profile.
        SeveralPeople: profiles of several people were put into one file, and *person* does not choose one.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"'{file}' is larger than {MOST_BYTES >> 20} MB, and no profile is. {_AGAIN}")
    budget = Budget()
    try:
        with _counted(budget):
            runs = _runs(file, data, budget)
    except TooMuch:
        raise UnreadableFile(
            f"'{file}' is a PDF that asks for far more work than any profile does (drawings in drawings, fonts without "
            f"end, or far too much on its pages), and is not read. {_AGAIN}"
        ) from None
    except UnreadableFile:
        raise
    except Exception as problem:  # noqa: BLE001 - pypdf meets a damaged file with whatever it stumbles over
        reason = one_line(str(problem))[:80] or type(problem).__name__
        raise UnreadableFile(f"'{file}' is a PDF that is damaged or breaks off ({reason}). {_AGAIN}") from None
    if not any(run.text.strip() for run in runs):
        raise UnreadableFile(
            f"'{file}' is a PDF without text: a scan or a picture of a page, and pictures are not read. {_AGAIN}"
        )
    return read_runs(file, runs, person)


@contextmanager
def _counted(budget: Budget) -> Iterator[None]:
    """
    pypdf under our bounds and without its remarks, and all that it unpacks counted.

    Streams are unpacked in many places, some of them while a broken file is put together again: only the method itself
    sees them all. It is put back, and two readers wait for each other.
    """
    from pypdf import apply_configuration
    from pypdf.errors import LimitReachedError
    from pypdf.generic import EncodedStreamObject

    logger, unpack = logging.getLogger("pypdf"), EncodedStreamObject.get_data
    with _ONE_AT_A_TIME, apply_configuration(**_LIMITS):
        level = logger.level
        logger.setLevel(logging.CRITICAL + 1)  # its parts print each oddity of a file; ours is one sentence
        EncodedStreamObject.get_data = _counting(unpack, budget)  # type: ignore[assignment, method-assign]
        try:
            yield
        except LimitReachedError:
            raise TooMuch from None
        finally:
            EncodedStreamObject.get_data = unpack  # type: ignore[method-assign]
            logger.setLevel(level)


def _counting(unpack: Unpack, budget: Budget) -> Unpack:
    """The same, and its bytes are spent; where it fails, as many as it may have made until then."""

    def unpack_and_count(stream: EncodedStreamObject) -> bytes:
        try:
            data = unpack(stream)
        except Exception:
            budget.spend(_MOST_CONTENT)
            raise
        budget.spend(_A_STREAM + len(data))
        return data

    return unpack_and_count


def _reader(file: str, data: bytes, budget: Budget) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    class CountingReader(PdfReader):
        def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
            budget.spend(1)
            return super().get_object(indirect_reference)

    with suppress(DependencyError):  # a lock for which pypdf would need a package more
        reader = CountingReader(MeteredBytes(data, budget), strict=False, xref_stream_maximum_entries=_MOST_CONTENT)
        # Many files are locked against changes only, with nothing to type when they are opened.
        if not reader.is_encrypted or reader.decrypt(""):
            return reader
        raise UnreadableFile(f"'{file}' is locked with a password. Save it without one. {_AGAIN}")
    raise UnreadableFile(
        f"'{file}' is locked with a password, or against changes in a way that cannot be opened here. "
        f"Print it to a new PDF, and bring that. {_AGAIN}"
    )


def _runs(file: str, data: bytes, budget: Budget) -> list[Run]:
    reader = _reader(file, data, budget)
    if len(reader.pages) > _MOST_PAGES_HELD:
        raise UnreadableFile(f"'{file}' has {len(reader.pages):,} pages, and no profile has. {_AGAIN}")
    runs: list[Run] = []
    scales = Scales(budget)
    for number, page in enumerate(_pages(reader), start=1):
        contents = page.get_contents()
        drawing = contents.get_data() if contents is not None else b""
        if len(drawing) > _MOST_CONTENT:
            raise UnreadableFile(f"Page {number} of '{file}' holds far more than a profile does. {_AGAIN}")
        budget.spend(scales.weigh(page, drawing))
        runs += _runs_of(page, number, budget)
        if len(runs) > _MOST_RUNS:
            raise UnreadableFile(f"'{file}' holds far more text than a profile does. {_AGAIN}")
    return runs


def _pages(reader: PdfReader) -> Iterator[PageObject]:
    for number in range(min(len(reader.pages), MOST_PAGES)):
        yield reader.pages[number]


def _runs_of(page: PageObject, number: int, budget: Budget) -> list[Run]:
    """The pieces of text of one page in the order of the file, each with the place of its baseline and its size."""
    runs: list[Run] = []

    def collect(text: str, page_matrix: list[float], matrix: list[float], font: Any, size: float) -> None:
        budget.spend(len(text))
        if text.strip():
            x = matrix[4] * page_matrix[0] + matrix[5] * page_matrix[2] + page_matrix[4]
            y = matrix[4] * page_matrix[1] + matrix[5] * page_matrix[3] + page_matrix[5]
            bold = "Bold" in str((font or {}).get("/BaseFont", ""))
            height = float(size * abs(matrix[0] * page_matrix[0]))
            runs.append(Run(number, float(x), float(y), height, text.strip("\n"), bold))

    page.extract_text(visitor_text=collect)
    return runs
