"""What in a line invites the other person to talk, and how many questions stand there at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapportkit.words.phrases import phrases, words
from rapportkit.words.review import Span
from rapportkit.words.speech import Found, Sentence, Speech
from rapportkit.words.tokens import stem

_YOU = frozenset({"you", "your", "yours", "yourself", "ya"})
_ME = frozenset({"i", "we"})
_A_WORD_OR_TWO = 2


class Inviting(NamedTuple):
    """Whether something hands over; if not, what stands in its place and why it does not count."""

    found: bool
    how: str = "absent"
    span: Span | None = None


@lru_cache(maxsize=16)
def inviting(speech: Speech, ground: frozenset[str]) -> Inviting:
    """What invites the other person to talk; *ground* holds the stems of the shared thing."""
    idle: Inviting | None = None
    for number, sentence in enumerate(speech.sentences):
        how = _hands_over(speech, number, sentence, ground)
        if how == "yes":
            return Inviting(found=True)
        if how and not idle:
            idle = Inviting(found=False, how=how, span=speech.span_of_words(sentence.first, sentence.last))
    return idle or Inviting(found=False)


def _hands_over(speech: Speech, number: int, sentence: Sentence, ground: frozenset[str]) -> str:
    """`yes`; or why a question does not invite: `manners`, `tag`, `job`, `answered`; or "" where none is asked."""
    asks = _asks(speech, sentence)
    if not asks and not _within(speech, sentence, "invites"):
        return ""
    if _is_about_work(speech, sentence) and not _touches(speech, sentence, ground):
        return "job"
    if _within(speech, sentence, "logistics") and not _touches(speech, sentence, ground):
        return "manners"
    if not asks:
        return "yes"
    said = speech.words_in(sentence)
    if _is_tag(speech, sentence) and not _begins_question(speech, sentence.first, sentence.last):
        return "tag"
    if (not _YOU & set(said) or _within(speech, sentence, "teases")) and _answered(speech, number):
        return "answered"
    return "yes"


def _is_about_work(speech: Speech, sentence: Sentence) -> bool:
    return any(_within(speech, sentence, name) for name in ("about_job", "skill", "skill_hint"))


def _asks(speech: Speech, sentence: Sentence) -> bool:
    if sentence.end == "?" or _within(speech, sentence, "asks"):
        return True
    # "Where did they send you": the mark was forgotten, at the end of all that is said.
    forgotten = sentence.end == "" and sentence == speech.sentences[-1]
    return forgotten and _begins_question(speech, sentence.first, sentence.last, asks=False)


def _within(speech: Speech, sentence: Sentence, name: str) -> tuple[Found, ...]:
    """The phrases of a list in one sentence."""
    return phrases("opening", name).inside(speech, sentence)


def _touches(speech: Speech, sentence: Sentence, ground: frozenset[str]) -> bool:
    return any(stem(word) in ground for word in speech.words_in(sentence))


def _answered(speech: Speech, number: int) -> bool:
    """Whether the speaker answers at once, and asks nothing more after that."""
    rest = speech.sentences[number + 1 :]
    if rest and rest[0].end != "?" and rest[0].last - rest[0].first <= _A_WORD_OR_TWO:
        return True
    if not rest or any(sentence.end == "?" for sentence in rest):
        return False
    return bool(_within(speech, rest[0], "answers_itself"))


@lru_cache(maxsize=16)
def questions_at_once(speech: Speech) -> tuple[Span, ...]:
    """The questions to the other person, each with its place; quoted ones and those about oneself do not count."""
    found: list[Span] = []
    reported = False
    for number, sentence in enumerate(speech.sentences):
        parts = list(_parts(speech, sentence))
        reports = bool(_within(speech, sentence, "says_question")) or _gives_speech(speech, sentence, parts)
        if _counts(speech, number, parts, reports=reports, reported=reported):
            found.extend(speech.span_of_words(*part) for part in parts if not _of_oneself(speech, part))
        reported = reports or (reported and sentence.end == "?" and not _YOU & set(speech.words_in(sentence)))
    return tuple(found)


def _gives_speech(speech: Speech, sentence: Sentence, parts: list[tuple[int, int]]) -> bool:
    """Whether a question stands right after a colon and what goes before is not said to "you": somebody else asked."""
    start = next((first for first, _ in parts if first > sentence.first), None)
    if start is None:
        return False
    before = set(speech.words[sentence.first : start])
    return speech.words[start - 1] == "," and speech.as_written(start - 1).strip() == ":" and not _YOU & before


def _counts(speech: Speech, number: int, parts: list[tuple[int, int]], *, reports: bool, reported: bool) -> bool:
    sentence = speech.sentences[number]
    asks_you = bool(_YOU & set(speech.words_in(sentence)))
    if not parts or (reported and not asks_you) or speech.is_quoted(sentence.last - 1):
        return False
    if reports and (len(parts) > 1 or sentence.end != "?" or parts[0][0] > sentence.first):
        return False
    return asks_you or not _short_answer(speech, number + 1)


def _short_answer(speech: Speech, number: int) -> bool:
    """Whether the sentence after a question answers it in a word or two ("Me.", "Not me!")."""
    if number >= len(speech.sentences):
        return False
    after = speech.sentences[number]
    return after.end != "?" and after.last - after.first <= _A_WORD_OR_TWO


def _of_oneself(speech: Speech, part: tuple[int, int]) -> bool:
    """Whether somebody asked it about oneself ("was I roped")."""
    said = speech.words[part[0] : part[1]]
    return any(word in words("opening", "helpers") and after in _ME for word, after in pairwise(said[:4]))


def _parts(speech: Speech, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that each ask; a sentence with a mark asks once at least."""
    asks = sentence.end == "?"
    begin = [at for at in range(sentence.first, sentence.last) if at == sentence.first or speech.words[at - 1] == ","]
    starts = [at for at in begin if _begins_question(speech, at, sentence.last, asks=asks)]
    if not starts and sentence.end == "?" and not _is_tag(speech, sentence):
        starts = [sentence.first]
    for start, end in pairwise([*starts, sentence.last]):
        if end - start > 2 or len(starts) == 1:
            yield start, end


def _is_tag(speech: Speech, sentence: Sentence) -> bool:
    return bool(_within(speech, sentence, "tags"))


def _begins_question(speech: Speech, at: int, last: int, *, asks: bool = True) -> bool:
    """Whether a question begins at a word; in a sentence that does not *ask*, ", which" goes on with a statement."""
    if speech.words[at] in ("and", "but", "so"):
        at += 1
    if at + 1 >= last:
        return False
    word, after = speech.words[at], speech.words[at + 1]
    if word in words("opening", "question_words"):
        if word == "which" and not asks and at and speech.words[at - 1] == ",":
            return False
        if after == "," or (at + 2 < last and speech.words[at + 2] == "," and word == "which"):
            return True
        return after in words("opening", "helpers") or after in words("opening", "after_question_word")
    return word in words("opening", "helpers") and (after in _YOU or after in ("it", "they", "there", "that"))
