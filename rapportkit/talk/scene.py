"""A scene: who the practice interviewer is, what they ask, and what they have to tell; read from one TOML file."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.record import Record, Short, explain
from rapportkit.talk.topic import Id, Spoken, Topic
from rapportkit.talk.voice import Line, Says

Temperament = Literal[
    "chatty",
    "formal",
    "hurried",
    "subject-changer",
    "note-taker",
    "panel",
    "phone",
    "sceptic",
]
"""How the practice interviewer behaves. Each has a voice of its own in `data/voices.toml`."""

MOST_ASKS = 8
"""With more questions the talk would not end within its turns."""


class Ask(Record):
    """
    A question to the learner.

    `simply` puts it in other words, `follow` is asked when the answer was short, `mine` is the interviewer's own answer
    when the question comes back, `why` the reason for asking. `told` are words by which it is answered before it was
    asked: then it is skipped.
    """

    asks: Line
    simply: Line
    follow: Line | None = None
    mine: Line | None = None
    why: Line | None = None
    told: tuple[Spoken, ...] = ()


class Change(Record):
    """
    A change of subject in the middle of things, the same in other words, and words that show it was followed.

    `told` are words by which it was answered before it was asked.
    """

    asks: Line
    simply: Line
    words: tuple[Spoken, ...] = Field(min_length=1)
    mine: Line | None = None
    told: tuple[Spoken, ...] = ()


class Crossing(Record):
    """
    A question that should not be asked, and how the interviewer takes each answer.

    `job` is the honest question behind it, `job_words` are words of an answer to that, `told_words` words of one that
    gives the private thing away. `presses` asks once more where the first answer said nothing of either, and `knowing`
    is asked instead where the learner had told it before.
    """

    about: Short
    asks: Line
    presses: Line
    job: Line
    job_words: tuple[Spoken, ...] = Field(min_length=1)
    told_words: tuple[Spoken, ...] = ()
    knowing: Line | None = None
    after_job: Line | None = None
    after_steer: Line | None = None
    after_declined: Line | None = None
    after_told: Line | None = None


class Scene(Record):
    """
    One practice talk: the interviewer, the place, what is asked and what there is to tell.

    `of_notes` where the interviewer is a real person of whom only the learner's notes are known: nothing is made up.
    """

    id: Id
    title: Short
    temperament: Temperament
    name: Short
    second: Short | None = None
    job: Short
    company: Short
    role: Short
    setting: Line
    greets: Line
    first: Ask
    ask: tuple[Ask, ...] = Field(min_length=1, max_length=MOST_ASKS)
    change: tuple[Change, ...] = Field(default=(), max_length=4)
    crossing: tuple[Crossing, ...] = Field(default=(), max_length=3)
    topic: tuple[Topic, ...] = ()
    says: Says = Says()
    of_notes: bool = False

    @model_validator(mode="after")
    def _holds_together(self) -> Scene:
        twice = [about for about, times in Counter(topic.about for topic in self.topic).items() if times > 1]
        if twice:
            raise ValueError(f"two topics are about '{twice[0]}'; put them into one")
        if self.temperament == "panel" and not self.second:
            raise ValueError('a panel needs a second interviewer: add the line second = "Name"')
        strangers = [topic.by for topic in self.topic if topic.by not in (None, self.second)]
        if strangers:
            raise ValueError(f"a topic is told by '{strangers[0]}', who is not the second of the panel")
        asked = Counter(
            [self.first.asks, *(one.asks for one in self.ask), *(one.asks for one in self.change)]
            + [one.asks for one in self.crossing]
        )
        if max(asked.values()) > 1:
            raise ValueError(f"the same question is asked twice ({asked.most_common(1)[0][0]})")
        return self

    def __hash__(self) -> int:
        """By its name: what is read of a scene is kept, and is asked for at each reply."""
        return hash((self.id, self.name, self.temperament))

    @property
    def crosses_a_line(self) -> bool:
        """Whether the interviewer asks what should not be asked."""
        return bool(self.crossing)


def read_scene(name: str, data: bytes) -> Scene:
    """
    The scene in one TOML file; *name* is what an error calls it.

    Raises:
        UnreadableFile: it is no TOML, or not text.
        InvalidValue: a field is wrong; the sentence names file, place and remedy.
    """
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{name} cannot be read as a scene ({error}). Check quotes and brackets there.") from None
    try:
        return Scene.model_validate(values)
    except ValidationError as error:
        raise InvalidValue(explain(error, name)) from None


@cache
def built_in_scenes() -> dict[str, Scene]:
    """
    The scenes that come with rapportkit, by id: first one for each temperament, then those that cross a line.
    """
    folder = files("rapportkit").joinpath("data", "scenes")
    read = (read_scene(one.name, one.read_bytes()) for one in folder.iterdir() if one.name.endswith(".toml"))
    return {scene.id: scene for scene in sorted(read, key=lambda scene: (scene.crosses_a_line, scene.id))}


def scene_called(wanted: str) -> Scene:
    """
    The built-in scene of that id.

    Raises:
        InvalidValue: there is none; the sentence lists them.
    """
    known = built_in_scenes()
    if wanted not in known:
        raise InvalidValue(f"There is no scene '{wanted}'. Name a scene file, or one of these: {', '.join(known)}.")
    return known[wanted]
