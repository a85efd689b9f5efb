"""The shapes of a text: what a linear model cannot see in its words, as short names."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.words.content import own_content, taken_up
from rapportkit.words.inviting import inviting, questions_at_once
from rapportkit.words.own_story import story_in
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

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
    yield "§ground" if ground & _stems(speech) else "§no-ground"


def note_shapes(speech: Speech, kind: str, talked_about: tuple[str, ...], known: tuple[str, ...]) -> Iterator[str]:
    """Shapes of a message: its kind, how much of it is its own, whether the talk is taken up, how it asks."""
    yield f"§{kind}"
    yield _step("own", len(own_content(speech.text, known)))
    yield "§talk" if taken_up(speech, talked_about) else "§no-talk"
    yield _step("asked", sum(sentence.end == "?" for sentence in speech.sentences))
    yield _step("words", len(speech.words) // 12)
    if '"' in speech.text or "“" in speech.text:
        yield "§quotes"


def _stems(speech: Speech) -> frozenset[str]:
    return frozenset(stem(word) for word in speech.words)


def _step(name: str, size: int) -> str:
    return f"§{name}{max(step for step in _STEPS if step <= size)}"
