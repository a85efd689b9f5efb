"""The candidate's questions: where one is asked of the partner, and where words only look like one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapportkit.talk.heard import FILE, Heard
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Sentence

_SHORTENED = frozenset({"s", "d", "am"})
_PERSONS = frozenset(["you", "they", "people"])
_ONESELF = frozenset(["i", "my", "we"])
_MUCH_MORE = 12
_LAST_WORDS = 22
_SHORT_TURN = 45
_SHORT_SENTENCE = 16
_REPORTED_WITHIN = 7
_TO_YOU = ("you", "to")
_LONGEST_ASKED = 40
_NEAR_THE_END = 32
_ECHO = 3
_OF_HOW_MUCH = frozenset(["kind", "sort", "many", "much", "long", "often"])
_SHORT_TAIL = 6


class Asked(NamedTuple):
    """
    A question: the turn, and its words `[first, last)` in the turn's speech.

    `marked`: it ends in a question mark. `rest`: how many words of the turn follow it.
    """

    turn: Heard
    first: int
    last: int
    marked: bool
    rest: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, pauses left out."""
        return tuple(word for word in self.turn.speech.words[self.first : self.last] if word != ",")

    @property
    def text(self) -> str:
        """The question as the transcript has it, without what is only said before it."""
        return self.turn.written(self.first, self.last)


def questions_in(turn: Heard, *, marks: bool) -> Iterator[Asked]:
    """
    The questions of one turn; *marks*: whether this transcript has question marks.

    Where it has, a question is what ends in one, and a prompt; where it has none, the wording decides.
    """
    for sentence in turn.sentences:
        if sentence.end == "?":
            found = _marked(turn, sentence)
        else:
            found = _prompt(turn, sentence) or _worded(turn, sentence, strict=marks)
        if found and found.words and not _is_reported(turn, sentence, found):
            yield found


def _asked(turn: Heard, first: int, last: int, *, marked: bool) -> Asked:
    while first < last and turn.speech.words[first] == ",":
        first += 1
    return Asked(turn, first, last, marked, len(turn.speech.words) - last)


def _inside(turn: Heard, sentence: Sentence, name: str) -> bool:
    return bool(phrases(FILE, name).inside(turn.speech, sentence))


def _marked(turn: Heard, sentence: Sentence) -> Asked | None:
    """What ends in a question mark, unless it only seeks assent, asks to hear something again, or tells."""
    if _inside(turn, sentence, "repeats"):
        return None
    first = _start(turn, sentence)
    if _echoes(turn.speech.words, sentence.first, first, sentence.last):
        return None
    begins = _begins(turn, first, sentence.last)
    if not begins and (_inside(turn, sentence, "tags") or _tells(turn, sentence)):
        return None
    return _asked(turn, first, sentence.last, marked=True)


def _echoes(said: list[str], start: int, first: int, last: int) -> bool:
    """Whether the question is two or three words that only echo the verb before them ("you can not, can you")."""
    return start < first and last - first <= _ECHO and said[first] in said[start : first - 1]


def _tells(turn: Heard, sentence: Sentence) -> bool:
    """Whether a sentence only rises at its end ("I grew up on a river?") or names something not quite known."""
    said = [word for word in turn.words_of(sentence) if word not in words(FILE, "linkers")]
    if not said or "you" in said or "or" in said:
        return False
    return said[0] in _ONESELF or len(turn.speech.words) - sentence.last > _MUCH_MORE


def _start(turn: Heard, sentence: Sentence) -> int:
    """Where the question proper begins: after a pause that follows something else."""
    said = turn.speech.words
    starts = [at for at in range(sentence.first, sentence.last) if at == sentence.first or said[at - 1] == ","]
    return next((at for at in starts if _begins(turn, at, sentence.last)), sentence.first)


def _begins(turn: Heard, at: int, last: int) -> bool:
    """Whether words begin as questions do: a question word, or a helping verb and its subject."""
    said = turn.speech.words
    while at < last and said[at] in words(FILE, "linkers"):
        at += 1
    return _inverted(said, at, last)


def _prompt(turn: Heard, sentence: Sentence) -> Asked | None:
    found = phrases(FILE, "prompts").inside(turn.speech, sentence)
    if not found:
        return None
    return _asked(turn, turn.speech.word_at(found[-1].start), sentence.last, marked=False)


