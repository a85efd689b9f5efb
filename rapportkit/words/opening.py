"""Remarks on an opening line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapportkit.ground.names import words_for
from rapportkit.people.person import FactKind, Label
from rapportkit.record import Record
from rapportkit.words.concepts import bearing
from rapportkit.words.considered import considered, instead_of_sharing
from rapportkit.words.explain import remark
from rapportkit.words.going_back import goes_back
from rapportkit.words.in_english import is_english, quietly
from rapportkit.words.inviting import inviting, questions_at_once
from rapportkit.words.judgement import Bounds, Opinion, opinions
from rapportkit.words.length import excess
from rapportkit.words.message import NOT_ENGLISH, NOTHING_WRITTEN
from rapportkit.words.off_ground import left_ground
from rapportkit.words.own_story import claims_to_share, is_tossed_out, tells_of_oneself
from rapportkit.words.review import Remark, Review, Span, Weight, no_review, review_of
from rapportkit.words.shapes import line_shapes
from rapportkit.words.shared_thing import own_names, telling_stems
from rapportkit.words.speech import Speech
from rapportkit.words.tact import Finding, canned, sensitive, skill_talk, surveillance

MOST_QUESTIONS = 2
"""So many questions at once can still be answered in one go."""


class About(Record):
    """
    The thing that an opening line is meant to bring up; `facts` are what the writer knows of the other.

    Where it is not *shared* but theirs alone, the line asks out of curiosity, and needs no story of one's own.
    """

    kind: FactKind
    label: Label
    facts: tuple[Label, ...] = ()
    shared: bool = True


class _Line(NamedTuple):
    """A line read once: as text, as speech, what it is about, and the stems of the shared thing's words."""

    text: str
    speech: Speech
    about: About
    ground: frozenset[str]


def review_opening(text: str, about: About) -> Review:
    """
    What a careful coach would say of an opening line; spans count code points of *text* as given.

        >>> about = About(kind="place", label="Leeds")
        >>> [found.rule for found in review_opening("I lived in Leeds too!", about).remarks]
        ['tossed-out', 'no-invitation']
    """
    if not any(sign.isalpha() for sign in text):
        return no_review(NOTHING_WRITTEN)
    quiet = quietly(text)
    speech = Speech(quiet)
    if not is_english(speech):
        return no_review(NOT_ENGLISH)
    line = _Line(quiet, speech, about, _stems(about.kind, about.label))
    held = opinions("opening", line.speech, line_shapes_of(line.speech, about))
    made = {rule: tuple(look(line)) for rule, look in _RULES.items()}
    for rule, bounds in _BOUNDS.items():
        if rule == "tossed-out" and not about.shared:
            continue  # the second opinion has only seen lines about what is shared
        made[rule] = _weighed(line, rule, made[rule], held[rule], bounds)
    made["skill-talk"] = made["skill-talk"] or tuple(_back_to_work(line))
    for one in considered(line.speech, line.ground, about.facts):
        if one.rule == "tossed-out" and not about.shared and speaks_of(text, about):
            continue  # who asks out of curiosity may say that they know nothing of it
        made[one.rule] = made[one.rule] or (_made(line, one.rule, one.how, one.weight, one.span),)
    return review_of(tuple(found for remarks in made.values() for found in remarks), LOOKED_FOR)


def speaks_of(text: str, about: About) -> bool:
    """
    Whether a word of the shared thing, or of its field, stands in the line; no remark on it does not say so yet.

        >>> speaks_of("What a lovely school you have here.", About(kind="interest", label="Beekeeping"))
        False
    """
    said = Speech(quietly(text)).stems
    names = own_names(_stems(about.kind, about.label), about.label)
    return bool(said & names) or bearing(text, about.label) == "near"


def is_own_story(text: str) -> bool:
    """
    Whether something in a line may be praised as a story of one's own; no remark on it does not say so yet.

        >>> is_own_story("My hive flew away over the market. And yours?"), is_own_story("You have bees?")
        (True, False)
    """
    return tells_of_oneself(Speech(quietly(text)), frozenset())


def line_shapes_of(speech: Speech, about: About) -> tuple[str, ...]:
    """The shapes of a line about something, for the model of `judgement`."""
    return tuple(line_shapes(speech, _stems(about.kind, about.label)))


