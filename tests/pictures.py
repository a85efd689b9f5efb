"""
The pictures in README, taken anew: `python -m tests.pictures`.

It starts JupyterLab on sample people in a folder of nobody's, opens a lesson, and saves what a learner sees.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from rapportkit.interviews import Interview
from rapportkit.views.choose_ground import ChooseGround
from rapportkit.views.lesson import Lesson, borrow_sample, open_lesson
from rapportkit.views.write_line import WriteLine
from tests.browser.conftest import FLAGS, started
from tests.browser.learner import PATIENCE, Learner
from tests.browser_here import find_browser

FOLDER = Path(__file__).resolve().parent.parent / ".github" / "pictures"
LINE = (
    "I planted my first bed the spring the allotment flooded, and every bean came up in the wrong row. "
    "I believe you grow vegetables too. What survives your slugs?"
)
PICTURES = (
    ("shared-ground", "03_common_ground", "What you two share", 472),
    ("your-line", "04_conversation", "Your line", 528),
)
"""File, lesson, the panel it shows, and how much of the panel (pixels from its top)."""


def fill(workbook: Path) -> None:
    """A learner half way: Nadia, who meets Helen in three days, with two links and a line."""
    lesson: Lesson = open_lesson("00_welcome", str(workbook))
    borrow_sample(lesson, "nadia")
    at = datetime.now(UTC).replace(hour=14, minute=0, second=0, microsecond=0) + timedelta(days=3)
    met = Interview(id="interview-1", at=at, zone="Europe/London", interviewers=tuple(lesson.interviewers))
    lesson.take_in_hand(met)
    ground = ChooseGround(lesson)
    ground.shared.take(ground.found.links[0], "true")
    line = WriteLine(lesson)
    line.line.value = LINE
    line.look()


def take(home: Path) -> None:
    """Start the server, open each lesson, and save its picture."""
    with started(home) as server:
        fill(server.folder / "workbook.sqlite3")
        _photograph(server.address)


def _photograph(address: str) -> None:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1000, "height": 6000}, device_scale_factor=1.5)
        learner = Learner(page, address)
        for name, lesson, title, height in PICTURES:
            learner.open(lesson)
            box = learner.panel(title).bounding_box()
            assert box
            clip = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": height}
            page.screenshot(path=FOLDER / f"{name}.png", clip=clip)
        browser.close()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder))