def _worded(turn: Heard, sentence: Sentence, *, strict: bool) -> Asked | None:
    """A question told by its wording alone; *strict*: only where a sentence begins with it, and asks "you"."""
    if strict:
        first = _after_linkers(turn, sentence)
        asks_you = "you" in turn.speech.words[first : first + 4] and sentence.last - first <= _LONGEST_ASKED
        found = asks_you and _begins(turn, first, sentence.last)
        return _asked(turn, first, sentence.last, marked=False) if found else None
    last_words = len(turn.speech.words) - sentence.last <= 2
    if last_words and sentence.last - sentence.first <= _SHORT_SENTENCE and _short_question(turn, sentence):
        return _asked(turn, sentence.first, sentence.last, marked=False)
    first_asking = _asking_at(turn, sentence)
    return _asked(turn, first_asking, sentence.last, marked=False) if first_asking is not None else None


def _after_linkers(turn: Heard, sentence: Sentence) -> int:
    linkers = words(FILE, "linkers") | {","}
    at = sentence.first
    while at < sentence.last and turn.speech.words[at] in linkers:
        at += 1
    return at


def _asking_at(turn: Heard, sentence: Sentence) -> int | None:
    """Where in the last words of a turn, or anywhere in a short one, a question begins."""
    said, whole = turn.speech.words, len(turn.speech.words)
    earliest = 0 if turn.size <= _SHORT_TURN else whole - _LAST_WORDS
    for at in range(max(sentence.first, sentence.last - _NEAR_THE_END, earliest), sentence.last):
        if _inverted(said, at, sentence.last) and not _embedded(said, at, sentence.first):
            return at
    tail = phrases(FILE, "handed_back_last").inside(turn.speech, sentence)
    return turn.speech.word_at(tail[-1].start) if tail and whole - sentence.last <= 1 else None


def _short_question(turn: Heard, sentence: Sentence) -> bool:
    """Whether the last, short sentence of a turn begins as questions do, in any order of words."""
    said = [word for word in turn.speech.words[sentence.first : sentence.last] if word != ","]
    while said and said[0] in words(FILE, "linkers"):
        said.pop(0)
    if len(said) < 2:
        return False
    if said[0] in words(FILE, "asking"):
        if said[1] in ("i", "we"):
            return False
        if said[1] in _OF_HOW_MUCH and len(said) > _SHORT_TAIL:
            return _verb_first(said)
        verb = said[1] in words(FILE, "helpers") or said[1] in words(FILE, "subjects")
        return verb or said[0] not in words(FILE, "relative")
    if said[0] in words(FILE, "helpers") - _SHORTENED and said[1] in words(FILE, "determiners"):
        return True
    return bool(phrases(FILE, "short_questions").inside(turn.speech, sentence))


def _inverted(said: list[str], at: int, last: int) -> bool:
    """Whether a question word with its verb, or verb and subject, stand here in the order of a question."""
    left = [word for word in said[at : min(last, at + 8)] if word != ","]
    if len(left) < 2:
        return False
    helpers, subjects = words(FILE, "helpers"), words(FILE, "subjects")
    if left[0] in words(FILE, "asking"):
        turned = any(one in helpers and other in subjects for one, other in pairwise(left[1:6]))
        if left[1] in _OF_HOW_MUCH and last - at > _SHORT_TAIL:
            return turned or _verb_first(left)
        return turned or left[1] in helpers or left[1] in words(FILE, "asked_of")
    if left[0] in ("do", "have") and left[1] not in _PERSONS:
        return False
    asks = left[1] in subjects or left[1:3] == ["not", "you"]
    return asks and left[0] in helpers and left[0] not in _SHORTENED


def _verb_first(left: list[str]) -> bool:
    """Whether a helping verb comes before any subject ("how long does one wait"), unlike in "how long it takes"."""
    told = (word in words(FILE, "helpers") for word in left if word in words(FILE, "helpers") | words(FILE, "subjects"))
    return next(told, False)


def _embedded(said: list[str], at: int, first: int) -> bool:
    """Whether the words hang on something before them ("that is what it does", "I know who is there")."""
    before = [word for word in said[max(first, at - 2) : at] if word != ","]
    if not before:
        return False
    if said[at] in words(FILE, "relative"):
        return before[-1] not in words(FILE, "linkers")
    if said[at] in words(FILE, "asking"):
        return before[-1] in words(FILE, "hangs_on")
    return before[-1] in words(FILE, "subjects_before")


def _is_reported(turn: Heard, sentence: Sentence, asked: Asked) -> bool:
    """Whether a question is only told of: in quotation marks, or after "he says" and the like."""
    if turn.speech.is_quoted(asked.last - 1):
        return True
    said = turn.speech.words
    for at in range(max(sentence.first, asked.first - _REPORTED_WITHIN), asked.last - 1):
        told = said[at] in words(FILE, "reports") and (at == 0 or said[at - 1] not in _TO_YOU)
        if told and (at < asked.first or "," in said[at + 1 : at + 4]):
            return True
    return False
