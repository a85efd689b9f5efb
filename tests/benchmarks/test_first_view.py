"""
Until a lesson's first view is there, with no key pressed, against one bare widget and Run All Cells.

Both sides cold, in turns: a server of its own, a kernel of its own, a browser window with nothing kept.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import nbformat
import pytest
from playwright.sync_api import Browser

from rapportkit.lessons import lessons
from tests.benchmarks.test_ratios import Compare, compare, only_some_unless_measuring
from tests.browser.conftest import browser, started
from tests.browser.learner import PATIENCE, Learner

__all__ = ["browser", "compare"]  # fixtures

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

BARE = "bare.ipynb"
FIRST = lessons()[0].name
ROUNDS = 3
ON_SCREEN = "what => (document.querySelector(what)?.getBoundingClientRect().height ?? 0) > 0"


@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.stem)
def test_a_lessons_first_view_against_a_bare_widget_with_run_all(
    compare: Compare,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
    lesson: Path,
    request: pytest.FixtureRequest,
) -> None:
    only_some_unless_measuring(lesson, request)

    def shown(notebook: str, what: str, then: Callable[[Learner], object]) -> Callable[[], float]:
        return lambda: until_shown(browser, tmp_path_factory.mktemp("home"), notebook, what, then)

    ours = shown(lesson.name, ".rk-view", lambda _: None)
    theirs = shown(BARE, ".jupyter-button", run_all)
    assert compare(f"{lesson.stem}: first view, no key pressed", "bare widget with Run All", ours, theirs, ROUNDS)


def until_shown(browser: Browser, home: Path, notebook: str, what: str, then: Callable[[Learner], object]) -> float:
    """Seconds from asking for the page until *what* is on the screen."""
    with started(home) as server, browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        write_bare(server.folder / BARE)
        page = window.new_page()
        learner = Learner(page, server.address)
        asked = perf_counter()
        page.goto(server.address.replace(FIRST, notebook), wait_until="commit")
        then(learner)
        # Not `locator.wait_for`: it looks every half second at last, and so charges up to that to whoever takes longer.
        page.wait_for_function(ON_SCREEN, arg=what, timeout=3 * PATIENCE, polling=20)
        return perf_counter() - asked


def run_all(learner: Learner) -> None:
    """As soon as there is a kernel, Run, Run All Cells."""
    learner.wait_for_the_kernel()
    learner.choose_from_menu("Run", "Run All Cells")


def write_bare(path: Path) -> None:
    """A notebook of one cell that shows one widget."""
    cell = nbformat.v4.new_code_cell('import ipywidgets\nipywidgets.Button(description="Bare")')
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), path)
