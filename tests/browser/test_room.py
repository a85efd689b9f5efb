"""The room in which a lesson is read: calm, as wide as a book, and without another notebook noticing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat import v4, write
from playwright.sync_api import Browser, Page, expect

from rapportkit.lessons import lessons
from tests.browser.conftest import Running
from tests.browser.learner import PATIENCE, WCAG_22_AA, Learner

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "03_common_ground"
SIDES = ".jp-SideBar"
TOOLS = ".jp-NotebookPanel:not(.lm-mod-hidden) > .jp-Toolbar"
FOR_CODE = ".jp-InputPrompt, .jp-OutputPrompt, .jp-OutputArea-promptOverlay, .jp-Collapser, .jp-cell-toolbar"


@pytest.fixture
def reader(browser: Browser, running: Running) -> Iterator[Learner]:
    """Somebody at a window of the usual size."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        window.set_default_timeout(PATIENCE)
        yield Learner(window.new_page(), running.address)


def seen(page: Page, selector: str) -> int:
    """How many of these take up room on the screen."""
    return sum(
        (box or {"height": 0})["height"] > 0 for box in (it.bounding_box() for it in page.locator(selector).all())
    )


def test_a_lesson_is_a_page_to_read_and_its_tools_come_when_they_are_called(reader: Learner) -> None:
    reader.open(LESSON)
    page = reader.page
    expect(page.locator(".rk-bar")).to_be_visible()

    assert (seen(page, SIDES), seen(page, TOOLS), seen(page, "#jp-main-statusbar"), seen(page, FOR_CODE)) == (
        0,
        0,
        0,
        0,
    )
    prose, panel = (
        page.locator(".jp-MarkdownOutput").first.bounding_box(),
        page.locator(".rk-view").first.bounding_box(),
    )
    assert prose
    assert panel
    assert 560 < prose["width"] < 780, "some seventy letters to a line"
    assert abs(prose["x"] + prose["width"] / 2 - 640) < 40, "in the middle"
    folded = page.locator(".jp-Placeholder-content").first
    expect(folded).to_contain_text("# Settings: leave these empty")

    page.get_by_role("button", name="Show the notebook's tools").press("Enter")
    expect(page.locator(".jp-InputPrompt").first).to_be_visible()
    assert seen(page, TOOLS) == 1
    assert seen(page, SIDES) == 2
    page.get_by_role("button", name="Put the notebook's tools away").press("Enter")
    expect(page.locator(".jp-InputPrompt").first).to_be_hidden()
    assert (seen(page, SIDES), seen(page, TOOLS)) == (0, 0)
    assert reader.went_wrong == []


def test_the_way_on_and_all_lessons_are_at_the_end(reader: Learner) -> None:
    reader.open(LESSON)
    keep = reader.panel("Keep your work")
    keep.get_by_text("All lessons").click()
    expect(keep.get_by_role("link", name="The four follow-ups")).to_be_visible()

    keep.get_by_role("link", name="Next: Bring it into the talk").click()
    reader.page.wait_for_url("**/04_conversation.ipynb*")
    reader.wait_until_it_ran()
    expect(reader.page.get_by_role("link", name="Back: Find common ground").first).to_be_visible()


def test_another_notebook_keeps_all_that_it_has(reader: Learner, running: Running) -> None:
    write(v4.new_notebook(cells=[v4.new_code_cell("1 + 1")]), running.folder / "other.ipynb")  # type: ignore[no-untyped-call]
    reader.open(LESSON)
    expect(reader.page.locator(".rk-bar")).to_be_visible()
    assert seen(reader.page, SIDES) == 0

    reader.page.goto(running.address.replace("00_welcome", "other"))  # in the same workspace: no `reset`
    expect(reader.page.locator("[data-rapportkit='left alone']")).to_be_visible(timeout=2 * PATIENCE)

    expect(reader.page.locator(".jp-InputPrompt").first).to_be_visible()
    expect(reader.page.locator(SIDES).first).to_be_visible()
    assert (seen(reader.page, TOOLS), reader.page.locator(".rk-bar").count()) == (1, 0)


def test_a_changed_lesson_says_so_and_gives_way_to_a_fresh_one_beside_which_it_is_kept(
    reader: Learner, running: Running
) -> None:
    own = running.folder / f"{LESSON}.ipynb"
    changed: dict[str, Any] = json.loads(own.read_bytes())
    changed["cells"][-1] |= {"source": "My own notes", "metadata": {}}
    code = next(cell for cell in changed["cells"] if cell["cell_type"] == "code")
    code["source"] = [*code["source"], "\n# mine"]
    own.write_text(json.dumps(changed), encoding="utf-8")
    reader.page.goto(f"{running.address.replace('00_welcome', LESSON)}&reset")
    bar = reader.page.locator(".rk-bar")
    notice = bar.locator("[role=status]:not(.rk-said-here)")
    expect(notice).to_contain_text("You have changed this lesson")
    found = Axe().run(reader.page, {"include": [[".rk-bar"]]}, {"runOnly": WCAG_22_AA}).response["violations"]
    assert found == []
    with reader.at_width(600):
        expect(bar.get_by_role("button", name="Take a fresh lesson")).to_be_in_viewport()

    bar.get_by_role("button", name="Take a fresh lesson").press("Enter")
    reader.wait_until_it_ran()

    fresh = next(path for path in lessons() if path.name == own.name)
    assert said(json.loads(own.read_bytes())) == said(json.loads(fresh.read_bytes()))
    kept = json.loads((running.folder / f"{LESSON} (mine).ipynb").read_bytes())
    assert said(kept) == said(changed)
    expect(notice).to_have_count(0)


def said(notebook: dict[str, Any]) -> list[str]:
    return [source for cell in notebook["cells"] if (source := "".join(cell["source"]))]