def _weighed(line: _Line, rule: str, made: tuple[Remark, ...], held: Opinion, bounds: Bounds) -> tuple[Remark, ...]:
    """The remarks of a rule, in the light of a second opinion."""
    if made and held.likely > bounds.doubt:
        return made
    if made:
        if made[0].weight == "consider":
            return ()
        how = _DOUBTED.get(rule, "perhaps")
        return tuple(_made(line, rule, how, "consider", one.span) for one in made)
    if held.likely > bounds.sure:
        span = None if rule == "tossed-out" else held.span
        return (_made(line, rule, _BY_MODEL.get(rule, "overall"), "fix", span),)
    return ()


def _made(line: _Line, rule: str, how: str, weight: Weight, span: Span | None, **fields: object) -> Remark:
    words = line.text[slice(*span)] if span else ""
    if (rule, how) == ("tossed-out", "fix"):
        how = instead_of_sharing(line.speech) or how
    return remark(rule, "opening", how, weight, span, words=words, label=line.about.label, **fields)


def _tact(rule: str, look: Callable[[Speech], Finding | None]) -> Callable[[_Line], Iterator[Remark]]:
    def _look(line: _Line) -> Iterator[Remark]:
        found = look(line.speech)
        if found:
            yield _made(line, rule, found.how, "fix", found.span)

    return _look


def _tossed_out(line: _Line) -> Iterator[Remark]:
    weight = is_tossed_out(line.speech, line.ground)
    if weight and not line.about.shared:
        if claims_to_share(line.speech):
            yield _made(line, "tossed-out", "claimed", weight, _first_statement(line.speech))
    elif weight:
        yield _made(line, "tossed-out", weight, weight, _first_statement(line.speech))


def _first_statement(speech: Speech) -> Span | None:
    stated = (one for one in speech.sentences if one.end != "?")
    return next((speech.span_of_words(one.first, one.last) for one in stated), None)


def _no_invitation(line: _Line) -> Iterator[Remark]:
    found = inviting(line.speech, line.ground)
    if not found.found:
        yield _made(line, "no-invitation", found.how, "fix", found.span)


def _monologue_question(line: _Line) -> Iterator[Remark]:
    asked = questions_at_once(line.speech)
    if len(asked) > MOST_QUESTIONS:
        span = (asked[0][0], asked[-1][1])
        yield _made(line, "monologue-question", "many", "fix", span, count=len(asked))


def _off_ground(line: _Line) -> Iterator[Remark]:
    found = left_ground(line.text, line.speech, line.about.kind, line.about.label, line.ground)
    if found:
        yield _made(line, "off-ground", found.how, found.weight, found.span)


def _back_to_work(line: _Line) -> Iterator[Remark]:
    """Counted after the second opinion, which has seen single lines only, and none that goes back to an earlier one."""
    span = goes_back(line.speech, line.about.label, line.ground)
    if span:
        stays = line.ground & line.speech.stems or bearing(line.text, line.about.label) == "near"
        yield _made(line, "skill-talk", "back", "consider" if stays else "fix", span)


def _too_long(line: _Line) -> Iterator[Remark]:
    over = excess("opening", line.text)
    if over:
        yield _made(line, "too-long", "words", over.weight, over.span, count=over.size, limit=over.limit)


@lru_cache(maxsize=64)
def _stems(kind: FactKind, label: str) -> frozenset[str]:
    """The stems of all words by which the shared thing is called."""
    return frozenset(one for way in (label, *words_for(kind, label)) for one in telling_stems(way))


_RULES: dict[str, Callable[[_Line], Iterator[Remark]]] = {
    "sensitive": _tact("sensitive", sensitive),
    "surveillance": _tact("surveillance", surveillance),
    "tossed-out": _tossed_out,
    "no-invitation": _no_invitation,
    "off-ground": _off_ground,
    "skill-talk": _tact("skill-talk", skill_talk),
    "canned": _tact("canned", canned),
    "monologue-question": _monologue_question,
    "too-long": _too_long,
}
"""The rules in the order of their remarks: what may hurt comes first."""

_BOUNDS = {
    "sensitive": Bounds(0.12),
    "surveillance": Bounds(0.25),
    "tossed-out": Bounds(0.65, 0.85),
    "no-invitation": Bounds(0.8),
    "skill-talk": Bounds(0.3, 0.85),
    "canned": Bounds(0.4),
    "monologue-question": Bounds(0.2),
}
"""Where a rule yields to the second opinion, chosen on the examples as a whole; a rule that counts has none."""

_BY_MODEL = {"tossed-out": "fix"}
"""The wording of a remark that the second opinion alone makes, where it is not `overall`."""

_DOUBTED = {"tossed-out": "consider", "no-invitation": "little", "monologue-question": "several"}
"""The wording of a remark that the second opinion doubts, where it is not `perhaps`."""

LOOKED_FOR = tuple(_RULES)
"""The rules that are looked for."""
