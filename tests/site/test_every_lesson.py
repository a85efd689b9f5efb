"""Every lesson of the site, opened offline with an empty workbook; and what the whole browser asked for meanwhile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error

from rapportkit.lessons import lessons
from tests.browser.conftest import TALL
from tests.browser.keyboard import missed_by_tab
from tests.browser.learner import barriers, too_faint
from tests.site.conftest import offline_browser
from tests.site.visitor import PATIENCE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.timeout(900)]

LESSONS = [lesson.stem for lesson in lessons()]


class Seen(NamedTuple):
    """What was amiss in each lesson, and where the browser went: pages, workers and the browser itself."""

    faults: dict[str, list[str]]
    asked: list[str]


@pytest.fixture(scope="module")
def seen(origin: str, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """One visit to all lessons, one after the other, and the browser's own log of its network."""
    log = tmp_path_factory.mktemp("log") / "network.json"
    faults: dict[str, list[str]] = {}
    with (
        offline_browser(f"--log-net-log={log}") as browser,
        browser.new_context(viewport={"width": 1280, "height": TALL}) as window,
    ):
        window.set_default_timeout(PATIENCE)
        for lesson in LESSONS:
            faults[lesson] = amiss_in(lesson, Visitor(window, origin))
    return Seen(faults, asked_for(log))


def amiss_in(lesson: str, visitor: Visitor) -> list[str]:
    """Open a lesson in a tab of its own; what a visitor cannot do or see there."""
    try:
        visitor.open(lesson)
        assert visitor.page.locator(".rk-view").first.is_visible()
        return [*by_day_and_by_night(visitor), *visitor.went_wrong]
    except Error as error:
        return [f"it does not open: {error.message}"]
    finally:
        visitor.page.close()


def by_day_and_by_night(visitor: Visitor) -> list[str]:
    """What shuts anybody out of a lesson, by axe, by contrast and by the keys, in the light theme and in the dark."""
    by_day = [*barriers(visitor.page), *too_faint(visitor.page), *missed_by_tab(visitor.page)]
    visitor.sees("JupyterLab Dark")
    by_night = [f"dark: {fault}" for fault in (*barriers(visitor.page), *too_faint(visitor.page))]
    visitor.sees("JupyterLab Light")  # which the browser keeps for the next lesson
    return [*by_day, *by_night]


def asked_for(log: Path) -> list[str]:
    """
    What pages and their workers asked for, out of Chromium's own log of its network, each as often as it stands there.

    The browser also asks for things of its own (its updates, how to fill in forms): those have no page behind them.
    """
    asked = (event.get("params", {}) for event in json.loads(log.read_text(encoding="utf-8"))["events"])
    return [one["url"] for one in asked if one.get("initiator", "not an origin") != "not an origin"]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_shows_its_panels_offline_and_shuts_nobody_out(seen: Seen, lesson: str) -> None:
    assert seen.faults[lesson] == []


def test_all_that_the_browser_asked_for_came_from_the_site(seen: Seen, origin: str) -> None:
    assert len(seen.asked) > 100 * len(LESSONS)
    assert {urlsplit(url).netloc for url in seen.asked} == {urlsplit(origin).netloc}
