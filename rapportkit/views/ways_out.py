"""The ways out of a lesson: the ones before and after it, and all of them."""

from __future__ import annotations

from html import escape

from rapportkit.interviews import Way
from rapportkit.views.paths import ONE_HOUR, from_a_coach, link_to, on_path, titles


def steps_as_html(way: Way | None, here: str) -> str:
    """The lessons before and after this one on the path, or in the course where this one is not on it, as links."""
    order = on_path(way) if here in on_path(way) else tuple(titles())
    if here == ONE_HOUR:
        order = (next(iter(titles())), ONE_HOUR)  # made of parts of the others: nothing of the course is before it
    if here not in order:
        return ""
    at = order.index(here)
    before = [link_to(f"Back: {titles()[stem]}", stem) for stem in order[:at][-1:]]
    after = [link_to(f"Next: {titles()[stem]}", stem) for stem in order[at + 1 :][:1]]
    after = after or [link_to(f"For later: {titles()[stem]}", stem) for stem in _beyond(here)]
    return f'<nav aria-label="Lessons before and after"><p class="rk-steps">{"".join((*before, *after))}</p></nav>'


def _beyond(here: str) -> tuple[str, ...]:
    """The lesson of the course that comes after this one, where the path ends here and the course does not."""
    course = tuple(stem for stem in titles() if stem != ONE_HOUR)
    return course[course.index(here) + 1 :][:1] if here in course else ()


def contents_as_html(here: str) -> str:
    """All lessons in order, as a list that opens on demand."""
    items = "".join(
        f"<li>{escape(title)} (you are here)</li>" if stem == here else f"<li>{link_to(title, stem)}</li>"
        for stem, title in titles().items()
    )
    return f"<details><summary>All lessons</summary><ol>{items}</ol>{from_a_coach(here)}</details>"
