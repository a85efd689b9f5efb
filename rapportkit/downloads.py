"""What may leave the workbook as a file, under which names: the one list, since nothing can call these files back."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import NamedTuple


class Download(NamedTuple):
    """
    A kind of file in which somebody may be spoken of: in plain words, and the names that it is given.

    The command line lets people choose another name, except for mail drafts.
    """

    what: str
    names: tuple[str, ...]


DOWNLOADS = (
    Download("workbooks", ("rapportkit-workbook-*.json",)),
    Download("briefs", ("brief-*.html",)),
    Download("pocket pages", ("pocket-page-*.html",)),
    Download("kitchen-table pages", ("kitchen-table-*.html",)),
    Download("calendar files", ("follow-ups.ics",)),
    Download("mail drafts", ("*.eml",)),
    Download("tables", ("follow-ups.csv", "people.csv")),
    Download("hand-ins", ("hand-in-*.json", "hand-in-*.html")),
    Download("feedback from a coach", ("feedback-*.json", "feedback-*.html")),
    Download("call sheets", ("call-sheet.html",)),
)
"""Everything that the panels and the learner's commands hand out, in the order in which the list is said."""


def is_listed(name: str) -> bool:
    """
    Whether the list knows files of that name.

        >>> is_listed("brief-2026-12-03.html"), is_listed("diary.html")
        (True, False)
    """
    return any(fnmatchcase(name, pattern) for one in DOWNLOADS for pattern in one.names)


def out_of_reach() -> str:
    """What no command of ours can take a name out of, in a sentence or two."""
    listed = ", ".join(f"{one.what} ({', '.join(one.names)})" for one in DOWNLOADS)
    return (
        f"Out of our reach, for you to delete where you saved them, under these names or others: {listed}; what you "
        "printed, sent or handed in, talk reports and transcripts that you saved, profiles that you brought, and the "
        "wastebasket."
    )
