"""What goes too near or says nothing: signs of digging, topics to leave alone, work talk, phrases that fit anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.words.phrases import data, phrases
from rapportkit.words.review import Span
from rapportkit.words.speech import Found, Speech

_RESULT = re.compile(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONESELF = frozenset({"i", "we", "me", "my", "mine", "our", "us"})
_CLOCK = frozenset({"am", "pm", "at", "clock", "scale", "gauge", "o", "until", "till", "by"})
_REVERENT = frozenset({"he", "him", "his", "thee", "thou"})
_MOST_FACTS = 2
"""So many facts about the other person in a row are still light."""


class Finding(NamedTuple):
    """How one sees that a rule is broken, and the words that show it."""

    how: str
    span: Span


def canned(speech: Speech) -> Finding | None:
    """Stock phrases and flattery that fit anybody, but not where they are meant literally, quoted, denied or a name."""
    meant = phrases("opening", "stock").meant(speech, phrases("opening", "stock_meant"), phrases("canned", "not"))
    found = (one for one in meant if not _is_title(speech, one))
    return _first(speech, found) or _in_any(speech, "canned", "families")


def surveillance(speech: Speech) -> Finding | None:
    """Signs of digging: their home and family, old posts, records, results, three facts about them in a row."""
    found = _first(speech, _meant(speech, "digging", "plain_to_see")) or _result(speech) or _dossier(speech)
    return found or _in_any(speech, "digging", "sources") or _years(speech)


def sensitive(speech: Speech) -> Finding | None:
    """A topic to leave alone, theirs or one's own; figures of speech do not count."""
    found = _first(speech, _meant(speech, "private", "private_not"))
    return found or _in_any(speech, "sensitive", "topics") or _reverent(speech)


def _reverent(speech: Speech) -> Finding | None:
    """A capital for "He" or "Him" in the midst of a sentence: that is how one writes of God."""
    openers = {sentence.first for sentence in speech.sentences}
    for at, word in enumerate(speech.words):
        if word in _REVERENT and at not in openers and speech.words[at - 1] != "," and not speech.is_quoted(at):
            written = speech.as_written(at)
            if written[0].isupper() and not written.isupper() and speech.as_written(at - 1)[0].islower():
                return Finding("found", speech.span_of_words(at, at + 1))
    return None


def skill_talk(speech: Speech) -> Finding | None:
    """Skills and experience for the job, or two tools of the trade; one tool alone may be part of a story."""
    found = _first(speech, _meant(speech, "skill", "skill_not"))
    if found:
        return found
    hints = list(phrases("opening", "skill_hint").find(speech))
    if len({speech.plain[hint.start : hint.end] for hint in hints}) > 1:
        return Finding("found", speech.span(hints[0].start, hints[-1].end))
    return None


def _first(speech: Speech, found: Iterator[Found]) -> Finding | None:
    one = next(found, None)
    return Finding("found", speech.span(one.start, one.end)) if one else None


def _meant(speech: Speech, name: str, but: str) -> Iterator[Found]:
    """The phrases of one list that are neither quoted nor part of a phrase of the other list."""
    yield from phrases("opening", name).meant(speech, phrases("opening", but))


def _in_any(speech: Speech, file: str, lists: str) -> Finding | None:
    """The first phrase of a file's *lists*, each a list of its own, that does not mean something else."""
    excused = phrases(file, "not")
    names = data(file)[lists]
    found = (one for name in names for one in phrases(file, name).meant(speech, excused) if not _is_title(speech, one))
    return _first(speech, found)


def _is_title(speech: Speech, found: Found) -> bool:
    """Whether the words are the name of something: each of several begins with a capital."""
    written = [speech.as_written(at) for at in speech.words_of(found) if speech.words[at] not in ",.?!"]
    shouted = all(word.isupper() for word in written)
    return len(written) > 1 and all(word[0].isupper() for word in written) and not shouted


def _result(speech: Speech) -> Finding | None:
    """A time or score of somebody else's ("the ten miles in 1:12"), in a sentence without oneself."""
    for sentence in speech.sentences:
        if (_ONESELF | _CLOCK) & set(speech.words_in(sentence)):
            continue
        for at in range(sentence.first, sentence.last):
            if _RESULT.fullmatch(speech.words[at]):
                return Finding("found", speech.span_of_words(at, at + 1))
    return None


def _years(speech: Speech) -> Finding | None:
    """Two years in a sentence without oneself: stations of somebody else's life."""
    for sentence in speech.sentences:
        if _ONESELF & set(speech.words_in(sentence)) or sentence.end == "?":
            continue
        years = [at for at in range(sentence.first, sentence.last) if _YEAR.fullmatch(speech.words[at])]
        if len(years) > 1:
            return Finding("found", speech.span_of_words(years[0], years[-1] + 1))
    return None


def _dossier(speech: Speech) -> Finding | None:
    """Three facts about the other person in a row, in statements."""
    stated = (sentence for sentence in speech.sentences if sentence.end != "?")
    facts = [found for sentence in stated for found in phrases("opening", "you_fact").inside(speech, sentence)]
    if len(facts) <= _MOST_FACTS:
        return None
    return Finding("dossier", speech.span(facts[0].start, facts[_MOST_FACTS].end))
