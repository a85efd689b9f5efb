"""A practice talk so far: what was said, what the interviewer remembers, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeVar
from zlib import crc32

from rapportkit.record import Prose, Record
from rapportkit.talk.scene import Ask, Change, Crossing, Scene

T = TypeVar("T")
StepKind = Literal["first", "ask", "change", "crossing", "questions"]
NoteKind = Literal[
    "question",
    "open",
    "follow-up",
    "taken",
    "missed",
    "followed",
    "held",
    "canned",
    "digging",
    "long",
    "shared",
    "given",
    "story",
    "pause",
    "asked-again",
    "declined",
    "job",
    "steer",
    "told",
    "silence",
    "stop",
    "rude",
]
"""What the learner did in a turn: what the debrief and the tally count."""


class Step(Record):
    """One thing that the interviewer means to say: question *number* of its kind, after letting fall *hint*."""

    kind: StepKind
    number: int = 0
    hint: str = ""


class Note(Record):
    """What the learner did in turn *turn* (the first is 1), and the words or the topic that it is about."""

    turn: int
    kind: NoteKind
    what: str = ""


class Exchange(Record):
    """What the learner said, what was replied, and why; the opening answers nothing."""

    said: Prose
    reply: Prose
    reason: Prose


class Memory(Record):
    """
    What the interviewer keeps in mind. `warmth` is from -6 (offended) to 6 (a friend).
    """

    plan: tuple[Step, ...] = ()
    at: int = 0
    followed_up: bool = False
    asked_again: int = 0
    detours: int = 0
    blanks: int = 0
    insults: int = 0
    questions_left: int = 6
    warmth: int = 0
    last_topic: str = ""
    hinted: str = ""
    told: tuple[str, ...] = ()
    told_in: int = 0
    used: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def step(self) -> Step:
        """What the interviewer is waiting for an answer to."""
        return self.plan[self.at]


class Talk(Record):
    """A practice talk so far. `over` is true once somebody has said goodbye."""

    scene: Scene
    seed: int
    exchanges: tuple[Exchange, ...] = ()
    memory: Memory = Memory()
    over: bool = False

    @property
    def reply(self) -> str:
        """What the interviewer said last."""
        return self.exchanges[-1].reply

    @property
    def reason(self) -> str:
        """Why they said it, for the curious."""
        return self.exchanges[-1].reason

    @property
    def turns(self) -> int:
        """How often the learner has had a turn."""
        return len(self.exchanges) - 1


Asked = Ask | Change | Crossing


def asked_in(scene: Scene, step: Step) -> Asked | None:
    """The question of a step; None where the learner is the one to ask."""
    if step.kind == "first":
        return scene.first
    if step.kind == "questions":
        return None
    if step.kind == "ask":
        return scene.ask[step.number]
    return scene.change[step.number] if step.kind == "change" else scene.crossing[step.number]


def plan_of(scene: Scene, seed: int) -> tuple[Step, ...]:
    """
    What the interviewer means to ask, in order: the questions, a change of subject or a crossed line after every
    second, something let fall before every other one, and at the end the learner's own questions.
    """
    hints = in_order(tuple(topic.about for topic in scene.topic if topic.hint), seed, "hints")
    steps = list(_steps(scene, seed))
    every = 1 if scene.temperament == "chatty" else 2
    for place, hint in zip(range(0, len(steps), every), hints, strict=False):
        if steps[place].kind == "ask":
            steps[place] = steps[place].with_(hint=hint)
    return (Step(kind="first"), *steps, Step(kind="questions"))


def _steps(scene: Scene, seed: int) -> Iterator[Step]:
    asks = tuple(range(len(scene.ask)))
    turns = [Step(kind="change", number=number) for number in range(len(scene.change))]
    turns += [Step(kind="crossing", number=number) for number in range(len(scene.crossing))]
    every = 1 if scene.temperament == "subject-changer" or scene.crossing else 2
    asks = asks if scene.crossing else (*asks[:1], *in_order(asks[1:], seed, "asks"))
    for place, number in enumerate(asks, 1):
        yield Step(kind="ask", number=number)
        if turns and place % every == 0:
            yield turns.pop(0)
    yield from turns


def in_order(things: tuple[T, ...], seed: int, what: str) -> tuple[T, ...]:
    """Things in an order that looks like chance, the same for the same seed."""
    return tuple(sorted(things, key=lambda one: crc32(f"{seed} {what} {one}".encode())))
