"""Drills: a few minutes on one tip each, as data, and what their named checks make of a typed answer."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import Field, model_validator

from rapportkit.listening import heard_again
from rapportkit.people.english import reads_as_english
from rapportkit.practice import Tip
from rapportkit.record import Prose, Record, Short, build
from rapportkit.words.message import NOT_ENGLISH
from rapportkit.words.openness import is_asking
from rapportkit.words.phrases import phrases
from rapportkit.words.review import Span
from rapportkit.words.speech import Found, Speech
from rapportkit.words.tact import canned

CheckName = Literal["heard", "not-canned", "own-words", "pauses", "says-when", "hands-over", "short"]

_FILE = "drills.toml"
_ENOUGH = 3
"""So many things heard again, or words of one's own, are enough."""


class Check(Record):
    """
    One thing that the program looks for in a typed answer, and what it says where that is there or not yet.

    `most` is how many words are still short: 150 are about a minute when said calmly. These limits are ours.
    """

    name: CheckName
    yes: Short
    not_yet: Short
    most: int = Field(default=150, ge=1)


class Option(Record):
    """
    One thing that one could say or do, whether it fits, and why.

    `your_way` is said in place of `because` to a learner who does something else instead of the drill's tip, where this
    may be just that.
    """

    says: Short
    fits: bool
    because: Short
    your_way: Short | None = None


class Question(Record):
    """A moment in a talk, and what one could do there."""

    says: Short
    options: tuple[Option, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _has_an_answer(self) -> Question:
        if not any(option.fits for option in self.options):
            raise ValueError("needs an option that fits")
        return self


class Notice(Record):
    """Something that only the learner can notice about themselves, and what to make of it."""

    says: Short
    then: Short


class Variant(Record):
    """What to do in place of the drill, and whom that is for."""

    whom: Short
    do: Short


class Drill(Record):
    """
    One drill on one tip: two to four minutes.

    `reads` is read once and then hidden; `asks` is the label of the field to type in; `given` is a text to put into
    better words. `model` passes every check, `poor` does not. `evidence` are ids of the ledger.
    """

    id: Short
    tip: Tip
    title: Short
    minutes: int = Field(ge=2, le=4)
    do: Prose
    reads: Prose = ""
    given: Prose = ""
    questions: tuple[Question, ...] = ()
    asks: Short | None = None
    checks: tuple[Check, ...] = ()
    model: Prose = ""
    poor: Prose = ""
    notices: tuple[Notice, ...] = ()
    variants: tuple[Variant, ...] = Field(min_length=1)
    evidence: tuple[Short, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_something_to_do(self) -> Drill:
        if not (self.questions or self.asks or self.notices):
            raise ValueError("needs a question, something to type or something to notice")
        if self.checks and not (self.asks and self.model and self.poor):
            raise ValueError("has a check, so it needs asks, model and poor")
        return self


class Finding(Record):
    """What one check made of an answer, and the places in the answer that it rests on or is about."""

    check: Check
    passed: bool
    spans: tuple[Span, ...] = ()


class Look(Record):
    """What the checks made of an answer; nothing but a `reason` where it could not be judged."""

    findings: tuple[Finding, ...] = ()
    reason: str | None = None


@cache
def drills() -> Mapping[str, Drill]:
    """Every drill by its id, in the order of the tips."""
    text = (files("rapportkit.data") / _FILE).read_text(encoding="utf-8")
    read = (build(Drill, table, _FILE) for table in tomllib.loads(text)["drill"])
    return {drill.id: drill for drill in read}


def look_at(drill: Drill, text: str) -> Look:
    """
    What the checks of a drill make of a typed answer, in the order of the drill.

        >>> [one.passed for one in look_at(drills()["the-announced-pause"], "Let me think for a moment.").findings]
        [True, True, True]
    """
    if not reads_as_english(text):
        return Look(reason=NOT_ENGLISH)
    speech = Speech(text)
    return Look(findings=tuple(_finding(drill, check, speech) for check in drill.checks))


def heard_in(drill: Drill, text: str) -> tuple[Span, ...]:
    """The places in what the drill gave to read that *text* takes up again."""
    read = Speech(drill.reads)
    return tuple(read.span_of_words(at, at + 1) for at in heard_again(read, Speech(text)))


def _finding(drill: Drill, check: Check, speech: Speech) -> Finding:
    if check.name == "short":
        return Finding(check=check, passed=len(speech.text.split()) <= check.most)
    passed, spans = _CHECKS[check.name](drill, speech)
    return Finding(check=check, passed=passed, spans=spans)


_Result = tuple[bool, tuple[Span, ...]]


def _heard(drill: Drill, speech: Speech) -> _Result:
    at = heard_again(speech, Speech(drill.reads))
    return len({speech.words[one] for one in at}) >= _ENOUGH, tuple(speech.span_of_words(one, one + 1) for one in at)


def _not_canned(_: Drill, speech: Speech) -> _Result:
    found = canned(speech)
    return found is None, (found.span,) if found else ()


def _own_words(drill: Drill, speech: Speech) -> _Result:
    """Enough telling words of one's own, and not half of them out of the sentence that was given."""
    given = set(heard_again(speech, Speech(drill.given)))
    telling = set(heard_again(speech, speech))
    own = {speech.words[at] for at in telling - given}
    return len(own) >= _ENOUGH and len(given) <= len(own), tuple(speech.span_of_words(at, at + 1) for at in given)


def _pauses(_: Drill, speech: Speech) -> _Result:
    found = next(phrases("asking", "pauses").meant(speech, phrases("asking", "pauses_not")), None)
    return found is not None, (speech.span(found.start, found.end),) if found else ()


def _says_when(_: Drill, speech: Speech) -> _Result:
    digits = [at for at, word in enumerate(speech.words) if word[0].isdigit()]
    if digits:
        return True, (speech.span_of_words(digits[0], digits[0] + 1),)
    return _phrase(speech, "says_when")


def _phrase(speech: Speech, name: str) -> _Result:
    found: tuple[Found, ...] = phrases("asking", name).find(speech)
    return bool(found), tuple(speech.span(one.start, one.end) for one in found[:1])


def _hands_over(_: Drill, speech: Speech) -> _Result:
    """Whether the last thing said asks something of the other person."""
    last = speech.sentences[-1] if speech.sentences else None
    if last is None or not is_asking(speech, last):
        return False, ()
    return True, (speech.span_of_words(last.first, last.last),)


_CHECKS: Mapping[str, Callable[[Drill, Speech], _Result]] = {
    "heard": _heard,
    "not-canned": _not_canned,
    "own-words": _own_words,
    "pauses": _pauses,
    "says-when": _says_when,
    "hands-over": _hands_over,
}
