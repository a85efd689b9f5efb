"""The learner's own words, to be given back to them: a sign of having listened."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.words.phrases import words
from rapportkit.words.speech import Sentence, Speech

_POINTS = {"my": "your", "our": "your", "the": "the", "a": "the", "an": "the", "this": "this"}
"""What points at a thing, and how the listener points at the same thing."""

_IS = frozenset({"be", "been", "am", "are", "is", "was", "were", "s", "as", "like", "than"})
"""What comes after these says what somebody is, and is no thing in a story."""

_WHERE = frozenset({"in", "on", "at", "from", "into", "under", "off", "near", "past", "behind", "round"}) | frozenset(
    {"across", "along", "beside", "opposite", "towards", "through"}
)
"""What comes after these is where something was, and seldom what a story turns on."""

_AFTER_A_VERB = frozenset({"at", "to", "into", "up", "off", "out", "over"})
_ENDS_NO_THING = ("ly", "ing", "ed", "n't")
_MOST = 3


def echo_of(speech: Speech) -> str | None:
    """
    The thing in a story that it most turns on, pointed at from the listener's side; None where none stands out.

        >>> echo_of(Speech("So I rebuilt the freezer rota with my neighbour, and the freezer rota held."))
        'the freezer rota'
    """
    found = list(dict.fromkeys(one for sentence in speech.sentences for one in _things(speech, sentence)))
    if not found:
        return None
    return max(found, key=lambda one: _weight(one, speech, found.index(one)))


def _weight(thing: str, speech: Speech, place: int) -> tuple[int, int, int]:
    """What is said twice, then what is said in more words, then what was said first."""
    _, _, rest = thing.partition(" ")
    return (speech.plain.count(f" {rest} "), len(rest.split()), -place)


def _things(speech: Speech, sentence: Sentence) -> Iterator[str]:
    if sentence.end == "?":
        return
    for at in range(sentence.first, sentence.last - 1):
        before = speech.words[max(sentence.first, at - 2) : at]
        if speech.words[at] not in _POINTS or not _IS.isdisjoint(before) or not _WHERE.isdisjoint(before[-1:]):
            continue
        size = _size(speech, at + 1, sentence.last)
        after = speech.words[at + 1 + size] if at + 1 + size < sentence.last else "."
        is_joined = speech.text[speech.span_of_words(at, at + 1 + size)[1] :].startswith("-")  # "my brother-in-law"
        if size and not is_joined and after in words("rehearsal", "after_thing") and _is_thing(speech.words[at + size]):
            if size > 1 and not _ends_a_thing(speech, at + 1, size, after):
                continue
            written = " ".join(speech.as_written(one) for one in range(at + 1, at + 1 + size))
            yield f"{_POINTS[speech.words[at]]} {written if not written.isupper() else written.lower()}"


def _ends_a_thing(speech: Speech, start: int, size: int, after: str) -> bool:
    """Whether several words are a thing, and not a thing and what it did: "a neighbour scream at me"."""
    name = " ".join(speech.words[start : start + size])
    is_told_twice = speech.plain.count(f" {name} ") > 1
    is_told_of = after in _AFTER_A_VERB or speech.words[start + size - 1] in words("rehearsal", "done_once")
    return is_told_twice or not is_told_of


def _size(speech: Speech, start: int, last: int) -> int:
    """How many words with a content of their own follow."""
    size = 0
    while start + size < last and size < _MOST and _has_content(speech.words[start + size]):
        size += 1
        if speech.words[start + size - 1] in words("classes", "kin") | words("rehearsal", "persons"):
            break
    return size


def _has_content(word: str) -> bool:
    return (
        word.isalpha()
        and len(word) > 2
        and word not in words("story", "empty")
        and word not in words("rehearsal", "dull")
        and word not in words("rehearsal", "after_thing")
    )


def _is_thing(word: str) -> bool:
    return len(word) > 3 and not word.endswith(_ENDS_NO_THING)
