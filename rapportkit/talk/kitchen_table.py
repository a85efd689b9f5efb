"""The interviewer's part for a friend to play at the kitchen table, with what they let fall and what they tick."""

from __future__ import annotations

from rapportkit.record import Record
from rapportkit.talk.memory import Step, asked_in, plan_of
from rapportkit.talk.scene import Ask, Crossing, Scene, Temperament
from rapportkit.talk.tally import LINES

PLAYED: dict[Temperament, str] = {
    "chatty": "You talk easily and a lot. Tell more than you are asked, and enjoy it.",
    "formal": "You are polite and correct. Read your questions out, write answers down, thaw slowly.",
    "hurried": "You have ten minutes. Look at the clock. Whoever asks you one good question gets a minute more.",
    "subject-changer": "Your thoughts wander. Change the subject in the middle of things, and see who rides along.",
    "note-taker": "You say little and write much. Let silences stand; count to five before you speak.",
    "panel": "You are two: change chairs or voices. See whether they look at both of you.",
    "phone": "Sit back to back. You cannot see them, and you have a form to fill.",
    "sceptic": "You doubt for a living. Ask “how do you know?”, and be pleased by a straight answer.",
}


class Beat(Record):
    """One thing to say: the question, what to let fall before it, what to ask if the answer is short."""

    says: str
    lets_fall: str = ""
    if_short: str = ""
    is_change: bool = False
    is_crossing: bool = False


class Told(Record):
    """What to answer when asked about something: a little, and more with each follow-up."""

    about: str
    short: str
    more: tuple[str, ...]


class Script(Record):
    """The interviewer's part: who you are, what you say in order, what you know, and the tally to tick."""

    title: str
    who: str
    setting: str
    play_it: str
    greets: str
    beats: tuple[Beat, ...]
    told: tuple[Told, ...]
    tally: tuple[str, ...]


def kitchen_table(scene: Scene, seed: int = 0) -> Script:
    """
    The interviewer's part of a scene, for a friend to play; for one's own interviewer, of `own_scene.scene_from`.

    The order of the questions and where something is let fall are those of the practice talk with that seed.
    """
    second = f" and {scene.second}" if scene.second else ""
    return Script(
        title=scene.title,
        who=f"You are {scene.name}{second}, {scene.job}, at {scene.company}. They want to be {scene.role}.",
        setting=scene.setting,
        play_it=PLAYED[scene.temperament],
        greets=scene.greets,
        beats=tuple(_beat(scene, step) for step in plan_of(scene, seed) if step.kind != "questions"),
        told=tuple(Told(about=topic.about, short=topic.short, more=topic.more) for topic in scene.topic),
        tally=tuple(LINES.values()),
    )


def _beat(scene: Scene, step: Step) -> Beat:
    asked = asked_in(scene, step)
    hint = next((topic.hint for topic in scene.topic if topic.about == step.hint and topic.hint), "")
    return Beat(
        says=asked.asks if asked else "",
        lets_fall=hint or "",
        if_short=(asked.follow or "")
        if isinstance(asked, Ask)
        else asked.presses
        if isinstance(asked, Crossing)
        else "",
        is_change=step.kind == "change",
        is_crossing=step.kind == "crossing",
    )
