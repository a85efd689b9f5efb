"""What in a line is worth considering, whatever a second opinion holds of it: each is plain to see in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapportkit.words.openness import is_asking
from rapportkit.words.own_story import story_in
from rapportkit.words.phrases import phrases, words
from rapportkit.words.review import Span, Weight
from rapportkit.words.shared_thing import telling_stems
from rapportkit.words.speech import Sentence, Speech
from rapportkit.words.tokens import stem

_FILE = "considered"
_ENOUGH_FACTS = 3
_LITTLE_STORY = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONESELF = frozenset({"i", "we", "me", "my", "mine", "our", "us"})
_YOU = frozenset({"you", "your", "yours"})
_JOINS = frozenset({",", "and", "then", "also", "even", "that", "you"})
_OPENERS = frozenset({"and", "but", "so", "oh", "well"})
_POINTS = frozenset({"it", "that", "this", "these", "those", "one"})


class Considered(NamedTuple):
    """A rule that a line may break, the wording of the remark, how sure it is, and the words that show it."""

    rule: str
    how: str
    weight: Weight = "consider"
    span: Span | None = None


def considered(speech: Speech, ground: frozenset[str], facts: Sequence[str]) -> Iterator[Considered]:
    """What is worth considering; *ground* holds the stems of the shared thing, *facts* what was given of the other."""
    if len([fact for fact in facts if not speech.stems.isdisjoint(_told_by(fact))]) >= _ENOUGH_FACTS:
        yield Considered("surveillance", "dossier", "fix")
    for sentence in speech.sentences:
        span = _of_a_page(speech, sentence)
        if span:
            yield Considered("surveillance", "page", span=span)
    how = instead_of_sharing(speech)
    if how and story_in(speech, ground).size <= _LITTLE_STORY:
        yield Considered("tossed-out", how)
    span = _asks_for_a_yes(speech, ground)
    if span:
        yield Considered("no-invitation", "pleases", span=span)
    sells = phrases(_FILE, "sells").first(speech)
    if sells:
        yield Considered("skill-talk", "perhaps", span=speech.span(sells.start, sells.end))
    if _names_nothing(speech, ground):
        yield Considered("off-ground", "absent")


def instead_of_sharing(speech: Speech) -> str | None:
    """What a line without a story does where it states nothing shared: it takes the `turn`, or `denies` to know."""
    return next((name for name in ("denies", "turn") if phrases(_FILE, name).first(speech)), None)


def waits_for_word(speech: Speech) -> Span | None:
    """Where a note of thanks waits for an answer, for news or for the decision, however politely."""
    found = next(phrases(_FILE, "waits").meant(speech, phrases(_FILE, "waits_not")), None)
    return speech.span(found.start, found.end) if found else None


@lru_cache(maxsize=64)
def _told_by(fact: str) -> frozenset[str]:
    """The stems of the words that would tell a fact; everyday words do not."""
    return frozenset(telling_stems(fact)) - {stem(word) for word in words("story", "empty")}


def _of_a_page(speech: Speech, sentence: Sentence) -> Span | None:
    """Several facts about them in one breath, or an office of theirs with its year, in a statement without oneself."""
    said = speech.words[sentence.first : sentence.last]
    asks = sentence.end == "?" or said[0] in words("asking", "question_words") | words(_FILE, "helping")
    if asks or not _ONESELF.isdisjoint(said) or _YOU.isdisjoint(said):
        return None
    held = any(map(_YEAR.fullmatch, said)) and not words(_FILE, "office").isdisjoint(said)
    if held or _facts_in_a_row(said) >= _ENOUGH_FACTS:
        return speech.span_of_words(sentence.first, sentence.last)
    return None


def _facts_in_a_row(said: Sequence[str]) -> int:
    """How many verbs go on with "you", each after a pause or an "and"."""
    start = next((at for at, word in enumerate(said) if word == "you"), len(said))
    return sum(_is_fact(said, at) for at in range(start + 1, len(said)))


def _is_fact(said: Sequence[str], at: int) -> bool:
    past = said[at].endswith("ed") and len(said[at]) > len("need")
    return said[at - 1] in _JOINS and (past or said[at] in words(_FILE, "goes_on"))


def _asks_for_a_yes(speech: Speech, ground: frozenset[str]) -> Span | None:
    """The last question, if each only asks whether it pleases them, and nothing else invites."""
    asked = [sentence for sentence in speech.sentences if is_asking(speech, sentence)]
    invites = any(phrases("opening", "invites").inside(speech, one) for one in speech.sentences if one not in asked)
    if not asked or invites or not all(_whether_it_pleases(speech.words_in(one), ground) for one in asked):
        return None
    return speech.span_of_words(asked[-1].first, asked[-1].last)


def _whether_it_pleases(said: Sequence[str], ground: frozenset[str]) -> bool:
    around, liking = words(_FILE, "around_liking"), words(_FILE, "liking")
    begins = next((word for word in said if word not in _OPENERS), "") in words(_FILE, "helping")
    plain = all(word in around or word in liking or stem(word) in ground for word in said)
    return begins and plain and not liking.isdisjoint(said)


def _names_nothing(speech: Speech, ground: frozenset[str]) -> bool:
    """Whether a line points at the shared thing ("that") and holds no word that could name it."""
    common = words("story", "empty") | words("story", "bare") | words(_FILE, "unnamed") | words(_FILE, "liking")
    said = [word for word in speech.words if word.isalpha()]
    return not _POINTS.isdisjoint(said) and ground.isdisjoint(speech.stems) and all(word in common for word in said)
