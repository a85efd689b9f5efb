"""The three paths through the lessons, and the map of them that every lesson shows."""

from __future__ import annotations

import json
from collections.abc import Mapping
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


ASSIGNMENT = "assignment"
"""The lesson that is on nobody's path: a coach sends learners there."""

ONE_HOUR = "one_hour"
"""The lesson made of parts of the others, for those who have no time: nothing to come back to afterwards."""

PATHS: dict[Way, WayThrough] = {
    "an-hour": WayThrough(
        title="an hour",
        lessons=("00", "on"),
        how="The hour has a lesson of its own, made of the parts that matter most. With the welcome they "
        "take 75 minutes. All else can wait.",
    ),
    "this-week": WayThrough(title="this week", lessons=("00", "01", "02", "03", "04", "06", "07", "08")),
    "three-weeks": WayThrough(
        title="three weeks", lessons=("00", "01", "02", "03", "04", "05", "06", "07", "08", "09")
    ),
}


@cache
def titles() -> dict[str, str]:
    """The title of each lesson of the course by its file's stem, as the lesson itself gives it."""
    found = {}
    for path in lessons():
        if path.stem == ASSIGNMENT:
            continue
        entry = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("rapportkit", {})
        found[path.stem] = str(entry.get("title", path.stem))
    return found


def on_path(way: Way) -> tuple[str, ...]:
    """The lessons on a path, by their files' stems."""
    return tuple(stem for stem in titles() if stem[:2] in PATHS[way].lessons)


def path_as_html(way: Way | None, here: str, left: Mapping[str, str] | None = None) -> str:
    """
    The map: the lessons on the path as a list, this one marked in words too, the others named as for after.

    *left* tells, by the two figures of a lesson, what of it is in the workbook.
    """
    left = left or {}
    on_path = PATHS[way].lessons if way else tuple(stem[:2] for stem in titles())
    there = [(stem, title) for stem, title in titles().items() if stem[:2] in on_path]
    steps = [_step(stem, title, stem == here, left.get(stem[:2], "")) for stem, title in there]
    after = [
        _later(stem, title, stem == here)
        for stem, title in titles().items()
        if stem[:2] not in on_path and (stem != ONE_HOUR or stem == here)
    ]
    later = f"<p><small>For after the interview: {', '.join(after)}.</small></p>" if after else ""
    how = f"<p>{escape(PATHS[way].how)}</p>" if way and PATHS[way].how else ""
    return f'<ol class="rk-path">{"".join(steps)}</ol>{how}{later}'


def _later(stem: str, title: str, here: bool) -> str:
    return f"{escape(title)} (you are here)" if here else f'<a href="{escape(stem)}.ipynb">{escape(title)}</a>'


def _step(stem: str, title: str, here: bool, left: str) -> str:
    told = f" <small>({escape(left)})</small>" if left else ""
    if here:
        return f'<li class="rk-here" aria-current="step">You are here: {escape(title)}{told}</li>'
    return f'<li><a href="{escape(stem)}.ipynb">{escape(title)}</a>{told}</li>'
