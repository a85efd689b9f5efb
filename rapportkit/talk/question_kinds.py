"""Of which kind a question is (after Huang and others, 2017), and whether it is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.talk.heard import FILE, Heard, Talk, content
from rapportkit.talk.openings import openings_in
from rapportkit.talk.phases import PhaseName
from rapportkit.talk.questions import Asked
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

QuestionKind = Literal["introductory", "mirror", "follow-up", "partial-switch", "full-switch", "rhetorical"]

_YOU = frozenset({"you", "your", "yours", "yourself", "ya"})
_FIRST_TURNS = 6
_NAMED_WITHIN = 5
_FAR = 1
"""How much a link must weigh to be one."""


class Judged(NamedTuple):
    """The kind of a question, and the words by which it hangs together with what the partner said."""

    kind: QuestionKind
    links: tuple[str, ...] = ()
    certain: bool = True


def judged(talk: Talk, asked: Asked, phase: PhaseName) -> Judged:
    """Of which kind a question is; *phase*: the part of the talk in which it was asked."""
    chatting = phase == "opening"
    speech = Speech(asked.text)
    if _awaits_no_answer(asked, speech):
        return Judged("rhetorical")
    before = talk.before(asked.turn.at)
    if phrases(FILE, "handed_back").first(speech) or _asked_just_now(asked, before):
        return Judged("mirror")
    if chatting and asked.turn.at < _FIRST_TURNS and phrases(FILE, "greets").first(speech):
        return Judged("introductory")
    invited = bool(before) and before[0].says("invites_questions")
    links = tuple(dict.fromkeys(_links(talk, asked, before)))
    weight = _weight(asked, links, invited=invited, before=before[:1])
    if weight >= _FAR:
        return Judged("follow-up", links, weight > _FAR or bool(links))
    if chatting and asked.turn.at < _FIRST_TURNS - 4:
        return Judged("introductory", certain=False)
    if phase in ("opening", "questions") and before and _offers_something(before[0]):
        return Judged("follow-up", certain=False)
    if not invited and asked.words[:1] == ("and",):
        return Judged("partial-switch", certain=False)
    return Judged("full-switch", certain=False)


def _offers_something(turn: Heard) -> bool:
    """Whether a turn tells something personal, and does not end by asking: there a question goes on with it."""
    last = turn.sentences[-1] if turn.sentences else None
    return bool(last and last.end != "?" and (turn.concepts or any(True for _ in openings_in(turn))))


def is_open(asked: Asked) -> bool:
    """Whether a question cannot be answered by yes, no or one fact."""
    speech = Speech(asked.text)
    if phrases(FILE, "closed").first(speech):
        return False
    return bool(phrases(FILE, "open").first(speech))


def _awaits_no_answer(asked: Asked, speech: Speech) -> bool:
    """Whether the speaker answers at once, or words the question so that nobody need answer."""
    goes_on = asked.rest > 2 and not asked.turn.speech.text.rstrip().endswith("?")
    if phrases(FILE, "rhetorical").first(speech):
        return goes_on or not _YOU & set(asked.words)
    return goes_on and asked.marked and not _YOU & set(asked.words) and asked.turn.size > _LONG_ANSWER


_LONG_ANSWER = 45


def _asked_just_now(asked: Asked, before: tuple[Heard, ...]) -> bool:
    """Whether the partner asked the same a turn ago."""
    mine = content(asked.words) or frozenset(asked.words)
    if not before or not _YOU & set(asked.words):
        return False
    for sentence in before[0].sentences:
        if sentence.end == "?":
            theirs = before[0].words_of(sentence)
            if mine and mine <= (content(theirs) or frozenset(theirs)) and asked.words[0] in theirs:
                return True
    return False


def _links(talk: Talk, asked: Asked, before: tuple[Heard, ...]) -> Iterator[str]:
    """The words of a question that take up what the partner said: the same words, or of the same field."""
    said_before = talk.before(asked.turn.at, 12) if asked.turn.says("you_said") else before
    theirs = frozenset().union(*(turn.content for turn in said_before))
    shown: set[str] = set()
    for word in (*_said_before_it(asked), *asked.words):
        if stem(word) in theirs and word not in words(FILE, "small"):
            shown.update(folded_words(word))
            yield word
    concepts = frozenset().union(*(turn.concepts for turn in before))
    for name, phrase in interests().read(folded_words(asked.text)).items():
        if name in concepts and shown.isdisjoint(phrase.split()):
            yield phrase


def _weight(asked: Asked, links: tuple[str, ...], *, invited: bool, before: tuple[Heard, ...]) -> float:
    """How much speaks for a follow-up: shared words, words that point back, a question too short to stand alone."""
    if not before:
        return 0
    before_asks = bool(before[0].sentences) and before[0].sentences[-1].end == "?"
    said = asked.words
    weight = 1.0 * min(2, len(links))
    if before_asks and not links:
        return 0
    if asked.turn.says("you_said"):
        weight += 1
    own = content(said)
    of_terms = not links and any(phrases(FILE, name).first(Speech(asked.text)) for name in ("terms", "work_words"))
    if len(own) <= 3 and _points_back(asked) and not of_terms:
        weight += 1
    if len([word for word in said if word not in ("and", "so", "but")]) <= 3 and not own:
        weight += 1
    return weight - (1.5 if invited and not asked.turn.says("you_said") else 0)


def _main_clause(said: tuple[str, ...]) -> tuple[str, ...]:
    """A question without the clause that only says when or whether: "he" in "before he goes" asks about nobody."""
    ends = (at for at, word in enumerate(said) if at > 1 and word in words(FILE, "subordinate"))
    return said[: next(ends, len(said))]


def _said_before_it(asked: Asked) -> tuple[str, ...]:
    """The words of the same sentence before the question proper: "and the menu", "um that Con"."""
    said, first = asked.turn.speech.words, asked.first
    while first > max(0, asked.first - _NAMED_WITHIN) and said[first - 1] not in (".", "?", "!"):
        first -= 1
    return tuple(said[first : asked.first])


def _points_back(asked: Asked) -> bool:
    """Whether a word stands for something said before, and not for something named in the question itself."""
    said = _main_clause(asked.words)
    named = content(_said_before_it(asked))
    if phrases(FILE, "stands_for_nothing").first(Speech(asked.text)):
        return False
    for at, word in enumerate(said):
        if word in words(FILE, "points_back") and len(content(said[:at])) <= 1 and not named:
            return True
        if word in ("that", "there") and said[at + 1 : at + 2] in ((), ("one",), ("then",), ("like",), ("is",)):
            return True
        if word == "that" and said[at - 1 : at] in (("is",), ("was",)) and at <= 2:
            return True
    return said[-1] in ("then", "it", "them", "him", "her") and not named
