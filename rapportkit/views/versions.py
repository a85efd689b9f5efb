"""What was written before, beside what stands there now: words that are gone, and remarks that are gone or new."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from html import escape

from rapportkit.words.review import Remark, Review

MOST = 5
"""So many earlier versions are shown, the newest first."""

_LONGEST = 4_000
"""Code points of two texts that are compared word by word; longer ones are only shown."""


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
