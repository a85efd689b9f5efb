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


def on_path(way: Way | None) -> tuple[str, ...]:
    """The lessons on a path, by their files' stems; all of them while there is no path."""
    return tuple(stem for stem in titles() if way is None or stem[:2] in PATHS[way].lessons)


def path_as_html(way: Way | None, here: str, left: Mapping[str, str] | None = None) -> str:
    """
    The map: the lessons on the path as a list, this one marked in words too, the others named as for after.

    *left* tells, by the two figures of a lesson, what of it is in the workbook.
    """
    left, there = left or {}, on_path(way)
    steps = [_step(stem, titles()[stem], stem == here, left.get(stem[:2], "")) for stem in there]
    after = [
        _later(stem, title, stem == here) for stem, title in titles().items() if stem not in there and stem != ONE_HOUR
    ]
    later = f"<p><small>For later, when there is time: {', '.join(after)}.</small></p>" if after else ""
    how = f"<p>{escape(PATHS[way].how)}</p>" if way and PATHS[way].how else ""
    short = "" if way == "an-hour" else _short(here)
    return f'<ol class="rk-path">{"".join(steps)}</ol>{how}{later}{short}{from_a_coach(here)}'


def from_a_coach(here: str) -> str:
    """The way to what a coach has sent, which stands on no path."""
    if here == ASSIGNMENT:
        return ""
    return f"<p><small>Has a coach sent you a task? It opens in {link_to('Your assignment', ASSIGNMENT)}.</small></p>"


def _short(here: str) -> str:
    """The short way, for those on a longer path."""
    title = titles()[ONE_HOUR]
    if here == ONE_HOUR:
        return f"<p><small>You are here: {escape(title)}, made of the most needed parts of the others.</small></p>"
    told = f"Short of time? {link_to(title, ONE_HOUR)} holds the most needed parts, and your brief to print."
    return f"<p><small>{told}</small></p>"


def straight_to_the_brief(way: Way | None, here: str) -> str:
    """Where somebody who meets an interviewer today or tomorrow goes from the welcome, without reading on."""
    if way != "an-hour" or here != next(iter(titles())):
        return ""
    return (
        f"<p><strong>Go on to {link_to(titles()[ONE_HOUR], ONE_HOUR)} now.</strong> Your brief to print is made there, "
        "in ten minutes if that is all you have. The rest of this lesson can wait.</p>"
    )


def link_to(label: str, stem: str) -> str:
    """HTML of a link to the lesson of this file's stem."""
    return f'<a href="{escape(stem)}.ipynb">{escape(label)}</a>'


def _later(stem: str, title: str, here: bool) -> str:
    return f"{escape(title)} (you are here)" if here else link_to(title, stem)


def _step(stem: str, title: str, here: bool, left: str) -> str:
    told = f" <small>({escape(left)})</small>" if left else ""
    if here:
        return f'<li class="rk-here" aria-current="step">You are here: {escape(title)}{told}</li>'
    return f"<li>{link_to(title, stem)}{told}</li>"
