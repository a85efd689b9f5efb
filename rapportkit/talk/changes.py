"""Where an interviewer leaves the subject for another, and whether the candidate went along."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.record import Record
from rapportkit.talk.heard import FILE, Heard, Talk, content
from rapportkit.talk.openings import openings_in
from rapportkit.talk.phases import Phase
from rapportkit.words.phrases import phrases

_CHAT = 60
_STILL_THERE = 2


class SubjectChange(Record):
    """The turn in which an interviewer changes the subject, and whether the candidate goes along in the next."""

    turn: int
    followed: bool


def subject_changes_in(talk: Talk, parts: tuple[Phase, ...]) -> Iterator[SubjectChange]:
    """The changes of subject, in order."""
    begins = {phase.from_turn for phase in parts if phase.name == "questions" and phase.from_turn > 2}
    wound_up = next((phase.from_turn for phase in parts if phase.name == "closing"), len(talk.turns))
    for turn in talk.theirs:
        if 0 < turn.at < wound_up and (turn.at in begins or turn.says("changes_subject") or _leaps(talk, turn)):
            yield SubjectChange(turn=turn.at, followed=_followed(talk, turn))


def _leaps(talk: Talk, turn: Heard) -> bool:
    """Whether a turn goes from something personal, still under way, to the work or to "your questions"."""
    before = talk.turns[max(0, turn.at - 4) : turn.at]
    if not _is_to_work(turn) or any(one.size > _CHAT for one in before):
        return False
    if not any(_is_personal(one) for one in before if not one.mine) and not turn.says("returns"):
        return False
    new = _new_part(turn)
    return all(len(new & one.content) == 0 for one in before)


def _is_to_work(turn: Heard) -> bool:
    """Whether a turn is about the work or hands over to the candidate's questions."""
    return any(turn.says(name) for name in ("work_questions", "work_words", "terms", "invites_questions"))


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
    if phrases(FILE, "goes_back").first(answer.speech):
        return False
    own = talk.turns[turn.at - 1].content if talk.turns[turn.at - 1].mine else frozenset()
    return len(own & answer.content) < _STILL_THERE or bool(turn.content & answer.content)
