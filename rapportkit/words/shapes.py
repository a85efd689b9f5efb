"""The shapes of a text: what a linear model cannot see in its words, as short names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapportkit.words.content import own_content, taken_up
from rapportkit.words.inviting import inviting, questions_at_once
from rapportkit.words.notes import looks_back
from rapportkit.words.own_story import story_in
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech

_STEPS = (0, 1, 2, 3, 5, 8, 12)


def line_shapes(speech: Speech, ground: frozenset[str]) -> Iterator[str]:
    """Shapes of an opening line: how much story, how many questions, whether it invites, how long it is."""
    story = story_in(speech, ground)
    yield _step("content", story.content)
    yield _step("happened", story.happened)
    yield _step("asked", len(questions_at_once(speech)))
    handed = inviting(speech, ground)
    yield "§invites" if handed.found else f"§invites-{handed.how}"
    yield _step("words", len(speech.words) // 8)
    yield "§ground" if ground & speech.stems else "§no-ground"


def note_shapes(speech: Speech, kind: str, talked_about: tuple[str, ...], known: tuple[str, ...]) -> Iterator[str]:
    """Shapes of a message: its kind, how much of it is its own, whether the talk is taken up, how it asks."""
    yield f"§{kind}"
    yield _step("own", len(own_content(speech, known)))
    yield "§talk" if taken_up(speech, talked_about) else "§no-talk"
    yield "§echo" if looks_back(speech) else "§no-echo"
    yield _step("asked", sum(sentence.end == "?" for sentence in speech.sentences))
    yield _step("words", len(speech.words) // 12)
    yield from _asked_for(speech)
    yield from _set_against(speech)
    if '"' in speech.text or "“" in speech.text:
        yield "§quotes"


def _asked_for(speech: Speech) -> Iterator[str]:
    """Whether a sentence asks, for oneself or about the choice, and whether one asks after them."""
    asks = {name: phrases("message", name) for name in ("request", "decision")}
    for sentence in speech.sentences:
        if sentence.end != "?" and not asks["request"].inside(speech, sentence):
            continue
        said = set(speech.words_in(sentence))
        if said & _ONESELF:
            yield "§asks-for-me"
        elif said & _THEM:
            yield "§asks-of-them"
        if asks["decision"].inside(speech, sentence):
            yield "§asks-choice"


def _set_against(speech: Speech) -> Iterator[str]:
    """What is set against each other where somebody is sore: one's trouble, what came back, who was chosen."""
    found = [name for name in ("effort", "little_back", "chosen") if phrases("message", name).find(speech)]
    yield from (f"§{name}" for name in found)
    yield from (f"§{one}+{other}" for one, other in pairwise(found))
    for name in ("bitter_hint", "pushy_hint", "offer_weak"):
        yield _step(name, len(phrases("message", name).find(speech)))


_ONESELF = frozenset({"me", "my", "mine", "i"})
_THEM = frozenset({"you", "your", "yours", "u", "ye"})


def _step(name: str, size: int) -> str:
    return f"§{name}{max(step for step in _STEPS if step <= size)}"
