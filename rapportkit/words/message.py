"""Remarks on the four messages after an interview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Literal, NamedTuple

from rapportkit.words.confided import confided
from rapportkit.words.considered import waits_for_word
from rapportkit.words.content import taken_up
from rapportkit.words.context import MessageContext
from rapportkit.words.explain import remark
from rapportkit.words.in_english import is_english
from rapportkit.words.judgement import Bounds, Opinion, opinions
from rapportkit.words.length import excess
from rapportkit.words.names import no_name, wrong_names
from rapportkit.words.noted import Expected, expected_reader
from rapportkit.words.notes import (
    Says,
    asks_for_itself,
    closes_the_door,
    is_stock,
    misses_the_talk,
    offers_nothing,
    resents,
    says_no_thanks,
)
from rapportkit.words.placeholder import gaps, without_gaps
from rapportkit.words.review import Remark, Review, no_review, review_of
from rapportkit.words.shapes import note_shapes
from rapportkit.words.speech import Speech
from rapportkit.words.timing import days_late

MessageKind = Literal["thank-you", "gracious-reply", "invitation", "thanks-for-connecting"]

NOTHING_WRITTEN = "Nothing is written yet."
NOT_ENGLISH = "This does not read as English, and so far we can only judge texts in English."


def review_message(kind: MessageKind, text: str, context: MessageContext) -> Review:
    """
    What a careful coach would say of a message; spans count code points of *text* as given.

        >>> context = MessageContext(interviewer="Priya Nair")
        >>> review = review_message("thank-you", "Dear Tom, thank you for the goat.", context)
        >>> [remark.rule for remark in review.remarks]
        ['wrong-name']
    """
    if not any(sign.isalpha() for sign in text):
        return no_review(NOTHING_WRITTEN)
    speech = Speech(text)
    if not is_english(speech):
        return no_review(NOT_ENGLISH)
    topics = tuple(topic for topic in context.talked_about if not confided(Speech(topic)))
    context = context.with_(talked_about=topics)  # what was told in confidence is not asked for in a note
    note = _Note(kind, text, speech, context)
    rules = _rules_for(kind, context)
    held = opinions("message", note.speech, note_shapes_of(note.speech, kind, context))
    made = {rule: look(note) for rule, look in rules.items()}
    for rule in _BOUNDS.keys() & rules.keys():
        made[rule] = _weighed(note, rule, made[rule], held[rule])
    waits = waits_for_word(speech) if kind == "thank-you" and not made["pushy"] else None
    if waits:
        made["pushy"] = (remark("pushy", kind, "waits", "consider", waits, words=text[slice(*waits)]),)
    return review_of(tuple(found for remarks in made.values() for found in remarks), tuple(rules))


def note_shapes_of(speech: Speech, kind: str, context: MessageContext) -> tuple[str, ...]:
    """The shapes of a message, for the model of `judgement`."""
    return tuple(note_shapes(speech, kind, context.talked_about, context.known))


def _weighed(note: _Note, rule: str, made: tuple[Remark, ...], held: Opinion) -> tuple[Remark, ...]:
    """The remarks of a rule, in the light of a second opinion."""
    bounds = _BOUNDS[rule]
    span = made[0].span if made else held.span if rule in _SHOWN else None
    if made and made[0].weight == "consider" and held.likely <= bounds.agree / 2:
        return ()
    if held.likely <= bounds.doubt:
        return _made(note, rule, Says("consider", span)) if made else ()
    sure = held.likely > (bounds.agree if made else bounds.sure)
    return _made(note, rule, Says("fix", span)) if sure else made


_BOUNDS = {
    "bitter": Bounds(0.1, 0.8, 0.75),
    "pushy": Bounds(0.4, 0.9, 0.7),
    "no-open-door": Bounds(0.25, agree=0.4),
    "no-offer-of-support": Bounds(0.25, agree=0.45),
    "canned": Bounds(0.2, 0.9),
    "no-thanks": Bounds(0.03, agree=0.3),
    "not-specific": Bounds(0.4, agree=0.7),
}
"""Where a rule yields to a second opinion (none where it counts), chosen on hands that the model had not seen."""

_SHOWN = ("bitter", "pushy")
"""The rules that find words; the others find that something is absent."""


class _Note(NamedTuple):
    """A message read once: its kind, as text, as speech, and what it rests on."""

    kind: MessageKind
    text: str
    speech: Speech
    context: MessageContext


Rule = Callable[[_Note], tuple[Remark, ...]]


def _rules_for(kind: MessageKind, context: MessageContext) -> dict[str, Rule]:
    """The rules for this kind for which all is known that they need; what may hurt comes first."""
    rules: dict[str, Rule] = {"bitter": _bitter, "pushy": _pushy, "placeholder": _placeholder, "no-name": _no_name}
    if _reader(context).people:
        rules["wrong-name"] = _wrong_name
    if kind != "invitation":
        rules["no-thanks"] = _no_thanks
    if kind in ("thank-you", "invitation") and context.talked_about:
        rules["not-specific"] = _not_specific
    if kind == "gracious-reply":
        rules["no-open-door"] = _no_open_door
    if kind == "thanks-for-connecting":
        rules["no-offer-of-support"] = _no_offer_of_support
    rules |= {"sensitive": _sensitive, "canned": _canned, "too-long": _too_long}
    if kind == "thank-you" and context.interview_date and context.sent_date:
        rules["late"] = _late
    return rules


def _made(note: _Note, rule: str, says: Says | None) -> tuple[Remark, ...]:
    if not says:
        return ()
    words = note.text[slice(*says.span)] if says.span else ""
    return (remark(rule, note.kind, says.weight, says.weight, says.span, words=words),)


def _bitter(note: _Note) -> tuple[Remark, ...]:
    return _made(note, "bitter", resents(note.speech))


def _pushy(note: _Note) -> tuple[Remark, ...]:
    return _made(note, "pushy", asks_for_itself(note.speech))


def _sensitive(note: _Note) -> tuple[Remark, ...]:
    """Only to consider: they may have raised it themselves, and lightly."""
    span = confided(note.speech)
    return _made(note, "sensitive", Says("consider", span)) if span else ()


def _no_thanks(note: _Note) -> tuple[Remark, ...]:
    return _made(note, "no-thanks", says_no_thanks(note.speech))


def _not_specific(note: _Note) -> tuple[Remark, ...]:
    filled = Speech(without_gaps(note.text))
    return _made(note, "not-specific", misses_the_talk(filled, note.context.talked_about, note.context.known))


def _no_open_door(note: _Note) -> tuple[Remark, ...]:
    return _made(note, "no-open-door", closes_the_door(note.speech))


def _no_offer_of_support(note: _Note) -> tuple[Remark, ...]:
    return _made(note, "no-offer-of-support", offers_nothing(note.speech))


def _canned(note: _Note) -> tuple[Remark, ...]:
    if taken_up(note.speech, note.context.talked_about):
        return ()
    return _made(note, "canned", is_stock(note.speech, note.context.known))


def _no_name(note: _Note) -> tuple[Remark, ...]:
    found = no_name(note.text, _reader(note.context))
    if not found:
        return ()
    words = note.text[slice(*found.span)] if found.span else ""
    return (remark("no-name", note.kind, found.how, found.weight, found.span, words=words),)


def _wrong_name(note: _Note) -> tuple[Remark, ...]:
    return tuple(
        remark("wrong-name", note.kind, wrong.how, wrong.weight, wrong.span, written=wrong.written, noted=wrong.noted)
        for wrong in wrong_names(note.text, _reader(note.context))
    )


def _placeholder(note: _Note) -> tuple[Remark, ...]:
    return tuple(
        remark("placeholder", note.kind, gap.weight, gap.weight, gap.span, words=note.text[slice(*gap.span)])
        for gap in gaps(note.text)
    )


def _too_long(note: _Note) -> tuple[Remark, ...]:
    over = excess(note.kind, note.text)
    if not over:
        return ()
    how = "words" if over.unit == "words" else "paid" if over.weight == "fix" else "free"
    return (remark("too-long", note.kind, how, over.weight, over.span, count=over.size, limit=over.limit),)


def _late(note: _Note) -> tuple[Remark, ...]:
    if not note.context.interview_date or not note.context.sent_date:
        return ()
    late = days_late(note.context.interview_date, note.context.sent_date)
    if not late:
        return ()
    due = note.context.interview_date + timedelta(days=1)
    days = "one day" if late == 1 else f"{late} days"
    return (remark("late", note.kind, "days", "fix", None, due=f"{due.day} {due:%B %Y}", days=days),)


def _reader(context: MessageContext) -> Expected:
    return expected_reader(context.interviewer, context.company)
