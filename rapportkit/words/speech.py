"""A text as it is spoken: its words in plain form, its sentences, and which of them ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapportkit.words.review import Span
from rapportkit.words.tokens import bare, stem

_INSIDE = r"[^\W_]|[\u0300-\u036f]"
"""A letter or digit, or an accent that is a sign of its own: a word ends after it."""

_PIECE = re.compile(
    rf"(?P<word>\d+(?:[.,:]\d+)+|[^\W_](?:{_INSIDE})*(?:['’‘´`](?:{_INSIDE})+)*)"
    r"|(?P<end>[.!?…]+)|(?P<line>\n\s*)|(?P<pause>[,;:()–—]|\s-+\s)"
)
_QUOTE = re.compile(r"\"[^\"]{1,200}\"|“[^”]{1,200}”|«[^»]{1,200}»|(?<!\w)['‘][^'’\n]{1,200}['’](?!\w)")
_APOSTROPHE = re.compile("[’‘´`]")
_JOINED = {"m": "am", "re": "are", "ve": "have", "ll": "will", "s": "s", "d": "d"}
_RUN_TOGETHER = {
    "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "dont": "do not", "didnt": "did not",
    "isnt": "is not", "wasnt": "was not", "havent": "have not", "cant": "can not", "wont": "will not",
    "couldnt": "could not", "wouldnt": "would not", "doesnt": "does not", "whats": "what s", "hows": "how s",
    "wheres": "where s", "thats": "that s", "theyre": "they are", "hasnt": "has not", "arent": "are not",
    "cannot": "can not", "u": "you", "ur": "your", "ye": "you", "yous": "you", "yall": "you", "thx": "thanks",
    "thnx": "thanks", "thanx": "thanks", "thankyou": "thank you",
}  # fmt: skip
_FULL_LINE = 30
"""A line of so many signs may have been broken because it was full; mail programs break at 60 or more."""

MOST_WORDS = 4_000
"""What stands beyond so many words of a text is not judged: nobody says or sends it."""


class Found(NamedTuple):
    """A phrase in a text: `[start, end)` in `Speech.plain`."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence: the numbers `[first, last)` of its words, and the sign that ends it ("" where none does)."""

    first: int
    last: int
    end: str


class Speech:
    """
    One text, read once for all rules.

    `plain` is the text in small letters, without accents, contractions written out, signs as words of their own
    (`,` for every pause, `.`, `?` and `!` for ends), one space between words. Phrases are looked for in it, and
    `span` leads from there back to the text as given.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[int, tuple[Found, ...]] = {}
        """What the phrase lists found, so that each is looked for once."""
        self.words: list[str] = []
        self._spans: list[Span] = []
        for word, span in _read(text):
            if word == "." and not self.words:
                continue  # white space, or dots, before the first word
            if len(self.words) >= MOST_WORDS:
                break
            self.words.append(word)
            self._spans.append(span)
        self.plain = " ".join(self.words) + " "
        self.starts: list[int] = []
        at = 0
        for word in self.words:
            self.starts.append(at)
            at += len(word) + 1

    def span(self, start: int, end: int) -> Span:
        """Where `plain[start:end]` stands in the text."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.span_of_words(first, max(first, bisect_left(self.starts, end) - 1) + 1)

    def span_of_words(self, first: int, last: int) -> Span:
        """Where the words `[first, last)` stand in the text, without a pause at their end."""
        while last > first + 1 and self.words[last - 1] == ",":
            last -= 1
        return self._spans[first][0], self._spans[max(first, last - 1)][1]

    def as_written(self, at: int) -> str:
        """A word as the text has it."""
        return self.text[slice(*self._spans[at])]

    def words_before(self, offset: int) -> list[str]:
        """The words that begin before this place in the text as given."""
        return self.words[: bisect_left(self._spans, (offset,))]

    def word_at(self, offset: int) -> int:
        """The number of the word that `plain[offset]` belongs to."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def words_of(self, found: Found) -> range:
        """The numbers of the words that a phrase is made of."""
        return range(self.word_at(found.start), self.word_at(max(found.start, found.end - 1)) + 1)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(map(stem, self.words))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, by its numbers in rising order."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, from first to last."""
        return tuple(self._sentences())

    def words_in(self, sentence: Sentence) -> list[str]:
        """The words of one sentence, without pauses."""
        return [word for word in self.words[sentence.first : sentence.last] if word != ","]

    def is_quoted(self, at: int) -> bool:
        """Whether a word stands in quotation marks."""
        start, _ = self._spans[at]
        before = bisect_right(self._quotes, (start, len(self.text))) - 1
        return before >= 0 and start < self._quotes[before][1]

    @cached_property
    def _quotes(self) -> tuple[Span, ...]:
        return tuple(found.span() for found in _QUOTE.finditer(self.text))

    def _sentences(self) -> Iterator[Sentence]:
        first = 0
        for at, word in enumerate(self.words):
            if word in ".?!":
                if at > first:
                    yield Sentence(first, at, word)
                first = at + 1
        if first < len(self.words):
            yield Sentence(first, len(self.words), "")


def _read(text: str) -> Iterator[tuple[str, Span]]:
    for piece in _PIECE.finditer(text):
        span = piece.span()
        if piece["word"]:
            for word in filter(None, _plain(piece["word"])):
                yield word, span
        elif piece["pause"]:
            yield ",", span
        elif piece["line"]:
            if not _is_wrapped(text, span):
                yield ".", span
        else:
            end = piece["end"]
            yield ("?" if "?" in end else "!" if "!" in end else "."), span


def _is_wrapped(text: str, span: Span) -> bool:
    """Whether a line was only broken because it was full: it is long, has no sign at its end, and goes on small."""
    start, end = span
    before = text[max(0, start - _FULL_LINE) : start]
    full = "\n" not in before and len(before) == _FULL_LINE
    return full and text[end : end + 1].islower() and text.count("\n", start, end) == 1


@lru_cache(maxsize=8_192)
def _plain(word: str) -> tuple[str, ...]:
    """One word in small plain letters, its contractions written out."""
    if word[0].isdigit():
        return (word.casefold(),)
    parts = [bare(part) for part in _APOSTROPHE.sub("'", word).split("'")]
    first = parts[0]
    if len(parts) == 1:
        return tuple(_RUN_TOGETHER.get(first, first).split()) or (first,)
    tail = parts[-1]
    if tail == "t" and first.endswith("n"):
        return {"can": "can", "won": "will", "shan": "shall"}.get(first, first[:-1]), "not"
    if tail in _JOINED and len(parts) == 2:
        return first, _JOINED[tail]
    return ("".join(parts),)
