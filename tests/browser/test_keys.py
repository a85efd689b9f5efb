"""Keys pressed in a panel stay in the panel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.learner import Learner

pytestmark = pytest.mark.browser


def cells(learner: Learner) -> int:
    return learner.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell").count()


def test_letters_typed_on_a_choice_or_a_button_change_no_cell(learner: Learner) -> None:
    learner.open("08_follow_up")
    panel = learner.panel("Your four follow-ups")
    before = cells(learner)

    panel.get_by_role("button", name="Plan my follow-ups").click()  # a click makes the cell around it the active one
    for key in ("b", "a", "m"):
        learner.page.keyboard.press(key)
    panel.get_by_label("The day I heard").focus()
    learner.page.keyboard.press("Shift+Tab")
    for key in ("b", "x", "d", "d"):
        learner.page.keyboard.press(key)

    assert cells(learner) == before
    assert panel.is_visible()


def test_the_keys_of_a_choice_still_choose(learner: Learner) -> None:
    choice = learner.panel("Your four follow-ups").get_by_label("How did it end?")
    choice.focus()

    learner.page.keyboard.press("ArrowDown")

    assert choice.evaluate("choice => choice.selectedIndex") > 0


def gap_between(button: Locator, message: Locator) -> float:
    """Pixels from a button to what is said below it, once the message that stood elsewhere has moved there."""
    for _ in range(100):
        below = message.evaluate("message => message.getBoundingClientRect().top")
        gap = float(below - button.evaluate("button => button.getBoundingClientRect().bottom"))
        if 0 < gap < 30:
            break
        button.page.wait_for_timeout(50)
    return gap


def test_what_a_panel_says_stands_right_below_the_button_and_in_sight(learner: Learner) -> None:
    panel = learner.panel("Your four follow-ups")
    with learner.at_height(800):
        for name in ("Make my calendar and mail files", "Plan my follow-ups"):
            button = panel.get_by_role("button", name=name)
            button.evaluate("button => button.scrollIntoView({ block: 'end' })")
            button.press("Enter")
            message = panel.locator(".rk-message").get_by_role("status").filter(has_text="No interview is set yet")
            expect(message).to_be_in_viewport(ratio=1)

            assert 0 < gap_between(button, message) < 30
            expect(button).to_be_focused()
