"""Of which kind a question is (after Huang and others, 2017), and whether it is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.talk.heard import FILE, Heard, Talk, content
from rapportkit.talk.openings import openings_in
from rapportkit.talk.phases import PhaseName
from rapportkit.talk.pointing import led_up_by, points_back, said_before_it
from rapportkit.talk.questions import Asked
from rapportkit.words.openness import openness_of
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

QuestionKind = Literal["introductory", "mirror", "follow-up", "partial-switch", "full-switch", "rhetorical"]

_YOU = frozenset({"you", "your", "yours", "yourself", "ya"})
_FIRST_TURNS = 6
_ONE_PERSON = frozenset({"he", "him", "his", "she", "her"})
_A_PIECE, _FEW = 6, 3
_AT_ITS_END = 2
_LOOKED_BACK = 12
"""So many of the partner's turns are looked through where the candidate says that they come back to one."""

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
    if phase in ("opening", "questions") and before and _offers_something(before[0]) and _is_near(asked):
        return Judged("follow-up", certain=False)
    return Judged("partial-switch" if _stays_near(asked, phase, invited=invited) else "full-switch", certain=False)


def _stays_near(asked: Asked, phase: PhaseName, *, invited: bool) -> bool:
    """Whether a question is put in the midst of an answer, or names another side of the matter first."""
    if phase == "questions":
        return True
    named = [word for word in said_before_it(asked) if word not in words(FILE, "linkers") and word.isalnum()]
    return not invited and len(named) > 1 and named[0] in words(FILE, "determiners")


def _is_near(asked: Asked) -> bool:
    """Whether a question brings hardly anything new of its own, and is not about oneself in the job."""
    is_of_me = "i" in asked.words and _YOU.isdisjoint(asked.words)
    is_offered = phrases(FILE, "offers").first(Speech(asked.text)) is not None
    return len(content(asked.words)) < _FEW and not _is_of_terms(asked) and not is_of_me and not is_offered


def _is_of_terms(asked: Asked) -> bool:
    """Whether a question is about hours, pay, papers or the job."""
    speech = Speech(asked.text)
    return any(phrases(FILE, name).first(speech) for name in ("terms", "work_words"))


def _offers_something(turn: Heard) -> bool:
    """Whether a turn tells something personal, and does not end by asking: there a question goes on with it."""
    last = turn.sentences[-1] if turn.sentences else None
    return bool(last and last.end != "?" and (turn.concepts or any(True for _ in openings_in(turn))))


def is_open(asked: Asked) -> bool:
    """Whether a question cannot be answered by yes, no or one fact."""
    speech = Speech(f"{asked.text.rstrip('?. ')} ?")
    return any(openness_of(speech, sentence) == "open" for sentence in speech.sentences)


def _awaits_no_answer(asked: Asked, speech: Speech) -> bool:
    """Whether the speaker answers at once, or words the question so that nobody need answer."""
    goes_on = asked.rest > 2 and not asked.turn.speech.text.rstrip().endswith("?")
    if phrases(FILE, "rhetorical").first(speech):
        return goes_on or not _YOU & set(asked.words)
    return goes_on and asked.marked and not _YOU & set(asked.words) and asked.turn.size > _LONG_ANSWER


_LONG_ANSWER = 45


def _asked_just_now(asked: Asked, before: tuple[Heard, ...]) -> bool:
    """Whether the partner asked the same, in the same order of words, in one of their last two turns."""
    mine = [word for word in asked.words if word not in words(FILE, "linkers")]
    if len(mine) < 2:
        return False
    short = len(mine) == 2
    for turn in before:
        for sentence in turn.sentences:
            theirs = [word for word in turn.words_of(sentence) if word not in words(FILE, "linkers")]
            asks = sentence.end == "?" or not asked.marked
            if asks and _run_in(mine, theirs) and (not short or (turn is before[0] and mine[1] == "you")):
                return True
    return False


def _run_in(run: list[str], row: list[str]) -> bool:
    """Whether words stand in a row one after the other, without any between them."""
    size = len(run)
    return any(row[at : at + size] == run for at in range(len(row) - size + 1))


