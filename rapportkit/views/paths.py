"""The three paths through the lessons, and the map of them that every lesson shows."""

from __future__ import annotations

import json
from functools import cache
from html import escape

from rapportkit.interviews import Way
from rapportkit.lessons import lessons
from rapportkit.record import Record


class WayThrough(Record):
    """One path: its title, the lessons on it in order, and how to walk it; what is not on it comes after."""

    title: str
    lessons: tuple[str, ...]
    how: str = ""


PATHS: dict[Way, WayThrough] = {
    "an-hour": WayThrough(
        title="an hour",
        lessons=("00", "02", "03", "04", "07"),
        how="The hour is for the panels alone: your interview, the person you will meet, you, what you two share, your "
        "line, one proof, your brief. Pass by everything else. Read in full, these lessons take 100 minutes.",
    ),
    "this-week": WayThrough(title="this week", lessons=("00", "02", "03", "04", "07", "08")),
    "three-weeks": WayThrough(title="three weeks", lessons=("00", "02", "03", "04", "07", "08")),
}


@cache
def titles() -> dict[str, str]:
    """The title of each lesson by its file's stem, as the lesson itself gives it."""
    found = {}
    for path in lessons():
        entry = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("rapportkit", {})
        found[path.stem] = str(entry.get("title", path.stem))
    return found


def path_as_html(way: Way | None, here: str) -> str:
    """The map: the lessons on the path as a list, this one marked in words too, the others named as for after."""
    on_path = PATHS[way].lessons if way else tuple(stem[:2] for stem in titles())
    course = {stem: title for stem, title in titles().items() if stem[0].isdigit() or stem == here}
    steps = [_step(stem, title, stem == here) for stem, title in course.items() if stem[:2] in on_path or stem == here]
    after = [title for stem, title in course.items() if stem[:2] not in on_path and stem != here]
    later = f"<p><small>For after the interview: {escape(', '.join(after))}.</small></p>" if after else ""
    how = f"<p>{escape(PATHS[way].how)}</p>" if way and PATHS[way].how else ""
    return f'<ol class="rk-path">{"".join(steps)}</ol>{how}{later}'


def _step(stem: str, title: str, here: bool) -> str:
    if here:
        return f'<li class="rk-here" aria-current="step">You are here: {escape(title)}</li>'
    return f'<li><a href="{escape(stem)}.ipynb">{escape(title)}</a></li>'
