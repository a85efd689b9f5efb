"""What of the learner's own a question from memory may be about, each as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from rapportkit.interviews import Answer, Debrief, Proof
from rapportkit.people.person import Reading
from rapportkit.views.dossier_page import dossier_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.links import shortlist_as_html
from rapportkit.views.own_reason import REASON


def _them(lesson: Lesson, _: str) -> str:
    """The facts on everybody to meet, without what could not be read."""
    people = [lesson.to_talk_of(key) for key in lesson.interviewers]
    return "".join(dossier_as_html(Reading(person=person)) for person in people if person.facts)


def _shortlist(lesson: Lesson, _: str) -> str:
    return shortlist_as_html(one for one in lesson.shortlist.values() if one.person in lesson.interviewers)


def _line_and_proof(lesson: Lesson, said: str) -> str:
    lines = [line.text for line in lesson.lines.values() if line.person in lesson.interviewers]
    proofs = [proof.text for proof in lesson.workbook.all(Proof).values()]
    return _nearest("Your line", lines, said) + _nearest("Your proof", proofs, said)


def _reason_and_proof(lesson: Lesson, said: str) -> str:
    reason = lesson.workbook.latest(Answer, REASON)
    proofs = [proof.text for proof in lesson.workbook.all(Proof).values() if not proof.missing]
    return _quoted("Your reason", [reason.text] if reason else []) + _nearest("Your proof", proofs, said)


def _next_steps(lesson: Lesson, _: str) -> str:
    from rapportkit.relationships import NextStep  # late: one lesson asks for them

    people = lesson.interviewers
    steps = [
        f"{people[key].called('Somebody')}: {step.step}\n{step.gift}".strip()
        for key, step in lesson.workbook.all(NextStep).items()
        if key in people and step.step.strip()
    ]
    return _quoted("Your next steps", steps)


def _their_words(lesson: Lesson, _: str) -> str:
    interview = lesson.interview
    known = lesson.workbook.latest(Debrief, interview.id if interview else "interview-1")
    return _quoted("What you noted", [known.they_care_about, known.surprised_me, known.i_promised] if known else [])


def _quoted(heading: str, texts: list[str]) -> str:
    quotes = "".join(quote(text) for text in texts if text.strip())
    return f"<h4>{heading}</h4>{quotes}" if quotes else ""


def _nearest(heading: str, texts: list[str], said: str) -> str:
    """The text that shares most words with what was *said*; each of the others folded, to be looked at one by one."""
    from rapportkit.words.content import common_words  # late: nothing is compared before something was said
    from rapportkit.words.speech import Speech

    meant = Speech(said).stems - common_words()
    texts = [text for text in texts if text.strip()]
    best = max(texts, key=lambda text: len(meant & Speech(text).stems), default="")
    others = [text for text in texts if text != best]
    folded = "".join(
        f"<details><summary>Another one ({number} of {len(others)})</summary>{quote(text)}</details>"
        for number, text in enumerate(others, start=1)
    )
    return _quoted(heading, [best]) + folded


def quote(text: str) -> str:
    """HTML of what somebody wrote, to the letter."""
    return f"<blockquote>{escape(text)}</blockquote>"


SAVED: Mapping[str, Callable[[Lesson, str], str]] = {
    "them": _them,
    "shortlist": _shortlist,
    "line-and-proof": _line_and_proof,
    "reason-and-proof": _reason_and_proof,
    "next-steps": _next_steps,
    "their-words": _their_words,
}
"""What of the learner's own a question may be about, each as a page beside what was said; empty where nothing is."""