def _links(talk: Talk, asked: Asked, before: tuple[Heard, ...]) -> Iterator[str]:
    """The words of a question that take up what the partner said: the same words, or of the same field."""
    said_before = talk.before(asked.turn.at, _LOOKED_BACK) if asked.turn.says("you_said") else before
    theirs = frozenset().union(*(turn.content for turn in said_before))
    shown: set[str] = set()
    for word in (*said_before_it(asked), *asked.words):
        if stem(word) in theirs and word not in words(FILE, "small"):
            shown.update(folded_words(word))
            yield word
    concepts = frozenset().union(*(turn.concepts for turn in before))
    for name, phrase in interests().read(folded_words(asked.text)).items():
        if name in concepts and shown.isdisjoint(phrase.split()) and content(tuple(phrase.split())):
            yield phrase


def as_they_said(talk: Talk, asked: Asked, links: Sequence[str]) -> tuple[str, ...]:
    """
    The partner's own words that *links* take up, in the form in which they said them last.

    A word that is only of the same field ("hives" for "beekeeping") is none of theirs.
    """
    found = (_said(word, talk.before(asked.turn.at, _LOOKED_BACK)) for link in links for word in link.split())
    return tuple(dict.fromkeys(word for word in found if word))


def _said(link: str, before: Sequence[Heard]) -> str:
    """A word of theirs that is the same in any form, as the transcript has it; empty where there is none."""
    wanted = stem(link)
    places = ((turn, at) for turn in before for at, word in enumerate(turn.speech.words) if stem(word) == wanted)
    turn, at = next(places, (None, 0))
    return turn.speech.as_written(at) if turn else ""


def _weight(asked: Asked, links: tuple[str, ...], *, invited: bool, before: tuple[Heard, ...]) -> float:
    """How much speaks for a follow-up: shared words, words that point back, a question too short to stand alone."""
    if not before:
        return 0
    before_asks = bool(before[0].sentences) and before[0].sentences[-1].end == "?"
    recalls = asked.turn.says("you_said")
    if before_asks and not links and not recalls and _ONE_PERSON.isdisjoint(asked.words):
        return 0
    weight = _linked(links) + 1.0 * recalls
    if len(links) == 1 and not _is_fresh(links[0], before[0]):
        weight -= 0.5
    if points_back(asked) and not (not links and _is_of_terms(asked)):
        weight += 1
    if _is_too_short_to_stand_alone(asked):
        weight += 1
    if phrases(FILE, "leaves_it").first(Speech(" ".join(led_up_by(asked)))):
        weight -= 1
    return weight - (1.5 if invited and not recalls else 0)


def _is_fresh(link: str, turn: Heard) -> bool:
    """Whether the end of the partner's last turn speaks of it: alone, a word from further back may be chance."""
    ended = (content(turn.words_of(sentence)) for sentence in turn.sentences[-_AT_ITS_END:])
    return (bool(turn.concepts) and " " in link) or any(content(tuple(link.split())) & said for said in ended)


def _linked(links: tuple[str, ...]) -> float:
    """How much shared words weigh: one that fits any subject ("bring", "need") or any talk about work weighs half."""
    return min(2.0, sum(0.5 if _is_light(word) else 1.0 for word in links))


def _is_light(word: str) -> bool:
    if word in words(FILE, "light_words") or word in words(FILE, "of_work"):
        return True
    return any(phrases(FILE, name).first(Speech(word)) for name in ("terms", "work_words"))


def _is_too_short_to_stand_alone(asked: Asked) -> bool:
    """Whether a question is a piece of one ("yours, or his?", "who else?"): it lives by what was said before."""
    said = [word for word in asked.words if word not in words(FILE, "linkers")]
    if len(said) <= 3 and not content(asked.words):
        return True
    helped = any(word != "s" and (word in words(FILE, "helpers") or word in words(FILE, "asking")) for word in said)
    return asked.marked and len(said) <= _A_PIECE and not helped and "you" not in said
