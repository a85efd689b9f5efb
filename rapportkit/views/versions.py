"""What was written before, beside what stands there now: words that are gone, and remarks that are gone or new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from typing import NamedTuple

from rapportkit.record import R
from rapportkit.words.review import Remark, Review
from rapportkit.workbook.store import Saved

MOST = 5
"""So many earlier versions are shown, the newest first."""

_LONGEST = 4_000
"""Code points of two texts that are compared word by word; longer ones are only shown."""

STOOD = timedelta(hours=1)
"""So long a text stands that was meant as it is, though nobody asked what there is to say of it."""

_A_SCRAP = 5
"""A text of fewer words that nobody asked about was hardly one yet."""


class _Wording(NamedTuple):
    """A text as it stood; `tried` where somebody asked what there is to say of it."""

    text: str
    tried: bool


def versions_in(history: Sequence[Saved[R]], text_of: Callable[[R], str], now: str) -> list[str]:
    """
    The texts before *now* that were versions, from old to new: asked about, or left standing for an hour.

    What a pause in typing has kept on the way is none, nor is the beginning of a text that was gone on with.
    """
    wordings = _wordings(history, text_of)
    after = [*(one.text for one in wordings[1:]), now]
    return [
        one.text
        for place, one in enumerate(wordings)
        if not any(_goes_on(one, later.strip()) for later in after[place:])
    ]


def _wordings(history: Sequence[Saved[R]], text_of: Callable[[R], str]) -> list[_Wording]:
    """Each text that was asked about or stood long, once for each time that it stood."""
    spells = [list(spell) for _, spell in groupby(history, lambda one: text_of(one.record))]
    ends = [*(spell[0].saved_at for spell in spells[1:]), None]
    found = []
    for spell, end in zip(spells, ends, strict=False):
        text, tried = text_of(spell[0].record), not all(one.typing for one in spell)
        stood = end is not None and end - spell[0].saved_at >= STOOD and len(text.split()) >= _A_SCRAP
        if tried or stood:
            found.append(_Wording(text, tried))
    return found


def _goes_on(one: _Wording, later: str) -> bool:
    """Whether a later text is this one, gone on with; one that was asked about is left only where a word breaks off."""
    text = one.text.strip()
    if not later.startswith(text) or later == text:
        return False
    return not one.tried or (later[len(text)].isalnum() and text[-1:].isalnum())


def earlier_as_html(now: str, written: Iterable[str], look: Callable[[str], Review]) -> str:
    """
    The versions before *now*, each with what has changed since; "" where there are none.

    *written* holds them from old to new, *look* is what there is to say of a text.
    """
    earlier = [text for text in dict.fromkeys(written) if text.strip() and text != now][-MOST:]
    if not earlier:
        return ""
    today = look(now).remarks if now.strip() else ()
    listed = "".join(f"<li>{_version(text, now, look(text).remarks, today)}</li>" for text in reversed(earlier))
    legend = "<p><small>Newest first. Struck through: what you have taken out since.</small></p>"
    summary = f"What you wrote before ({len(earlier)})"
    return f"<details><summary>{summary}</summary>{legend}<ol>{listed}</ol></details>"


def _version(then: str, now: str, before: tuple[Remark, ...], today: tuple[Remark, ...]) -> str:
    gone = _only_in(before, today)
    come = _only_in(today, before) if now.strip() else ()
    said = [f"<p><small>Mended since: {escape(one.says)}</small></p>" for one in gone]
    said += [f"<p><small>New since: {escape(one.says)}</small></p>" for one in come]
    return f"<blockquote>{_struck(then, now)}</blockquote>{''.join(said)}"


def _only_in(some: tuple[Remark, ...], others: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """The first remark of each rule that speaks among *some* and not among *others*."""
    known = {remark.rule for remark in others}
    first = {remark.rule: remark for remark in reversed(some) if remark.rule not in known}
    return tuple(remark for remark in some if first.get(remark.rule) is remark)


def _struck(then: str, now: str) -> str:
    """An earlier text, escaped, the words that are gone struck through."""
    if len(then) + len(now) > _LONGEST:
        return escape(then)
    words, left = then.split(" "), now.split(" ")
    pieces = []
    for what, start, end, *_ in SequenceMatcher(None, words, left, autojunk=False).get_opcodes():
        piece = escape(" ".join(words[start:end]))
        if piece:
            pieces.append(piece if what == "equal" else f"<del>{piece}</del>")
    return " ".join(pieces)
