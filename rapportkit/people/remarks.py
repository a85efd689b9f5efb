"""What the readers say in words of their own about a file: never a phrase of the person's, and none to be taught."""

from __future__ import annotations

import re
from functools import cache

UNREAD_PART = "What stands under '{}' was not read."
UNREAD_TOP = "What stands above the first heading, or without a label, was not read."
NOTHING_TOLD = "Nothing in this text was found about places or free time."
LEFT_OUT = "Left out, since it is never kept: {}."
TOO_LONG = "The text goes on after {} characters; the rest was left out."
TOO_MANY = "More than {} entries; the rest was left out."
NOT_OF_ONE = "It does not say which of the people in {} it is about, and was not read."
COLUMN = "The column '{}' is not known and was not read."
ONE_TABLE = "This is one table of a LinkedIn data export; the others were not brought. {}"
NO_PART = "'{}' is no part of a JSON Resume and was not read."
NO_FIELDS = "a {}, not fields such as name and label"
NO_DATE = "a date that is not read"
NO_PLACE = "a {}, not a place"
BACKWARDS = "from {} to {}: the end is before the start"
LETTERS_UNSURE = (
    "How its letters are written does not stand in it; they were read as Western European. Look at names with accents."
)
LETTERS_UNKNOWN = (
    "How its letters are written cannot be told, so it was not read. Save it as 'CSV UTF-8', or bring the export as "
    "LinkedIn sent it."
)
CARD_LETTERS = "Its letters cannot be told: the card does not say how they are written."
CARD_NOTE = "The note on the card, or a part of it, was not read. Type what is worth knowing into the form."
BROKEN_TABLE = "It breaks off or holds a field too long for a profile; it was not read."
COLUMNS = "Its columns are not known ({}): is the export in another language?"


@cache
def _remarks() -> re.Pattern[str]:
    said = [text for name, text in globals().items() if name.isupper() and isinstance(text, str)]
    return re.compile("|".join(".*".join(map(re.escape, text.split("{}"))) for text in said), re.DOTALL)


def is_remark(text: str) -> bool:
    """
    Whether a text is one of these sentences, and nothing that somebody wrote of themselves.

        >>> is_remark("What stands under 'Past' was not read."), is_remark("sea swimming")
        (True, False)
    """
    return _remarks().fullmatch(text) is not None
