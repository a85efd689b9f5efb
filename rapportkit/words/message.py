"""Remarks on the four messages after an interview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from rapportkit.people.english import reads_as_english
from rapportkit.record import Record
from rapportkit.words.explain import remark
from rapportkit.words.length import excess
from rapportkit.words.names import no_name, wrong_names
from rapportkit.words.noted import Expected, expected_reader
from rapportkit.words.placeholder import gaps
from rapportkit.words.review import Remark, Review, no_review, review_of
from rapportkit.words.timing import days_late

MessageKind = Literal["thank-you", "gracious-reply", "invitation", "thanks-for-connecting"]

NOTHING_WRITTEN = "Nothing is written yet."
NOT_ENGLISH = "This does not read as English, and so far we can only judge texts in English."


def _day(value: Any) -> Any:
    """A day out of a day, a date and time, or text in ISO form; numbers are no dates."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    elif isinstance(value, date):
        return value
    raise PydanticCustomError("date_parsing", "should be a date such as 2026-12-03")


Day = Annotated[date | None, BeforeValidator(_day)]


class MessageContext(Record):
    """
    What a message rests on, as far as it is known.

    `interviewer` may name several people ("Priya Nair and Tom Webb"); `talked_about` holds what was spoken of
    in the interview, in the learner's words.
    """

    interviewer: str = ""
    role: str = ""
    company: str = ""
    talked_about: tuple[str, ...] = ()
    interview_date: Day = None
    sent_date: Day = None


def review_message(kind: MessageKind, text: str, context: MessageContext) -> Review:
    """
    What a careful coach would say of a message; spans count code points of *text* as given.

        >>> context = MessageContext(interviewer="Priya Nair")
        >>> [remark.rule for remark in review_message("thank-you", "Dear Tom, thank you for today.", context).remarks]
        ['wrong-name']
    """
    if not text.strip():
        return no_review(NOTHING_WRITTEN)
    if not reads_as_english(text):
        return no_review(NOT_ENGLISH)
    rules = _rules_for(kind, context)
    remarks = tuple(found for look in rules.values() for found in look(kind, text, context))
    return review_of(remarks, tuple(rules))


Rule = Callable[[MessageKind, str, MessageContext], tuple[Remark, ...]]


def _rules_for(kind: MessageKind, context: MessageContext) -> dict[str, Rule]:
    """The rules for which all is known that they need."""
    rules: dict[str, Rule] = {"no-name": _no_name}
    if _reader(context).people:
        rules["wrong-name"] = _wrong_name
    rules |= {"placeholder": _placeholder, "too-long": _too_long}
    if kind == "thank-you" and context.interview_date and context.sent_date:
        rules["late"] = _late
    return rules


def _no_name(kind: MessageKind, text: str, context: MessageContext) -> tuple[Remark, ...]:
    found = no_name(text, _reader(context))
    if not found:
        return ()
    words = text[slice(*found.span)] if found.span else ""
    return (remark("no-name", kind, found.how, found.weight, found.span, words=words),)


def _wrong_name(kind: MessageKind, text: str, context: MessageContext) -> tuple[Remark, ...]:
    return tuple(
        remark("wrong-name", kind, wrong.how, wrong.weight, wrong.span, written=wrong.written, noted=wrong.noted)
        for wrong in wrong_names(text, _reader(context))
    )


def _placeholder(kind: MessageKind, text: str, _context: MessageContext) -> tuple[Remark, ...]:
    return tuple(
        remark("placeholder", kind, gap.weight, gap.weight, gap.span, words=text[slice(*gap.span)])
        for gap in gaps(text)
    )


def _too_long(kind: MessageKind, text: str, _context: MessageContext) -> tuple[Remark, ...]:
    over = excess(kind, text)
    if not over:
        return ()
    how = "words" if over.unit == "words" else "paid" if over.weight == "fix" else "free"
    return (remark("too-long", kind, how, over.weight, over.span, count=over.size, limit=over.limit),)


def _late(kind: MessageKind, _text: str, context: MessageContext) -> tuple[Remark, ...]:
    if not context.interview_date or not context.sent_date:
        return ()
    late = days_late(context.interview_date, context.sent_date)
    if not late:
        return ()
    due = context.interview_date + timedelta(days=1)
    days = "one day" if late == 1 else f"{late} days"
    return (remark("late", kind, "days", "fix", None, due=f"{due.day} {due:%B %Y}", days=days),)


def _reader(context: MessageContext) -> Expected:
    return expected_reader(context.interviewer, context.company)
