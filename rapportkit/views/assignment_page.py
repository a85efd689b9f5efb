"""What is said of an assignment as a whole, for the screen of its learner."""

from __future__ import annotations

from html import escape

from rapportkit.assignment import Assignment
from rapportkit.handin import day_and_hour
from rapportkit.people.plain_text import one_line
from rapportkit.views._page import paragraphs


def assignment_as_html(assignment: Assignment) -> str:
    """The day, the coach's words, and what they have set."""
    said = paragraphs(assignment.coach_says) if assignment.coach_says.strip() else ""
    given = [f"In lesson 6, to practise with: {scene.title}." for scene in assignment.scenes]
    items = "".join(f"<li>{escape(one)}</li>" for one in (*assignment.guidance.sentences(), *given))
    due = escape(day_and_hour(assignment.due))
    return f"<h4>{escape(assignment.title)}</h4><p>Due on {due}.</p>{said}{f'<ul>{items}</ul>' if items else ''}"


def not_yours_told(brought: Assignment, before: Assignment) -> str:
    """That an assignment bears another name than the one *before* it, whose answers stand in this workbook."""
    return (
        f"This assignment is for {one_line(brought.learner.name)}, and this workbook holds one for "
        f"{one_line(before.learner.name)}, whose answers stand in it. Nothing was changed. Open your own workbook, "
        "or press the button if both are you."
    )
