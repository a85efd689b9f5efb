"""The minutes that a lesson announces are those that it takes: read at 200 words a minute, typed at 25, and thought."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

import rapportkit
from rapportkit.lessons import lessons
from rapportkit.views.lesson import borrow_sample, open_lesson

READ, TYPED = 200, 25
"""Words a minute."""

THINKING = 4 / 3
"""Nobody reads and types without a pause: in the trials a third more went by."""

WRITES = {
    "recall": 55, "make_card": 15, "research": 55, "choose_ground": 15, "write_line": 45, "do_exercise": 35,
    "listen_once": 15, "listen_for": 8, "own_reason": 25, "debrief": 40, "follow_up": 45, "stay_in_touch": 25,
    "practise": 55, "add_proof": 40, "choose_drills": 30, "play_moments": 5, "plan_interview": 8,
}  # fmt: skip
"""Words that a learner types into each panel, about: those of the trials, rounded."""

TAKES = {
    "play_decision": 4, "research_clock": 8, "speak_proof": 2, "choose_ground": 4, "choose_drills": 5, "practise": 1.5,
    "show_brief": 4, "follow_up": 2.5, "stay_in_touch": 2, "play_moments": 2, "vanish_line": 1.5, "plan_interview": 1,
    "do_exercise": 1, "write_line": 1, "listen_once": 1, "kitchen_table": 1, "my_ways": 1,
}  # fmt: skip
"""Minutes beyond reading the panel and typing: a clock, a game, what comes back to be read."""

LONGEST = 25
"""Minutes of a lesson at most."""

OUT_OF_SIGHT = re.compile(r"<details.*?</details>|<style.*?</style>|<svg.*?</svg>|<[^>]+>", re.DOTALL)

COURSE = [path for path in lessons() if path.stem[0].isdigit()]
"""The lesson of an hour says of each part how long it is, and to stop when that is over."""


@pytest.mark.parametrize("path", COURSE, ids=lambda path: path.stem)
def test_a_lesson_takes_the_minutes_that_it_announces(path: Path, tmp_path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    announced = notebook["metadata"]["rapportkit"]["minutes"]

    counted = minutes_of(notebook, path.stem, tmp_path)

    assert f"*{announced} minutes" in "".join(notebook["cells"][0]["source"])
    assert counted - 3 <= announced <= min(LONGEST, counted + 6), f"{counted:.1f} minutes by count"


def minutes_of(notebook: dict[str, Any], stem: str, folder: Path) -> float:
    """The minutes of a lesson, its panels opened for one who has a sample interviewer."""
    lesson = open_lesson(stem, str(folder / "workbook.sqlite3"), "2026-12-01")
    borrow_sample(lesson, "nadia")
    read, minutes = 0, 0.0
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            read += len(source.split())
            continue
        for output in cell["outputs"]:
            read += len("".join(output["data"]["text/plain"]).split())
        called = re.search(r"^(\w+)\((?:lesson|\"|\))", source, re.MULTILINE)
        if called and not cell["outputs"]:
            name = called[1]
            asked = {**vars(rapportkit), name: getattr(rapportkit, name), "lesson": lesson}
            exec("\n".join(source.splitlines()[:-1]), asked)
            read += words_of(eval(source.splitlines()[-1], asked))
            minutes += WRITES.get(name, 0) / TYPED + TAKES.get(name, 0)
    return THINKING * (read / READ + minutes)


def words_of(panel: object) -> int:
    """The words that a panel shows at first; what opens on demand is left out."""
    said, waiting = [], [panel]
    while waiting:
        widget = waiting.pop()
        if getattr(getattr(widget, "layout", None), "display", None) == "none":
            continue
        waiting.extend(getattr(widget, "children", ()))
        value = str(widget.value) if isinstance(widget, widgets.HTML) else getattr(widget, "description", "")
        said.append(OUT_OF_SIGHT.sub(" ", value))
    return len(" ".join(said).split())
