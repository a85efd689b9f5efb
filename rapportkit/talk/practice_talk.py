"""A practice talk as it is kept: with whom, and what the learner said; the interviewer's part is worked out again."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.errors import InvalidValue
from rapportkit.record import Prose, Record, Short
from rapportkit.talk.memory import NoteKind, Talk
from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import Scene, scene_called
from rapportkit.talk.transcript import Transcript, Turn

ME = "You"
"""How the learner is called in the transcript of a practice talk."""


class PracticeTalk(Record):
    """
    A practice talk: a scene that comes with rapportkit by its id, or one of the learner's own, whole.

    `said` is what the learner said, in order; with the same seed the interviewer answers the same each time. `person`
    is the key of the learner's own interviewer where they are the one who is played.
    """

    scene_id: Short
    person: Short | None = None
    own_scene: Scene | None = None
    seed: int = 1
    said: tuple[Prose, ...] = ()

    @property
    def scene(self) -> Scene:
        """The scene that is played."""
        return self.own_scene or scene_called(self.scene_id)


class Moment(NamedTuple):
    """A turn of the learner (the first is 1) to which one might go back, and why, in words."""

    turn: int
    why: str


def played(practice: PracticeTalk) -> Talk:
    """The talk as far as it has come."""
    talk = start(practice.scene, practice.seed)
    for said in practice.said:
        talk = answer(talk, said)
    return talk


def back_to(practice: PracticeTalk, turn: int) -> PracticeTalk:
    """
    The practice as it stood before the learner's turn of that number (the first is 1), to be gone on with from there.

    Raises:
        InvalidValue: there is no such turn.
    """
    if not 1 <= turn <= len(practice.said):
        raise InvalidValue(f"There is no turn {turn} to go back to: you have had {len(practice.said)}.")
    return practice.with_(said=practice.said[: turn - 1])


def moments_to_replay(talk: Talk) -> tuple[Moment, ...]:
    """The turns that went worst, the worst first: what came too near, an old subject held on to, an opening missed."""
    notes = [note for note in talk.memory.notes if note.kind in _WORST]
    ordered = sorted(notes, key=lambda note: (list(_WORST).index(note.kind), note.turn))
    found: dict[int, Moment] = {}
    for note in ordered:
        found.setdefault(note.turn, Moment(note.turn, _WORST[note.kind]))
    return tuple(found.values())


def transcript_of(talk: Talk) -> Transcript:
    """
    The talk as a transcript, for the mirror: without what the partner says of itself, and without times.

    A last turn in which the learner only stopped the talk is left out.
    """
    turns: list[Turn] = []
    is_stopped = talk.turns > 1 and any(note.kind == "stop" and note.turn == talk.turns for note in talk.memory.notes)
    for number, exchange in enumerate(talk.exchanges[:-1] if is_stopped else talk.exchanges):
        if exchange.said.strip():
            turns.append(Turn(speaker=ME, text=exchange.said))
        reply = exchange.reply if number else exchange.reply.partition(")")[2].strip()
        turns.append(Turn(speaker=talk.scene.name, text=reply))
    return Transcript(turns=tuple(turns))


_WORST: dict[NoteKind, str] = {
    "digging": "it went nearer than a stranger likes",
    "held": "the subject changed, and you went back to the old one",
    "missed": "something was let fall in passing, and it went by",
    "canned": "it was a phrase that everybody says",
    "long": "it was very long",
}
"""What a learner may want to try once more, the worst first."""
