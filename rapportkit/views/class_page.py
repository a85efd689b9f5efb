"""The class, for the screen of its coach."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.cohort import Cohort
from rapportkit.views.few import few_as_html


def cohort_as_html(cohort: Cohort) -> str:
    """What to teach next, and who may want a word."""
    lines = (f"<li>{escape(one.says)} <small>({one.word}; {escape(one.in_lesson)})</small></li>"
             for one in cohort.to_teach)  # fmt: skip
    stuck = few_as_html([f"{one.learner.name}: {one.stuck}" for one in cohort.may_want_a_word], "more, on the page")
    words = f"<h4>Who may want a word</h4>{stuck}" if stuck else ""
    to_teach = f"<ol>{''.join(lines)}</ol>" if cohort.to_teach else "<p>No line is weak that three or more tried.</p>"
    return f"<h4>To teach next</h4>{to_teach}{words}"
