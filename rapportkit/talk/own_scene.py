"""A scene made of the learner's own dossier: their interviewer, what the two share, the company and the role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.ground.link import Link
from rapportkit.ground.spots import spot
from rapportkit.people.person import Fact, FactKind, Person
from rapportkit.talk.scene import Ask, Change, Scene, Temperament
from rapportkit.talk.topic import Topic

_KINDS: dict[str, tuple[FactKind, ...]] = {
    "hobby": ("interest", "creative", "sport"),
    "town": ("place",),
    "way": ("employer", "school"),
    "group": ("group", "cause"),
    "languages": ("language",),
}
"""The subjects that a dossier can answer for, and the kinds of fact that do."""

_HINTS = {
    "hobby": "Forgive me if I seem elsewhere for a moment; “{label}” is on my mind.",
    "town": "This weather reminds me of {label}.",
    "way": "That is something I learnt at {label}, by the way.",
    "group": "Excuse me, I still owe somebody from {label} an answer today.",
    "languages": "There is a word for that in {label}, and none in English.",
}
"""What is let fall of each subject, when it is shared."""

_MOST_FACTS = 4
_MOST_HINTS = 2
_LONGEST = 200
_SMALL = 3


def scene_from(
    person: Person, links: Sequence[Link], role: str = "", company: str = "", temperament: Temperament = "formal"
) -> Scene:
    """
    A scene with the learner's own interviewer, who knows of themselves only what the dossier holds, and says so.

    What the two share is let fall in passing, for the learner to hear; a red link never is.
    """
    name = _line(person.name)
    return Scene(
        id="my-interview",
        title=f"Your own interviewer: {name}"[:_LONGEST],
        temperament=temperament,
        name=name,
        second="A colleague" if temperament == "panel" else None,
        job=_line(person.headline or "") or "your interviewer",
        company=_line(company) or "the place you are applying to",
        role=_line(role) or "the post",
        setting="Practice with what you know. It is not them: of themselves they know only what stands in your notes.",
        greets=f"Hello, and thank you for coming. I play {name}, as far as your notes go.",
        first=_FIRST,
        ask=tuple(_asks(_line(role))),
        change=(_CHANGE,),
        topic=tuple(_topics(person, links)),
        of_notes=True,
    )


def from_afar(scene: Scene) -> Scene:
    """The same scene on a screen or the phone: nobody asks about the way."""
    return scene.with_(first=_FIRST_FROM_AFAR)


def _asks(role: str) -> Iterator[Ask]:
    post = f"for the post of {role}" if role else "for this post"
    yield Ask(
        asks=f"What made you apply {post}?"[:_LONGEST],
        simply="Why would you like to do this work?",
        follow="Was there a moment that decided it?",
        why="Because it tells me whether you would still like it on a wet Monday.",
    )
    yield from _ASKS


_ASKS = (
    Ask(
        asks="Tell me about something that went well because you were there.",
        simply="What have you done that you are proud of?",
        follow="Which part of it was yours?",
        why="Because a CV says what was done, and not by whom.",
    ),
    Ask(
        asks="And something that went wrong. What did you do then?",
        simply="Tell me about a mistake, and what you did next.",
        follow="Whom did you tell?",
        why="Everybody makes them. I would like to hear what comes after.",
    ),
    Ask(
        asks="When did you last work with somebody very different from you?",
        simply="Tell me about working with somebody difficult.",
        follow="How did the two of you sort it out?",
    ),
    Ask(
        asks="What would your last colleagues say you are good for?",
        simply="What are you good at, if I ask others?",
        follow="What did you do that would make them say so?",
    ),
    Ask(
        asks="What would you like to learn here?",
        simply="What do you want to learn?",
        follow="And why that?",
    ),
)
_FIRST = Ask(asks="Did you find the way here?", simply="How did you get here?")
_FIRST_FROM_AFAR = Ask(asks="Can you hear me well?", simply="Is the line clear at your end?")
_CHANGE = Change(
    asks="Something else for a moment: what do you do when you are not working?",
    simply="What do you like to do in your own time?",
    words=(
        "weekend",
        "free time",
        "hobby",
        "like to",
        "play",
        "read",
        "walk",
        "cook",
        "family",
        "friends",
        "garden",
        "run",
    ),
)


def _topics(person: Person, links: Sequence[Link]) -> Iterator[Topic]:
    """A topic for each subject that the dossier has facts on; the first two that are shared are let fall."""
    shared = [source.text for link in links if link.light != "red" for source in link.theirs]
    red = {source.text for link in links if link.light == "red" for source in link.theirs}
    hints = 0
    for about, kinds in _KINDS.items():
        facts = [fact for fact in person.of_kind(*kinds) if fact.source.text not in red][:_MOST_FACTS]
        if not facts:
            continue
        facts.sort(key=lambda fact: fact.source.text not in shared)
        is_told_anyhow = facts[0].label.casefold() == "english"
        is_shared = facts[0].source.text in shared and hints < _MOST_HINTS and not is_told_anyhow
        hints += is_shared
        yield _topic(about, facts, person.name, hint=is_shared)


def _topic(about: str, facts: Sequence[Fact], name: str, *, hint: bool) -> Topic:
    told = [_line(fact.source.text if fact.kind == "employer" else fact.label) for fact in facts]
    called = [name for fact in facts for name in (_line(fact.label), _name(about, fact))]
    rest = tuple(f"There is also this in your notes: {one}." for one in told[1:])
    return Topic(
        about=about,
        words=tuple(dict.fromkeys((*called, *(_other_names(facts) if about == "hobby" else ())))),
        short=f"Your notes say of me: {told[0]}.",
        closed=f"Your notes say of me: {told[0]}. More than that they leave open.",
        more=(
            f"What your notes say of me is this: {told[0]}. I can tell you no more than you wrote down.",
            *rest,
            f"More than that only {_line(name)} can tell. Keep the question for the day, it is a good one.",
        ),
        hint=_HINTS[about].format(label=_name(about, facts[0]).replace("{", "(").replace("}", ")")) if hint else None,
    )


def _other_names(facts: Sequence[Fact]) -> Iterator[str]:
    """The words by which one may ask about a hobby without its name: "the dinghy" for sailing."""
    for fact in facts:
        meant = interests().read(folded_words(fact.label))
        near = dict.fromkeys(one for name in meant for one in (name, *sorted(interests().concepts[name].near)))
        yield from (word for word in interests().single_words(near) if len(word) > _SMALL)


def _name(about: str, fact: Fact) -> str:
    """What a fact is called in passing: of "Grew up in Kendal" the town alone."""
    known = spot(fact.label) if about == "town" else None
    return _line(known.name if known and known.candidates else fact.label)


def _line(text: str) -> str:
    """A text of somebody's on one line, not too long to be said."""
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1].rstrip() + "…"
