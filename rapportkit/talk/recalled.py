"""What the interviewer has said, or would say, beside their topics: a question about that is answered out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapportkit.talk.asking import CLOSED, FACTS, Way, way_of_asking
from rapportkit.talk.kinds_of_answer import answers_in_kind, counted
from rapportkit.talk.own_words import line_stems, of_this_place, stems_of
from rapportkit.talk.scene import Scene
from rapportkit.talk.turn import Turn
from rapportkit.words.phrases import words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

_NO_WORD = re.compile(r"[|_~*0-9]+")
_GIVES_A_REASON = frozenset({"because", "wanted", "missed", "reason"})
_OF_A_KIND = frozenset({"kind", "sort", "type", "colour", "color"})
_WHAT_LIKE, _AN_ACCOUNT = frozenset({"what", "like"}), 10
_OPEN: frozenset[Way] = frozenset({"what", "tell", "what_did"})
_MOST_MISSING, _PLAINLY = 1, 2


def recalls(turn: Turn, question: Speech) -> bool:
    """Answer with what was said in another place; False where nothing there is about just this."""
    scene = turn.talk.scene
    found = None if scene.of_notes else recalled(scene, question)
    if found is None or turn.named_in(question) not in (None, found[0]):
        return False
    speaker, line = found
    was_said = any(line in one.reply for one in turn.talk.exchanges)
    if was_said and (way_of_asking(question) not in FACTS or turn.memory.told.count(line)):
        return False
    turn.because("this was in what the interviewer tells of themselves")
    if was_said:
        turn.say("as_said")
    turn.keep(told=(*turn.memory.told, line), told_in=turn.number)
    turn.voice = speaker if scene.second else None
    turn.utter(line)
    return True


def recalled(scene: Scene, question: Speech) -> tuple[str, str] | None:
    """Of all lines of a scene the one that speaks of what is asked, and answers in kind, with the one who says it."""
    way = way_of_asking(question)
    asked = stems_of(question) - of_this_place(scene) - {stem(word) for word in words("ways_of_asking", "persons")}
    if not asked or way in CLOSED or not _OF_A_KIND.isdisjoint(question.words):
        return None
    lines = _said_anywhere(scene).items()
    if way in _OPEN and len(asked) < _PLAINLY:
        return None  # one word shared is too little where no kind of answer is asked for
    fitting = [(who, line) for line, who in lines if _is_about(line, asked) and _answers(line, question, way)]
    return max(fitting, key=lambda one: (len(asked & line_stems(one[1])), -len(one[1])), default=None)


def knows(scene: Scene, question: Speech) -> bool:
    """Whether an interviewer has anything to do with what is asked: they speak of it somewhere."""
    asked = stems_of(question) - of_this_place(scene)
    return not asked.isdisjoint(_spoken_of(scene)) or (not asked and bool(stems_of(question)))


def _is_about(line: str, asked: frozenset[str]) -> bool:
    shared = asked & line_stems(line)
    missing = len(asked) - len(shared)
    return bool(shared) and (not missing or (missing <= _MOST_MISSING and len(shared) >= _PLAINLY))


def _answers(line: str, question: Speech, way: Way) -> bool:
    if way == "why":
        return not _GIVES_A_REASON.isdisjoint(Speech(line).words)
    if {*question.words} >= _WHAT_LIKE and len(line.split()) < _AN_ACCOUNT:
        return False
    if way == "how_many" and counted(question).isdisjoint(line_stems(line)):
        return False
    return answers_in_kind(line, question, way)


@lru_cache(maxsize=64)
def _said_anywhere(scene: Scene) -> dict[str, str]:
    """Each line of a scene, and who says it."""
    return dict(_lines(scene))


@lru_cache(maxsize=64)
def _spoken_of(scene: Scene) -> frozenset[str]:
    """The stems of all words in a scene: what its interviewer has to do with."""
    asks = [*(asked.asks for asked in (scene.first, *scene.ask)), *(asked.asks for asked in scene.change)]
    hints = [topic.hint for topic in scene.topic if topic.hint]
    named = [" ".join(topic.words) for topic in scene.topic]
    listened_for = [_NO_WORD.sub(" ", asked) for topic in scene.topic for asked, _ in topic.to]
    about = (scene.greets, scene.company, scene.setting, *asks, *hints, *named, *listened_for)
    return frozenset(word for line in (*about, *_said_anywhere(scene)) for word in line_stems(line))


def _lines(scene: Scene) -> Iterator[tuple[str, str]]:
    mine = [*(asked.mine for asked in (scene.first, *scene.ask)), *(asked.mine for asked in scene.change)]
    yield from ((line, scene.name) for line in mine if line)
    for topic in scene.topic:
        answers_yes_or_no = topic.closed if topic.closed != topic.short else None
        yield from ((line, topic.by or scene.name) for line in topic.lines if line != answers_yes_or_no)
