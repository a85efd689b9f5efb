"""What is typed is not lost when the kernel is restarted under a lesson's panels."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Running
from tests.browser.learner import Learner

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "06_rehearsal"
FIELD = "Without looking up"


def restart(learner: Learner) -> None:
    """Kernel, Restart Kernel, and yes: nothing is run by hand."""
    learner.choose_from_menu("Kernel", "Restart Kernel…")
    learner.page.get_by_role("dialog").get_by_role("button", name="Confirm").click()


def test_a_lesson_that_was_stopped_wakes_by_itself_with_what_was_typed_a_moment_before(learner: Learner) -> None:
    learner.open(LESSON)
    learner.write(learner.panel("From memory"), FIELD, "Half a sentence, and then")
    learner.page.evaluate("() => document.querySelectorAll('.rk-view').forEach(view => view.dataset.before = 'yes')")

    restart(learner)

    asleep = learner.page.locator(".rk-view[data-before].rk-asleep").first
    expect(asleep).to_have_attribute("inert", "")
    assert "This panel is asleep" in asleep.evaluate("it => getComputedStyle(it, '::before').content")
    expect(learner.page.locator(".rk-bar").get_by_role("status")).to_contain_text("It is waking up by itself")
    learner.wait_for_the_panels()
    expect(learner.panel("From memory").get_by_label(FIELD)).to_have_value("Half a sentence, and then")
    expect(learner.page.locator(".rk-asleep, .jupyter-widgets-disconnected")).to_have_count(0)
    expect(learner.page.locator(".rk-bar").get_by_role("status")).to_have_text("")
    assert learner.went_wrong == []


def test_a_lesson_that_the_learner_has_changed_says_that_it_is_asleep_and_how_to_wake_it(
    learner: Learner, running: Running
) -> None:
    own = running.folder / f"{LESSON}.ipynb"
    changed: dict[str, Any] = json.loads(own.read_bytes())
    code = next(cell for cell in changed["cells"] if cell["cell_type"] == "code")
    code["source"] = [*code["source"], "\n# mine"]
    own.write_text(json.dumps(changed), encoding="utf-8")
    learner.page.goto(learner.page.url)
    learner.page.locator("[data-rapportkit='left alone']").wait_for()
    learner.choose_from_menu("Run", "Run All Cells")
    learner.wait_for_the_panels()

    restart(learner)

    said = learner.page.locator(".rk-bar").get_by_role("status").filter(has_text="asleep")
    expect(said).to_have_text(
        "This lesson is asleep: what you type into its panels now is not kept. "
        "To wake it choose Run, then Run All Cells."
    )
    mark = learner.page.locator(".rk-view").first
    assert "asleep" in mark.evaluate("it => getComputedStyle(it, '::before').content")
    learner.choose_from_menu("Run", "Run All Cells")
    learner.wait_for_the_panels()
    expect(said).to_have_count(0)
