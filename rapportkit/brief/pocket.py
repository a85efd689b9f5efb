"""The pocket page: what to say from memory before an interview, on which days, and the words to look at afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rapportkit.brief.discreet import fit_for_a_table
from rapportkit.brief.gathered import Brief
from rapportkit.cards import RECALL_DAYS_BEFORE, recall_days
from rapportkit.printed import printed

POCKET_MARK = '<meta name="generator" content="rapportkit pocket page">'
"""What such a page says of itself, near its beginning."""

_DAYS = dict(zip(RECALL_DAYS_BEFORE, ("three days before", "the day before", "the morning of it"), strict=True))


class Prompt(NamedTuple):
    """What to say from memory, and the words as they were written."""

    asks: str
    words: str


def pocket_page(brief: Brief, today: date) -> str:
    """
    The pocket page as one HTML file; it needs nothing from elsewhere and holds no scripts.

    On it are the learner's lines, whole proofs and cards, and the days from *today* on to say them: three days and one
    day before the interview, and its morning. A line that touches a topic to leave alone is kept off the paper.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    starts = brief.interview.starts
    days = [
        f"{_DAYS[(starts.date() - day).days]}, {day:%A} {day.day} {day:%B}" for day in recall_days(starts.date(), today)
    ]
    written = sum(bool(line.text.strip()) for line in brief.lines)
    lines = list(_lines(brief))
    return printed(
        "pocket.html",
        mark=POCKET_MARK,
        when=f"{starts:%A} {starts.day} {starts:%B}, {starts:%H:%M}",
        days=days,
        prompts=[*lines, *_proofs(brief), *_cards(brief)],
        hidden=_hidden(written - len(lines)),
    )


def pocket_name(brief: Brief) -> str:
    """What the file is called: the day of the interview and no name, since it may be seen."""
    return f"pocket-page-{brief.interview.starts:%Y-%m-%d}.html"


def _lines(brief: Brief) -> Iterator[Prompt]:
    for line in brief.lines:
        words = f"{line.about_label} {line.text}"
        if line.text.strip() and fit_for_a_table(line.about_kind, words):
            yield Prompt(f"Your line: {line.about_label}", line.text.strip())


def _proofs(brief: Brief) -> Iterator[Prompt]:
    for number, proof in enumerate((one for one in brief.proofs if not one.missing), 1):
        yield Prompt(f"Your proof, number {number}: what it was, what you did, what changed", proof.text)


def _cards(brief: Brief) -> Iterator[Prompt]:
    for card in brief.cards:
        if card.sentence:
            yield Prompt(f"{card.sentence.partition(', then ')[0]}, then ...", card.sentence)


def _hidden(number: int) -> str:
    return f"{number} {'line' if number == 1 else 'lines'}" if number else ""
