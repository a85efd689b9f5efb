"""Whether a line tells something of one's own, or only states the shared thing."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapportkit.words.phrases import phrases, words
from rapportkit.words.review import Weight
from rapportkit.words.speech import Sentence, Speech
from rapportkit.words.tokens import stem

_FIRST = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself"})
_GENERAL = frozenset({"is", "are", "s", "has", "have", "it", "there", "they", "you", "people", "everyone", "everybody"})
_OTHERS = frozenset({"you", "he", "she", "they", "it", "your"})
_LITTLE = 1
_SOME = 3


class Story(NamedTuple):
    """What a line has of a story: words with a content of their own, things that happened, and oneself in it."""

    content: int
    happened: int
    own: bool = False

    @property
    def size(self) -> int:
        """How much story that is; something that happened counts for two words."""
        return self.content + 2 * self.happened


@lru_cache(maxsize=16)
def story_in(speech: Speech, ground: frozenset[str]) -> Story:
    """
    How much of a story of one's own *speech* tells; *ground* holds the stems of the shared thing.

    Facts that stand in a form (years, degrees, places, how long), praise of the thing in general, stock phrases,
    what one only sees of the other ("I see wax on your sleeve"), whose turn it is, not knowing it and what is only
    asked are no story.
    """
    content: set[str] = set()
    happened = 0
    empty, opinion = _words_of(speech, "stock") | _perceiving(speech), _words_of(speech, "opinion")
    empty |= _words_of(speech, "turn", "considered") | _words_of(speech, "denies", "considered")
    own = False
    for sentence in speech.sentences:
        telling = [at for at in _telling(speech, sentence, opinion) if at not in empty]
        said = {speech.words[at] for at in telling}
        own = own or bool(said & _FIRST)
        content |= {stem(speech.words[at]) for at in telling if _has_content(speech, at, sentence, ground)}
        if said & _FIRST or not said & _OTHERS:
            happened += sum(_happened(speech.words[at]) for at in telling)
    return Story(len(content), happened, own)


def tells_of_oneself(speech: Speech, ground: frozenset[str]) -> bool:
    """
    Whether something in *speech* is a story of one's own, so that it may be praised as one.

        >>> tells_of_oneself(Speech("I see wax on your sleeve. You have bees?"), frozenset({"bee"}))
        False
    """
    story = story_in(speech, ground)
    return story.happened > 0 or (story.content > 0 and story.own)


def claims_to_share(speech: Speech) -> bool:
    """Whether a line says that one does the same ("me too"), be there a story or not."""
    return phrases("opening", "claims").first(speech) is not None


def is_tossed_out(speech: Speech, ground: frozenset[str]) -> Weight | None:
    """How surely the shared thing is only stated; None where something of one's own goes with it."""
    size = story_in(speech, ground).size
    if size > _SOME or _remarks_on_the_room(speech):
        return None
    me_too = phrases("opening", "me_too").first(speech)
    return "fix" if size < _LITTLE or (size < _SOME and me_too) else "consider"


def _remarks_on_the_room(speech: Speech) -> bool:
    """Whether something plain to see is asked about: there a question may stand without a story."""
    seen = phrases("opening", "in_the_room").first(speech)
    return bool(seen) and any(sentence.end == "?" for sentence in speech.sentences)


def _words_of(speech: Speech, name: str, file: str = "opening") -> frozenset[int]:
    """The words of all phrases of a list."""
    return frozenset(at for found in phrases(file, name).find(speech) for at in speech.words_of(found))


def _perceiving(speech: Speech) -> frozenset[int]:
    """The words of what one only sees of the other, to the next pause."""
    seen: set[int] = set()
    for found in phrases("opening", "perceiving").find(speech):
        first = speech.word_at(found.start)
        if first in seen:
            continue
        last = next((at for at in range(first, len(speech.words)) if speech.words[at] in ",.?!"), len(speech.words))
        seen.update(range(first, last))
    return frozenset(seen)


def _telling(speech: Speech, sentence: Sentence, opinion: frozenset[int]) -> list[int]:
    """The words of a sentence that may tell something: it is about oneself, or neither asks nor states in general."""
    found = [at for at in range(sentence.first, sentence.last) if speech.words[at] != ","]
    if any(speech.words[at] in _FIRST and at not in opinion for at in found):
        return found
    if sentence.end != "?" and _leaves_out_i(speech, sentence):
        return found
    return [] if sentence.end == "?" or _GENERAL & {speech.words[at] for at in found} else found


def _leaves_out_i(speech: Speech, sentence: Sentence) -> bool:
    """Whether a sentence begins with what one did ("Made your soup twice ...")."""
    first = speech.words[sentence.first]
    return _happened(first) and first not in words("opening", "helpers")


def _has_content(speech: Speech, at: int, sentence: Sentence, ground: frozenset[str]) -> bool:
    word = speech.words[at]
    if word in words("story", "empty") or word in words("story", "bare") or word[0].isdigit():
        return False
    if word in words("classes", "number") or stem(word) in ground:
        return False
    return at == sentence.first or not speech.as_written(at)[0].isupper()


def _happened(word: str) -> bool:
    is_past = word in words("story", "past") or (word.endswith("ed") and len(word) > 4)
    return is_past and word not in words("story", "states")
