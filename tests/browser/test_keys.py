"""Keys pressed in a panel stay in the panel."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from rapportkit.views.lesson import borrow_sample, open_lesson
from tests.browser.conftest import Running
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


def focused(learner: Learner) -> Locator:
    return learner.page.locator(":focus")


def test_a_further_exercise_takes_the_focus_when_it_opens_and_not_the_one_before_it(learner: Learner) -> None:
    panel = learner.panel("If you want more")
    for title in ("One note for three people", "Second again"):
        button = panel.get_by_role("button", name=title)
        button.press("Enter")
        expect(focused(learner)).to_have_text(re.compile("exercise begins here"))
        expect(panel.get_by_role("heading", name=title)).to_be_visible()

        learner.page.keyboard.press("Tab")

        opened = panel.locator(".rk-view").filter(has=learner.page.get_by_role("heading", name=title))
        expect(opened.get_by_label("Your answer")).to_be_focused()
        learner.page.keyboard.type("Dear Sam, ")


def test_what_went_wrong_is_no_longer_said_once_a_press_went_well(learner: Learner) -> None:
    panel = learner.panel("Answer a refusal that you did not expect").first
    learner.write(panel, "Your answer", " ")
    learner.press(panel, "Look at my answer")
    learner.hears(panel, "Nothing is written yet.")

    learner.write(panel, "Your answer", "Dear Ms Reed, thank you for telling me so soon.")
    learner.press(panel, "Look at my answer")

    expect(panel.get_by_text("What this exercise asks")).to_be_visible()
    expect(panel.get_by_text("Nothing is written yet.")).to_have_count(0)


def test_each_piece_of_evidence_is_called_by_what_it_is_for(learner: Learner) -> None:
    opens = learner.panel("How sure are we?").locator("summary").filter(has_text="For and against").all()
    names = [one.get_attribute("aria-label") or "" for one in opens]

    assert len(names) == len(set(names)) > 2
    assert all(len(name) > len("For and against: ") for name in names)


def test_the_focus_goes_from_a_press_to_what_it_shows(learner: Learner) -> None:
    learner.open("05_listening")
    panel = learner.panel("Read once, then ask")
    hide, question = panel.get_by_role("button", name="Hide it"), panel.get_by_label("Your next question")

    panel.get_by_role("button", name="Show me the answer, once").press("Enter")
    expect(hide).to_be_focused()
    hide.press("Enter")
    expect(question).to_be_focused()
    panel.get_by_role("button", name="Read it again").press("Enter")
    expect(hide).to_be_focused()


def test_the_rest_of_what_is_shared_begins_where_the_focus_goes(learner: Learner, running: Running) -> None:
    borrow_sample(open_lesson("03_common_ground", str(running.folder / "workbook.sqlite3")), "nadia")
    learner.open("03_common_ground")
    panel = learner.panel("What you two share")
    before = panel.get_by_label("what is true?").count()

    panel.get_by_role("button", name="Show the rest").press("Enter")
    expect(focused(learner)).to_have_text("The rest begins here")
    expect(panel.get_by_label("what is true?")).not_to_have_count(before)
    learner.page.keyboard.press("Tab")

    expect(panel.get_by_label("what is true?").nth(before)).to_be_focused()
    assert learner.went_wrong == []
