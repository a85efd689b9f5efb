"""The mirror in words: what worked, what to try, twice as much of the first, next to one's own earlier talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.record import Record
from rapportkit.talk.report import Question, TalkReport
from rapportkit.talk.wording import percent, quoted, sentences

_CHATTY = ("opening", "your-questions", "closing")
LEAST, MOST = 0.25, 0.75
"""The neutral band of one's share of words in the chatty parts: wide, and our own choice."""

_MOST_SUGGESTIONS = 2
_ENOUGH_WORDS = 60


class Point(Record):
    """One thing that the mirror says: what it is about, the sentence, and the turn it rests on (null: the whole)."""

    about: str
    says: str
    turn: int | None = None


class Mirror(Record):
    """
    What worked and what to try, in plain words; for each suggestion there are at least two strengths.

    `compared` sets this talk beside the learner's last one, and beside nobody else's. There is no score.
    """

    strengths: tuple[Point, ...]
    suggestions: tuple[Point, ...]
    compared: tuple[str, ...]
    not_judged: tuple[str, ...]


def mirror(report: TalkReport, earlier: Sequence[TalkReport] = ()) -> Mirror:
    """The mirror of one talk; *earlier* are reports on the learner's own talks before it, the oldest first."""
    strengths = [*_strengths(report)]
    if len(strengths) < 2:
        strengths += [_point("strengths", "held", str(len(report.turns))), _point("strengths", "answered")]
    room = min(_MOST_SUGGESTIONS, len(strengths) // 2)
    return Mirror(
        strengths=tuple(strengths),
        suggestions=tuple(_suggestions(report))[:room],
        compared=tuple(_compared(report, earlier[-1])) if earlier else (),
        not_judged=tuple(sentences()["not_judged"]),
    )


def _point(part: str, about: str, words: str = "", turn: int | None = None) -> Point:
    return Point(about=about, says=sentences()[part][about].format(words=words), turn=turn)


def _of_kind(report: TalkReport, kind: str) -> list[Question]:
    return [question for question in report.questions if question.kind == kind]


def _strengths(report: TalkReport) -> Iterator[Point]:
    if taken := report.taken_openings[:1]:
        yield _point("strengths", "opening-taken", quoted(taken[0].said), taken[0].turn)
    if follow_ups := _of_kind(report, "follow-up"):
        best = max(follow_ups, key=lambda question: (question.sure, len(question.links)))
        yield _point("strengths", "follow-up", quoted(best.text), best.turn)
    if (link := report.first_personal_turn) is not None:
        yield _point("strengths", "link", quoted(report.turns[link].text), link)
        if report.skill_with_link:
            yield _point("strengths", "link-and-skill", turn=link)
    if report.subject_changes and all(change.followed for change in report.subject_changes):
        yield _point("strengths", "followed", turn=report.subject_changes[0].turn)
    others = [question for question in report.questions if question.open and question.kind not in _NOT_SHOWN]
    if others:
        yield _point("strengths", "open", quoted(others[0].text), others[0].turn)
    if asked := _asked_in_their_turn(report):
        yield _point("strengths", "your-questions", turn=asked[0].turn)
    share = chatty_share(report)
    if share is not None and LEAST <= share <= MOST:
        yield _point("strengths", "share")
    if report.question_count is not None and not report.canned and len(report.turns) > 1:
        yield _point("strengths", "own-words")


_NOT_SHOWN = ("rhetorical", "follow-up")


def _asked_in_their_turn(report: TalkReport) -> list[Question]:
    """The questions asked from the turn on in which the candidate was asked for some."""
    start = next((phase.from_turn for phase in report.phases if phase.name == "your-questions"), None)
    return [] if start is None else [q for q in report.questions if q.turn >= start and q.kind != "rhetorical"]


def _suggestions(report: TalkReport) -> Iterator[Point]:
    """What to try, the most telling first; nothing where the language is not read."""
    if report.question_count is None:
        return
    for missed in report.missed_openings[:1]:
        yield _point("suggestions", "opening-missed", quoted(missed.said), missed.turn)
    for turn in [change.turn for change in report.subject_changes if not change.followed][:1]:
        yield _point("suggestions", "not-followed", turn=turn)
    if not _of_kind(report, "follow-up"):
        yield _point("suggestions", "no-follow-up")
    for canned in report.canned[:1]:
        yield _point("suggestions", "canned", quoted(canned.phrase), canned.turn)
    yield from _on_the_whole(report)


def _on_the_whole(report: TalkReport) -> Iterator[Point]:
    for at in report.boomerangs[:1]:
        asked = next((question.text for question in report.questions if question.turn == at), "")
        yield _point("suggestions", "boomerang", quoted(asked), at)
    if any(phase.name == "your-questions" for phase in report.phases) and not _asked_in_their_turn(report):
        yield _point("suggestions", "no-questions")
    share = chatty_share(report)
    if share is not None and not LEAST <= share <= MOST:
        yield _point("suggestions", "much" if share > MOST else "little", percent(share))
    if report.first_personal_turn is None:
        yield _point("suggestions", "link-late")
    elif report.skill_with_link is False:
        yield _point("suggestions", "no-skill", turn=report.first_personal_turn)


def chatty_share(report: TalkReport) -> float | None:
    """The candidate's share of words in opening, your questions and closing; None where hardly any were said."""
    inside = [
        turn
        for phase in report.phases
        if phase.name in _CHATTY
        for turn in report.turns[phase.from_turn : phase.to_turn + 1]
    ]
    whole = sum(turn.words for turn in inside)
    if whole < _ENOUGH_WORDS:
        return None
    return sum(turn.words for turn in inside if turn.speaker == report.candidate) / whole


def _compared(report: TalkReport, before: TalkReport) -> Iterator[str]:
    if report.question_count is None or before.question_count is None:
        return
    for name, now, then in (
        ("follow-ups", len(_of_kind(report, "follow-up")), len(_of_kind(before, "follow-up"))),
        ("openings", len(report.missed_openings), len(before.missed_openings)),
        ("canned", len(report.canned), len(before.canned)),
    ):
        yield sentences()["compared"][name].format(now=now, before=then)
