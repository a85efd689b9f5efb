"""Where an interviewer leaves the subject for another, and whether the candidate went along."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.record import Record
from rapportkit.talk.heard import FILE, Heard, Talk, content
from rapportkit.talk.openings import openings_in
from rapportkit.talk.phases import Phase
from rapportkit.talk.questions import questions_in
from rapportkit.words.phrases import phrases

_CHAT = 60
_STILL_THERE = 2
_SHORT = 20
_AT_ONCE = 6
_NEAR = 2
_A_FEW = 6
_JUST_BEFORE = 4
_OVERTAKEN = 6
"""So many of their own turns back may lie what an interviewer asked and comes back to."""
_GREETING = 2
_ONE_PERSON = frozenset(["he", "him", "his", "she", "her"])


class SubjectChange(Record):
    """The turn in which an interviewer changes the subject, and whether the candidate goes along in the next."""

    turn: int
    followed: bool


def subject_changes_in(talk: Talk, parts: tuple[Phase, ...]) -> Iterator[SubjectChange]:
    """The changes of subject, in order."""
    asked = next((phase.from_turn for phase in parts if phase.name == "questions"), len(talk.turns))
    wound_up = next((phase.from_turn for phase in parts if phase.name == "closing"), len(talk.turns))
    for turn in talk.theirs:
        if 0 < turn.at < wound_up and _changes(talk, turn, asked):
            yield SubjectChange(turn=turn.at, followed=_followed(talk, turn))


def _changes(talk: Talk, turn: Heard, asked: int) -> bool:
    """Whether a turn changes the subject; with the turn *asked* the questions about work begin."""
    if turn.says("changes_subject") or _is_interrupted(turn):
        return True
    if turn.at == asked and asked > _GREETING and not _is_at_work(talk.turns[turn.at - 1]):
        return True
    if turn.at > asked and (_leaps_to_personal(talk, turn) or _comes_back(talk, turn)):
        return True
    return _leaps_to_work(talk, turn)


def _is_interrupted(turn: Heard) -> bool:
    """Whether somebody at home breaks in, and something personal comes with them."""
    return turn.says("breaks_in") and any(True for _ in openings_in(turn))


def _leaps_to_personal(talk: Talk, turn: Heard) -> bool:
    """Whether a turn asks about the life outside work while the work was the subject."""
    asked_before = any(one.says("asks_personal") for one in talk.before(turn.at, 1))
    return turn.says("asks_personal") and not asked_before and not _is_under_way(talk, turn)


def _leaps_to_work(talk: Talk, turn: Heard) -> bool:
    """Whether a turn goes from something personal, still under way, to the work or to "your questions"."""
    if not _is_to_work(turn, past_answer=_asks(talk, talk.turns[turn.at - 1])):
        return False
    if not (_is_under_way(talk, turn) or turn.says("returns")):
        return False
    if turn.sentences[-1] in openings_in(turn) or not _ONE_PERSON.isdisjoint(turn.words_of(turn.sentences[-1])):
        return False
    new = _new_part(turn)
    return all(len(new & one.content) == 0 for one in talk.turns[max(0, turn.at - _JUST_BEFORE) : turn.at])


def _comes_back(talk: Talk, turn: Heard) -> bool:
    """Whether a turn ends in a few words that name again what they had asked before the talk went elsewhere."""
    said = turn.words_of(turn.sentences[-1]) if turn.sentences else ()
    named = content(said)
    if not named or len(said) > _A_FEW:
        return False
    between = frozenset().union(*(one.content for one in talk.turns[max(0, turn.at - _NEAR) : turn.at]))
    earlier = talk.before(turn.at, _OVERTAKEN)[1:]
    return named.isdisjoint(between) and any(named <= one.content for one in earlier)


def _is_under_way(talk: Talk, turn: Heard) -> bool:
    """Whether both talk of something personal right before a turn, and the candidate has not gone to work themself."""
    last = talk.turns[turn.at - 1]
    if any(one.size > _CHAT for one in talk.turns[max(0, turn.at - 3) : turn.at]) or _is_at_work(last):
        return False
    before = talk.before(turn.at, _NEAR)
    if before and _goes_on_alone(talk, last, before[0]):
        return False
    if _is_personal(last) and not (last.mine and before and _is_to_work(before[0])):
        return not last.mine or _asks(talk, last) or any(_is_personal(one) for one in before)
    return last.size <= _SHORT and any(_is_personal(one) and not _is_to_work(one) for one in before)


def _asks(talk: Talk, turn: Heard) -> bool:
    return any(True for _ in questions_in(turn, marks=talk.marks))


def _goes_on_alone(talk: Talk, last: Heard, theirs: Heard) -> bool:
    """Whether the candidate's last turn goes on with what they said before, past what the partner said between."""
    own = [one for one in talk.turns[max(0, last.at - 2) : last.at] if one.mine]
    return last.mine and any(one.content & last.content for one in own) and not last.content & theirs.content


def _is_at_work(turn: Heard) -> bool:
    return turn.mine and any(turn.says(name) for name in ("work_words", "terms"))


def _is_to_work(turn: Heard, *, past_answer: bool = False) -> bool:
    """
    Whether a turn is about the work or hands over to the candidate's questions.

    *past_answer*: its first sentence only answers ("Best job I ever had."), and what follows is what counts.
    """
    names = ("work_questions", "work_words", "terms", "invites_questions")
    first = turn.sentences[0].last if past_answer and len(turn.sentences) > 1 else 0
    return any(turn.speech.word_at(found.start) >= first for name in names for found in turn.find(name))


def _is_personal(turn: Heard) -> bool:
    """Whether a short turn is about something personal: a long answer may have a brother in it and be about work."""
    return turn.size <= _CHAT and any(True for _ in openings_in(turn))


def _new_part(turn: Heard) -> frozenset[str]:
    """What the last two sentences of a turn are about."""
    return content(tuple(word for sentence in turn.sentences[-2:] for word in turn.words_of(sentence)))


def _followed(talk: Talk, turn: Heard) -> bool:
    """Whether the candidate's next turn goes along; it does unless it goes on with what they said before."""
    answers = talk.after(turn.at, 1)
    if not answers:
        return True
    answer = answers[0]
    back = phrases(FILE, "goes_back").first(answer.speech)
    if back and answer.speech.word_at(back.start) < _AT_ONCE:
        return False
    own = talk.turns[turn.at - 1].content if talk.turns[turn.at - 1].mine else frozenset()
    first = content(tuple(answer.speech.words[:_SHORT]))
    return len(own & first) < _STILL_THERE or bool(_new_part(turn) & answer.content)
