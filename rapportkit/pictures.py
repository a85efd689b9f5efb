"""
Pictures as SVG, each with the same in words.

Nothing is told by colour alone: the candidate's turns are filled and the others' outlined, and every mark is a sign of
its own. Lines and letters take the colour of the page's text, so that a picture is read on dark and on light.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from rapportkit.talk.report import TalkReport
from rapportkit.talk.wording import percent, phase_in_words, quoted, sentences

_WIDTH, _LEFT, _RIGHT = 720.0, 10.0, 710.0
_TOP, _LANE, _GAP = 64.0, 34.0, 16.0
_NARROWEST = 1.5
"""Units that the shortest turn is wide, so that a word still shows."""

_MOST_DRAWN = 240
"""Turns drawn one by one; of a longer talk, neighbours are drawn together."""

_LEGEND = "Filled: you. Outlined: they. ? your question, + a follow-up, ○ an opening that passed by."


class _Bar(NamedTuple):
    """A turn as it is drawn."""

    turn: int
    mine: bool
    left: float
    wide: float
    sign: str
    says: str


def conversation_map(report: TalkReport) -> str:
    """
    Who spoke when, as one SVG element: a lane for the candidate and one for the others, left to right, as wide as the
    turns have words; with questions and missed openings marked, and a title and a description for screen readers.
    """
    bars = list(_bars(report))
    height = _TOP + 2 * _LANE + _GAP + 58
    body = [*_phases(report, bars), *(_drawn(bar) for bar in bars), *_lanes(report), *_legend(height)]
    described = escape(" ".join(map_in_words(report)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:.0f} {height:.0f}" role="img" '
        'width="100%" style="max-width:60rem;color:var(--jp-ui-font-color1,currentColor)" '
        'font-family="var(--jp-ui-font-family,sans-serif)" font-size="15" fill="currentColor">'
        f"<title>{escape(_title(report))}</title><desc>{described}</desc>{''.join(body)}</svg>"
    )


def map_in_words(report: TalkReport) -> tuple[str, ...]:
    """The conversation map in sentences."""
    whole = "Nobody said a word." if report.share_words is None else f"{percent(report.share_words)} of all words."
    asked = [
        f"In turn {one.turn + 1} you asked {quoted(one.text)}." for one in report.questions if one.kind != "rhetorical"
    ]
    missed = [
        f"In turn {one.turn + 1} they said {quoted(one.said)}, and it passed by." for one in report.missed_openings
    ]
    return (
        f"The talk has {len(report.turns)} turns; {report.candidate} said {whole}",
        *(phase_in_words(phase) for phase in report.phases),
        *asked,
        *missed,
    )


def _title(report: TalkReport) -> str:
    return f"Who spoke when: {report.candidate} and the others, {len(report.turns)} turns"


def _bars(report: TalkReport) -> Iterator[_Bar]:
    """The turns from left to right, each as wide as its words; of a very long talk, several in one."""
    size = max(1, -(-len(report.turns) // _MOST_DRAWN))
    whole = sum(turn.words for turn in report.turns) or 1
    room = _RIGHT - _LEFT - _NARROWEST * min(len(report.turns), _MOST_DRAWN) * (1 if size == 1 else 2)
    left = _LEFT
    signs = _signs(report)
    for at in range(0, len(report.turns), size):
        for mine in (False, True) if size > 1 else (report.turns[at].speaker == report.candidate,):
            inside = [n for n in range(at, min(at + size, len(report.turns)))
                      if (report.turns[n].speaker == report.candidate) == mine]  # fmt: skip
            if not inside:
                continue
            wide = _NARROWEST + room * sum(report.turns[n].words for n in inside) / whole
            first = report.turns[inside[0]]
            sign = next((signs[n] for n in inside if n in signs), "")
            says = f"Turn {inside[0] + 1}, {first.speaker or 'no name'}: {quoted(first.text)}"
            yield _Bar(inside[0], mine, left, wide, sign, says)
            left += wide


def _signs(report: TalkReport) -> dict[int, str]:
    """The sign above or below a turn: a missed opening, a follow-up, any other question."""
    signs = {one.turn: "?" for one in report.questions if one.kind != "rhetorical"}
    signs |= {one.turn: "+" for one in report.questions if one.kind == "follow-up"}
    return signs | {one.turn: "○" for one in report.missed_openings}


def _drawn(bar: _Bar) -> str:
    top = _TOP if bar.mine else _TOP + _LANE + _GAP
    style = 'fill-opacity="0.85"' if bar.mine else 'fill="none" stroke="currentColor"'
    drawn = (
        f'<rect x="{bar.left:.1f}" y="{top:.0f}" width="{max(1.0, bar.wide - 1):.1f}" height="{_LANE:.0f}" {style}>'
        f"<title>{escape(bar.says)}</title></rect>"
    )
    if not bar.sign:
        return drawn
    middle, line = bar.left + bar.wide / 2, _TOP - 6 if bar.mine else _TOP + 2 * _LANE + _GAP + 15
    return f'{drawn}<text x="{middle:.1f}" y="{line:.0f}" text-anchor="middle">{bar.sign}</text>'


def _lanes(report: TalkReport) -> Iterator[str]:
    line = _TOP + _LANE + _GAP / 2
    yield (
        f'<line x1="{_LEFT}" x2="{_RIGHT}" y1="{line:.0f}" y2="{line:.0f}" stroke="currentColor" stroke-opacity="0.4">'
        f"<title>Above the line: {escape(report.candidate)}. Below it: the others.</title></line>"
    )


def _phases(report: TalkReport, bars: list[_Bar]) -> Iterator[str]:
    """Where each part begins: a thin line with its name; names in turns high and low, so that none covers another."""
    for number, phase in enumerate(report.phases):
        left = next((bar.left for bar in bars if bar.turn >= phase.from_turn), _LEFT)
        high = 16 if number % 2 == 0 else 34
        end, at = ("end", min(left, _RIGHT)) if left > _WIDTH - 150 else ("start", left + 3)
        yield (
            f'<line x1="{left:.1f}" x2="{left:.1f}" y1="8" y2="{_TOP + 2 * _LANE + _GAP:.0f}" stroke="currentColor" '
            f'stroke-dasharray="3 3" stroke-opacity="0.6"/><text x="{at:.1f}" y="{high}" text-anchor="{end}">'
            f"{escape(sentences()['phases'][phase.name])}</text>"
        )


def _legend(height: float) -> Iterator[str]:
    yield f'<text x="{_LEFT}" y="{height - 10:.0f}">{escape(_LEGEND)}</text>'
