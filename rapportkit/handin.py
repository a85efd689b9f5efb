"""HandIn: what a learner gives to a coach, and the one thing of theirs that travels."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import FailFast, Field, model_validator

from rapportkit.assignment import ASSIGNMENT_FORMAT, Assignment, Learner, Token
from rapportkit.errors import UnreadableFile
from rapportkit.exercises import Exercise, MarkState, mark
from rapportkit.people.plain_text import one_line
from rapportkit.people.unnamed import without_names
from rapportkit.printed import printed
from rapportkit.record import Record, Short, build
from rapportkit.workbook.codec import dump
from rapportkit.workbook.export import Moment

FORMAT: Final = "rapportkit hand-in"
FORMAT_VERSION: Final = 1

MARK = '<meta name="generator" content="rapportkit hand-in">'
"""What the copy to read says of itself, near its beginning."""

MOST_BYTES = 2 * 1024 * 1024
"""A hand-in of eight long answers has some 30,000."""

MOST_TEXT = 20_000
"""Characters of one answer: ten times the longest message that any rule lets pass."""

MOST_ANSWERS = 100
_MOST_PARTS = 20_000
_MOST_ASSIGNMENT = 4 * 1024 * 1024
_MOST_LINES = 50

Text = Annotated[str, Field(max_length=MOST_TEXT)]


class Answered(Record):
    """
    One answer, to the letter. *own_checks* is what the learner's own checks said of each line of the rubric.

    Nobody relies on these: a coach's marks are worked out anew, and the two are compared.
    """

    exercise: Short
    text: Text
    written_at: Moment | None = None
    own_checks: Annotated[tuple[MarkState, ...], Field(max_length=_MOST_LINES), FailFast()] = ()


class HandIn(Record):
    """
    What one learner hands in for one assignment; nothing else of their workbook is in it.

    *asks* is what they wish to ask their coach, or where they are stuck; mostly it is empty.
    """

    format: Literal["rapportkit hand-in"] = FORMAT
    version: Literal[1] = FORMAT_VERSION
    assignment: Short
    learner: Learner
    token: Token
    made_at: Moment
    answers: Annotated[tuple[Answered, ...], Field(max_length=MOST_ANSWERS), FailFast()]
    asks: Text = ""

    @model_validator(mode="after")
    def _answers_each_once(self) -> HandIn:
        ids = [answer.exercise for answer in self.answers]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            raise ValueError(f"answers the exercise '{one_line(twice)[:60]}' twice")
        return self


def make_hand_in(
    assignment: Assignment, texts: Mapping[str, str], made_at: datetime, names: Iterable[str] = (), asks: str = ""
) -> HandIn:
    """
    What goes out for an assignment: the *texts* by exercise, what one *asks*, and nothing else.

    *names* are replaced by `N. N.`. A name that the exercise itself gives stays: it is nobody's whom the learner meets.
    """
    hidden = tuple(names)
    answers = []
    for exercise in assignment.exercises:
        if exercise.id not in texts:
            continue
        given = f"{exercise.prompt} {exercise.context.interviewer}"
        text = without_names(texts[exercise.id], [name for name in hidden if without_names(given, [name]) == given])
        text = _sendable(text)
        checks = tuple(one.state for one in mark(exercise, text))
        answers.append(Answered(exercise=exercise.id, text=text, own_checks=checks))
    return HandIn(assignment=assignment.id, learner=assignment.learner, token=assignment.token, made_at=made_at,
                  answers=tuple(answers), asks=_sendable(without_names(asks.strip(), hidden)))  # fmt: skip


def _sendable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")[:MOST_TEXT]


def hand_in_file(hand_in: HandIn) -> bytes:
    """The hand-in as the JSON file that goes to the coach."""
    return (dump(hand_in.model_dump(mode="json"), indent=1) + "\n").encode("utf-8")


def hand_in_page(hand_in: HandIn, exercises: Iterable[Exercise]) -> str:
    """
    The same to read: one HTML file that needs nothing from elsewhere and holds no scripts.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    titles = {one.id: one.title for one in exercises}
    answers = [(titles.get(one.exercise, one.exercise), one.text.strip()) for one in hand_in.answers]
    return printed("hand_in.html", mark=MARK, hand_in=hand_in, answers=answers, made=day_and_hour(hand_in.made_at))


