"""The sheet that a coach exported from Moodle or Canvas, filled: marks and comments written in, all else as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapportkit.coaching.desk import Enrolled
from rapportkit.coaching.roster import (
    FIRST,
    IDS,
    LAST,
    MAILS,
    NAMES,
    NO_LEARNERS,
    column_role,
    delimiter_of,
    readable,
    text_of,
)
from rapportkit.coaching.sheets import cell
from rapportkit.errors import InvalidValue
from rapportkit.handin import slug
from rapportkit.people.plain_text import one_line

MARKS = ("grade", "mark", "points", "score", "bewertung", "note", "calificación")
COMMENTS = ("feedback comments", "comments", "comment", "feedback", "feedback als kommentar", "commentaires",
            "comentarios de retroalimentación")  # fmt: skip
MOST = ("maximum grade", "points possible", "bestwertung", "note maximale", "calificación máxima")
_WHO = (*IDS, *MAILS, *NAMES, *FIRST, *LAST)
_HEADER_WITHIN = 10
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?")
_CANVAS_NUMBER = re.compile(r"\s*\(\d+\)$")


class Earned(NamedTuple):
    """What goes into a learner's row: points, or None to leave the mark alone, and the comment."""

    points: int | None
    comment: str


class Sheet(NamedTuple):
    """The filled sheet, the number of rows that were filled, and what a coach should look at."""

    data: bytes
    filled: int
    remarks: tuple[str, ...]


class _Columns(NamedTuple):
    row: int
    roles: list[str]
    mark: int
    comment: int | None
    most: int | None


def fill_sheet(
    name: str, data: bytes, learners: Sequence[Enrolled], earned: Mapping[str, Earned], most: int, title: str
) -> Sheet:
    """
    The sheet *name* with marks and comments of those in *earned* (by id) written into their rows.

    Nothing else in it changes by a letter: no other cell, no delimiter, no line end. *most* are the points that there
    are; where the sheet says another maximum, marks are counted in that. Canvas calls its column after the *title*.

    Raises:
        UnreadableFile: it is no CSV file.
        InvalidValue: no column for marks or for learners can be told.
    """
    text = text_of(name, data)
    delimiter = delimiter_of(text, {*_WHO, *MARKS, *COMMENTS, *MOST})
    rows = list(_rows(text, delimiter))
    columns = _columns(name, rows, title)
    known, doubtful = _known(learners)
    whole = _canvas_most(rows, columns)
    filled, seen = 0, set()
    remarks = [f"Several learners are called {one}, so rows with no more than that name were left." for one in doubtful]
    for number, row in enumerate(rows[columns.row + 1 :], start=columns.row + 2):
        key = _whose(row, columns, known)
        if key is None:
            remarks += _nobody(row, columns, number)
            continue
        if key in seen:
            remarks.append(f"{key} stands in several rows; each was filled.")
        seen.add(key)
        if key in earned:
            filled += _fill(row, columns, earned[key], most, whole)
    for learner in learners:
        remarks += _left_out(learner, name, earned.get(learner.id), learner.id in seen)
    return Sheet(_encoded("".join(map("".join, rows)), data), filled, readable(remarks))


def _left_out(learner: Enrolled, name: str, earned: Earned | None, is_there: bool) -> Iterator[str]:
    """Why the mark of a learner was not written, if it was not."""
    if earned is None and is_there:
        yield f"{learner.name} has handed in nothing that is marked, so the row was left."
    elif earned is not None and not is_there:
        yield f"{learner.name} is not in '{name}'."
    elif earned is not None and earned.points is None:
        yield f"{learner.name} has lines that nobody has judged, so the mark was left."


