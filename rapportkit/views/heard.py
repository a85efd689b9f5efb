"""What a follow-up question makes of an answer, for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rapportkit.listening import Heard, Told
from rapportkit.views._page import marked

MOST_STRENGTHS = 2
MOST_OTHERS = 3
LOOKED_FOR = (
    "whether a word of theirs is taken up, or another word for the same thing",
    "whether it can be answered with a word, or leaves room",
    "whether it is about them, or about you and the job",
    "whether you ask, and then stop",
)


def heard_as_html(told: Told, question: str, heard: Heard) -> str:
    """Two things that work, one to mend, the answer with what was taken up marked, and what else was there."""
    if heard.reason:
        return f"<p>{escape(heard.reason)}</p>"
    return f"{_verdict(heard)}{_question(question, heard)}{_answer(told, heard)}{_others(heard)}{_looked_for()}"


def _verdict(heard: Heard) -> str:
    works = "".join(f"<li>{one}</li>" for one in list(_strengths(heard))[:MOST_STRENGTHS])
    mend = next(_corrections(heard), None)
    head = f"<h4>What works</h4><ul>{works}</ul>" if works else ""
    if mend:
        return f"{head}<h4>To consider</h4><p>{mend}</p>"
    return f"{head}<h4>Nothing that we look for needs mending</h4>"


def _strengths(heard: Heard) -> Iterator[str]:
    if heard.took_up:
        yield "You used something that they really said."
    if heard.openness == "open":
        yield "It leaves room: one word will hardly do for an answer."
    if heard.about_them:
        yield "It is about them."
    if heard.asks and not heard.answers_itself:
        yield "You ask, and then you stop."


def _corrections(heard: Heard) -> Iterator[str]:
    if not heard.asks:
        yield "We found no question in it. What would you like to know?"
    if heard.points:
        yield (
            "It may point at something that they said, with a word such as 'it' or 'that'. Name the thing as well, and "
            "they know that you heard it."
        )
    elif not heard.took_up:
        yield (
            "We found nothing of theirs in it; perhaps it is there in other words. "
            "Name the thing, and they know that you heard it."
        )
    if heard.answers_itself:
        yield "After your question you go on to talk of yourself. Stop at the question mark: that is their turn."
    if heard.about_them is False:
        yield "It asks about you, or about the job. That has its time. For now, stay with them."
    if heard.openness == "closed":
        yield "Yes or no would answer it. With 'how' or 'what' at the front there is room for a story."
    if heard.openness == "narrow":
        yield "A number, a name or a place would answer it. It is a good second question; 'how' or 'what' goes further."


def _question(question: str, heard: Heard) -> str:
    return f"<h4>Your question</h4><blockquote>{marked(question, heard.echoed)}</blockquote>"


def _answer(told: Told, heard: Heard) -> str:
    note = "marked: what you took up" if heard.took_up else "nothing is marked, since we found nothing taken up"
    said = marked(told.said.strip(), _moved(told, heard))
    return f"<h4>What they said <small>({note})</small></h4><blockquote>{said}</blockquote>"


def _moved(told: Told, heard: Heard) -> list[tuple[int, int]]:
    """The places in the answer without the white space before it."""
    lead = len(told.said) - len(told.said.lstrip())
    return [(start - lead, end - lead) for start, end in heard.took_up]


def _others(heard: Heard) -> str:
    others = "".join(f"<li>“{escape(thread.words)}”: {escape(thread.ask)}</li>" for thread in heard.left[:MOST_OTHERS])
    return f"<h4>You could also have picked up</h4><ul>{others}</ul>" if others else ""


def _looked_for() -> str:
    listed = "".join(f"<li>{one}</li>" for one in LOOKED_FOR)
    summary = f"<summary>What we looked for ({len(LOOKED_FOR)})</summary>"
    return (
        f"<details>{summary}<ul>{listed}</ul></details>"
        "<p><small>No program can tell whether you meant it. You can.</small></p>"
    )