def hand_in_name(hand_in: HandIn) -> str:
    """
    A name for the file, in plain letters: `hand-in-week-1-ada-lovelace.json`. Nothing relies on it.
    """
    return "-".join(filter(None, ("hand-in", slug(hand_in.assignment), slug(hand_in.learner.name)))) + ".json"


def read_hand_in(name: str, data: bytes) -> HandIn:
    """
    The hand-in in a file, which anybody may have written: it is read as data, and strictly.

    Raises:
        UnreadableFile: it is no hand-in, a damaged one, or one of a newer form; a sentence says which.
        InvalidValue: a field is not what it should be; the sentence names it.
    """
    values = read_object(name, data, FORMAT, FORMAT_VERSION, MOST_BYTES)
    return build(HandIn, values, f"'{one_line(name)[:80]}'")


def read_assignment(name: str, data: bytes) -> Assignment:
    """
    The assignment in a file that a coach sent.

    Raises:
        UnreadableFile: it is no assignment, a damaged one, or one of a newer form.
        InvalidValue: a field in it is not what it should be.
    """
    values = read_object(name, data, ASSIGNMENT_FORMAT, 1, _MOST_ASSIGNMENT)
    return build(Assignment, values, f"'{one_line(name)[:80]}'")


def read_object(name: str, data: bytes, form: str, version: int, most: int) -> Mapping[str, Any]:
    """
    The JSON object of the given form and version in a file of at most *most* bytes; its fields are not looked at.

    Raises:
        UnreadableFile: it is something else, damaged, far too large or deep, or of a newer version.
    """
    name = f"'{one_line(name)[:80]}'"
    what = form.removeprefix("rapportkit ")
    if not data.strip():
        raise UnreadableFile(f"{name} is empty. Ask for it again.")
    if len(data) > most:
        raise UnreadableFile(f"{name} is larger than {most >> 20} MB, which no {what} is.")
    if max(data.count(b"{"), data.count(b"[")) > max(_MOST_PARTS, most // 100):
        raise UnreadableFile(f"{name} has far more parts than any {what}, or is nested far deeper.")
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFile(f"{name} is not UTF-8 text, so it is no {what}, or it is damaged.") from None
    except RecursionError:
        raise UnreadableFile(f"{name} is nested far deeper than any {what}.") from None
    except ValueError:
        raise UnreadableFile(f"{name} is no JSON file, or it breaks off. Ask for it again.") from None
    if not isinstance(values, dict) or values.get("format") != form:
        raise UnreadableFile(f"{name} is JSON, but no {what} of rapportkit.")
    found = values.get("version")
    if type(found) is not int:
        raise UnreadableFile(f"{name} does not say of which version it is, as every {what} does.")
    if found > version:
        raise UnreadableFile(
            f"{name} is of a newer form ({_figures(found)}; this rapportkit reads up to {version}). Update rapportkit."
        )
    return values


def slug(text: str) -> str:
    """
    *text* in plain small letters, figures and hyphens, at most 60 of them; it may be empty.

        >>> slug("Zoë  O'Neill-Dupré")
        'zoe-o-neill-dupre'
    """
    letters = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in letters
                   if not unicodedata.combining(sign))  # fmt: skip
    return "-".join(kept.split())[:60].strip("-")


def day_and_hour(at: datetime) -> str:
    """
    A moment for people, with its offset where that is known: `Thursday 10 December 2026, 14:05 (UTC+01:00)`.
    """
    offset = at.strftime("%z")
    zone = f" (UTC{offset[:3]}:{offset[3:5]})" if offset.strip("+-0") else " (UTC)"
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M}{zone}"


def _figures(number: int) -> str:
    return str(number) if number < 10**9 else "a very large number"