def _nobody(row: list[str], columns: _Columns, number: int) -> Iterator[str]:
    """A row of the sheet that is nobody on the coach's list; the LMS's own rows are not told."""
    who = [text for role, text in zip(columns.roles, _cells(row), strict=False) if role in _WHO and text.strip()]
    if who and column_role(who[0]) not in NO_LEARNERS:
        yield f"Row {number} ({one_line(' '.join(who))[:60]}) is nobody on your list, or nobody for certain."


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows, each as its cells and delimiters by turns, to the letter; together they are *text*."""
    ends = re.escape(delimiter)
    pattern = re.compile(rf'("(?:[^"]++|"")*+"[^{ends}\r\n]*+|[^{ends}\r\n]*+)({ends}|\r\n|\n|\r|\Z)')
    row: list[str] = []
    at = 0
    while at < len(text):
        found = pattern.match(text, at)
        if found is None:  # a quote that nobody closed: the rest is one cell
            row.append(text[at:])
            break
        row += found.groups()
        at = found.end()
        if found[2] != delimiter:
            yield row
            row = []
    if row:
        yield row


def _cells(row: list[str]) -> list[str]:
    return [_plain(raw) for raw in row[::2]]


def _plain(raw: str) -> str:
    text = raw.strip()
    return text[1:-1].replace('""', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text


def _columns(name: str, rows: Sequence[list[str]], title: str) -> _Columns:
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        roles = [column_role(one) for one in _cells(row)]
        if not any(role in _WHO for role in roles):
            continue
        marks = [place for place, role in enumerate(roles) if role in MARKS]
        named = [place for place, role in enumerate(roles) if slug(_CANVAS_NUMBER.sub("", role)) == slug(title)]
        if not (named or marks):
            break
        comment = next((place for place, role in enumerate(roles) if role in COMMENTS), None)
        most = next((place for place, role in enumerate(roles) if role in MOST), None)
        return _Columns(number, roles, (named or marks)[0], comment, most)
    raise InvalidValue(
        f"'{name}' has no column for marks that we know: Grade, Mark, Points or, as Canvas has it, '{title}'. "
        "Export the sheet for this assignment once more."
    )


def _known(learners: Sequence[Enrolled]) -> tuple[dict[str, str], list[str]]:
    """Ids by whatever a row may call a learner, and the names that are several people's."""
    names: dict[str, list[Enrolled]] = {}
    for learner in learners:
        names.setdefault(_key(learner.name), []).append(learner)
    known = {name: same[0].id for name, same in names.items() if len(same) == 1}
    known |= {_key(learner.email): learner.id for learner in learners if learner.email}
    known |= {_key(learner.id): learner.id for learner in learners}
    return known, [same[0].name for same in names.values() if len(same) > 1]


def _whose(row: list[str], columns: _Columns, known: Mapping[str, str]) -> str | None:
    """Whose row it is: ids and addresses are asked before names."""
    by_role = dict(reversed(list(zip(columns.roles, _cells(row), strict=False))))
    for roles in ((*IDS, *MAILS), NAMES):
        for role in roles:
            if found := known.get(_key(by_role.get(role, ""))):
                return found
    first, last = (next((by_role[role] for role in roles if role in by_role), "") for roles in (FIRST, LAST))
    return known.get(_key(f"{first} {last}"))


def _key(text: str) -> str:
    text = one_line(text)
    last, comma, first = text.partition(",")
    return f"{first.strip()} {last.strip()}".casefold() if comma and first.strip() else text.casefold()


def _fill(row: list[str], columns: _Columns, earned: Earned, most: int, canvas_most: float | None) -> bool:
    """Write mark and comment into a row; whether there was anything to write, and room."""
    texts = _cells(row)
    did = False
    if earned.points is not None and columns.mark < len(texts):
        own = _number(texts[columns.most]) if columns.most is not None and columns.most < len(texts) else None
        whole = own or canvas_most or most
        row[2 * columns.mark] = f"{round(earned.points * whole / most, 2):g}"
        did = True
    if columns.comment is not None and columns.comment < len(texts) and earned.comment:
        row[2 * columns.comment] = '"' + cell(earned.comment).replace('"', '""') + '"'
        did = True
    return did


def _canvas_most(rows: Sequence[list[str]], columns: _Columns) -> float | None:
    """Canvas tells the maximum in a row of its own below the header."""
    for row in rows[columns.row + 1 : columns.row + 4]:
        texts = _cells(row)
        if texts and column_role(texts[0]) == "points possible" and columns.mark < len(texts):
            return _number(texts[columns.mark])
    return None


def _number(text: str) -> float | None:
    found = _NUMBER.fullmatch(text.strip())
    return float(text.strip().replace(",", ".")) or None if found else None


def _encoded(text: str, like: bytes) -> bytes:
    """In the letters in which the sheet came."""
    if like[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        little = like[:2] == codecs.BOM_UTF16_LE
        return like[:2] + text.encode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        like.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("cp1252", "replace")
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode("utf-8", "replace")
