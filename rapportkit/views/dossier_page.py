"""A dossier on the page: what is known, where from, and what could not be placed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from rapportkit.people.person import Fact, Reading, Source

_FEW = 8
"""Phrases that one reads through without being asked to."""

_WORDS_FOR = {
    "interest": "Own time",
    "creative": "Makes",
    "sport": "Sport",
    "place": "Places",
    "group": "Groups",
    "cause": "Causes",
    "school": "Schools",
    "employer": "Work",
    "language": "Languages",
    "service": "Service",
    "skill": "Skills (kept, never shared ground)",
}


def dossier_as_html(reading: Reading, private: Mapping[Fact, str] | None = None, unread: bool = False) -> str:
    """
    A dossier as a table, one row for each kind of fact, and the words that could not be placed, in plain sight if
    *unread*.

    *private* are the facts that stand in a row of their own, to be left alone, each with the reason.
    """
    rows, alone = [], private or {}
    for kind, words in _WORDS_FOR.items():
        facts = [fact for fact in reading.person.facts if fact.kind == kind and fact not in alone]
        if facts:
            rows.append(_row(words, map(_fact, facts)))
    if alone:
        told = (f"{escape(fact.label)} <small>{escape(why)}</small>" for fact, why in alone.items())
        rows.append(_row('<span class="rk-amber">Leave alone</span>', told))
    head = f"<h4>{escape(reading.person.name)}</h4><p>{escape(reading.person.headline or '')}</p>"
    rest = sources_as_html("Not understood", reading.not_understood)
    opened = rest.replace("<details>", "<details open>", 1) if unread and len(reading.not_understood) <= _FEW else rest
    return f"{head}<table>{''.join(rows)}</table>{opened}"


def _row(words: str, told: Iterable[str]) -> str:
    return f"<tr><th scope='row'>{words}</th><td>{'<br>'.join(told)}</td></tr>"


def _fact(fact: Fact) -> str:
    years = " to ".join(filter(None, (fact.start, "now" if fact.current and fact.start else fact.end)))
    more = ", ".join(filter(None, (fact.detail, years, fact.where)))
    return f"{escape(fact.label)} <small>{escape(more)}</small>"


def sources_as_html(title: str, sources: Sequence[Source], remark: str = "") -> str:
    """HTML of a list that opens on demand: the words, and where they stand; empty where there are none."""
    if not sources:
        return ""
    items = "".join(f"<li>{escape(one.text[:200])} <small>{escape(one.where)}</small></li>" for one in sources)
    said = f"<p>{escape(remark)}</p>" if remark else ""
    return f"<details><summary>{escape(title)} ({len(sources)})</summary>{said}<ul>{items}</ul></details>"
