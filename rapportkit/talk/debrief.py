"""After a practice talk: what was done well, one thing to try, and what became of the lines that were crossed."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.record import Record
from rapportkit.talk.memory import NoteKind, Talk
from rapportkit.talk.tally import Tally

MOST_STRENGTHS = 3


class Crossed(Record):
    """A line that the interviewer crossed: what about, what the learner did, and a kind word on it."""

    about: str
    way: str
    says: str


class Debrief(Record):
    """
    What a practice talk showed. No score: things done well, at most one to try, and counts.
    """

    strengths: tuple[str, ...]
    try_next: str | None
    crossed: tuple[Crossed, ...]
    tally: Tally


def debrief(talk: Talk) -> Debrief:
    """What a talk showed, in sentences for the learner; of a talk without a turn there is nothing to say."""
    return Debrief(
        strengths=tuple(_strengths(talk))[:MOST_STRENGTHS],
        try_next=next(_suggestions(talk), None),
        crossed=tuple(_crossed(talk)),
        tally=tally_of(talk),
    )


def tally_of(talk: Talk) -> Tally:
    """What the notes of a talk amount to."""
    kinds = [note.kind for note in talk.memory.notes]
    return Tally(
        questions=kinds.count("question"),
        follow_ups=kinds.count("follow-up"),
        openings_taken=kinds.count("taken"),
        openings_missed=kinds.count("missed"),
        changes_followed=kinds.count("followed"),
        changes_held=kinds.count("held"),
        canned=kinds.count("canned"),
    )


def _what(talk: Talk, kind: NoteKind) -> list[str]:
    return [note.what for note in talk.memory.notes if note.kind == kind]


def _strengths(talk: Talk) -> Iterator[str]:
    taken, shared, followed = _what(talk, "taken"), _what(talk, "shared"), _what(talk, "followed")
    if taken:
        yield f"You heard what was let fall in passing ({_named(taken)}) and took it up."
    if shared:
        yield f"You found something that you both care about ({_named(shared)})."
    follow_ups = len(_what(talk, "follow-up"))
    if follow_ups:
        yield f"You asked on about what you had just been told, {_times(follow_ups)}."
    if followed:
        yield "When the subject changed, you went along."
    opened = len(_what(talk, "open"))
    if opened:
        yield f"You asked {_times(opened)} in a way that invites a story (what, how, why)."
    if _what(talk, "pause"):
        yield "You took a moment to think, and said so."
    if _what(talk, "story"):
        yield "You told things of your own, and not what one says in general."
    if _what(talk, "stop"):
        yield "You stopped when you wanted to. That is always fine."
    if talk.turns:
        yield f"You practised: {_turns(talk.turns)}, and each makes the real one less new."


def _suggestions(talk: Talk) -> Iterator[str]:
    missed, digging, canned = _what(talk, "missed"), _what(talk, "digging"), _what(talk, "canned")
    if digging:
        yield f"“{digging[0]}” goes nearer than a stranger likes. Ask about what is plain to see in the room."
    if _what(talk, "rude"):
        yield "There were sharp words. If it was a test: it was noticed. If the talk made you cross, rest first."
    if missed:
        yield f"Something was let fall in passing and went by ({_named(missed)}). Next time, ask one question about it."
    if canned:
        yield f"“{canned[0]}” is what everybody says. Tell the one time when it was true."
    if _what(talk, "long"):
        yield f"One turn was {_what(talk, 'long')[0]} words long. Tell half of it, and wait for the question."
    if talk.turns and not _what(talk, "question"):
        yield "You asked nothing. One question about something you were told is enough to begin with."
    if _what(talk, "held"):
        yield "When the subject changed, you went back. Try once to go along: it may be where they would rather talk."


def _crossed(talk: Talk) -> Iterator[Crossed]:
    for note in talk.memory.notes:
        crossings = {one.about: one for one in talk.scene.crossing}
        if note.kind in _WAYS and note.what in crossings:
            way, says = _WAYS[note.kind]
            yield Crossed(about=note.what, way=way, says=says.replace("{job}", crossings[note.what].job))
    if talk.scene.crossing and _what(talk, "stop"):
        yield Crossed(
            about="the talk", way="stopped", says="You stopped. That is always fine, in a real interview too."
        )


_WAYS = {
    "job": (
        "answered the job behind it",
        "You answered what the job needs to know (“{job}”) and kept the rest to yourself.",
    ),
    "steer": ("steered", "You led the talk back to the work. The honest question behind it was: “{job}”"),
    "declined": ("declined", "You said no to the question, which is your right. The honest one behind it was: “{job}”"),
    "told": (
        "told",
        "You told it. That is yours to decide, and no mistake. You could also have answered only: “{job}”",
    ),
    "silence": ("let it pass", "You let it pass, which is an answer too. The honest question behind it was: “{job}”"),
}


def _named(topics: list[str]) -> str:
    return ", ".join(_TOPICS.get(topic, topic.replace("-", " ")) for topic in dict.fromkeys(topics))


_TOPICS = {
    "hobby": "what they do in their own time",
    "town": "where they are from",
    "way": "how they came to their work",
    "team": "the people they work with",
    "cares": "what matters to them",
    "day": "what a good day is",
    "role": "the work itself",
    "company": "the place",
    "hard": "what is hard for them",
}


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _turns(number: int) -> str:
    return "one turn" if number == 1 else f"{number} turns"
