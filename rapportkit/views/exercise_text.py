"""An exercise on the page: which one, what it asks, and what became of each line of its rubric."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.exercises import Exercise, Mark, read_exercise
from rapportkit.lessons import exercises_folder
from rapportkit.views._page import paragraphs


def exercise_called(exercise: str) -> Exercise:
    """
    The exercise of this id, of those that come with the lessons.

    Raises:
        InvalidValue: there is no such exercise.
    """
    path = exercises_folder() / f"{exercise}.toml"
    if not path.is_file():
        raise InvalidValue(f"There is no exercise '{exercise}' in {exercises_folder()}.")
    return read_exercise(path.name, path.read_bytes())


def prompt_as_html(exercise: Exercise) -> str:
    """What an exercise asks, and what it does not."""
    return f"{paragraphs(exercise.prompt)}<p><small>Not asked: {escape(exercise.not_asked)}</small></p>"


def mark_as_html(one: Mark) -> str:
    """A line of the rubric, with what became of it."""
    states = {
        "earned": "yes",
        "not yet": "not yet",
        "for a person": "you or a friend decide",
        "not attempted": "not tried",
    }
    return f"{escape(one.criterion.says)} <small>({states[one.state]})</small>"


def model_as_html(exercise: Exercise) -> str:
    """A good answer, and why it is one."""
    return (
        f"<h4>One good answer</h4><blockquote>{escape(exercise.model)}</blockquote>"
        f"{paragraphs(exercise.model_why)}<p><small>One of many. Yours may be better for you.</small></p>"
    )
