"""A talk on the page: what was said and why, and what the mirror and the debrief show of it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from rapportkit.pictures import conversation_map, map_in_words
from rapportkit.talk.debrief import Debrief
from rapportkit.talk.memory import Talk
from rapportkit.talk.mirror import Mirror, Point
from rapportkit.talk.report import TalkReport
from rapportkit.talk.tally import LINES, Tally
from rapportkit.talk.wording import phase_in_words, question_in_words, times_in_words


def talk_as_html(talk: Talk) -> str:
    """What was said before the last reply, the interviewer's reasons behind a word to open."""
    told = [_reply(talk, number) + _said(talk, number + 1) for number in range(len(talk.exchanges) - 1)]
    return f"<div class='rk-talk'>{''.join(told)}</div>"


def last_reply_as_html(talk: Talk) -> str:
    """What the interviewer has said last: by itself, so that a screen reader reads out this and no more."""
    return f"<div class='rk-talk'>{_reply(talk, len(talk.exchanges) - 1)}</div>"


def _reply(talk: Talk, number: int) -> str:
    exchange = talk.exchanges[number]
    return (
        f"<p class='rk-reply'><strong>{escape(talk.scene.name)}</strong>{escape(exchange.reply)}</p>"
        f"<details><summary>Why this answer?</summary><p>{escape(exchange.reason)}</p></details>"
    )


def _said(talk: Talk, number: int) -> str:
    said = talk.exchanges[number].said
    return f"<p class='rk-said'><strong>You</strong>{escape(said) if said.strip() else '<em>(nothing)</em>'}</p>"


def debrief_as_html(debrief: Debrief) -> str:
    """What was done well, one thing to try, and what became of the lines that were crossed."""
    crossed = "".join(
        f"<li><strong>{escape(one.about)}: {escape(one.way)}.</strong> {escape(one.says)}</li>"
        for one in debrief.crossed
    )
    return (
        f"<h4>What worked</h4>{_list(debrief.strengths)}"
        + (f"<h4>One thing to try</h4><p>{escape(debrief.try_next)}</p>" if debrief.try_next else "")
        + (f"<h4>Where a line was crossed</h4><ul>{crossed}</ul>" if crossed else "")
    )


def tally_as_html(tally: Tally) -> str:
    """The counts of a talk, as a list; what nobody counted is left out."""
    counted = tally.model_dump()
    return _list(f"{counted[name]}: {words}" for name, words in LINES.items() if counted[name] is not None)


def mirror_as_html(mirror: Mirror) -> str:
    """What worked, what to try, and this talk next to one's own last one."""
    compared = f"<h4>Next to your last talk</h4>{_list(mirror.compared)}" if mirror.compared else ""
    tried = f"<h4>What to try</h4>{_points(mirror.suggestions)}" if mirror.suggestions else ""
    unseen = f"<details><summary>What this mirror does not judge</summary>{_list(mirror.not_judged)}</details>"
    return f"<h4>What worked</h4>{_points(mirror.strengths)}{tried}{compared}{unseen}"


def map_as_html(report: TalkReport, *, fillers: bool = False, floor: bool = True) -> str:
    """
    The conversation map, the same in words, who had the floor, and the questions.

    Fillers only if asked for; without *floor* nothing on shares, for those for whom talking less is no aim.
    """
    shares = _list([*map(phase_in_words, report.phases), *times_in_words(report)]) if floor else ""
    notes = "".join(f"<p><small>{escape(note)}</small></p>" for note in report.notes)
    return (
        f"<figure class='rk-map'>{conversation_map(report)}</figure>"
        f"<details><summary>The picture in words</summary>{_list(map_in_words(report))}</details>"
        f"{'<h4>Who had the floor</h4>' if shares else ''}{shares}"
        f"<h4>Your questions</h4>{_list(map(question_in_words, report.questions)) or '<p>None this time.</p>'}"
        f"{_fillers(report) if fillers else ''}{notes}"
    )


def _fillers(report: TalkReport) -> str:
    if not report.fillers:
        return "<h4>Fillers</h4><p>None found.</p>"
    counted = _list(f"{word}: {count}" for word, count in report.fillers.items())
    return f"<h4>Fillers</h4><p>Everybody has some. They are counted because you asked.</p>{counted}"


def _points(points: Iterable[Point]) -> str:
    return _list(point.says if point.turn is None else f"{point.says} (turn {point.turn + 1})" for point in points)


def _list(sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<ul>{items}</ul>" if items else ""
