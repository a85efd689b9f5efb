"""A talk made ready for the mirror: each turn read once, with the words that carry its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.talk.transcript import Transcript
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Found, Sentence, Speech
from rapportkit.words.tokens import stem

FILE = "talk"
"""The lists of this room stand in `data/words/talk.toml`."""


class Heard:
    """One turn as the mirror reads it; `mine` where the candidate speaks."""

    def __init__(self, at: int, speaker: str | None, text: str, *, mine: bool) -> None:
        self.at, self.speaker, self.text, self.mine = at, speaker, text, mine
        self.size = len(text.split())

    @cached_property
    def speech(self) -> Speech:
        """The turn's words and sentences."""
        return Speech(self.text)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that carry meaning."""
        return content(tuple(self.speech.words))

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The interests that it speaks of, and their neighbours."""
        found = interests().read(folded_words(self.text[:20_000]))
        near = (interests().concepts[name].near for name in found)
        return frozenset(found).union(*near)

    def find(self, name: str) -> tuple[Found, ...]:
        """The places where a phrase of one list begins."""
        return phrases(FILE, name).find(self.speech)

    def says(self, name: str) -> bool:
        """Whether a phrase of one list stands in it."""
        return bool(self.find(name))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, from first to last."""
        return self.speech.sentences

    def words_of(self, sentence: Sentence) -> tuple[str, ...]:
        """The words of a sentence, pauses left out."""
        return tuple(self.speech.words_in(sentence))

    def written(self, first: int, last: int) -> str:
        """The words `[first, last)` as the transcript has them."""
        start, end = self.speech.span_of_words(first, last)
        return self.text[start:end]


class Talk:
    """All turns of a transcript, and who of the speakers is the candidate."""

    def __init__(self, transcript: Transcript, candidate: str) -> None:
        self.transcript, self.candidate = transcript, candidate
        self.marks = transcript.has_marks
        self.turns = tuple(
            Heard(at, turn.speaker, turn.text, mine=turn.speaker == candidate)
            for at, turn in enumerate(transcript.turns)
        )

    @property
    def mine(self) -> Iterator[Heard]:
        """The candidate's turns."""
        return (turn for turn in self.turns if turn.mine)

    @property
    def theirs(self) -> Iterator[Heard]:
        """The turns of everybody else."""
        return (turn for turn in self.turns if not turn.mine)

    def before(self, at: int, most: int = 2) -> tuple[Heard, ...]:
        """The last turns of the others before one turn, the latest first; at most so many."""
        found = [turn for turn in reversed(self.turns[max(0, at - 2 * most - 2) : at]) if not turn.mine]
        return tuple(found[:most])

    def after(self, at: int, most: int = 2) -> tuple[Heard, ...]:
        """The candidate's turns after one turn, the next first; at most so many."""
        found = [turn for turn in self.turns[at + 1 : at + 2 * most + 4] if turn.mine]
        return tuple(found[:most])


@lru_cache(maxsize=4_096)
def content(said: tuple[str, ...]) -> frozenset[str]:
    """
    The stems of words that carry meaning: neither small words nor those that stand in any talk.

        >>> sorted(content(("so", "how", "did", "the", "boats", "get", "there")))
        ['boat']
    """
    small = words(FILE, "small")
    return frozenset(stem(word) for word in said if len(word) > 1 and word[0].isalnum() and word not in small)
