"""What an interviewer said, and what a follow-up question makes of it: taken up, open, about them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pydantic import Field

from rapportkit.people.english import reads_as_english
from rapportkit.record import Prose, Record, Short, build
from rapportkit.words.content import echoes
from rapportkit.words.message import NOT_ENGLISH
from rapportkit.words.openness import Openness, is_asking, openness_of
from rapportkit.words.phrases import phrases, words
from rapportkit.words.review import Span
from rapportkit.words.speech import Sentence, Speech
from rapportkit.words.tokens import stem

_FILE = "answers.toml"
_YOU = frozenset(
    {"you", "your", "yours", "yourself", "they", "their", "them", "he", "him", "his", "she", "her", "hers"}
)
_ME = frozenset({"i", "my", "mine", "myself"})
_POINTING = frozenset(
    {"it", "that", "this", "those", "these", "they", "them", "their", "he", "him", "his", "she", "her", "there"}
)
"""Words that may point at what was said without naming it."""

_NEW = frozenset({"a", "an", "one", "some", "two", "three", "four", "another"})
_THE = frozenset({"the", "that", "this", "those", "these"})

_LONG_ANSWER = 12
"""Words said after one's own question from which on it reads as an answer to it."""


class Thread(Record):
    """Something in an answer that one can pick up: the words as they were said, and a question that would do so."""

    words: Short
    ask: Short
    also: tuple[Short, ...] = ()
    """Other words for the same thing."""


class Told(Record):
    """An interviewer's answer: who said it, where, to which question, and what one could pick up."""

    id: Short
    who: Short
    trade: Short
    asked: Short
    said: Prose
    threads: tuple[Thread, ...] = Field(min_length=3)


class Heard(Record):
    """
    What a follow-up question makes of an answer.

    `took_up` are the places in the answer, `echoed` those in the question. `openness` and `about_them` are null where
    nobody can tell. `points` says that it may mean something of theirs without naming it, `answers_itself` that the
    asker goes on to talk. `left` are the threads not picked up. `reason` says why nothing was judged.
    """

    took_up: tuple[Span, ...] = ()
    echoed: tuple[Span, ...] = ()
    asks: bool = False
    openness: Openness | None = None
    about_them: bool | None = None
    points: bool = False
    answers_itself: bool = False
    left: tuple[Thread, ...] = ()
    reason: str | None = None


@cache
def answers() -> Mapping[str, Told]:
    """Every interviewer's answer that there is to listen to, by its id, in the order of the file."""
    text = (files("rapportkit.data") / _FILE).read_text(encoding="utf-8")
    read = (build(Told, table, _FILE) for table in tomllib.loads(text)["answer"])
    return {told.id: told for told in read}


def listen(told: Told, question: str) -> Heard:
    """
    What *question*, asked right after that answer, takes up of it, and how it asks.

        >>> heard = listen(answers()["bakery"], "How did the first loaf after the flood taste?")
        >>> heard.openness, [answers()["bakery"].said[slice(*span)] for span in heard.took_up]
        ('open', ['the flood', 'loaf'])
    """
    if not reads_as_english(question):
        return Heard(reason=NOT_ENGLISH)
    said, speech = Speech(told.said), Speech(question)
    took_up = {said.span_of_words(at, at + 1) for at in heard_again(said, speech)}
    named = [thread for thread in told.threads if any(echoes(Speech(word), speech) for word in thread.also)]
    took_up |= {_place(told, thread) for thread in named}
    asking = [sentence for sentence in speech.sentences if is_asking(speech, sentence)]
    return Heard(
        took_up=_joined(took_up),
        echoed=tuple(speech.span_of_words(at, at + 1) for at in _shared(speech, _with_other_words(told)) if took_up),
        asks=bool(asking),
        openness=_openness(speech, asking),
        about_them=_about_them(speech, asking),
        points=not took_up and _points(speech, asking),
        answers_itself=_goes_on(speech, asking),
        left=tuple(thread for thread in told.threads if not _touched(told, thread, took_up)),
    )


def heard_again(said: Speech, speech: Speech) -> tuple[int, ...]:
    """
    The numbers of the words of *said* that *speech* takes up; those that two texts share by chance do not count.

    People as they are everywhere count beside another word, or where "a lad" becomes "the lad".

        >>> said = Speech("A lad of nineteen put on brass bands.")
        >>> heard_again(said, Speech("How do you pay agency lads?")), heard_again(said, Speech("How old is the lad?"))
        ((), (1,))
    """
    found = _shared(said, speech)
    met = {stem(said.words[at]) for at in found}
    if len(met) > 1 or not all(said.words[at] in words("asking", "people") for at in found):
        return found
    return tuple(at for at in found if _is_the_same(said, at, speech))


def _shared(said: Speech, speech: Speech) -> tuple[int, ...]:
    return tuple(at for at in echoes(said, speech) if said.words[at] not in words("asking", "weak"))


def _is_the_same(said: Speech, at: int, speech: Speech) -> bool:
    """Whether somebody new in what was said ("a lad", "one of the men") is pointed at ("the lad", "those men")."""
    same = stem(said.words[at])
    new = said.words[max(0, at - 4) : at]
    pointed = [before for before, word in pairwise(speech.words) if stem(word) == same]
    return not _NEW.isdisjoint(new) and not _THE.isdisjoint(pointed)


def _openness(speech: Speech, asking: list[Sentence]) -> Openness | None:
    """The widest of several questions counts: it is the one that people answer."""
    kinds = {openness_of(speech, sentence) for sentence in asking}
    widest: tuple[Openness, ...] = ("open", "narrow", "closed")
    return next((kind for kind in widest if kind in kinds), None)


def _about_them(speech: Speech, asking: list[Sentence]) -> bool | None:
    if any(phrases("asking", "about_me").inside(speech, sentence) for sentence in asking):
        return False
    said = {word for sentence in asking for word in speech.words_in(sentence)}
    return True if said & _YOU else False if said & _ME else None


def _points(speech: Speech, asking: list[Sentence]) -> bool:
    return any(not _POINTING.isdisjoint(speech.words_in(sentence)) for sentence in asking)


def _goes_on(speech: Speech, asking: list[Sentence]) -> bool:
    """Whether the asker talks of themselves after the last question, at some length."""
    if not asking:
        return False
    after = [word for word in speech.words[asking[-1].last :] if word not in ",.?!"]
    return len(after) >= _LONG_ANSWER and bool(_ME & set(after))


def _place(told: Told, thread: Thread) -> Span:
    start = told.said.index(thread.words)
    return start, start + len(thread.words)


def _touched(told: Told, thread: Thread, took_up: set[Span]) -> bool:
    start, end = _place(told, thread)
    return any(first < end and last > start for first, last in took_up)


def _with_other_words(told: Told) -> Speech:
    return Speech(" ".join((told.said, *(word for thread in told.threads for word in thread.also))))


def _joined(spans: set[Span]) -> tuple[Span, ...]:
    """The places in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
